#!/bin/sh
# For `make test-ecosystem`: sets up real targets, each in an environment of its own since they do not
# bear each other, and a PostgreSQL server; then runs the tests that need them.
#
#   ecosystem.sh [OPTION...]   options of Maven, such as -Dtest=JsonlTest
set -eu

cd "$(dirname -- "$0")/../../.."
. src/test/sh/postgres.sh

for pins in src/test/ecosystem/*/requirements.txt; do
  sh src/test/sh/environment.sh "$(basename "$(dirname "$pins")")"
done
start_postgres target/ecosystem/jsonl/bin/python

ECOSYSTEM_POSTGRES_PORT=$postgres_port mvn -B -ntp -Dmaven.test.redirectTestOutputToFile=true \
  surefire:test@ecosystem "$@"
