"""The words of figures in one language, from its TOML files, as typed records."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from annotation.detectors._language import Phrases, fold, folded, read_table
from annotation.detectors._tokens import phrase, symbol


@dataclass(frozen=True, slots=True)
class Unit:
    """What follows a number: a UCUM or ISO 4217 code and the kind of figure that it makes."""

    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words by what they are worth."""

    simple: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    suffixes: frozenset[str]
    fractions: Mapping[str, int]
    portions: Mapping[str, frozenset[str]]
    """Fractions that stand alone, with the words that may stand before them."""
    collectives: Mapping[str, int]
    exact: frozenset[str]
    compact: Mapping[str, int]
    compact_money: Mapping[str, int]
    linking_scales: frozenset[str]
    linking: frozenset[str]
    joining: frozenset[str]
    et: frozenset[int]
    after_hundreds: bool
    teens_after: frozenset[int]
    after_ten: frozenset[int]
    fourscore: bool
    points: frozenset[str]
    minus: frozenset[str]
    ones: frozenset[str]
    starts: frozenset[str]
    """Every word that a number may begin with, but for digits."""


@dataclass(frozen=True, slots=True)
class Units:
    """What may follow or precede a number."""

    words: Phrases[Unit]
    symbols: Phrases[Unit]
    currencies: Phrases[str]
    """Signs and codes that may stand before a number."""
    minor: frozenset[str]
    not_one: frozenset[str]
    per: Phrases[str]
    ages: Phrases[str]
    large_money: Mapping[str, str]
    """Words that are money only after a magnitude: "361 million pounds"."""


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


@dataclass(frozen=True, slots=True)
class Comparators:
    """Words that compare."""

    before: Phrases[str]
    after: Phrases[str]
    ranges: tuple[Range, ...]
    moving: frozenset[str]
    joining: Phrases[str]


@dataclass(frozen=True, slots=True)
class Quantities:
    """Quantities without a number, and numbers that are none."""

    vague: Phrases[str]
    plurals: frozenset[str]
    left_out: frozenset[str]
    determiners: frozenset[str]
    money: frozenset[str]
    any: frozenset[str]
    definite: frozenset[str]
    unless_before: frozenset[str]
    multipliers: Phrases[Fraction]
    times: frozenset[str]
    after_times: frozenset[str]
    before_times: Phrases[str]
    """What makes the number after it a multiplier: "multiplié par"."""
    shares: Phrases[str]
    shares_always: Phrases[str]
    noun_before: frozenset[str]
    noun_never: frozenset[str]
    names: tuple[re.Pattern[str], ...]
    dates: tuple[re.Pattern[str], ...]
    months: frozenset[str]
    before_years: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the grammar knows about one language."""

    code: str
    numbers: Numbers
    units: Units
    comparators: Comparators
    quantities: Quantities
    starters: frozenset[str]
    """Every word or sign that a figure may begin with, but for digits and dates."""


@cache
def load_lexicon(code: str) -> Lexicon:
    """The words of figures in the language `code`. Raises LanguageError where its files are damaged."""
    parts = _numbers(code), _units(code), _comparators(code), _quantities(code)
    return Lexicon(code, *parts, _starters(*parts))


def _starters(
    numbers: Numbers, units: Units, comparators: Comparators, quantities: Quantities
) -> frozenset[str]:
    phrases = [units.currencies, comparators.before, *(row.open for row in comparators.ranges)]
    phrases += [quantities.vague, quantities.before_times]
    first = {words[0] for group in phrases for words in group} | {
        words[0] for words in quantities.multipliers
    }
    plurals = numbers.hundreds | set(numbers.scales) | set(numbers.collectives)
    plurals |= {f"{word}s" for word in numbers.scales}
    codes = {
        f"{letter}{code[0]}" for letter in numbers.compact for code in units.currencies if len(code) == 1
    }
    return frozenset(first | plurals | codes | numbers.starts | quantities.plurals | quantities.determiners)


def _keys(table: Mapping[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in table.items()}


def _numbers(code: str) -> Numbers:
    table = read_table(f"{code}/numbers")
    joining = table["joining"]
    words = ("simple", "scales", "ordinals", "fractions", "collectives", "hundreds")
    starts = {word for part in words for word in table[part]} | {"-", *table["minus"], *table["ones"]}
    starts |= {word for before in table["portions"].values() for word in before}
    return Numbers(
        starts=folded(starts),
        simple=_keys(table["simple"]),
        hundreds=folded(table["hundreds"]),
        scales=_keys(table["scales"]),
        ordinals=_keys(table["ordinals"]),
        suffixes=folded(table["ordinal_suffixes"]["suffixes"]),
        fractions=_keys(table["fractions"]),
        portions={fold(word): folded(before) for word, before in table["portions"].items()},
        collectives=_keys(table["collectives"]),
        exact=folded(table["exact_collectives"]["words"]),
        compact=table["compact"],
        compact_money=table["compact_money"],
        linking_scales=folded(table["linking"]["scales"]),
        linking=folded(table["linking"]["words"]),
        joining=folded(joining["words"]),
        et=frozenset(joining["et"]),
        after_hundreds=joining["after_hundreds"],
        teens_after=frozenset(joining["teens_after"]),
        after_ten=frozenset(joining["after_ten"]),
        fourscore=joining["fourscore"],
        points=folded(table["points"]),
        minus=folded(table["minus"]),
        ones=folded(table["ones"]),
    )


def _phrases(words: Iterable[str], code: str) -> Phrases[str]:
    return Phrases((phrase(item, code), item) for item in words)


def _by_code(table: Mapping[str, list[str]], code: str) -> Phrases[str]:
    return Phrases((phrase(item, code), name) for name, items in table.items() for item in items)


def _units(code: str) -> Units:
    table, signs = read_table(f"{code}/units"), read_table("symbols")
    kinds = {"currencies": "money", "percent": "percent", "durations": "duration", "measures": "measure"}
    words = [
        (phrase(item, code), Unit(name, kind))
        for part, kind in kinds.items()
        for name, items in table[part].items()
        for item in items
    ]
    symbols = [
        (symbol(item, code), Unit(name, kind))
        for part, kind in {**kinds, "units": "measure"}.items()
        for name, items in signs.get(part, {}).items()
        for item in items
    ]
    currencies = [(symbol(item, code), name) for name, items in signs["currencies"].items() for item in items]
    return Units(
        Phrases(words),
        Phrases(symbols),
        Phrases(currencies),
        folded(table["minor"]["words"]),
        folded(table["not_one"]["words"]),
        _by_code(table["per"], code),
        _phrases(table["ages"]["words"], code),
        {fold(word): unit for word, unit in table.get("large_money", {}).items()},
    )


def _comparators(code: str) -> Comparators:
    table = read_table(f"{code}/comparators")
    before = (
        (part, sign) for sign, items in table["before"].items() for item in items for part in _variants(item)
    )
    ranges = tuple(_range(row, code) for row in table["range"])
    return Comparators(
        Phrases((phrase(item, code), sign) for item, sign in before), _by_code(table["after"], code), ranges,
        folded(table["moving"]["words"]), _phrases(table["joining"]["words"], code),
    )  # fmt: skip


def _variants(item: str) -> list[str]:
    """A comparator with the forms that its last preposition takes in French."""
    if item.endswith(" de"):
        return [
            item,
            *(f"{item[:-3]} {form}" for form in ("d'", "du", "des", "de la", "de l'", "de quelque")),
        ]
    if item.endswith(" à"):
        return [item, f"{item[:-2]} au", f"{item[:-2]} aux"]
    return [item]


def _range(row: Mapping[str, Any], code: str) -> Range:
    opened = [part for part in row["open"] if part]
    return Range(
        _phrases(opened, code), "" in row["open"], _phrases(row["middle"], code), row.get("bound", False),
        row.get("silent", False),
    )  # fmt: skip


def _quantities(code: str) -> Quantities:
    table = read_table(f"{code}/quantities")
    general = read_table("exclusions")["patterns"]
    vague, anaphora, shares, noun = table["vague"], table["anaphora"], table["shares"], table["noun"]
    multipliers = (
        (phrase(item, code), Fraction(times))
        for times, items in table["multipliers"].items()
        for item in items
    )
    return Quantities(
        vague=_phrases(vague["determiners"], code),
        plurals=folded(vague["plurals"]),
        left_out=folded(vague["nouns_left_out"]),
        determiners=folded(anaphora["determiners"]),
        money=folded(anaphora["money"]),
        any=folded(anaphora["any"]),
        definite=folded(anaphora["definite"]),
        unless_before=folded(anaphora["unless_before"]),
        multipliers=Phrases(multipliers),
        times=folded(table["multiplier_words"]["times"]),
        after_times=folded(table["multiplier_words"]["after"]),
        before_times=_phrases(table["multiplier_words"]["before"], code),
        shares=_phrases(shares["words"], code),
        shares_always=_phrases(shares["always"], code),
        noun_before=folded(noun["before"]),
        noun_never=folded(noun["never"]),
        names=tuple(re.compile(item) for item in [*general, *table["names"]["patterns"]]),
        dates=_dates(table["dates"]),
        months=folded(word.rstrip(".") for word in table["dates"]["months"]),
        before_years=folded(table["dates"]["before_years"]),
    )


def _dates(table: Mapping[str, Any]) -> tuple[re.Pattern[str], ...]:
    parts = {
        "{month}": "|".join(re.escape(word) for word in sorted(table["months"], key=len, reverse=True)),
        "{weekday}": "|".join(table["weekdays"]),
        "{year}": "(?:1[5-9]|20)\\d{2}(?!\\d)",
    }
    patterns = []
    for pattern in table["patterns"]:
        for name, value in parts.items():
            pattern = pattern.replace(name, value)  # noqa: PLW2901
        patterns.append(re.compile(pattern))
    return tuple(patterns)
