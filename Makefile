# `make` lists what there is. It takes a JDK 17 or newer, Maven 3.8 or newer, make and sh.

MAVEN_JAVA := $(if $(JAVA_HOME),"$(JAVA_HOME)/bin/java",java)
JAVA := $(or $(TAP_VIRTUOUS_JAVA),$(MAVEN_JAVA))
JAR := target/tap-virtuous.jar
ARCHIVE := target/tap-virtuous.jsa
CLASSES := target/tap-virtuous.classes
MAVEN := mvn -B -ntp
TEST_JAVA := $(JAVA) -cp target/test-classes:$(JAR)

# For `make sandbox`, `make demo` and `make demo-webhooks`: rows of each table. For `make sandbox`: a
# fixed port, and more options of the stand-in, such as OPTIONS='--chaos 7 --latency-ms 200'. For
# `make test-ecosystem`: options of Maven, such as OPTIONS=-Dtest=JsonlTest.
ROWS ?= 1000
PORT ?= 8765
OPTIONS ?=
# For `make soak`: how long, and a seed that it printed before.
SOAK_SECONDS ?= 600
SOAK_SEED ?=
# For `make bench`: names of scenarios, such as 'gifts curl'; all of them if there is none.
SCENARIOS ?=

.PHONY: help build quick test demo demo-webhooks sandbox soak bench archive format \
  dist docs test-ecosystem test-image sbom clean

help: ## Lists this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

# An archive is no condition: Java 17 makes none in a folder whose path has a space.
build: $(JAR) ## Builds target/tap-virtuous.jar, which bin/tap-virtuous runs, and its class-data archive
	@[ $(ARCHIVE) -nt $(JAR) ] || sh src/test/sh/archive.sh >/dev/null || \
	  echo "The tap is built. Without a class-data archive it only starts slower."

# Folders are among the sources, so that a deleted file counts as a change.
$(JAR): pom.xml $(shell find .mvn src/main src/test/java src/test/resources)
	@command -v mvn >/dev/null || { echo "Maven is missing: install Maven 3.8 or newer." >&2; exit 1; }
	@echo "Building $@ ..."
	@$(MAVEN) -q -DskipTests package
	@touch $@

quick: ## Runs the fast tests of what differs from the last commit, or all fast ones; in seconds
	@sh src/test/sh/quick.sh

# The formatter is one that JDK 17 can run, which JDK 25 and newer cannot.
test: ## Builds, and runs all tests; what they print goes to target/surefire-reports
	@case $$($(MAVEN_JAVA) -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') in \
	  17 | 18 | 19 | 2[0-4]) skip=false ;; \
	  *) skip=true; echo "The format is not checked: this Java is too new for the formatter." ;; \
	esac; \
	$(MAVEN) -Dmaven.test.redirectTestOutputToFile=true -Dspotless.check.skip=$$skip verify

demo: build ## Syncs all tables of a simulated Virtuous into a file, and shows what arrived
	@ROWS='$(ROWS)' sh src/test/sh/demo.sh

demo-webhooks: build ## Shows changes on their way: told by a simulated Virtuous, kept in an inbox, synced
	@ROWS='$(ROWS)' sh src/test/sh/demo-webhooks.sh

sandbox: build ## Serves a simulated Virtuous until Ctrl-C: for trying the tap without an account
	@exec $(TEST_JAVA) io.github.tapvirtuous.standin.server.StandInServer \
	  --port '$(PORT)' --rows '$(ROWS)' --config sandbox.json $(OPTIONS)

soak: build ## Syncs again and again among faults, deletes, inserts, changes and kills, and compares with the truth
	@exec $(TEST_JAVA) io.github.tapvirtuous.reliability.Soak \
	  --seconds '$(SOAK_SECONDS)' $(if $(SOAK_SEED),--seed '$(SOAK_SEED)')

bench: build ## Measures speed, memory and start-up against their aims; fails for none
	@exec $(TEST_JAVA) io.github.tapvirtuous.bench.Bench $(SCENARIOS)

archive: $(ARCHIVE) ## Makes the class-data archive alone, by which the tap starts faster

$(ARCHIVE): $(CLASSES) src/main/dist/archive.sh src/test/sh/archive.sh
	@sh src/test/sh/archive.sh

$(CLASSES): $(JAR) src/test/sh/classes.sh
	@sh src/test/sh/classes.sh

dist: $(CLASSES) ## Packs what is installed elsewhere, into target/dist: a tar.gz, and a wheel for pip
	@python3 src/main/dist/pack.py

docs: ## Makes a site of all pages, with a search, in target/site, and checks every link
	@sh src/test/sh/docs.sh

format: ## Formats the code
	@$(MAVEN) -q spotless:apply

test-ecosystem: build dist ## Pipes the tap into real targets and a real database, and compares all rows
	@sh src/test/sh/ecosystem.sh $(OPTIONS)

test-image: build ## Builds the image and tries it; without a Docker engine, by podman
	@sh src/test/sh/image.sh

sbom: ## Writes what the tap is made of: target/tap-virtuous.cdx.json
	@$(MAVEN) -q cyclonedx:makeBom

clean: ## Deletes what was built
	@rm -rf target
