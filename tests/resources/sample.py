"""The sample as its files say it, read with tomllib alone: what the tests of this folder look at."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from resources import RESOURCES

SAMPLE = RESOURCES / "sample"
PLAIN_SPACES = str.maketrans("\u00a0\u202f", "  ")
ABOUT_RECORDS = {"name", "status", "note"}


class QuoteError(ValueError):
    """A quote does not say which place of the text it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One annotator's record with what is different for this annotator already in it."""

    article: str
    annotator: str
    layer: str
    values: Mapping[str, Any]

    @property
    def where(self) -> str:
        """What to look for in the file when something is wrong."""
        shown = self.values.get("name") or self.values.get("mention")
        return f"{self.article}: {self.annotator}'s {self.layer} {shown}"


def read_table(*parts: str) -> dict[str, Any]:
    """A TOML file of the sample."""
    return tomllib.loads(SAMPLE.joinpath(*parts).read_text(encoding="utf-8"))


def read_text(article: str) -> str:
    """The whole text of an article, its line ends untouched."""
    return (SAMPLE / "articles" / f"{article}.txt").read_bytes().decode("utf-8")


def article_ids() -> list[str]:
    """The articles in the order of articles.toml."""
    return [row["id"] for row in read_table("articles.toml")["article"]]


def annotated_ids() -> list[str]:
    """The articles that have a file of annotations."""
    return sorted(path.stem for path in (SAMPLE / "annotations").glob("*.toml"))


def read_records(article: str) -> Iterator[Record]:
    """Each annotator's records of an article."""
    table = read_table("annotations", f"{article}.toml")
    annotators: list[str] = table["annotators"]
    layers = {key: rows for key, rows in table.items() if key not in ("article", "annotators")}
    for annotator in annotators:
        for layer, rows in layers.items():
            for row in rows:
                if annotator in row.get("by", annotators):
                    values = as_seen_by(annotator, row, annotators)
                    yield Record(article=article, annotator=annotator, layer=layer, values=values)


def as_seen_by(annotator: str, row: Mapping[str, Any], annotators: list[str]) -> dict[str, Any]:
    """A row with the annotator's own table laid over it; "" takes a value away."""
    shared = {key: value for key, value in row.items() if key not in annotators and key != "by"}
    return {key: value for key, value in (shared | row.get(annotator, {})).items() if value != ""}


@cache
def read_all_records() -> tuple[Record, ...]:
    """Every record of the sample."""
    return tuple(record for article in annotated_ids() for record in read_records(article))


def locate(text: str, given: str | Mapping[str, Any]) -> tuple[int, int]:
    """Where a quote stands, half open in code points. Raises QuoteError where that is not one place."""
    flat = text.translate(PLAIN_SPACES)
    quote: Mapping[str, Any] = {"quote": given} if isinstance(given, str) else given
    start, end = 0, len(flat)
    if "in" in quote:
        (start,) = the_only(places(flat, quote["in"]), quote["in"])
        end = start + len(quote["in"])
    found = places(flat[start:end], quote["quote"])
    if "nth" not in quote:
        (place,) = the_only(found, quote["quote"])
    elif 1 <= quote["nth"] <= len(found) > 1:
        place = found[quote["nth"] - 1]
    else:
        raise QuoteError(
            f"{quote['quote']!r} stands there {len(found)} times: number {quote['nth']} says nothing"
        )
    return start + place, start + place + len(quote["quote"])


def the_only(found: list[int], quote: str) -> list[int]:
    """The places again when there is just one of them."""
    if len(found) != 1:
        raise QuoteError(f"{quote!r} stands there {len(found)} times")
    return found


def places(text: str, quote: str) -> list[int]:
    """Where a quote begins in the text, each time."""
    return [at for at in range(len(text)) if text.startswith(quote, at)]


def spans(text: str, given: Any) -> list[tuple[int, int]]:
    """The spans of one role: a quote or a list of them."""
    return [locate(text, one) for one in (given if isinstance(given, list) else [given])]


def codebook() -> dict[str, Any]:
    """The default codebook as plain tables."""
    return tomllib.loads((RESOURCES / "codebooks" / "default.toml").read_text(encoding="utf-8"))


def files(pattern: str) -> list[Path]:
    """The files of the sample that fit a pattern."""
    return sorted(SAMPLE.glob(pattern))
