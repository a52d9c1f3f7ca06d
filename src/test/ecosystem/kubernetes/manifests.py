"""What is in docs/kubernetes, and what the project says elsewhere of the same things."""

import re
from pathlib import Path

import yaml

FOLDER = Path("docs/kubernetes")
LAUNCHER = "/opt/tap-virtuous/bin/tap-virtuous"

# The README's advice for an exit code, and what a Job makes of a pod that ended with it.
ADVICE = {
    "It goes on from there.": "Complete",
    "Yes, it may help.": "Count",
    "Not before you changed something.": "FailJob",
    "Yes: it goes on.": "Ignore",
}


def documents(name):
    return list(yaml.safe_load_all((FOLDER / name).read_text()))


def all_documents():
    return [each for path in sorted(FOLDER.glob("*.yaml")) for each in documents(path.name)]


def one(name, kind):
    (found,) = [each for each in documents(name) if each["kind"] == kind]
    return found


def job(document):
    """The spec of a Job, whether it is one or a CronJob makes it."""
    return document["spec"]["jobTemplate"]["spec"] if document["kind"] == "CronJob" else document["spec"]


def pod(document):
    return job(document)["template"]["spec"]


def pods():
    return [pod(each) for each in all_documents() if each["kind"] in ("CronJob", "Job", "Deployment")]


def containers(spec):
    return spec.get("initContainers", []) + spec["containers"]


def words(container):
    return container.get("command", []) + container.get("args", [])


def outcome(document, codes):
    """What becomes of a Job whose pod ended with these exit codes, by container."""
    if not any(codes.values()):
        return "Complete"
    for rule in job(document)["podFailurePolicy"]["rules"]:
        wanted = rule.get("onExitCodes")
        if wanted and matches(wanted, codes):
            return rule["action"]
    return "Count"


def matches(wanted, codes):
    code = codes.get(wanted["containerName"], 0)
    return code != 0 and (code in wanted["values"]) == (wanted["operator"] == "In")


def advised():
    """What the README's table of exit codes makes of each code of the tap."""
    section = Path("README.md").read_text().split("\n## Exit codes\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([\d, ]+) \|.*\| ([^|]+) \|$", section, re.MULTILINE)
    return {int(code): ADVICE[advice] for codes, advice in rows for code in codes.split(", ")}
