"""Which column of a table holds what of an article: by its name in several languages, or by its cells."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from annotation.importers._base import FIELDS
from annotation.importers._reading.tables import fold
from annotation.importers._tables.moments import moment_of
from resources import RESOURCES

_DROPPED = str.maketrans("", "", " -_./:")
_LONG = 120
"""Characters from which on a cell is taken for a text, where no name says which column is the text."""
_SAMPLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table by the field of an article that they fill; the others become metadata."""

    by_field: Mapping[str, str]
    guessed: tuple[str, ...] = ()
    """Fields whose column was found by its content and not by its name."""
    textless: str = ""
    """What the table is called, where it is one that holds no text."""
    others: tuple[str, ...] = field(default=())

    def __contains__(self, name: object) -> bool:
        """Whether a field has a column."""
        return name in self.by_field


def find_columns(
    names: Sequence[str],
    rows: Iterable[Mapping[str, Any]] = (),
    chosen: Mapping[str, str] | None = None,
) -> Columns:
    """The columns for the fields: those that the user chose, then those of a known name, then a long text.

    A field for which "" was chosen stays without one.

    The first rows decide whether a column of a good name holds what the name says.
    """
    sample = list(islice(rows, _SAMPLE))
    folded = {fold_name(name): name for name in reversed(names)}
    chosen = {key: name for key, name in (chosen or {}).items() if key in FIELDS}
    found = {key: name for key, name in chosen.items() if name in names}
    for key in FIELDS:
        if chosen.get(key) == "":
            continue
        known = (folded[name] for name in _names()[key] if key not in found and name in folded)
        fitting = (name for name in known if name not in found.values() and _holds(key, name, sample))
        if name := next(fitting, ""):
            found[key] = name
    textless = "" if "text" in found else _textless(set(folded))
    guessed: list[str] = []
    unclear = "text" not in {*found, *chosen} and not textless and bool(_ABOUT & found.keys())
    if longest := _longest(sample, set(names) - set(found.values())) if unclear else "":
        found["text"] = longest
        guessed.append("text")
    return Columns(
        by_field=found,
        guessed=tuple(guessed),
        textless=textless,
        others=tuple(name for name in names if name not in found.values()),
    )


_ABOUT = {"title", "published", "url", "outlet"}
"""Fields of which a table of articles has at least one."""


def _holds(key: str, name: str, sample: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a column holds what its name says, so far as the first rows show it."""
    values = [row[name] for row in sample if row.get(name) not in (None, "", [], {})]
    if not values or key not in ("text", "published"):
        return True
    if key == "published":
        return any(moment_of(value)[0] for value in values)
    return any(_is_text(one) for value in values for one in (value if isinstance(value, list) else [value]))


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return any(char.isalpha() for char in value) and not value.startswith(("http://", "https://"))


def fold_name(name: str) -> str:
    """A column's name as it is compared."""
    return fold(name).translate(_DROPPED)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((RESOURCES / "mappings" / "columns.toml").read_text("utf-8"))


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(fold_name(name) for name in _table()[key])) for key in FIELDS}


def _textless(folded: set[str]) -> str:
    for kind, names in _table()["textless"].items():
        if {fold_name(name) for name in names} <= folded:
            return str(kind)
    return ""


def headless_kind(columns: int) -> str:
    """What a table of so many columns without a line of names is, as far as that says it."""
    return next((str(kind) for kind, numbers in _table()["headless"].items() if columns in numbers), "")


def _longest(sample: Sequence[Mapping[str, Any]], names: set[str]) -> str:
    """The column whose cells are mostly long texts of several words; "" where there is none."""
    lengths: dict[str, list[int]] = {}
    for row in sample:
        for name in names:
            value = row.get(name)
            if isinstance(value, str) and value.strip():
                lengths.setdefault(name, []).append(len(value) if value.count(" ") > 3 else 0)
    middle = {name: sorted(found)[len(found) // 2] for name, found in lengths.items()}
    best = max(middle, key=lambda name: middle[name], default="")
    return best if best and middle[best] >= _LONG else ""
