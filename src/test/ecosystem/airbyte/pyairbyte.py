"""Does with PyAirbyte what people do with it, one thing a run, and prints a JSON object.

pyairbyte.py PROGRAM CONFIG FOLDER check
pyairbyte.py PROGRAM CONFIG FOLDER streams
pyairbyte.py PROGRAM CONFIG FOLDER read [STREAM...]      all streams if none is named
pyairbyte.py PROGRAM CONFIG FOLDER replace [STREAM...]   the same from scratch
pyairbyte.py PROGRAM CONFIG FOLDER peek STREAM           three rows, and no more
"""

import json
import sys
from pathlib import Path

import airbyte as ab
from airbyte.caches import DuckDBCache


def check(source, cache):
    source.check()
    return {}


def streams(source, cache):
    return {"streams": source.get_available_streams()}


def read(source, cache, *names, **how):
    source.select_streams(list(names) or "*")
    result = source.read(cache=cache, **how)
    return {"read": result.processed_records}


def replace(source, cache, *names):
    return read(source, cache, *names, write_strategy="replace", force_full_refresh=True)


def peek(source, cache, name):
    return {"rows": len(list(source.get_records(name, limit=3)))}


def main(program, config, folder, verb, *names):
    answers = sys.stdout
    sys.stdout = sys.stderr  # PyAirbyte says much there
    source = ab.get_source(
        "source-virtuous",
        local_executable=program,
        config=json.loads(Path(config).read_text(encoding="utf-8")),
    )
    cache = DuckDBCache(db_path=Path(folder, "stored.duckdb"), cache_dir=Path(folder, "cache"))
    answer = VERBS[verb](source, cache, *names)
    print(json.dumps(answer), file=answers)


VERBS = {each.__name__: each for each in (check, streams, read, replace, peek)}

if __name__ == "__main__":
    main(*sys.argv[1:])
