#!/bin/sh
# For `make docs`: makes one site of all pages, with a search, in target/site; fails for a link or an anchor that
# leads nowhere. Mermaid, which draws the diagrams, comes from Maven Central and is put beside the pages: the site asks
# for nothing over a network.
set -eu

cd "$(dirname -- "$0")/../../.."
python=target/ecosystem/site/bin/python
mermaid=11.14.0
vendored=target/mermaid-$mermaid

fetch_mermaid() {
  [ ! -f "$vendored/mermaid.min.js" ] || return 0
  echo "Fetching Mermaid $mermaid ..."
  mvn -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    -Dartifact="org.webjars.npm:mermaid:$mermaid" -Dmdep.unpack.includes='**/dist/mermaid.min.js' \
    -DoutputDirectory="$vendored.jar"
  mkdir -p "$vendored"
  find "$vendored.jar" -name mermaid.min.js -exec mv {} "$vendored" \;
  rm -rf "$vendored.jar"
}

# Laid out as in the checkout, with the files beside the pages to which they link.
gather_pages() {
  rm -rf target/docs target/site
  mkdir -p target/docs/src/test/sh/image target/docs/meltano
  cp -R README.md CONTRIBUTING.md CHANGELOG.md config.sample.json docs target/docs
  cp meltano/meltano.yml meltano/tap-virtuous.yml target/docs/meltano # keys and rows may lie beside them
  cp src/test/sh/image/bases.sh target/docs/src/test/sh/image
  cp "$vendored/mermaid.min.js" src/main/docs/site.css target/docs
}

sh src/test/sh/environment.sh site src/main/docs/requirements.txt
fetch_mermaid
gather_pages
# Not --quiet, with which a warning fails nothing. NO_MKDOCS_2_WARNING: the theme's word on a MkDocs of the future.
if ! PYTHONDONTWRITEBYTECODE=1 NO_MKDOCS_2_WARNING=1 \
  "$python" -m mkdocs build --strict -f src/main/docs/mkdocs.yml >target/site.log 2>&1; then
  grep -v '^INFO' target/site.log >&2
  echo "docs.sh: no site was made; above is why. The names of pages are those in the checkout." >&2
  rm -rf target/site
  exit 1
fi
echo "target/site/index.html: $(find target/site -name '*.html' | wc -l) pages; every link in them leads somewhere."
