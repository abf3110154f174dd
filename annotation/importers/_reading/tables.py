"""Data about archives and languages from `resources/archives/`, and words as they are looked up in it."""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from resources import RESOURCES

ARCHIVES = RESOURCES / "archives"


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """The table `name` of the archives' data, such as "months"."""
    return tomllib.loads((ARCHIVES / f"{name}.toml").read_text("utf-8"))


def fold(text: str) -> str:
    """`text` as it is looked up: lower case, without accents, one space where there are several."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(part for part in parts if not unicodedata.combining(part)).split())


@cache
def folded_keys(name: str) -> Mapping[str, str]:
    """Which key of the table `name` each of its words belongs to, the words folded."""
    found: dict[str, str] = {}
    for key, words in read_table(name).items():
        listed: Iterable[str] = words if isinstance(words, list) else [words]
        found.update({fold(word): key for word in listed})
    return found
