"""Reads a file of messages with the models of Airbyte's two kits, and counts them by their type.

A line that one of them refuses ends it, and so does a key that one of them does not know: they pass
over such a key without a word, so that a misspelt one would be a value that never arrives.

messages.py FILE
"""

import json
import sys
from collections import Counter
from pathlib import Path

from airbyte_cdk.models import AirbyteMessageSerializer
from airbyte_protocol.models import AirbyteMessage, AirbyteStateBlob
from pydantic import BaseModel


def lost(sent, kept, path=""):
    """What stands in one value and not in the other, which leaves out what is null."""
    if isinstance(sent, dict) and isinstance(kept, dict):
        for key, value in sent.items():
            yield from lost(value, kept.get(key), f"{path}.{key}")
    elif isinstance(sent, list) and isinstance(kept, list) and len(sent) == len(kept):
        for place, (one, other) in enumerate(zip(sent, kept)):
            yield from lost(one, other, f"{path}[{place}]")
    elif sent != kept:
        yield path


def unknown(value, path=""):
    """Keys for which a model has no field; what a state holds is ours."""
    if isinstance(value, BaseModel) and not isinstance(value, AirbyteStateBlob):
        for key in value.model_extra or {}:
            yield f"{path}.{key}"
        for key in type(value).model_fields:
            yield from unknown(getattr(value, key), f"{path}.{key}")
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from unknown(each, f"{path}[{place}]")


def known(line):
    """The type of a message of which both kits understand all."""
    sent = json.loads(line)
    kept = AirbyteMessageSerializer.dump(AirbyteMessageSerializer.load(sent))
    message = AirbyteMessage.model_validate_json(line)
    strange = [*lost(sent, kept), *unknown(message)]
    if strange:
        raise ValueError(f"{strange} in {line}")
    return message.type.value


def main(file):
    lines = Path(file).read_text(encoding="utf-8").split("\n")
    print(json.dumps(Counter(known(line) for line in lines if line)))


if __name__ == "__main__":
    main(*sys.argv[1:])
