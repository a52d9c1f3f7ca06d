# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. The image in a pipe, as a Singer tap.

check_singer() {
  start_stand_in "$work" --rows 300
  write_tap_config config.json ''
  compare_with_the_built_tap
  pipe_into_a_target
  call_as_meltano_does
  stop_stand_in
  stop_in_the_middle
}

# But for when each was read.
records() {
  grep '^{"type":"RECORD"' "$1" | sed 's/,"time_extracted":"[^"]*"}$/}/' | sort
}

compare_with_the_built_tap() {
  run "$image" --config /config/config.json >"$work/image.jsonl" 2>"$work/image.log" ||
    fail "the sync failed." "$work/image.log"
  bin/tap-virtuous --config "$work/config/config.json" >"$work/built.jsonl" 2>"$work/built.log" ||
    fail "the sync of the built tap failed." "$work/built.log"
  records "$work/image.jsonl" >"$work/image.records"
  records "$work/built.jsonl" >"$work/built.records"
  cmp "$work/image.records" "$work/built.records" || fail "it says other records than the built tap."
  ! grep -v '^{"type":"[A-Z_]*"' "$work/image.jsonl" >&2 || fail "not all of that is Singer."
  echo "  $(wc -l <"$work/image.records") records of $(cut -d '"' -f 8 "$work/image.records" | uniq | wc -l) streams, the same as from the built tap"
}

# Target-jsonl where `make test-ecosystem` has installed it, else one that only keeps and answers states.
pipe_into_a_target() {
  target=target/ecosystem/jsonl/bin/target-jsonl
  mkdir "$work/target"
  if [ -x "$target" ]; then
    printf '{"destination_path": "%s"}\n' "$work/target" >"$work/target.json"
    set -- "$target" --config "$work/target.json"
  else
    target='a made-up target'
    set -- awk -v folder="$work/target" '
      /^\{"type":"RECORD"/ { split($0, part, "\""); print >folder "/" part[8] ".jsonl" }
      /^\{"type":"STATE"/ { state = $0 }
      END { sub(/^\{"type":"STATE","value":/, "", state); sub(/}$/, "", state); print state }'
  fi
  run "$image" --config /config/config.json 2>"$work/image.log" | "$@" >"$work/states" 2>"$work/target.log" ||
    fail "$target failed." "$work/target.log"
  stored=$(cat "$work"/target/*.jsonl | wc -l | tr -d ' ')
  [ "$stored" = "$(wc -l <"$work/image.records" | tr -d ' ')" ] || fail "$target stored $stored records." "$work/target.log"
  tail -n 1 "$work/states" >"$work/config/state.json"
  run "$image" --config /config/config.json --state /config/state.json >"$work/again.jsonl" 2>"$work/image.log" ||
    fail "it does not take the state of $target." "$work/image.log"
  grep -q '^{"type":"STATE".*"bookmarks"' "$work/again.jsonl" || fail "it goes on with no state." "$work/image.log"
  echo "  $(basename "$target") stored all of them, and the next run took its state"
}

# By the script of docs/image.md, in a project with files that nobody else may read.
call_as_meltano_does() {
  mkdir "$work/project"
  awk '/^## As a Meltano/ { here = 1 } here && code && /^```$/ { exit } code { print } here && /^```sh$/ { code = 1 }' \
    docs/image.md | sed "s/ tap-virtuous \"/ $image \"/" >"$work/project/tap"
  chmod 700 "$work/project/tap"
  (cd "$work/project" && umask 077 && export TAP_VIRTUOUS_API_KEY=demo-key &&
    printf '{"base_url": "%s"}\n' "$base_url" >config.json &&
    ./tap --config config.json --config ENV --discover >tap.properties.json &&
    ./tap --config config.json --config ENV --catalog tap.properties.json >messages.jsonl) 2>"$work/project.log" ||
    fail "the script for Meltano failed." "$work/project.log"
  records "$work/project/messages.jsonl" | cmp - "$work/image.records" || fail "the script for Meltano brings other records."
  echo "  by the script for Meltano: the same"
}

stop_in_the_middle() {
  start_stand_in "$work" --rows gifts=3000 --latency-ms 50
  write_tap_config config.json ', "tables": ["gifts"], "page_size": 20, "max_concurrent_requests": 1'
  start sync "$image" --config /config/config.json
  eventually grep -q '^{"type":"RECORD"' "$work/sync.out" || fail "no record came." "$work/sync.err"
  stop_container TERM
  stop_stand_in
  [ "$ended" = 143 ] || fail "a sync that SIGTERM stops ends with $ended." "$work/sync.err"
  tail -n 1 "$work/sync.out" | grep -q '^{"type":"STATE"' || fail "its last line is no state." "$work/sync.err"
  came=$(grep -c '^{"type":"RECORD"' "$work/sync.out")
  [ "$came" -lt 3000 ] || fail "it was over before it was stopped."
  echo "  SIGTERM: 143, and a state behind the last of $came records"
}
