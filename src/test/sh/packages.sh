# shellcheck shell=sh
# Sourced by the scripts beside it. Installs what the machine lacks, where that is allowed.

# install_packages PACKAGE...: Debian's, as root or by a sudo that asks for no password.
install_packages() {
  command -v apt-get >/dev/null || return 1
  as_root=
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root='sudo -n'
  fi
  echo "Installing Debian's $* ..."
  mkdir -p target/ecosystem
  {
    $as_root apt-get -q update &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"
  } >target/ecosystem/apt.log 2>&1
}
