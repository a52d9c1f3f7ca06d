# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. The image with as little memory as a container of a small cluster has.

check_memory() {
  limited='--memory 256m --memory-swap 256m'
  told=
  if ! is_near 154 ''; then
    echo "  No container gets less memory here than the machine has, so Java alone is told of 256 MB."
    limited=
    told=-XX:MaxRAM=256m
  fi
  is_near 154 '' && is_near 100 -Xmx100m && is_near 192 -XX:MaxRAMPercentage=75 ||
    fail "the heap is $heap MB, which it should not be."
  echo "  154 MB of it are for Java's heap; with JAVA_OPTS=-Xmx100m 100, with -XX:MaxRAMPercentage=75 192"
  start_stand_in "$work" --rows gifts=100000
  write_tap_config config.json ', "tables": ["gifts"]'
  sync_gifts
  write_tap_config config.json ', "tables": ["gifts"], "page_size": 1000, "max_concurrent_requests": 16'
  sync_gifts
  stop_stand_in
}

# is_near MEGABYTES OPTION: whether the heap, $heap, is about as large with such JAVA_OPTS.
is_near() {
  # shellcheck disable=SC2086 # words on purpose
  heap=$(run $limited --env "JAVA_OPTS=$told $2 -XX:+PrintFlagsFinal" "$image" --version 2>&1 |
    awk '$2 == "MaxHeapSize" { printf "%d", $4 / 1048576 }')
  [ "${heap:-0}" -ge $(($1 - 4)) ] && [ "${heap:-0}" -le $(($1 + 4)) ]
}

# The program's own peak, looked at until it ends; and the container's, in one of the two places in which a
# kernel tells of it.
sync_gifts() {
  # shellcheck disable=SC2086,SC2016 # words on purpose; for the shell in there
  run $limited --env "JAVA_OPTS=$told" --tmpfs /tmp --entrypoint sh "$image" -c '
    tap-virtuous --config /config/config.json 2>/tmp/log &
    while grep VmHWM "/proc/$!/status" >/tmp/now; do cp /tmp/now /tmp/peak; sleep 0.2; done
    wait "$!"
    code=$?
    cat /tmp/log /tmp/peak >&2
    sed "s/^/container /" /sys/fs/cgroup/memory.peak /sys/fs/cgroup/memory/memory.max_usage_in_bytes >&2 2>/dev/null
    exit "$code"' 2>"$work/memory" | awk '/^\{"type":"RECORD"/ { n++ } END { print n }' >"$work/count"
  [ "$(cat "$work/count")" = 100000 ] || fail "of 100000 gifts $(cat "$work/count") came." "$work/memory"
  ! grep -E 'WARN|ERROR' "$work/memory" || fail "that was not without trouble."
  sed -n 's/^INFO gifts: \(.*\), dropped.*/  \1/p' "$work/memory"
  awk '/^VmHWM/ { printf "  at most %.0f MB of memory", $2 / 1024 }
    /^container/ { printf ", %.0f MB in the container", $2 / 1048576 } END { print "" }' "$work/memory"
}
