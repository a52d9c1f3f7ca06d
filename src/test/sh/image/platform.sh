# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. The image as a source of Airbyte's. The platform starts what AIRBYTE_ENTRYPOINT says in
# a shell of the container, with its files read-only and both streams in named pipes.

check_platform() {
  start_stand_in "$work" --rows 300
  write_tap_config config.json ', "tables": ["gifts", "contacts", "segments"]'
  airbyte spec && expect_one SPEC
  airbyte check --config /config/config.json && expect_one CONNECTION_STATUS
  grep -q '"status":"SUCCEEDED"' "$work/stdout" || fail "check failed." "$work/stdout"
  airbyte discover --config /config/config.json && expect_one CATALOG
  configure_catalog
  airbyte read --config /config/config.json --catalog /config/catalog.json
  check_read 600 100000
  keep_states
  airbyte read --config /config/config.json --catalog /config/catalog.json --state /config/states.json
  check_read 0 599
  stop_stand_in
  stop_the_read
}

# Who reads a pipe that nobody opened would wait for ever.
reads_out= reads_err=
stop_readers() {
  for reader in $reads_out $reads_err; do
    kill "$reader" 2>/dev/null || :
  done
}

# airbyte ARGUMENT...: as the platform starts it.
airbyte() {
  pipes=$work/pipes
  rm -rf "$pipes"
  mkdir "$pipes"
  mkfifo "$pipes/stdout" "$pipes/stderr"
  chmod a+rx "$pipes"
  chmod a+rw "$pipes/stdout" "$pipes/stderr"
  cat "$pipes/stdout" >"$work/stdout" &
  reads_out=$!
  cat "$pipes/stderr" >"$work/stderr" &
  reads_err=$!
  run --env JAVA_OPTS=-Xmx160m --memory 512m --volume "$pipes:/pipes" --entrypoint sh "$image" \
    -c "(eval \"\$AIRBYTE_ENTRYPOINT $*\" 2>/pipes/stderr >/pipes/stdout)" || fail "$1 ended with $?." "$work/stdout"
  wait "$reads_out" "$reads_err"
  reads_out= reads_err=
  [ ! -s "$work/stderr" ] || fail "$1 says something on stderr." "$work/stderr"
  ! grep -v '^{"type":"[A-Z_]*"' "$work/stdout" >&2 || fail "not all that $1 says is Airbyte's."
}

# expect_one TYPE: the answer of a verb, whose log may say more.
expect_one() {
  [ "$(grep -c "^{\"type\":\"$1\"" "$work/stdout")" = 1 ] || fail "there is no $1." "$work/stdout"
  echo "  $1, $(grep "^{\"type\":\"$1\"" "$work/stdout" | wc -c | tr -d ' ') bytes"
}

understand() {
  python3 src/test/sh/image/platform.py "$@"
}

# Chooses all streams of the catalog, as the platform does for somebody who wants them all.
configure_catalog() {
  cp "$work/stdout" "$work/catalog.jsonl"
  grep '^{"type":"CATALOG"' "$work/catalog.jsonl" | understand configure >"$work/config/catalog.json"
}

keep_states() {
  understand states <"$work/stdout" >"$work/config/states.json"
}

# check_read FEWEST MOST: how many records came.
check_read() {
  said=$(understand summary <"$work/stdout") || fail "the read went wrong: $said." "$work/stdout"
  count=${said%% *}
  [ "$count" -ge "$1" ] && [ "$count" -le "$2" ] || fail "the read brought $said, not $1 to $2."
  echo "  read: $said"
}

# The platform ends a job by a signal: the last state that it got is true, and the next read goes on.
stop_the_read() {
  start_stand_in "$work" --rows gifts=3000 --latency-ms 50
  write_tap_config config.json ', "tables": ["gifts"], "page_size": 20, "max_concurrent_requests": 1'
  grep '^{"type":"CATALOG"' "$work/catalog.jsonl" | understand configure gifts >"$work/config/catalog.json"
  start read "$image" read --config /config/config.json --catalog /config/catalog.json
  eventually grep -q '^{"type":"STATE"' "$work/read.out" || fail "no state came." "$work/read.err"
  stop_container TERM
  [ "$ended" = 143 ] || fail "a read that SIGTERM stops ends with $ended." "$work/read.out"
  understand summary <"$work/read.out" >"$work/said" || :
  understand states <"$work/read.out" >"$work/config/states.json"
  first=$(cut -d ' ' -f 1 "$work/said")
  [ "$(sed 's/.* tell \([0-9]*\);.*/\1/' "$work/said")" = "$first" ] || fail "the last state is not that of the last record: $(cat "$work/said")."
  [ "$first" -lt 3000 ] || fail "it was over before it was stopped."
  echo "  SIGTERM: 143, and a state behind the last of $first records"
  stop_stand_in
}
