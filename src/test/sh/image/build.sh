# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. Builds the image, in an environment and a folder with secrets in them, and looks for
# those in all of its layers.

secret=canary-$$-$(od -A n -N 8 -t x1 /dev/urandom | tr -d ' \n')

# A checkout in which somebody has worked.
make_context() {
  context=$work/context
  mkdir "$context"
  tar --exclude=./target --exclude=./.git -cf - . | tar -xf - -C "$context"
  for file in config.json .env state.json sandbox.json hooks/secret src/main/resources/.env; do
    mkdir -p "$(dirname "$context/$file")"
    printf '{"api_key": "%s"}\n' "$secret" >"$context/$file"
  done
  rm "$context/src/main/resources/.env"
}

build_image() {
  make_context
  set -- --tag "$image"
  if [ "$engine" = podman ]; then
    # Maven's way out of this machine, and what it fetched before; no layer has any of it.
    set -- "$@" --pull=never --volume /etc/ssl/certs:/etc/ssl/certs:ro --volume "$HOME/.m2:/root/.m2"
  fi
  echo "Building the image with $engine ..."
  TAP_VIRTUOUS_API_KEY=$secret docker build "$@" "$context" >"$out/build.log" 2>&1 || {
    tail -n 40 "$out/build.log" >&2
    exit 1
  }
  rm -rf "$context"
}
