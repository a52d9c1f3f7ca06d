#!/bin/sh
# For `make quick`: compiles without Error Prone, and runs the tests of what differs from the last
# commit, or all if nothing does; but no slow ones. What they log goes to target/quick/log.
set -eu

out=target/quick
main=$out/target/classes # below a folder "target": by that ArchUnit tells tests from the program
tests=$out/target/test-classes
java_home=${JAVA_HOME:+$JAVA_HOME/bin/}
swift='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto'
mkdir -p "$out"

# Once, and again when the pom changes.
libraries() {
  [ "$out/classpath" -nt pom.xml ] && return
  mvn -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile="$out/classpath" -Dmdep.includeScope=test
}

# is_fresh STAMP FOLDER...: whether nothing changed, folders among it: a file may have gone.
is_fresh() {
  stamp=$1
  shift
  [ -f "$stamp" ] && [ -z "$(find pom.xml "$@" -newer "$stamp" | head -n 1)" ]
}

# compile FROM TO CLASSPATH: all of it, since who uses what changed is not known.
compile() {
  rm -rf "$2"
  mkdir -p "$2"
  cp -R "src/${1}/resources/." "$2"
  find "src/$1/java" -name '*.java' >"$out/sources"
  # shellcheck disable=SC2046,SC2086
  "${java_home}javac" $(printf ' -J%s' $swift) -nowarn -proc:none -parameters \
    -d "$2" -cp "$3" "@$out/sources"
}

compile_all() {
  is_fresh "$out/main" src/main && is_fresh "$out/tests" src/main src/test && return
  touch "$out/began"
  if ! is_fresh "$out/main" src/main; then
    rm -f "$out/main" "$out/tests"
    compile main "$main" "$libraries"
    version=$(sed -n 's/.*<artifactId>tap-virtuous<.*<version>\(.*\)<.version>.*/\1/p' pom.xml)
    sed "s/\${project.version}/$version/" src/main/resources/version.properties \
      >"$main/version.properties"
    touch -r "$out/began" "$out/main"
  fi
  rm -f "$out/tests"
  compile test "$tests" "$main:$libraries"
  touch -r "$out/began" "$out/tests"
}

# tests_for FILE: its own test, or those of the nearest folder that has any; nothing for all.
tests_for() {
  case $1 in
    *.md) grep -rlF --include='*Test.java' "$(basename "$1")" src/test/java || : ;;
    src/test/java/*/testing/*) ;; # everybody uses it
    src/*/java/*.java)
      own=src/test/java/${1#src/*/java/}
      for candidate in "$own" "${own%.java}Test.java"; do
        case $candidate in *Test.java) [ -f "$candidate" ] && echo "$candidate" && return ;; esac
      done
      folder=$(dirname "$own")
      until [ "$(basename "$folder")" = tapvirtuous ]; do
        find "$folder" -maxdepth 1 -name '*Test.java' 2>/dev/null | grep . && return
        folder=$(dirname "$folder")
      done
      ;;
  esac
}

# The options that choose tests.
chosen() {
  changed=$(git status --porcelain --untracked-files=all 2>/dev/null | cut -c 4- | sed 's/.* -> //')
  files=$(for file in $changed; do
    found=$(tests_for "$file")
    echo "${found:-all}"
  done | sort -u)
  case "
$files
" in
    *"
all
"* | "

") echo "--scan-class-path=$tests --exclude-classname=.*ProcessTest" ;;
    *) echo "$files" | grep -v 'ProcessTest\.java$' |
      sed 's,^src/test/java/,--select-class=,; s,\.java$,,; s,/,.,g' || : ;;
  esac
}

libraries
libraries=$(cat "$out/classpath")
compile_all
options=$(chosen)
if [ -z "$options" ]; then
  echo "Only slow tests have to do with what changed: make test."
  exit
fi
# shellcheck disable=SC2086
"${java_home}java" $swift -cp "$tests:$main:$libraries" \
  org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=summary \
  --exclude-tag=slow $options >"$out/result" 2>"$out/log" && failed= || failed=$?
grep -v '^ *\(java.base\|org.junit\|org.assertj\)/\|^\[.* \(containers\|skipped\|aborted\)' "$out/result" |
  grep -v '^$\| 0 tests\|tests found\|tests started' || :
exit "${failed:-0}"
