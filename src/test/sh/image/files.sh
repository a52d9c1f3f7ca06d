# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. What the image is made of, and what its user may do there.

check_files() {
  print_layers
  look_for_secrets
  check_rights
  check_archive
}

print_layers() {
  docker image inspect --format '{{.Size}}' "$image" | awk '{ printf "  %.0f MB in all; what is on top of the base:\n", $1 / 1e6 }'
  docker history --no-trunc --format '{{.Size}}|{{.CreatedBy}}' "$image" | awk -F '|' '
    /JAVA_HOME=/ { exit }
    $1 !~ /^0 ?B$/ { sub(/ *(# buildkit)? *$/, "", $2); print "  " $1 " to" substr($2, match($2, / [^ ]*$/)) }'
}

# holds TEXT: whether a layer, or what the image says of itself, has it; layers may be zipped.
holds() {
  find "$work/layers" -type f | while read -r file; do
    { gzip -dcf "$file" 2>/dev/null || :; } | grep -aqF -e "$1" && echo "$file"
  done | grep -q .
}

look_for_secrets() {
  mkdir "$work/layers"
  docker save "$image" | tar -xf - -C "$work/layers"
  holds 'Runs tap-virtuous. It builds nothing' && holds 'AIRBYTE_ENTRYPOINT=' || fail "the layers cannot be searched."
  ! holds "$secret" || fail "a layer has a secret of whoever built it."
  ! holds "$HOME/.m2" || fail "a layer tells where Maven keeps what it fetched."
  rm -rf "$work/layers"
  echo "  no secret of whoever built it, in no layer"
}

check_rights() {
  said=$(docker run --rm --pull=never --network=none --entrypoint sh "$image" -c 'id -u && id -g')
  [ "$said" = "$(printf '1000\n1000')" ] || fail "it runs as $said."
  # But for what every system has, and the home of the base's own user 1000.
  writable=$(docker run --rm --pull=never --network=none --entrypoint find "$image" / -xdev -writable \
    -not -path '/tmp*' -not -path '/var/tmp*' -not -path '/run/lock*' -not -path /var/lock -not -path '/home/*' \
    -not -path '/proc/*' -not -path '/dev/*' 2>/dev/null || :)
  [ -z "$writable" ] || fail "its user may change $writable."
  echo "  user 1000, who may change nothing there"
}

# Java says nothing of an archive that it cannot use. With another collector and a heap of another size than
# those of the training, too.
check_archive() {
  for options in '' -Xmx128m -XX:+UseParallelGC; do
    loaded=$(run --env "JAVA_OPTS=$options -Xlog:class+load:stderr" "$image" --about 2>&1 >/dev/null |
      grep -c 'tapvirtuous.*shared objects file' || :)
    read_anew=$(run --env "JAVA_OPTS=$options -Xlog:class+load:stderr" "$image" --about 2>&1 >/dev/null |
      grep -c 'tapvirtuous.*source: \(jar\|file\):' || :)
    [ "$loaded" -gt 10 ] && [ "$read_anew" -lt 10 ] ||
      fail "of the tap's classes $loaded came from the archive and $read_anew did not, with JAVA_OPTS=$options."
  done
  said=$(run "$image" --version 2>&1)
  case $said in
    "tap-virtuous "*[!0-9.]* | [!t]*) fail "--version says: $said" ;;
  esac
  echo "  $said starts from its class-data archive, without a word"
}
