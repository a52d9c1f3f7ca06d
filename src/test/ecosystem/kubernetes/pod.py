"""Runs a pod of the manifests as a node would: volumes, then what prepares, then all containers at once."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time

import manifests

DEADLINE = 180


class Pod:
    """`objects` are the ConfigMaps and Secrets of its namespace, files by name; claims outlive the pod."""

    def __init__(self, spec, objects, claims, folder, place):
        self.spec, self.objects, self.claims, self.folder, self.place = spec, objects, claims, folder, place
        self.ports, self.running = {}, {}
        shutil.rmtree(folder, ignore_errors=True)
        self.volumes = {each["name"]: self._path(each) for each in spec["volumes"]}
        for each in spec["volumes"]:
            self._fill(each)

    def _path(self, volume):
        claim = volume.get("persistentVolumeClaim")
        path = self.claims / claim["claimName"] if claim else self.folder / volume["name"]
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o777)
        return path

    def _fill(self, volume):
        secret = volume.get("secret", {})
        name = secret.get("secretName") or volume.get("configMap", {}).get("name")
        for file, text in self.objects.get(name, {}).items():
            path = self.volumes[volume["name"]] / file
            path.write_text(self._adapted(text, *self.spec["containers"]))
            self.place.own(path, secret.get("defaultMode", 0o444), self.spec["securityContext"]["fsGroup"])

    def _adapted(self, text, *containers):
        """Ports are whichever are free here."""
        text = re.sub(r"0\.0\.0\.0:(\d+)", lambda found: f"127.0.0.1:{self.port(int(found[1]))}", text)
        return self.place.adapt(text, self.volumes, *containers)

    def port(self, number):
        if number not in self.ports:
            with socket.create_server(("127.0.0.1", 0)) as free:
                self.ports[number] = free.getsockname()[1]
        return self.ports[number]

    def __enter__(self):
        for container in self.spec.get("initContainers", []):
            code = self._start(container).wait(DEADLINE)
            if code != 0:
                raise SystemExit(f"{container['name']} ended with {code}:\n{self.log(container['name'])}")
        self.running = {each["name"]: self._start(each) for each in self.spec["containers"]}
        return self

    def __exit__(self, *_):
        for process in self.running.values():
            if process.poll() is None:
                process.kill()
                process.wait()
        self.place.end(self)

    def _start(self, container):
        variables = dict(self._variables(container))
        words = [self._adapted(word, container) for word in manifests.words(container)]
        words = self.place.command(self, container, words, variables)
        with open(self.folder / f"{container['name']}.log", "w") as log:
            everything = {**os.environ, **variables}
            return subprocess.Popen(words, env=everything, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _variables(self, container):
        for variable in container.get("env", []):
            reference = variable.get("valueFrom", {}).get("secretKeyRef")
            if not reference:
                yield variable["name"], variable["value"]
            elif reference["name"] in self.objects or not reference.get("optional"):
                yield variable["name"], self.objects[reference["name"]][reference["key"]]

    def log(self, name):
        return (self.folder / f"{name}.log").read_text()

    def wait_for(self, name, line):
        """Until a container has logged it."""
        until = time.monotonic() + DEADLINE
        while line not in self.log(name):
            if time.monotonic() > until or self.running[name].poll() is not None:
                raise SystemExit(f"{name} never said '{line}':\n{self.log(name)}")
            time.sleep(0.05)

    def stop(self):
        """TERM, to all containers at once, as where a pod is deleted."""
        for process in self.running.values():
            process.send_signal(signal.SIGTERM)

    def kill(self, name):
        self.place.kill(self, name)

    def codes(self):
        """The exit codes, by container, once all have ended."""
        until = time.monotonic() + DEADLINE
        returned = {name: each.wait(until - time.monotonic()) for name, each in self.running.items()}
        return {name: code if code >= 0 else 128 - code for name, code in returned.items()}
