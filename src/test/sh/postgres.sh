# shellcheck shell=sh
# Sourced by the scripts beside it. Starts a PostgreSQL server of its own, in a temporary folder and
# on loopback alone, and sees that it ends with them. The machine's own servers are left alone.

. src/test/sh/packages.sh

postgres=

# The newest that is installed; Debian keeps its programs off the PATH.
find_postgres() {
  programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5 -n | tail -n 1)
  [ -x "$programs/initdb" ] || programs=$(dirname "$(command -v initdb)")
  [ -x "$programs/initdb" ] && command -v psql >/dev/null
}

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    (cd "$postgres" && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

stop_postgres() {
  if [ -n "$postgres" ]; then
    as_owner "$programs/pg_ctl" -D "$postgres/data" -m immediate stop >/dev/null 2>&1 || :
    rm -rf "$postgres"
    postgres=
  fi
}

trap stop_postgres EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

postgres_failed() {
  echo "PostgreSQL does not start:" >&2
  tail -n 20 "$postgres"/*.log >&2
  exit 1
}

# start_postgres PYTHON: sets $postgres_port, to which the user "tap" may connect without a password.
start_postgres() {
  find_postgres || { install_packages postgresql && find_postgres; } || {
    echo "PostgreSQL is missing: install Debian's package postgresql." >&2
    exit 1
  }
  postgres=$(mktemp -d)
  [ "$(id -u)" != 0 ] || chown postgres "$postgres"
  as_owner "$programs/initdb" -D "$postgres/data" -U tap -A trust -E UTF8 --no-locale --no-sync \
    >"$postgres/initdb.log" 2>&1 || postgres_failed
  tries=0
  until start_server "$1"; do
    tries=$((tries + 1))
    [ "$tries" -lt 3 ] || postgres_failed # the port may just have been taken by another
  done
}

start_server() {
  postgres_port=$("$1" -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
  as_owner "$programs/pg_ctl" -D "$postgres/data" -l "$postgres/server.log" -w start -o \
    "-p $postgres_port -k '$postgres' -c listen_addresses=127.0.0.1 -c fsync=off" \
    >/dev/null 2>&1
}
