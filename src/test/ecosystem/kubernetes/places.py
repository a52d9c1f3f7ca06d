"""Where the commands of a pod run: on this machine as they are, or in containers of an image."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import manifests

OWN_TARGET = Path(__file__).with_name("target-postgres.sh")


class Here:
    """The launcher of this checkout, in other folders than those that a manifest names."""

    def adapt(self, text, volumes, *containers):
        places = {m["mountPath"]: volumes[m["name"]] for one in containers for m in one["volumeMounts"]}
        places[manifests.LAUNCHER] = os.path.abspath("bin/tap-virtuous")
        pattern = r"(?<![\w/])(" + "|".join(map(re.escape, places)) + r")(?![\w-])"
        return re.sub(pattern, lambda found: str(places[found[1]]), text)

    def own(self, path, mode, group):
        """All that is mounted here stays with whoever runs this."""

    def command(self, pod, container, words, variables):
        return words if "command" in container else ["bin/tap-virtuous", *words]

    def kill(self, pod, name):
        pod.running[name].kill()

    def end(self, pod):
        """The processes are the pod's own, and ended by it."""


class Image:
    """
    Containers as a manifest describes them, of one image alone: the target in it is a made-up one.
    `run` is what starts one, such as `docker run`, with options that this machine needs.
    """

    def __init__(self, name, run):
        self.name = name
        self.run = shlex.split(run)

    def adapt(self, text, volumes, *containers):
        return text

    def own(self, path, mode, group):
        if os.getuid() == 0:
            os.chown(path, 0, group)
            path.chmod(mode)

    def command(self, pod, container, words, variables):
        context = {**pod.spec["securityContext"], **container["securityContext"]}
        options = [f"--name={self._called(container['name'])}", "--rm", "--network=host"]
        options += [f"--user={context['runAsUser']}:{context['runAsGroup']}"]
        options += [f"--cap-drop={each}" for each in context["capabilities"]["drop"]]
        options += ["--security-opt=no-new-privileges", "--read-only"]
        options.append(f"--memory={container['resources']['limits']['memory'].replace('Mi', 'm')}")
        options += [f"--env={name}" for name in variables]
        options += [f"--volume={OWN_TARGET}:/usr/local/bin/target-postgres:ro"]
        for mount in container["volumeMounts"]:
            mode = ":ro" if mount.get("readOnly") else ""
            options.append(f"--volume={pod.volumes[mount['name']]}:{mount['mountPath']}{mode}")
        if "command" in container:
            options.append(f"--entrypoint={words[0]}")
            words = words[1:]
        return [*self.run, *options, self.name, *words]

    @staticmethod
    def _called(name):
        return f"tap-virtuous-{name}-{os.getpid()}"

    def kill(self, pod, name):
        self._engine("kill", "--signal=KILL", self._called(name))

    def end(self, pod):
        self._engine("rm", "--force", *[self._called(each["name"]) for each in manifests.containers(pod.spec)])

    def _engine(self, *words):
        subprocess.run([*self.run[: self.run.index("run")], *words], capture_output=True)
