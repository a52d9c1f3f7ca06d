# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. Runs the image as strictly as a careful platform does.

container=

# run OPTION... IMAGE ARGUMENT...: with no rights, nothing to write to, and the network of this
# machine, where the stand-in is.
run() {
  docker run --rm --pull=never --network=host --cap-drop=ALL --security-opt=no-new-privileges \
    --read-only --volume "$work/config:/config:ro" "$@"
}

# start OPTION... IMAGE ARGUMENT...: in the background, as $container; what it says goes to the folder of
# this run, as NAME.out and NAME.err.
start() {
  name=$1
  shift
  container=tap-virtuous-$name-$$
  run --name "$container" "$@" >"$work/$name.out" 2>"$work/$name.err" </dev/null &
  running=$!
}

# stop_container [SIGNAL]: sets $ended to its exit code.
stop_container() {
  ended=
  if [ -n "$container" ]; then
    docker kill --signal "${1:-KILL}" "$container" >/dev/null 2>&1 || :
    wait "$running" && ended=0 || ended=$?
    container=
  fi
}

# write_tap_config NAME MORE: a config of the stand-in that anybody may read and nobody may change.
write_tap_config() {
  printf '{"api_key": "demo-key", "base_url": "%s"%s}\n' "$base_url" "$2" >"$work/config/$1"
  chmod 444 "$work/config/$1"
}

# eventually COMMAND...: until it succeeds.
eventually() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ "$tries" -le 300 ] || return 1
    sleep 0.1
  done
}
