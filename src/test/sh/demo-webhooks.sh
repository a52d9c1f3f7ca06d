#!/bin/sh
# Shows changes on their way: a simulated Virtuous tells the built tap's receiver of them, and a sync
# brings the rows they are about. Leaves no process and no file behind; ends with 1 if a change is
# missing.
#
#   ROWS   of each table that has pages, 1000 by default
set -eu

cd "$(dirname -- "$0")/../../.."
classes=target/test-classes
jar=target/tap-virtuous.jar
demo=target/demo-webhooks
rm -rf "$demo"
mkdir -p "$demo"

. src/test/sh/stand-in.sh

receiver=
end_all() {
  if [ -n "$receiver" ]; then
    kill "$receiver" 2>/dev/null || :
    wait "$receiver" 2>/dev/null || :
  fi
  stop_stand_in
  rm -rf "$demo"
}
trap end_all EXIT

# fail SENTENCE FILE: with the end of a log.
fail() {
  echo "$1; the end of its log:" >&2
  tail -n 20 "$2" >&2
  exit 1
}

# tap ARGUMENT...: shows the command, and runs it; its log is only for when it fails.
exec 3>&1
tap() {
  echo "bin/tap-virtuous $*" >&3
  bin/tap-virtuous "$@" 2>"$demo/tap.log" || fail "It failed" "$demo/tap.log"
}

# fetch METHOD URL
fetch() {
  "$java" -cp "$classes" io.github.tapvirtuous.standin.server.Fetch "$@"
}

# change VERB TABLE COUNT: notes each changed row as a line "TABLE KEY", in a file named for the verb.
change() {
  keys=$(fetch POST "${base_url%/api/}/_control/$1?table=$2&count=$3" | tr -d '{}[]" ' | sed 's/^keys://')
  echo "$keys" | tr ',' '\n' | sed "s/^/$2 /" >>"$demo/$1"
  echo "  $2: $1 $keys"
}

# keep_state MESSAGES: as a target hands on the last one.
keep_state() {
  sed -n 's/^{"type":"STATE","value":\(.*\)}$/\1/p' "$1" | tail -n 1 >"$demo/state.new"
  mv "$demo/state.new" "$demo/state.json"
}

# stored: how many events the receiver has answered for.
stored() {
  fetch GET "$admin/metrics" | awk '/^tap_virtuous_webhook_events_stored_total/ { sum += $NF }
    END { print int(sum) }'
}

start_receiver() {
  bin/tap-virtuous webhook receive --config "$demo/config.json" --listen 127.0.0.1:0 \
    --path /virtuous/5f3a 2>"$demo/receiver.log" </dev/null &
  receiver=$!
  tries=0
  until grep -qs 'Takes events at ' "$demo/receiver.log"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 3000 ] || ! kill -0 "$receiver" 2>/dev/null; then
      fail "The receiver does not start" "$demo/receiver.log"
    fi
    sleep 0.1 2>/dev/null || sleep 1
  done
  address=$(sed -n 's/.*Takes events at \(http[^ ;]*\).*/\1/p' "$demo/receiver.log")
  admin=${address%/virtuous/5f3a}
}

start_stand_in "$demo" --rows "${ROWS:-1000}"
head -c 32 /dev/urandom | od -A n -t x1 | tr -d ' \n' >"$demo/secret"
cat >"$demo/config.json" <<EOF
{
  "api_key": "demo-key", "base_url": "$base_url",
  "tables": ["contacts", "contact_notes", "gifts", "projects"],
  "webhook": {"inbox": "$demo/inbox.db", "secret_files": ["$demo/secret"]}
}
EOF
echo "A simulated Virtuous listens on $base_url, with made-up data only."
echo

echo "1. A receiver: takes events, and keeps them in an inbox, which is a file."
echo "bin/tap-virtuous webhook receive --config $demo/config.json --listen 127.0.0.1:0 --path /virtuous/5f3a"
start_receiver
echo "  It takes events at $address."
echo

echo "2. A webhook: Virtuous tells the receiver of changes, signed."
tap webhook create --config "$demo/config.json" --url "$address" \
  --secret-file "$demo/secret" --meta "$demo/webhook.json" >"$demo/created.json"
sed 's/^/  /' "$demo/created.json"
echo

echo "3. A first sync: whole tables, by the API."
tap --config "$demo/config.json" >"$demo/first.jsonl"
keep_state "$demo/first.jsonl"
echo "  $(grep -c '^{"type":"RECORD"' "$demo/first.jsonl") records; $demo/state.json is where it stands."
echo

echo "4. People change, add and delete rows in Virtuous:"
change modify gifts 3
change insert gifts 2
change delete gifts 1
change modify contacts 2
change archive contacts 1
change delete contact_notes 1
change insert projects 1
expected=$(cat "$demo/modify" "$demo/insert" "$demo/delete" "$demo/archive" | wc -l | tr -d " ")
tries=0
until [ "$(stored)" -ge "$expected" ]; do
  tries=$((tries + 1))
  [ "$tries" -le 600 ] || fail "Of $expected events, $(stored) arrived" "$demo/receiver.log"
  sleep 0.1 2>/dev/null || sleep 1
done
echo "  The receiver has answered for $expected events. They wait in the inbox:"
tap webhook inbox --config "$demo/config.json" --format text >"$demo/waiting"
sed 's/^/  /' "$demo/waiting"
echo

echo "5. A sync of what changed, and of nothing else; one like it may run every few minutes."
echo "TAP_VIRTUOUS_WEBHOOK_ONLY=true \\"
export TAP_VIRTUOUS_WEBHOOK_ONLY=true
tap --config "$demo/config.json" --config ENV --state "$demo/state.json" >"$demo/changes.jsonl"
keep_state "$demo/changes.jsonl"
sort "$demo/delete" >"$demo/gone"
sort -u "$demo/modify" "$demo/insert" "$demo/archive" | comm -23 - "$demo/gone" >"$demo/whole"
awk -f src/test/sh/demo-webhooks.awk "$demo/whole" "$demo/gone" "$demo/changes.jsonl"
sed -n 's/^INFO \(all [0-9]* streams\)/  \1/p' "$demo/tap.log"
echo

echo "6. Another one: nothing has changed since."
tap --config "$demo/config.json" --config ENV --state "$demo/state.json" >"$demo/none.jsonl"
records=$(grep -c '^{"type":"RECORD"' "$demo/none.jsonl" || :)
echo "  $records records"
[ "$records" = 0 ]
echo

echo "7. The end: no webhook is left in Virtuous, and the receiver stops in good order."
unset TAP_VIRTUOUS_WEBHOOK_ONLY
tap webhook delete --config "$demo/config.json" --meta "$demo/webhook.json" >"$demo/deleted.json"
sed 's/^/  /' "$demo/deleted.json"
kill "$receiver"
wait "$receiver" || fail "The receiver ended with $?" "$demo/receiver.log"
receiver=
echo "  It ended with 0. No process and no file of this demo is left."
