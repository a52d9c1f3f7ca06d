# shellcheck shell=sh disable=SC2154
# Sourced by image.sh. Stand-ins of the images that the Dockerfile builds on, under their names, for a
# machine that reaches no registry of images: Debian where they have Ubuntu, and this machine's newest
# Java and its Maven. They are for trying alone, and are never published.

# The newest Java below /usr/lib/jvm that has a compiler, as $jdk and $jdk_version.
find_jdk() {
  jdk=
  jdk_version=0
  for home in /usr/lib/jvm/*/; do
    [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
    found=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    [ "${found:-0}" -le "$jdk_version" ] || { jdk=$(cd -P -- "$home" && pwd -P) && jdk_version=$found; }
  done
  [ -n "$jdk" ] || { echo "There is no JDK below /usr/lib/jvm to make a base of." >&2 && exit 1; }
}

# base_of STAGE: the name behind the FROM of the Dockerfile's first stage that is called so.
base_of() {
  sed -n "s/^FROM \([^ ]*\) AS $1\$/\1/p" Dockerfile
}

# What the stand-ins are made of: they are made anew when it changes.
recipe() {
  cat src/test/sh/image/bases.sh "$jdk/release"
  base_of build
  base_of trained
}

make_bases() {
  find_jdk
  if recipe | cmp -s - "$out/bases" && docker image inspect "$(base_of build)" "$(base_of trained)" >/dev/null 2>&1; then
    echo "The stand-ins of the bases are there."
    return
  fi
  echo "Making stand-ins of the bases, of Debian and $jdk ..."
  rm -f "$out/bases"
  root=$work/bases
  mkdir -p "$root"
  make_root
  make_base "$(base_of trained)" make_jre
  make_base "$(base_of build)" copy_jdk_and_maven
  rm -rf "$root"
  recipe >"$out/bases"
}

# Where Debian is on this machine, it is told by its sources.
make_root() {
  mmdebstrap --quiet --variant=essential --include=passwd \
    --customize-hook='chroot "$1" useradd --create-home --uid 1000 ubuntu' \
    "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$root/root.tar" 2>"$out/bases.log" || {
    tail -n 20 "$out/bases.log" >&2
    exit 1
  }
}

# make_base NAME COMMAND: the root with what the command puts into a folder, and the environment of
# Temurin's images.
make_base() {
  files=$root/files
  rm -rf "$files"
  mkdir -p "$files/opt/java"
  "$2"
  cat >"$root/Dockerfile" <<'END'
FROM scratch
ADD root.tar /
COPY files /
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  LANG=en_US.UTF-8 LANGUAGE=en_US:en LC_ALL=en_US.UTF-8
END
  docker build --quiet --tag "docker.io/library/$1" "$root" >>"$out/bases.log" 2>&1 || {
    tail -n 20 "$out/bases.log" >&2
    exit 1
  }
}

# A JRE has all of Java but its tools.
make_jre() {
  modules=$("$jdk/bin/java" --list-modules | sed 's/@.*//' |
    grep -E '^java\.|^jdk\.(charsets|crypto|httpserver|jfr|localedata|management|naming|net|nio|security|unsupported|xml|zipfs)' |
    grep -vxE 'java\.(compiler|se)' | paste -sd, -)
  "$jdk/bin/jlink" --add-modules "$modules" --generate-cds-archive --strip-debug --no-header-files --no-man-pages \
    --output "$files/opt/java/openjdk" >>"$out/bases.log" 2>&1
}

copy_jdk_and_maven() {
  cp -RL "$jdk" "$files/opt/java/openjdk"
  maven=$(mvn -v | sed -n 's/^Maven home: //p')
  mkdir -p "$files/usr/share" "$files/usr/bin"
  cp -RL "$maven" "$files/usr/share/maven"
  ln -s ../share/maven/bin/mvn "$files/usr/bin/mvn"
}
