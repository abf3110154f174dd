"""Writing JSON, one object a line."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def write_lines(place: Path, rows: Iterable[Any]) -> None:
    """Write each row as a line of UTF-8; folders are made, and rows are taken one by one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8", newline="\n") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False))
            stream.write("\n")
