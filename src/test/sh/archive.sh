#!/bin/sh
# Makes the class-data archive of a built tap: the classes that two runs of it have loaded, as a Singer tap
# and as a source of Airbyte's, ready to map.
#
#   archive.sh [HOME [CLASSES]]   the tap's folder, with bin/ and the jar in lib/ or target/, and the
#                                 folder of the stand-in's classes; a checkout's own by default
set -eu

here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -P -- "${1:-$here/../../..}" && pwd -P)
classes=${2:-$home/target/test-classes}
jar=$home/lib/tap-virtuous.jar
[ -f "$jar" ] || jar=$home/target/tap-virtuous.jar
archive=${jar%.jar}.jsa
work=$(mktemp -d)

. "$here/stand-in.sh"
trap 'stop_stand_in; rm -rf "$work"' EXIT

# train ARGUMENT...: adds the classes of such a run to those of the others. A list numbers its classes, for
# those of class loaders of which the tap has none.
train() {
  if ! JAVA_OPTS="${JAVA_OPTS:-} -Xshare:off '-XX:DumpLoadedClassList=$work/loaded'" \
    "$home/bin/tap-virtuous" "$@" >/dev/null 2>"$work/tap.log"; then
    echo "The tap failed, so there is no archive:" >&2
    tail -n 20 "$work/tap.log" >&2
    exit 1
  fi
  sed '/ source: /d; s/ id: [0-9]*//' "$work/loaded" >>"$work/all"
}

rm -f "$archive"
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
awk '!seen[$0]++' "$work/all" >"$work/classes"
# A whole archive, not one on top of Java's own: only such a one may hold the classes of Picocli, which
# are compiled for a Java that is too old for the other kind. It is made without running anything.
if ! "$java" -Xshare:dump -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC \
  -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$work/tap-virtuous.jsa" -cp "$jar" \
  >"$work/dump.log" 2>&1; then
  echo "$java made no archive:" >&2
  tail -n 20 "$work/dump.log" >&2
  exit 1
fi
mv "$work/tap-virtuous.jsa" "$archive"

# Java says nothing of an archive that it cannot use, so look whether it does.
JAVA_OPTS="${JAVA_OPTS:-} -Xlog:class+load:stderr" "$home/bin/tap-virtuous" --version 2>&1 |
  grep -q 'tapvirtuous.*shared objects file' || {
  rm -f "$archive"
  echo "$java does not use the archive that it made, so there is none." >&2
  # Of a class's source Java compares the escaped path, until Java 24 (JDK-8339460).
  case $jar in
    *[!A-Za-z0-9/._~-]*) echo "Java 17 archives no class of a jar whose path has a space or a letter outside ASCII:" \
      "take Java 24 or newer, or another folder than $home." >&2 ;;
  esac
  exit 1
}
echo "Made $archive."
