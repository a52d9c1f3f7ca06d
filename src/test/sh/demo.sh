#!/bin/sh
# Shows the built tap at work: check, discover, sync, all against a simulated Virtuous.
#
#   ROWS   of each table that has pages, 1000 by default
set -eu

cd "$(dirname -- "$0")/../../.."
classes=target/test-classes
jar=target/tap-virtuous.jar
demo=target/demo
rm -rf "$demo"
mkdir -p "$demo"

. src/test/sh/stand-in.sh

# step NAME COMMAND...: stops the demo with the end of the log if the command fails.
step() {
  name=$1
  shift
  if ! "$@" 2>>"$demo/tap.log"; then
    echo "$name failed; the end of $demo/tap.log:" >&2
    tail -n 20 "$demo/tap.log" >&2
    exit 1
  fi
}

start_stand_in "$demo" --rows "${ROWS:-1000}"
write_config "$demo/config.json"
echo "A simulated Virtuous listens on $base_url, with made-up data only."
echo

echo "bin/tap-virtuous check --config $demo/config.json"
step check bin/tap-virtuous check --config "$demo/config.json" >"$demo/check.json"
echo "  $(sed 's/.*"message" *: *"\([^"]*\)".*/\1/' "$demo/check.json")"

echo "bin/tap-virtuous --config $demo/config.json --discover > $demo/catalog.json"
step discover bin/tap-virtuous --config "$demo/config.json" --discover >"$demo/catalog.json"
echo "  $(grep -o '"tap_stream_id"' "$demo/catalog.json" | wc -l | tr -d ' ') streams"

echo "bin/tap-virtuous --config $demo/config.json --catalog $demo/catalog.json > $demo/messages.jsonl"
step sync bin/tap-virtuous --config "$demo/config.json" --catalog "$demo/catalog.json" \
  >"$demo/messages.jsonl"
stop_stand_in
echo

awk -f src/test/sh/demo.awk "$demo/tap.log" "$demo/messages.jsonl"
echo
echo "The messages lie in $demo/messages.jsonl, the log in $demo/tap.log."
echo "Behind a target, keep the last state that it prints, for the next run:"
echo "  ... | target > new-state.jsonl; grep '}\$' new-state.jsonl | tail -n 1 > state.new"
echo "  [ -s state.new ] && mv state.new state.json"
