#!/bin/sh
# Makes the class-data archive of a built tap, as an installed one makes its own.
#
#   archive.sh [HOME [CLASSES]]   as of classes.sh, which comes first where it has to
set -eu

here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -P -- "${1:-$here/../../..}" && pwd -P)
jar=$home/lib/tap-virtuous.jar
[ -f "$jar" ] || jar=$home/target/tap-virtuous.jar
java=${TAP_VIRTUOUS_JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/}java}
archive=${jar%.jar}.jsa

. "$here/../../main/dist/archive.sh"
rm -f "$archive"
[ "$list" -nt "$jar" ] || sh "$here/classes.sh" "$@"
work=$(mktemp -d "${jar%/*}/archive.XXXXXX")
trap 'rm -rf "$work"' EXIT
dump_archive "$work/jsa" && is_used "$work/jsa" || exit 1
mv "$work/jsa" "$archive"
echo "Made $archive."
