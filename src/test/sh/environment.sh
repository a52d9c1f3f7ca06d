#!/bin/sh
# Makes the Python environment of a program that the tap is tested with: what its requirement file
# pins, and nothing else. One that is there already is left alone while the pins are the same.
#
#   environment.sh NAME [FILE]   from FILE, src/test/ecosystem/NAME/requirements.txt if none is named,
#                                as target/ecosystem/NAME
set -eu

cd "$(dirname -- "$0")/../../.."
. src/test/sh/packages.sh

name=$1
requirements=${2:-src/test/ecosystem/$name/requirements.txt}
home=$PWD/target/ecosystem/$name
log=$home.log

# An environment cannot be moved, so its folder is part of what it was made for.
made_for() {
  echo "# $home"
  cat "$requirements"
}

pythons() {
  printf '%s\n' python3.11 python3 /usr/bin/python3
  for version in $(pyenv versions --bare 2>/dev/null | grep '^3\.11\.'); do
    echo "$(pyenv prefix "$version")/bin/python"
  done
}

suits() {
  "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null
}

# Sets $python, to nothing where none suits.
find_python() {
  python=$(pythons | while read -r each; do
    ! suits "$each" || { echo "$each" && break; }
  done)
}

fail() {
  echo "environment.sh: $1" >&2
  exit 1
}

if made_for | cmp -s - "$home/made-for"; then
  exit
fi

find_python
[ -n "$python" ] || { install_packages python3-venv && find_python; } || :
[ -n "$python" ] ||
  fail "Python 3.11 with venv is missing: install Debian 12's python3-venv, or put a python3.11 on the PATH."
echo "Installing $name into target/ecosystem ..."
rm -rf "$home"
mkdir -p "$home"
if ! { "$python" -m venv "$home" && "$home/bin/python" -m pip install \
  --disable-pip-version-check --no-input --quiet -r "$requirements"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  fail "$name cannot be installed; above is why."
fi
made_for >"$home/made-for"
