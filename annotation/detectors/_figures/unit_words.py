"""Units, currencies and what follows them in one language, from its `units.toml` and `symbols.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from annotation.detectors._figures.phrases import phrases, phrases_by_code
from annotation.detectors._language import Phrases, fold, folded, read_table
from annotation.detectors._tokens import phrase, symbol

_KINDS = {"currencies": "money", "percent": "percent", "durations": "duration", "measures": "measure"}


@dataclass(frozen=True, slots=True)
class Unit:
    """What follows a number: a UCUM or ISO 4217 code and the kind of figure that it makes."""

    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class Compound:
    """A smaller unit that may follow a larger one: `ratio` of the small make one large."""

    large: str
    small: str
    ratio: Fraction
    sign: str
    """A sign that stands for the small unit there and nowhere else, "" for none."""
    bare: bool
    """Whether two digits alone may be the smaller unit: "2 m 50"."""


@dataclass(frozen=True, slots=True)
class Units:
    """What may follow or precede a number."""

    words: Phrases[Unit]
    symbols: Phrases[Unit]
    currencies: Phrases[str]
    """Signs and codes that may stand before a number."""
    compounds: tuple[Compound, ...]
    minor: frozenset[str]
    weak: frozenset[str]
    """Units that are other words too before an article: "30 sous la tente"."""
    not_one: frozenset[str]
    per: Phrases[str]
    per_money: Phrases[str]
    """What only a sum is for each of: "le baril", "a share"."""
    unless_before: frozenset[str]
    """Words after "a year" and the like that make it a time and no rate: "earlier"."""
    unless_last: frozenset[str]
    """The same where they end what is said: "a year before", unlike "a year before tax"."""
    between: frozenset[str]
    """Words between a sum and what it is for each of: "net", "brut"."""
    ages: Phrases[str]
    ages_before: frozenset[str]
    """Words before a number that make it an age: "aged"."""
    ages_apart: bool
    """Whether a number between commas after a name is an age: "Smith, 45, said"."""
    large_money: Mapping[str, str]
    """Words that are money only after a magnitude: "361 million pounds"."""
    points: frozenset[str]
    """Words that are percentage points beside one of `points_near`, and else are counted."""
    points_near: frozenset[str]


def read_units(code: str) -> Units:
    """The units of the language `code`."""
    table, signs, more = read_table(f"{code}/units"), read_table("symbols"), read_table("currencies")
    words = [*_entries(table, _KINDS), *_entries(read_table(f"{code}/currencies"), _KINDS)]
    known = [*_entries(signs, {**_KINDS, "units": "measure"}), *_entries(more, _KINDS)]
    before = [(item, unit.code) for item, unit in known if unit.kind == "money"]
    return Units(
        words=Phrases((phrase(item, code), unit) for item, unit in words),
        symbols=Phrases((symbol(item, code), unit) for item, unit in known),
        currencies=Phrases((symbol(item, code), name) for item, name in before
                           if item not in more["after"]["codes"]),
        compounds=tuple(map(_compound, signs["compound"])),
        minor=folded(table["minor"]["words"]),
        weak=folded(table["weak"]["words"]),
        not_one=folded(table["not_one"]["words"]),
        per=phrases_by_code(table["per"], code),
        per_money=phrases_by_code(table["per_money"], code),
        unless_before=folded(table["per_unless_before"]["words"]),
        unless_last=folded(table["per_unless_before"]["last"]),
        between=folded(table["between"]["words"]),
        ages=phrases(table["ages"]["words"], code),
        ages_before=folded(table["ages"]["before"]),
        ages_apart=table["ages"]["apart"],
        large_money={fold(word): unit for word, unit in table.get("large_money", {}).items()},
        points=folded(table["points"]["words"]),
        points_near=folded(table["points"]["near"]),
    )  # fmt: skip


def _entries(table: Mapping[str, Any], kinds: Mapping[str, str]) -> list[tuple[str, Unit]]:
    return [
        (item, Unit(name, kind))
        for part, kind in kinds.items()
        for name, items in table.get(part, {}).items()
        for item in items
    ]


def _compound(row: Mapping[str, Any]) -> Compound:
    return Compound(
        row["large"], row["small"], Fraction(row["ratio"]), row.get("sign", ""), row.get("bare", False)
    )
