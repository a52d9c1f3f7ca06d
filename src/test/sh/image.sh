#!/bin/sh
# Builds the image and tries it. Without a Docker engine, checks what the Dockerfile alone can show.
set -eu

cd "$(dirname -- "$0")/../../.."
image=tap-virtuous:test

fail() {
  echo "Dockerfile: $1" >&2
  exit 1
}

# The last value of an instruction in the last stage.
last_stage() {
  awk '/^FROM / { last = "" } { last = last $0 "\n" } END { printf "%s", last }' Dockerfile
}

check_user() {
  user=$(last_stage | sed -n 's/^USER //p' | tail -n 1)
  case $user in
    '' | 0 | 0:* | *[!0-9:]*) fail "the last USER is '$user', not a number other than 0." ;;
  esac
}

check_entrypoint() {
  entrypoint=$(last_stage | sed -n 's/^ENTRYPOINT \["\([^"]*\)"\]$/\1/p')
  airbyte=$(last_stage | sed -n 's/^ENV AIRBYTE_ENTRYPOINT=//p')
  case $entrypoint in
    '' | *' '*) fail "the ENTRYPOINT is not one word." ;;
  esac
  [ "$entrypoint" = "$airbyte" ] ||
    fail "AIRBYTE_ENTRYPOINT is '$airbyte', the ENTRYPOINT '$entrypoint'."
}

# What is copied from the checkout is there, and .dockerignore lets it through.
check_sources() {
  sed -n '/--from=/d; s/^COPY //p' Dockerfile | while read -r words; do
    for source in ${words% *}; do
      [ -e "$source" ] || fail "COPY $source: there is no such file."
      grep -qxF "!${source%%/*}" .dockerignore || fail "COPY $source: .dockerignore keeps it out."
    done
  done
}

check_secrets() {
  ! grep -nEi '^(ARG|ENV).*(key|secret|token|password)' Dockerfile >&2 || fail "it holds a secret."
}

check_user
check_entrypoint
check_sources
check_secrets
echo "The Dockerfile: user $user, entrypoint $entrypoint, all sources there, no secret."

if ! docker info >/dev/null 2>&1; then
  echo "No Docker engine answers here, so the image itself was not built."
  exit 0
fi

docker build --quiet --tag "$image" . >/dev/null
hardened='--rm --read-only --cap-drop=ALL --network=none'
# shellcheck disable=SC2086 # words on purpose
run() { docker run $hardened "$@"; }

run "$image" --version
run "$image" --about | head -n 3
[ "$(run --entrypoint id "$image" -u)" != 0 ] || fail "the image runs as root."
[ -z "$(run --entrypoint find "$image" /opt -writable)" ] || fail "the tap's user may change it."
run -e JAVA_OPTS=-Xlog:class+load:stderr "$image" --version 2>&1 |
  grep -q 'tapvirtuous.*shared objects file (top)' || fail "the class-data archive is not used."
echo "The image runs as user $user, read-only, and uses its class-data archive."
