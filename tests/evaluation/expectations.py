"""What files should give when they are imported, as tables in TOML state it."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ANY = "*"
"""A value that is not compared."""
KNOWN = ("title", "outlet", "published", "section", "page", "url", "lang")
"""Fields of an article of which a table that states whole articles says that there is none, by silence."""
_OF_THE_FILE = frozenset({"says", "quotes", "spans", "days"})
"""Facts of a file that are lists; other lists state something of each of its articles."""
_NO_FACTS = frozenset({"path", "format", "articles", "article"})
_OUTLINE = frozenset({"length", "starts", "ends"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One file, and what its table states of it."""

    path: Path
    format: str
    count: int
    articles: tuple[Mapping[str, Any], ...]
    """What is stated of each article, in the order of the file; empty where only their number is."""
    facts: Mapping[str, Any]
    """What is stated of the file as a whole."""


def load_expectations(table: Path, folder: Path, *, whole: bool) -> Iterator[Expected]:
    """The files of a table that are in the folder, each under the longest of the paths that it matches.

    With `whole`, an article has no other known fields than those that its table names.
    """
    rows: list[Mapping[str, Any]] = tomllib.loads(table.read_text("utf-8"))["file"]
    chosen: dict[Path, str] = {}
    for pattern in sorted((row["path"] for row in rows), key=len):
        chosen |= dict.fromkeys(folder.glob(pattern), pattern)
    for row in rows:
        facts = {name: value for name, value in row.items() if name not in _NO_FACTS}
        each = {name: facts.pop(name) for name in list(facts) if _of_articles(name, facts[name])}
        articles = _articles(row, each, whole=whole)
        for path in sorted(path for path, pattern in chosen.items() if pattern == row["path"]):
            count = row.get("articles", len(articles))
            yield Expected(path=path, format=row["format"], count=count, articles=articles, facts=facts)


def _of_articles(name: str, value: Any) -> bool:
    return isinstance(value, list) and name not in _OF_THE_FILE


def _articles(
    row: Mapping[str, Any], each: Mapping[str, Sequence[Any]], *, whole: bool
) -> tuple[dict[str, Any], ...]:
    if "article" in row:
        bare = {**dict.fromkeys(KNOWN, ""), "authors": [], "meta.guessed": "", "meta.words": ""}
        return tuple({**(bare if whole else {}), **_stated(one)} for one in row["article"])
    number = max(map(len, each.values()), default=0)
    lines = ({name: values[place] for name, values in each.items()} for place in range(number))
    return tuple({name: value for name, value in line.items() if value != ANY} for line in lines)


def _stated(article: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of an article's table; how its text begins, ends and how long it is are one fact."""
    found: dict[str, Any] = {}
    for name, value in article.items():
        if name in _OUTLINE:
            found["outline"] = {**found.get("outline", {}), name: value}
        else:
            found[f"meta.{name}" if name in ("guessed", "words") else name] = value
    return found
