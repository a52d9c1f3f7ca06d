# One image: a Singer tap, a Meltano extractor, an Airbyte source and a receiver of webhooks.
# How to use it: docs/image.md. Why it is so: docs/decisions/0021-an-image-of-a-stock-java.md.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build

# What Maven fetches, and the libraries, in layers that stay the same until the pom changes. A class is
# built, since only then the compiler's plugins are fetched, too.
COPY pom.xml ./
COPY .mvn .mvn
RUN mkdir -p src/main/java/any \
  && echo 'package any; interface Any {}' >src/main/java/any/Any.java \
  && mvn -B -ntp -q -DskipTests package jar:jar@image dependency:copy-dependencies@image \
  && rm -r src target/classes

COPY src src
RUN mvn -B -ntp -q -DskipTests package jar:jar@image cyclonedx:makeBom

# SQLite's native library, for the machine on which this builds: the driver would unpack it at each run.
RUN cd target/image/libraries \
  && library=org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so \
  && jar --extract --file sqlite-jdbc-*.jar "$library" \
  && mv "$library" . \
  && rm -r org

# The archive fits only the very Java that made it, so it is made by the one that will run it, with the
# options of a run.
FROM eclipse-temurin:25-jre-noble AS trained
WORKDIR /opt/tap-virtuous
COPY --from=build /build/target/image/libraries lib/libraries
COPY --from=build /build/target/tap-virtuous-image.jar lib/tap-virtuous.jar
COPY src/main/image/java.args lib/java.args
COPY bin bin
COPY --from=build /build/target/test-classes /build/classes
COPY src/main/dist /build/src/main/dist
COPY src/test/sh /build/src/test/sh
RUN sh /build/src/test/sh/archive.sh /opt/tap-virtuous /build/classes

FROM eclipse-temurin:25-jre-noble
LABEL org.opencontainers.image.title="tap-virtuous" \
  org.opencontainers.image.description="Virtuous CRM+ as a Singer tap and an Airbyte source" \
  org.opencontainers.image.version="0.2.0" \
  org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre-noble" \
  io.airbyte.name="tapvirtuous/source-virtuous" \
  io.airbyte.version="0.2.0"
ENV AIRBYTE_ENTRYPOINT=/opt/tap-virtuous/bin/tap-virtuous \
  PATH=/opt/tap-virtuous/bin:$PATH

# The libraries first: they outlast many versions of the tap.
COPY --from=trained /opt/tap-virtuous/lib/libraries /opt/tap-virtuous/lib/libraries
COPY --from=build /build/target/tap-virtuous.cdx.json /opt/tap-virtuous/
COPY --from=trained /opt/tap-virtuous/bin /opt/tap-virtuous/bin
COPY --from=trained /opt/tap-virtuous/lib/java.args /opt/tap-virtuous/lib/tap-virtuous.j* /opt/tap-virtuous/lib/

# By number: the base has a user 1000 of another name, and no rights are needed.
USER 1000:1000
ENTRYPOINT ["/opt/tap-virtuous/bin/tap-virtuous"]
