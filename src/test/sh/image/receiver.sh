# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. The image as a receiver of webhooks, with its inbox on a volume.

check_receiver() {
  start_stand_in "$work" --rows gifts=50,contacts=50
  mkdir "$work/inbox"
  head -c 32 /dev/urandom | od -A n -t x1 | tr -d ' \n' >"$work/config/secret"
  chmod 444 "$work/config/secret"
  chown 1000:1000 "$work/inbox" 2>/dev/null || chmod a+rwx "$work/inbox"
  write_tap_config hooks.json ', "tables": ["gifts", "contacts"], "webhook":
    {"inbox": "/inbox/inbox.db", "secret_files": ["/config/secret"], "only": true}'
  receive_events
  sync_events
  stop_stand_in
}

# with_inbox COMMAND OPTION...: where nothing but the inbox can be written to, not even /tmp; so no library of
# SQLite's can be unpacked. Podman alone makes such places unless it is told not to.
with_inbox() {
  command=$1
  shift
  [ "$engine" = Docker ] || set -- --read-only-tmpfs=false "$@"
  "$command" --volume "$work/inbox:/inbox" "$@"
}

receive_events() {
  started='--config /config/hooks.json --listen 127.0.0.1:0 --path /virtuous/5f3a'
  # shellcheck disable=SC2086 # words on purpose
  with_inbox start_receiver "$image" webhook receive $started
  eventually grep -q 'Takes events at ' "$work/receive.err" || fail "the receiver does not start." "$work/receive.err"
  address=$(sed -n 's/.*Takes events at \(http[^ ;]*\).*/\1/p' "$work/receive.err")
  run "$image" webhook create --config /config/hooks.json --url "$address" --secret-file /config/secret \
    >"$work/created.json" 2>"$work/create.err" || fail "no webhook can be made." "$work/create.err"
  change modify gifts 3
  change insert contacts 2
  eventually stored 5 || fail "of 5 events $(stored_events) arrived." "$work/receive.err"
  docker exec "$container" cat /proc/1/maps | grep -q ' /opt/tap-virtuous/lib/libraries/libsqlitejdbc.so$' ||
    fail "SQLite's library is not the one that was unpacked when the image was built."
  stop_container TERM
  [ "$ended" = 0 ] || fail "the receiver ended with $ended." "$work/receive.err"
  echo "  5 events of a simulated Virtuous are in the inbox; SIGTERM: 0"
}

start_receiver() {
  start receive "$@"
}

change() {
  fetch POST "${base_url%/api/}/_control/$1?table=$2&count=$3" >/dev/null
}

stored() {
  [ "$(stored_events)" -ge "$1" ]
}

stored_events() {
  fetch GET "${address%/virtuous/5f3a}/metrics" | awk '/^tap_virtuous_webhook_events_stored_total/ { sum += $NF }
    END { print int(sum) }'
}

sync_events() {
  with_inbox run "$image" --config /config/hooks.json >"$work/events.jsonl" 2>"$work/events.err" ||
    fail "the sync of the inbox failed." "$work/events.err"
  [ "$(records "$work/events.jsonl" | wc -l | tr -d ' ')" = 5 ] || fail "not all rows came." "$work/events.err"
  echo "  a sync took them out, and brought the 5 rows that they tell of"
}

# fetch METHOD URL
fetch() {
  "$java" -cp "$classes" io.github.tapvirtuous.standin.server.Fetch "$@"
}
