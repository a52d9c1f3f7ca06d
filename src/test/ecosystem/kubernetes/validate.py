"""Holds docs/kubernetes to the schemas of Kubernetes, to the tap as it is built, and to itself."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import kubernetes_validate
import manifests
import yaml

OLDEST = "1.29"
problems = []


def expect(holds, problem):
    if not holds:
        problems.append(problem)


@cache
def tap(*arguments):
    done = subprocess.run(["bin/tap-virtuous", *arguments], capture_output=True, text=True, check=True)
    return done.stdout


@cache
def settings():
    return json.loads(tap("--about", "--format", "json"))["settings"]["properties"]


def flat_names(properties, prefix=""):
    for name, value in properties.items():
        nested = value.get("properties")
        yield from flat_names(nested, f"{prefix}{name}.") if nested else [prefix + name]


def flat(config, prefix=""):
    for name, value in config.items():
        yield from flat(value, f"{prefix}{name}.") if isinstance(value, dict) else [prefix + name]


def check_schemas(versions):
    for document in manifests.all_documents():
        for version in versions:
            try:
                kubernetes_validate.validate(document, version, strict=True)
            except kubernetes_validate.ValidationError as invalid:
                problems.append(f"{document['kind']}, Kubernetes {version}: {invalid.message}")


def check_flags(container):
    words = manifests.words(container)
    verbs = []
    if manifests.LAUNCHER in words:
        words = words[words.index(manifests.LAUNCHER) + 1 :]
    elif "command" in container:
        return
    while words and not words[0].startswith("-"):
        verbs.append(words.pop(0))
    known = set(re.findall(r"--[a-z-]+", tap(*verbs, "--help")))
    for word in words:
        flag = word.split("=")[0]
        expect(flag in known, f"{container['name']}: {word} is no option of tap-virtuous {' '.join(verbs)}")


def check_settings():
    known = set(flat_names(settings()))
    for document in manifests.all_documents():
        if document["kind"] == "ConfigMap":
            for name in flat(json.loads(document["data"]["config.json"])):
                expect(name in known, f"{document['metadata']['name']}: {name} is no setting")
    variables = {"TAP_VIRTUOUS_" + name.upper().replace(".", "_") for name in known}
    for spec in manifests.pods():
        for variable in [each["name"] for one in spec["containers"] for each in one.get("env", [])]:
            ours = variable.startswith("TAP_VIRTUOUS_")
            expect(not ours or variable in variables, f"{variable} is no setting")


def check_exit_codes():
    cron = manifests.one("cronjob.yaml", "CronJob")
    for code, advice in manifests.advised().items():
        found = manifests.outcome(cron, {"tap": code, "target": 0})
        expect(found == advice, f"exit code {code}: the README says {advice}, podFailurePolicy {found}")
    found = manifests.outcome(cron, {"tap": 0, "target": 2})
    expect(found == "Count", f"a target's exit code 2 is {found}, as if it were the tap's")


def check_hardened(spec):
    context = spec["securityContext"]
    expect(context["runAsNonRoot"] and context["runAsUser"] == context["runAsGroup"] == 1000, "runs as another user")
    expect(context["seccompProfile"] == {"type": "RuntimeDefault"}, "has no seccomp profile")
    expect(spec["automountServiceAccountToken"] is False, "gets a token that it does not need")
    expect(spec["enableServiceLinks"] is False, "gets variables of services, which look like settings")
    for container in manifests.containers(spec):
        name, own = container["name"], container["securityContext"]
        expect(own["capabilities"] == {"drop": ["ALL"]}, f"{name} has capabilities")
        expect(own["readOnlyRootFilesystem"], f"{name} can write to its root")
        expect(own["allowPrivilegeEscalation"] is False, f"{name} may get privileges")
        expect("memory" in container["resources"]["limits"], f"{name} has no limit of memory")


def check_names(spec):
    """What the schemas do not see: who speaks of whom."""
    volumes = {each["name"]: each for each in spec["volumes"]}
    mounted = {each["name"] for one in manifests.containers(spec) for each in one["volumeMounts"]}
    expect(mounted == set(volumes), f"volumes {set(volumes)}, mounted {mounted}")
    for volume in volumes.values():
        expect(volume.get("secret", {}).get("defaultMode", 0o440) == 0o440, f"{volume['name']} is open to others")
    for container in spec["containers"]:
        ports = {each["name"] for each in container.get("ports", [])}
        for probe in [value for key, value in container.items() if key.endswith("Probe")]:
            expect(probe["httpGet"]["port"] in ports, f"{container['name']}: a probe of no port")


def check_receiver():
    documents = {each["kind"]: each for each in manifests.documents("receiver.yaml")}
    labels = documents["Deployment"]["spec"]["template"]["metadata"]["labels"]
    for kind, selector in {
        "Deployment": lambda spec: spec["selector"]["matchLabels"],
        "Service": lambda spec: spec["selector"],
        "NetworkPolicy": lambda spec: spec["podSelector"]["matchLabels"],
        "PodDisruptionBudget": lambda spec: spec["selector"]["matchLabels"],
    }.items():
        expect(selector(documents[kind]["spec"]) == labels, f"the {kind} is about other pods")
    (rule,) = documents["Ingress"]["spec"]["rules"]
    url = json.loads(documents["ConfigMap"]["data"]["config.json"])["webhook"]["url"]
    expect(url == f"https://{rule['host']}{rule['http']['paths'][0]['path']}", "the Ingress has another address")


def check_versions():
    version = re.search(r"<artifactId>tap-virtuous</artifactId> <version>(.*?)<", Path("pom.xml").read_text())[1]
    pins = Path("src/test/ecosystem/meltanolabs-postgres/requirements.txt").read_text()
    target = re.search(r"^meltanolabs-target-postgres==(.*)$", pins, re.MULTILINE)[1]
    images = {one["image"].split("/")[1] for spec in manifests.pods() for one in manifests.containers(spec)}
    expect(images == {f"tap-virtuous:{version}", f"target-postgres:{target}"}, f"other versions: {images}")
    dockerfile = (manifests.FOLDER / "target.Dockerfile").read_text()
    expect(f"meltanolabs-target-postgres=={target}\n" in dockerfile, "target.Dockerfile has another version")


def check_recipe_for_events():
    """The README's way to a second CronJob, without a cluster behind it."""
    section = (manifests.FOLDER / "README.md").read_text().split("\n## Changes within minutes\n")[1]
    recipe = re.search(r"```sh\n(sed .*?)```", section, re.DOTALL)[1]
    piped, _, applied = recipe.rpartition("|")
    expect(applied.split() == "kubectl -n harbor-light apply -f -".split(), "the recipe for events has another end")
    made = subprocess.run(["sh", "-c", piped], cwd=manifests.FOLDER, capture_output=True, text=True, check=True)
    nightly = manifests.one("cronjob.yaml", "CronJob")
    (often,) = [each for each in yaml.safe_load_all(made.stdout) if each["kind"] == "CronJob"]
    expect(often["metadata"]["name"] == "tap-virtuous-events", "the CronJob for events takes the place of the other")
    expect(often["spec"]["schedule"] == "*/5 * * * *", "the CronJob for events comes at another time")
    variables = {each["name"]: each for each in manifests.pod(often)["containers"][0]["env"]}
    expect(variables["TAP_VIRTUOUS_WEBHOOK_ONLY"]["value"] == "true", "the CronJob for events reads tables")
    variables["TAP_VIRTUOUS_WEBHOOK_ONLY"]["value"] = "false"
    expect(manifests.job(often) == manifests.job(nightly), "the CronJob for events differs in more than it should")


def main():
    versions = [OLDEST, kubernetes_validate.latest_version()]
    check_schemas(versions)
    check_settings()
    check_exit_codes()
    check_receiver()
    check_versions()
    check_recipe_for_events()
    for spec in manifests.pods():
        check_hardened(spec)
        check_names(spec)
        for container in manifests.containers(spec):
            check_flags(container)
    if problems:
        raise SystemExit("docs/kubernetes:\n  " + "\n  ".join(problems))
    print(f"docs/kubernetes: {len(manifests.all_documents())} objects, valid for Kubernetes {' and '.join(versions)}.")


main()
