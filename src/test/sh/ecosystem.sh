#!/bin/sh
# For `make test-ecosystem`: sets up real targets, each in an environment of its own since they do not
# bear each other, and a PostgreSQL server; then runs the tests that need them.
#
#   ecosystem.sh [OPTION...]   options of Maven, such as -Dtest=JsonlTest
set -eu

cd "$(dirname -- "$0")/../../.."
. src/test/sh/postgres.sh

# Also when somebody ends this script alone.
maven=
stop_all() {
  if [ -n "$maven" ]; then
    kill "$maven" 2>/dev/null && wait "$maven" || :
  fi
  stop_postgres
  rm -rf "$work"
}

work=$(mktemp -d)
chmod a+x "$work" # the owner of a PostgreSQL that a test starts has to come through it
trap stop_all EXIT

for pins in src/test/ecosystem/*/requirements.txt; do
  sh src/test/sh/environment.sh "$(basename "$(dirname "$pins")")"
done
sh src/test/sh/wheels.sh
start_postgres target/ecosystem/jsonl/bin/python

# A shell that waits hears signals at once. What it starts in the background would be deaf to Ctrl-C, and
# with it all that the tests start.
listening='import os, signal, sys
for each in signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE:
    signal.signal(each, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])'
TMPDIR=$work ECOSYSTEM_POSTGRES_PORT=$postgres_port ECOSYSTEM_POSTGRES_PROGRAMS=$programs \
  target/ecosystem/jsonl/bin/python -c "$listening" \
  mvn -B -ntp -Dmaven.test.redirectTestOutputToFile=true \
  -DargLine="'-Djava.io.tmpdir=$work'" surefire:test@ecosystem "$@" &
maven=$!
wait "$maven" && failed=0 || failed=$?
maven=
exit "$failed"
