"""Writing JSON, one object a line."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Writes a value as JSON in one line. Made once, and without a look for circles, which no record can have."""


def write_lines(place: Path, rows: Iterable[Any]) -> None:
    """Write each row as a line of UTF-8; folders are made, and rows are taken one by one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            stream.write(to_json(row))
            stream.write("\n")
