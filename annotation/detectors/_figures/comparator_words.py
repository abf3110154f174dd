"""Words that compare and that join two ends in one language, from its `comparators.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotation.detectors._figures.phrases import phrases, phrases_by_code
from annotation.detectors._language import Phrases, fold, folded, read_table
from annotation.detectors._tokens import phrase


@dataclass(frozen=True, slots=True)
class Range:
    """One way to write a range; `open` may be empty."""

    open: Phrases[str]
    bare: bool
    """Whether nothing needs to stand before the first end."""
    middle: Phrases[str]
    bound: bool
    """Whether a unit or a noun must follow."""
    silent: bool
    """Whether the opening word stays outside the mention."""
    moves: bool
    """Whether words before it may make it a movement: "passer de 5 à 10"."""


@dataclass(frozen=True, slots=True)
class Comparators:
    """Words that compare."""

    before: Phrases[str]
    after: Phrases[str]
    ranges: tuple[Range, ...]
    moving: frozenset[str]
    """Words before "from 5 to 10" that make it a movement, whichever way."""
    moving_amounts: frozenset[str]
    """The same, unless it is a percentage: "augmenter de 5 à 10 %" is by so much."""
    joining: Phrases[str]
    years: Phrases[str]
    """Comparators after which four digits are a year: "à partir de 2027"."""
    listing: frozenset[str]
    """Words between the numbers of a list, beside commas."""
    inner: Mapping[str, str]
    """Words that a hyphen binds to a number and that compare: "15-plus years"."""
    counting_one: Phrases[str]
    """Comparators after which "un" counts a noun: "au moins un mort"."""
    one_or_two: Phrases[str]
    """What makes one of something one or two: "un an ou deux"."""


def read_comparators(code: str) -> Comparators:
    """The comparators of the language `code`."""
    table = read_table(f"{code}/comparators")
    endings = table["endings"]
    before = (
        (form, sign)
        for sign, items in table["before"].items()
        for item in items
        for form in _forms(item, endings)
    )
    years = (form for item in table["years"]["words"] for form in _forms(item, endings))
    return Comparators(
        before=Phrases((phrase(item, code), sign) for item, sign in before),
        after=phrases_by_code(table["after"], code),
        ranges=tuple(_range(row, code) for row in table["range"]),
        moving=folded(table["moving"]["words"]),
        moving_amounts=folded(table["moving"]["amounts"]),
        joining=phrases(table["joining"]["words"], code),
        years=phrases(years, code),
        listing=folded([",", *table["listing"]["words"]]),
        inner={fold(word): sign for sign, words in table["inner"].items() for word in words},
        counting_one=phrases(
            (form for item in table["counting_one"]["words"] for form in _forms(item, endings)), code
        ),
        one_or_two=phrases(table["one_or_two"]["words"], code),
    )


def _forms(item: str, endings: Mapping[str, list[str]]) -> Iterator[str]:
    """A comparator as it is, and with the other forms of its last word."""
    yield item
    body, _, last = item.rpartition(" ")
    yield from (f"{body} {form}" for form in endings.get(last, ()) if body)


def _range(row: Mapping[str, Any], code: str) -> Range:
    opened = [part for part in row["open"] if part]
    return Range(
        phrases(opened, code), "" in row["open"], phrases(row["middle"], code), row.get("bound", False),
        row.get("silent", False), row.get("moves", False),
    )  # fmt: skip
