"""Which column of a table holds what of an article: by its name in several languages, or by its cells."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from annotation.importers._base import FIELDS
from annotation.importers._reading.dates import find_date
from annotation.importers._reading.tables import fold
from annotation.importers._tables.days import Days, days_of
from resources import RESOURCES

_PARTS = re.compile(r"[\s_\-./:'’]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_LINKS = frozenset(["de", "du", "des", "del", "della", "di", "da", "dos", "das", "der", "of", "the", "l"])
"""Words that names of columns may have or not: "Date de publication", "Auteur(s)"."""
_MADE_UP = re.compile(r"^column \d+$")
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
    days: Days = field(default_factory=Days)
    """How the dates are written."""

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
    nameless = bool(names) and all(map(_MADE_UP.match, names))
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
    unclear = "text" not in {*found, *chosen} and not textless and (bool(_ABOUT & found.keys()) or nameless)
    free = set(names) - set(found.values())
    if longest := (_longest(sample, free) or _summary(sample, folded, free)) if unclear else "":
        found["text"] = longest
        guessed.append("text")
    if nameless and "text" in guessed:
        made = _by_content(sample, [name for name in names if name not in found.values()])
        found |= {key: name for key, name in made.items() if key not in {*found, *chosen}}
        guessed += [key for key in made if key in found]
    dates = (row.get(found.get("published", "")) for row in sample)
    days = days_of((value for value in dates if value not in (None, "")), names, _table()["parts"])
    return Columns(
        by_field=found,
        guessed=tuple(guessed),
        textless=textless,
        others=tuple(name for name in names if name not in found.values()),
        days=days,
    )


_ABOUT = {"title", "published", "url", "outlet"}
"""Fields of which a table of articles has at least one."""


def _holds(key: str, name: str, sample: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a column holds what its name says, so far as the first rows show it."""
    values = [row[name] for row in sample if row.get(name) not in (None, "", [], {})]
    if not values or key not in ("text", "published"):
        return True
    if key == "published":
        return any(Days().read(value, {})[0] for value in values)
    return any(_is_text(one) for value in values for one in (value if isinstance(value, list) else [value]))


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return any(char.isalpha() for char in value) and not value.startswith(("http://", "https://"))


def fold_name(name: str) -> str:
    """A column's name as it is compared."""
    words = [word for word in _PARTS.split(_BRACKETS.sub(" ", fold(name))) if word]
    return "".join(word for word in words if word not in _LINKS) or "".join(words)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((RESOURCES / "mappings" / "columns.toml").read_text("utf-8"))


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(fold_name(name) for name in _table()[key])) for key in FIELDS}


def names_texts(name: str) -> bool:
    """Whether a column of this name holds texts."""
    return fold_name(name) in _names()["text"]


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


def _summary(sample: Sequence[Mapping[str, Any]], folded: Mapping[str, str], free: set[str]) -> str:
    """A column with the summary of articles, where a table holds nothing longer."""
    known = (folded[fold_name(name)] for name in _table()["summary"] if fold_name(name) in folded)
    return next((name for name in known if name in free and _holds("text", name, sample)), "")


def _by_content(sample: Sequence[Mapping[str, Any]], names: Sequence[str]) -> dict[str, str]:
    """Columns without names that hold nothing but dates, addresses, or short texts of their own."""
    found: dict[str, str] = {}
    for name in names:
        values = [str(row[name]) for row in sample if row.get(name) not in (None, "")]
        if not values:
            continue
        if all(value.startswith(("http://", "https://")) for value in values):
            found.setdefault("url", name)
        elif all(len(value) < _LONG and len(value) > 7 and find_date(value) for value in values):
            found.setdefault("published", name)
        elif sum(value.count(" ") for value in values) >= len(values) == len(set(values)):
            found.setdefault("title", name)
    return found
