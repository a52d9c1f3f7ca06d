"""
Runs the commands of docs/kubernetes against the stand-in at BASE_URL and the PostgreSQL at
POSTGRES_PORT: on this machine as they are, or, given an image, in containers of it.

  run.py FOLDER [IMAGE]
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

import manifests
from places import Here, Image
from pod import Pod

BASE_URL = os.environ["BASE_URL"]
POSTGRES = int(os.environ["POSTGRES_PORT"])
INBOX = {"inbox": {"url": f"jdbc:postgresql://127.0.0.1:{POSTGRES}/postgres?user=tap"}}
FOLDER = Path(sys.argv[1])
PLACE = Image(sys.argv[2], os.environ["CONTAINER_RUN"]) if len(sys.argv) > 2 else Here()


def expect(found, expected, what, pod):
    if found != expected:
        logs = "".join(f"--- {path.name}\n{path.read_text()}" for path in sorted(pod.folder.glob("*.log")))
        raise SystemExit(f"{what}: {found}, not {expected}\n{logs}")


class Customer:
    """A namespace of customers.yaml, with made-up secrets, and what has become of its state."""

    def __init__(self, namespace):
        self.namespace = namespace
        (settings,) = [
            each["data"]["config.json"]
            for each in manifests.documents("customers.yaml")
            if each["kind"] == "ConfigMap" and each["metadata"]["namespace"] == namespace
        ]
        self.settings = {**json.loads(settings), "base_url": BASE_URL, "page_size": 50}
        self.state = FOLDER / namespace / "claims" / "state" / "state.json"

    def objects(self, key="demo-key", port=POSTGRES, **settings):
        warehouse = {"host": "127.0.0.1", "port": port, "user": "tap", "password": "unused", "database": "postgres"}
        warehouse["default_target_schema"] = self.namespace.replace("-", "_")
        return {
            "tap-virtuous": {"config.json": json.dumps({**self.settings, **settings})},
            "virtuous": {"api-key": key + "\n"},
            "warehouse": {"config.json": json.dumps(warehouse)},
        }

    def pod(self, name, spec, objects):
        claims, folder = self.state.parent.parent, FOLDER / self.namespace / name
        return Pod(spec, objects, claims, folder, PLACE)

    def sync(self, what, codes, objects, end=lambda pod: None):
        """Runs the pod of cronjob.yaml to its end, which `codes` says of the tap and the target."""
        cron = manifests.one("cronjob.yaml", "CronJob")
        with self.pod("sync", manifests.pod(cron), objects) as pod:
            end(pod)
            found = pod.codes()
            expect(found, dict(zip(["tap", "target"], codes)), what, pod)
            becomes = manifests.outcome(cron, found)
            expect(becomes, manifests.advised().get(codes[0], "Count"), what, pod)
            expect("that are no setting" in pod.log("tap"), False, what, pod)
            print(f"  {self.namespace}, {what}: exit codes {found}, the Job: {becomes}")
            return pod

    def streams(self):
        return json.loads(self.state.read_text() or "{}").get("bookmarks", {})


def remaining():
    """Requests that the stand-in says are left."""
    headers = {"Authorization": "Basic demo-key"}
    with urllib.request.urlopen(urllib.request.Request(BASE_URL + "Organization", headers=headers)) as reply:
        return int(reply.headers["X-RateLimit-Remaining"])


def waiting(then):
    """What happens to a pod whose tap has sent some rows, and waits for the quota."""

    def end(pod):
        pod.wait_for("tap", "rate_limit_reserve is reached")
        then(pod)

    return end


def syncs(customer):
    customer.sync("a wrong key", (2, 0), customer.objects(key="another-key"))
    assert customer.streams() == {}
    little = {"rate_limit_reserve": remaining() - 9}
    customer.sync("stopped", (143, 0), customer.objects(**little), waiting(lambda pod: pod.stop()))
    assert customer.streams(), "The state of a stopped run is lost."
    customer.sync("the tap killed", (137, 0), customer.objects(**little), waiting(lambda pod: pod.kill("tap")))
    begun = customer.streams()
    customer.sync("no warehouse", (1, 1), customer.objects(port=1))
    assert customer.streams() == begun, "A run without a warehouse changed the state."
    customer.sync("all is well", (0, 0), customer.objects())
    unread = [name for name, each in customer.streams().items() if not each["complete"]]
    assert not unread and len(customer.streams()) >= len(begun), f"Not read: {unread}"
    customer.sync("again", (0, 0), customer.objects())


def check(customer):
    with customer.pod("check", manifests.pod(manifests.one("check.yaml", "Job")), customer.objects()) as pod:
        expect(pod.codes(), {"check": 0}, "check", pod)
        expect("The key is good" in pod.log("check"), True, "check", pod)
        print(f"  {customer.namespace}, check: {pod.log('check').splitlines()[0]}")


def answer(port, path, body=None, secret=""):
    signature = base64.b64encode(hmac.digest(secret.encode(), body or b"", hashlib.sha256)).decode()
    headers = {"Content-Type": "application/json", "X-Virtuous-Signature": signature}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, headers)
    try:
        return urllib.request.urlopen(request).status
    except urllib.error.HTTPError as refused:
        return refused.code
    except urllib.error.URLError:
        return None


def receives(customer):
    """An event, from the receiver to the sync that reads nothing else."""
    settings = manifests.one("receiver.yaml", "ConfigMap")["data"]
    objects = {**INBOX, "receiver": settings, "webhook": {"secret": "made-up\n"}}
    spec = manifests.pod(manifests.one("receiver.yaml", "Deployment"))
    path = "/virtuous/" + json.loads(settings["config.json"])["webhook"]["url"].split("/virtuous/")[1]
    event = json.dumps({"event": "giftUpdate", "gift": {"id": 7001}}).encode()
    with customer.pod("receiver", spec, objects) as pod:
        events, admin = pod.port(8080), pod.port(9090)
        pod.wait_for("receiver", "Takes events at")
        for port, asked, expected in [
            (admin, ("/healthz",), 200),
            (admin, ("/readyz",), 200),
            (admin, ("/metrics",), 200),
            (events, ("/readyz",), 404),
            (events, (path, event, "another"), 401),
            (events, (path, event, "made-up"), 200),
        ]:
            expect(answer(port, *asked), expected, f"{asked[0]}", pod)
        pod.stop()
        expect(pod.codes(), {"receiver": 0}, "the receiver", pod)
        print("  the receiver: probes 200, an unsigned event 401, a signed one 200; exit code 0")
    pod = customer.sync("after an event", (0, 0), {**customer.objects(), **INBOX})
    expect("events read 1," in pod.log("tap"), True, "an event on its way", pod)


def main():
    namespaces = [each for each in manifests.documents("customers.yaml") if each["kind"] == "Namespace"]
    for namespace in namespaces:
        customer = Customer(namespace["metadata"]["name"])
        check(customer)
        syncs(customer)
    receives(customer)


main()
