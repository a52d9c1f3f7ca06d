#!/bin/sh
# Builds the image and tries it: as a Singer tap, as Airbyte's platform runs it, and as a receiver. With
# Docker, where its engine answers; else with Debian's podman, on stand-ins of the bases.
# docs/image.md says what that proves. Leaves no container and no process behind; under target/image, bases
# for the next time.
set -eu

cd "$(dirname -- "$0")/../../.."
classes=target/test-classes
jar=target/tap-virtuous.jar
image=tap-virtuous:test
out=target/image
mkdir -p "$out"
work=$(mktemp -d)
mkdir "$work/config"
chmod a+rx "$work" "$work/config" # user 1000 reads it

. src/test/sh/stand-in.sh
for part in engine bases build tap files singer platform memory receiver; do
  # shellcheck disable=SC1090
  . "src/test/sh/image/$part.sh"
done

end_all() {
  stop_container
  stop_readers
  stop_stand_in
  leave_engine
  rm -rf "$work"
}
trap end_all EXIT

began=$(date +%s)
section() {
  printf '\n%s (%d s)\n' "$1" "$(($(date +%s) - began))"
}

# fail SENTENCE [FILE]: with the end of a log.
fail() {
  echo "image.sh: $1" >&2
  [ $# -lt 2 ] || tail -n 20 "$2" >&2
  exit 1
}

choose_engine
[ "$engine" = Docker ] || { section "Bases" && make_bases; }
section "Build"
build_image
section "What is in it"
check_files
section "As a Singer tap"
check_singer
section "As Airbyte's platform runs it"
check_platform
section "In 256 MB"
check_memory
section "As a receiver"
check_receiver
section "As the examples for Kubernetes run it"
sh src/test/sh/kubernetes.sh run "$image" >"$out/kubernetes.log" 2>&1 || fail "they do not run." "$out/kubernetes.log"
sed 's/^/  /' "$out/kubernetes.log"
section "All of it is as it should be"
