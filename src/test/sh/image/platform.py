"""What Airbyte's platform makes of a source's messages, on standard input:

configure [STREAM]   its catalog becomes a configured one: incremental where it can be; of all streams, or one
states               the states of a read become the list that the next one is given
summary              how a read went, one line; exit code 1 unless all streams are complete
"""
import json
import sys


def messages(kind):
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == kind:
            yield message


def configured(stream):
    modes = stream["supported_sync_modes"]
    return {
        "stream": stream,
        "sync_mode": "incremental" if "incremental" in modes else "full_refresh",
        "destination_sync_mode": "append_dedup",
        "generation_id": 1, "minimum_generation_id": 0, "sync_id": 1,
    }


def configure():
    (message,) = messages("CATALOG")
    streams = message["catalog"]["streams"]
    return {"streams": [configured(each) for each in streams if each["name"] in (sys.argv[2:] or each["name"])]}


def states():
    """The last of each stream: the platform keeps no others."""
    last = {}
    for message in messages("STATE"):
        state = message["state"]
        state.pop("sourceStats", None)
        last[state["stream"]["stream_descriptor"]["name"]] = state
    return list(last.values())


def summary():
    records, told, ends = 0, 0, {}
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "RECORD":
            records += 1
        elif message["type"] == "STATE":
            told += message["state"]["sourceStats"]["recordCount"]
        elif message["type"] == "TRACE" and message["trace"]["type"] == "STREAM_STATUS":
            status = message["trace"]["stream_status"]
            ends[status["stream_descriptor"]["name"]] = status["status"]
    complete = sum(each == "COMPLETE" for each in ends.values())
    print(f"{records} records, of which states tell {told:.0f}; {complete} of {len(ends)} streams complete")
    sys.exit(records != told or complete < len(ends) or not ends)


if sys.argv[1] == "summary":
    summary()
json.dump(configure() if sys.argv[1] == "configure" else states(), sys.stdout)
