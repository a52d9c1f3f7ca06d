#!/bin/sh
# Holds docs/kubernetes to what it promises.
#
#   kubernetes.sh validate      to Kubernetes' schemas, and to the options and settings of the built tap
#   kubernetes.sh run [IMAGE]   runs its commands against a simulated Virtuous: as they are, with a real
#                               target, or in containers of an image, with a made-up one
#
#   CONTAINER_RUN   how a container is run, with options that the machine needs: "docker run" by default
set -eu

cd "$(dirname -- "$0")/../../.."
what=${1:-}
sh src/test/sh/environment.sh kubernetes
tests=src/test/ecosystem/kubernetes
python=target/ecosystem/kubernetes/bin/python
export PYTHONDONTWRITEBYTECODE=1

# Processes of the tap, the stand-in and PostgreSQL, on loopback alone.
run() {
  classes=target/test-classes
  # shellcheck disable=SC2034 # for stand-in.sh
  jar=target/tap-virtuous.jar
  . src/test/sh/stand-in.sh
  . src/test/sh/postgres.sh
  work=$(mktemp -d)
  chmod a+x "$work"
  trap 'stop_stand_in; stop_postgres; rm -rf "$work"' EXIT
  start_stand_in "$work" --rows 300 --rate-limit 90000
  start_postgres "$python"
  if [ $# = 0 ]; then
    sh src/test/sh/environment.sh meltanolabs-postgres
    PATH=$PWD/target/ecosystem/meltanolabs-postgres/bin:$PATH
  fi
  BASE_URL=$base_url POSTGRES_PORT=$postgres_port CONTAINER_RUN=${CONTAINER_RUN:-docker run} \
    "$python" "$tests/run.py" "$work" "$@"
}

case $what in
  validate) "$python" "$tests/validate.py" ;;
  run)
    shift
    run "$@"
    ;;
  *)
    sed -n 's/^#  *kubernetes.sh/usage: kubernetes.sh/p' "$0" >&2
    exit 2
    ;;
esac
