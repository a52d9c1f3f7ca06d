"""What the site takes from the pages themselves: called by MkDocs while `make docs` builds it.

A warning fails the build: `make docs` runs it with --strict.
"""

import json
import logging
import re
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import urlsplit

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import get_relative_url

INDEX = "docs/README.md"
MERMAID = "mermaid.min.js"
DIAGRAM = re.compile(r'(?s)<pre class="mermaid">.*?</pre>')
SEARCH = "search-from-disk.js"

# The index is a table: a bold word begins a task, and a link without an anchor is where its page is at home.
TASK = re.compile(r"^\| \*\*(\w+)\*\* \|")
PAGE = re.compile(r"\]\(([^)#:]+\.md)\)")

FENCE = re.compile(r"(?ms)^ *```.*?^ *```$")
NESTED = re.compile(r"(?m)^(?: {1,3}| {5,7})(?:[*-] |\d+\. |```).*")
ELSEWHERE = re.compile(r'href="([a-zA-Z][a-zA-Z+.-]*:[^"]*)"')
LOADED = re.compile(r'(?:\bsrc=|<link rel="stylesheet" href=)"?((?:https?:)?//[^" >]+)')

# Of a page from disk a browser starts no worker, unless the page itself holds the worker's text.
WORKER = """\
if (location.protocol === "file:") {
  window.Worker = class extends Worker {
    constructor() {
      super(URL.createObjectURL(new Blob([%s])));
    }
  };
}
"""

log = logging.getLogger("mkdocs.hooks")


def on_config(config):
    """The navigation is the index of the docs, which tests hold complete."""
    if not log.isEnabledFor(logging.WARNING):
        raise ConfigurationError("Without --quiet: it hides warnings, and one that is hidden fails nothing.")
    pages = Path(config.docs_dir)
    config.extra["polyfills"] = [SEARCH]  # instead of what the theme would load from afar
    config.nav = []
    placed = {"README.md", INDEX}
    for line in (pages / INDEX).read_text(encoding="utf-8").splitlines():
        if task := TASK.match(line):
            entries = [] if config.nav else ["README.md", INDEX]
            config.nav.append({task[1].capitalize(): entries})
        for link in PAGE.findall(line):
            page = normpath(join(dirname(INDEX), link))
            if page not in placed:
                entries.append(_entry(pages, page))
                placed.add(page)
    return config


def _entry(pages, page):
    """A page, or that of a folder with all that are beside it."""
    folder = dirname(page)
    beside = sorted(f"{folder}/{each.name}" for each in (pages / folder).glob("*.md"))
    if basename(page) != "README.md" or beside == [page]:
        return page
    beside.remove(page)
    return {basename(folder).capitalize(): [page, *beside]}


def on_page_markdown(markdown, page, **_):
    """GitHub nests a list by the text above it, MkDocs by four spaces: four suit both. A diagram takes the room
    of the table of contents."""
    outside = FENCE.sub(lambda fence: fence[0].splitlines()[0], markdown)
    for nested in NESTED.finditer(outside):
        log.warning("%s: nest by four spaces: %r", page.file.src_path, nested[0])
    if "```mermaid" in markdown:
        page.meta["hide"] = ["toc"]


def on_page_content(html, page, **_):
    """Links to elsewhere are not asked for, but they have to be possible. Diagrams can be scrolled, also by keys."""
    for link in ELSEWHERE.findall(html):
        url = urlsplit(link)
        if url.scheme != "https" or "." not in (url.hostname or "") or re.search(r"\s", link):
            log.warning("%s: no link to a public page: %s", page.file.src_path, link)
    return DIAGRAM.sub(r'<div class="diagram" tabindex="0">\g<0></div>', html)


def on_post_page(output, page, config, **_):
    """Mermaid is large: only pages with a diagram load it. The theme takes it instead of one from afar."""
    for address in LOADED.findall(output):
        log.warning("%s: asks for something over a network: %s", page.file.src_path, address)
    if 'class="mermaid"' not in output:
        return output
    script = get_relative_url(MERMAID, page.url)
    return output.replace("</head>", f'<script src="{script}"></script></head>', 1)


def on_post_build(config):
    """The theme searches in a worker, also of a page that was opened from disk."""
    site = Path(config.site_dir)
    (worker,) = site.glob("assets/javascripts/workers/search.*.min.js")
    text = json.dumps(worker.read_text(encoding="utf-8"))
    (site / SEARCH).write_text(WORKER % text, encoding="utf-8")
