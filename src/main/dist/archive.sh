# shellcheck shell=sh disable=SC2154
# Sourced by the launcher of an installed tap, beside whose jar this lies; and by who builds one. Of the
# class-data archive: the classes of a run, ready to map, by which the tap starts faster. It fits only the
# very Java and jar that it was made with, so its name tells both, and it is made where it is missing.
#
#   java, java_home, version, build, jar   set by whoever sources this; the list of classes lies beside the jar

list=${jar%.jar}.classes
minutes_to_make=10
beside= # a run, which comes first

# Sets $name and $cache, one of the two places where it is looked for and made.
name_archive() {
  IFS= read -r head <"$list" # which says of which jar it is
  of_jar=tap-virtuous-${head#'# '}
  name=$(slashless "$of_jar-${build:-$version}-${java_home#/}")
  while [ "${#name}" -gt 200 ]; do
    name=${name%???????????}
  done
  cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}/tap-virtuous
}

# Sets $archive to that in a folder. Several installations share the cache: there, the name tells the jar's place, too.
name_in() {
  archive=$1/$name
  [ "$1" != "$cache" ] || archive=$archive-$(printf '%s' "$jar" | cksum | tr ' ' -)
  archive=$archive.jsa
}

slashless() (
  IFS=/
  # shellcheck disable=SC2086
  set -- $1
  IFS=_
  printf '%s' "$*"
)

# Sets $archive, to nothing if there is none yet: then one is made beside the run.
find_archive() {
  name_archive
  for folder in "${jar%/*}" "$cache"; do
    name_in "$folder"
    [ "$archive" -nt "$jar" ] || continue # an older one is of a jar that was here before
    [ ! -s "$archive" ] && [ -z "$(find "$archive" -mtime -7)" ] || return 0
  done
  archive=
  # Who reads the run's output must see its end; who stops the run need not wait for this.
  beside=nice
  (make_archive </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &)
}

# Makes it where it may be written, and says so. An empty file remembers for a week that this Java makes none: the
# reason may have been a passing one.
make_archive() {
  ! is_cramped || refuse "It takes 220 MB to make it, and less than 512 MB may be used here." || return
  find_place || return
  name_in "$folder"
  made=$archive
  work=${archive##*/}
  work=$folder/.${work%.jsa}
  claim || return
  trap 'rm -rf "$work"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  if [ -s "$made" ] && [ "$made" -nt "$jar" ]; then
    echo "There is $made." >&2
  elif dump_archive "$work/jsa" && is_used "$work/jsa"; then
    mv -f "$work/jsa" "$made" || return
    clear_place
    echo "Made $made." >&2
  else
    : >"$made"
    return 1
  fi
}

refuse() {
  echo "There is no class-data archive: $1" >&2
  return 1
}

find_place() {
  for folder in "${jar%/*}" "$cache"; do
    ! { mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ]; } || return 0
  done
  refuse "Neither ${jar%/*} nor $cache may be written to."
}

# One makes it: a run leaves it to others who do already, somebody who asked waits for them. A claim
# outlives only who was killed.
claim() {
  until mkdir "$work" 2>/dev/null; do
    find "$work" -prune -mmin "+$minutes_to_make" -exec rm -rf {} + 2>/dev/null
    [ -z "$beside" ] || return
    [ -d "$work" ] || {
      mkdir "$work" # which says why it cannot be made
      return
    }
    sleep 1
  done
}

# Those of other jars that were here; what lies in the cache may be of one that is elsewhere.
clear_place() {
  [ "$folder" = "$cache" ] ||
    find "$folder" -name 'tap-virtuous-*.jsa' ! -name "$of_jar-*" -exec rm -f {} +
}

# The files that say how much memory is allowed: of the group of this process, and of those around it.
list_limits() {
  echo /sys/fs/cgroup/memory/memory.limit_in_bytes
  group=$(sed -n 's/^0:://p' /proc/self/cgroup 2>/dev/null)
  while [ -n "$group" ]; do
    echo "/sys/fs/cgroup$group/memory.max"
    group=${group%/*}
  done
  echo /sys/fs/cgroup/memory.max
}

# Whether so little memory is allowed that a run would have to suffer.
is_cramped() {
  list_limits | (
    while IFS= read -r file; do
      { [ -r "$file" ] && IFS= read -r limit <"$file"; } || continue
      case $limit in
        max | ??????????*) ;;
        *) [ "$limit" -ge 536870912 ] || exit 0 ;;
      esac
    done
    exit 1
  )
}

# dump_archive FILE: writes one there, without running anything; else says why not. A whole archive, not one
# on top of Java's own: only such a one may hold the classes of Picocli, which are compiled for a Java that
# is too old for the other kind; and not every Java has one of its own.
dump_archive() {
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  $beside "$java" -Xshare:dump -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC \
    -XX:SharedClassListFile="$list" -XX:SharedArchiveFile="$1" -cp "$jar" >"$1.log" 2>&1 || {
    echo "$java made no archive:" >&2
    tail -n 20 "$1.log" >&2
    return 1
  }
}

# Java says nothing of an archive that it cannot use, so this looks whether it does.
is_used() {
  $beside "$java" -XX:SharedArchiveFile="$1" -XX:+UseSerialGC -Xlog:disable -Xlog:class+load:stderr \
    -jar "$jar" --version 2>&1 | grep -q 'tapvirtuous.*shared objects file' && return
  echo "$java does not use the archive that it made, so there is none." >&2
  # Of a class's source Java compares the escaped path, until Java 24 (JDK-8339460).
  case $jar in
    *[!A-Za-z0-9/._~-]*) echo "Java 17 archives no class of a jar whose path has a space or a letter outside ASCII:" \
      "take Java 24 or newer, or another folder than ${jar%/*}." >&2 ;;
  esac
  return 1
}
