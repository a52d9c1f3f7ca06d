# shellcheck shell=sh disable=SC2154
# Sourced by the scripts beside it. Starts a simulated Virtuous and sees that it ends with them.
#
#   classes, jar   its class path, set by whoever sources this

java=${TAP_VIRTUOUS_JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/}java}
stand_in=

# The tap's way to the stand-in is no proxy's business.
export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1

stop_stand_in() {
  if [ -n "$stand_in" ]; then
    kill "$stand_in" 2>/dev/null || :
    wait "$stand_in" 2>/dev/null || :
    stand_in=
  fi
}

trap stop_stand_in EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# start_stand_in FOLDER OPTION...: sets $base_url; its files go to the folder.
start_stand_in() {
  folder=$1
  shift
  rm -f "$folder/port"
  "$java" -cp "$classes:$jar" io.github.tapvirtuous.standin.server.StandInServer \
    --port 0 --port-file "$folder/port" "$@" 2>"$folder/stand-in.log" </dev/null &
  stand_in=$!
  tries=0
  while [ ! -f "$folder/port" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 3000 ] || ! kill -0 "$stand_in" 2>/dev/null; then
      echo "The stand-in does not start:" >&2
      cat "$folder/stand-in.log" >&2
      exit 1
    fi
    sleep 0.1 2>/dev/null || sleep 1
  done
  base_url=http://127.0.0.1:$(cat "$folder/port")/api/
}

# write_config FILE
write_config() {
  printf '{"api_key": "demo-key", "base_url": "%s"}\n' "$base_url" >"$1"
}
