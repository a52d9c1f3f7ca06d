#!/bin/sh
# Lists the classes that two runs of a built tap load, as a Singer tap and as a source of Airbyte's: for its
# class-data archive. The list has an order of its own, so that two builds give the same.
#
#   classes.sh [HOME [CLASSES]]   the tap's folder, with bin/ and the jar in lib/ or target/, and the
#                                 folder of the stand-in's classes; a checkout's own by default
set -eu

here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -P -- "${1:-$here/../../..}" && pwd -P)
classes=${2:-$home/target/test-classes}
jar=$home/lib/tap-virtuous.jar
[ -f "$jar" ] || jar=$home/target/tap-virtuous.jar
work=$(mktemp -d)

. "$here/stand-in.sh"
trap 'stop_stand_in; rm -rf "$work"' EXIT

# train ARGUMENT...: adds the classes of such a run to those of the others. A list numbers its classes, for
# those of class loaders of which the tap has none.
train() {
  if ! JAVA_OPTS="${JAVA_OPTS:-} -Xshare:off '-XX:DumpLoadedClassList=$work/loaded'" \
    "$home/bin/tap-virtuous" "$@" >/dev/null 2>"$work/tap.log"; then
    echo "The tap failed, so there is no list of its classes:" >&2
    tail -n 20 "$work/tap.log" >&2
    exit 1
  fi
  sed '/ source: /d; s/ id: [0-9]*//' "$work/loaded" >>"$work/all"
}

start_stand_in "$work" --rows 25
printf '{"api_key": "demo-key", "base_url": "%s", "page_size": 10}\n' "$base_url" >"$work/config.json"
cat >"$work/catalog.json" <<'END'
{"streams": [{
  "stream": {"name": "gifts", "json_schema": {"properties": {"id": {"type": "integer"}}}},
  "sync_mode": "incremental", "destination_sync_mode": "append_dedup"
}]}
END
train --config "$work/config.json"
train airbyte read --config "$work/config.json" --catalog "$work/catalog.json"
LC_ALL=C sort -u "$work/all" | grep -v '^#' >"$work/classes"
mv "$work/classes" "${jar%.jar}.classes"
