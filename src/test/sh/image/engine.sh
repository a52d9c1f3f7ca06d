# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. `docker` is Docker where its engine answers; else it is podman, with a storage of its
# own, on stand-ins of the bases: there is no registry to ask.
#
#   out, work   folders for what is kept, and for what is not; set by image.sh

. src/test/sh/packages.sh

choose_engine() {
  if command docker info >/dev/null 2>&1; then
    engine=Docker
    return
  fi
  engine=podman
  install_tools podman runc mmdebstrap
  configure_podman
  # Also for the scripts and recipes that are tried.
  mkdir -p "$work/bin"
  printf '#!/bin/sh\nexec podman "$@"\n' >"$work/bin/docker"
  chmod a+x "$work/bin/docker"
  PATH=$work/bin:$PATH
}

# install_tools PACKAGE...: those whose program is missing.
install_tools() {
  missing=
  for tool in "$@"; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  # shellcheck disable=SC2086 # words on purpose
  [ -z "$missing" ] || install_packages $missing || {
    echo "No Docker engine answers, and$missing cannot be installed: as root, Debian's packages of these names." >&2
    exit 1
  }
}

# Podman's own settings ask for more than a machine within a machine gives: crun, systemd's cgroups and
# more processes and files than root may have there.
configure_podman() {
  storage=$PWD/$out/storage
  mkdir -p "$storage"
  # Podman remembers where the storage was used first, and goes there again.
  run_root=$PWD/$out/run
  cat >"$work/containers.conf" <<END
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "none"
END
  cat >"$work/storage.conf" <<END
[storage]
driver = "overlay"
graphroot = "$storage"
runroot = "$run_root"
END
  echo 'unqualified-search-registries = ["docker.io"]' >"$work/registries.conf"
  echo '{"default": [{"type": "insecureAcceptAnything"}]}' >"$work/policy.json"
  export CONTAINERS_CONF="$work/containers.conf" CONTAINERS_STORAGE_CONF="$work/storage.conf" \
    CONTAINERS_REGISTRIES_CONF="$work/registries.conf" BUILDAH_ISOLATION=chroot
}

# Keeps the bases and the image, and nothing else.
leave_engine() {
  [ "${engine:-}" != podman ] || {
    podman image prune --force >/dev/null 2>&1 || :
    rm -rf "$run_root"
  }
}
