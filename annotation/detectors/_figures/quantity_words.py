"""Quantities without a number in one language, and numbers that are none, from its `quantities.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from annotation.detectors._figures.phrases import phrases
from annotation.detectors._language import Phrases, fold, folded, read_table
from annotation.detectors._literals import Expression, compile_expressions
from annotation.detectors._tokens import phrase

_YEAR = r"(?:(?:1[0-9]|20)\d{2}|2100)(?!\d)"


@dataclass(frozen=True, slots=True)
class Nouns:
    """How a counted noun is told."""

    before: frozenset[str]
    """Adjectives between a number and its noun."""
    never: frozenset[str]
    plural: tuple[str, ...]
    """Endings of a noun of which there are several."""
    plurals: frozenset[str]
    """Nouns that are plural without such an ending."""
    acronyms: bool
    """Whether short words in capitals may be counted: "200 PME"."""
    compound: bool
    """Whether nouns stand before the noun that they qualify: "police officers"."""
    hyphened: bool
    """Whether a hyphen may bind a number to its noun: "six-nation"."""


@dataclass(frozen=True, slots=True)
class Anaphors:
    """Words that stand for a figure said before."""

    determiners: frozenset[str]
    money: frozenset[str]
    any: frozenset[str]
    definite: frozenset[str]
    unless_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Times:
    """Words that say how many times as much."""

    words: Phrases[tuple[str, Fraction]]
    """Each with how it is written, as accents count: "doublé" multiplies, "double" need not."""
    times: frozenset[str]
    more: frozenset[str]
    open: frozenset[str]
    """Words after "times" that stay outside the mention: "ten times the average"."""
    less: frozenset[str]
    multiplied: Phrases[str]
    """What makes the number after it a multiplier: "multiplié par"."""
    divided: Phrases[str]
    signs: frozenset[str]
    """Signs that touch the number after them: the × of "×3"."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """Quantities without a number, and numbers that are none."""

    vague: Phrases[str]
    plurals: frozenset[str]
    left_out: frozenset[str]
    anaphors: Anaphors
    times: Times
    shares: Phrases[str]
    shares_always: Phrases[str]
    shares_once: frozenset[str]
    """Those that need a noun on one side only: "one in five households", not "five men in ten cars"."""
    percent_of: Phrases[str]
    nouns: Nouns
    names: tuple[Expression, ...]
    """Names and the like that hold number words."""
    digit_names: tuple[Expression, ...]
    """The same with digits, looked for only where there are any."""
    dates: tuple[Expression, ...]
    months: Mapping[str, int]
    before_years: frozenset[str]
    surely_years: frozenset[str]
    not_years: frozenset[str]


def read_quantities(code: str) -> Quantities:
    """The quantities of the language `code`."""
    table = read_table(f"{code}/quantities")
    general = read_table("exclusions")
    vague, shares, dates = table["vague"], table["shares"], table["dates"]
    return Quantities(
        vague=phrases(vague["determiners"], code),
        plurals=folded(vague["plurals"]),
        left_out=folded(vague["nouns_left_out"]),
        anaphors=_anaphors(table["anaphora"]),
        times=_times(table, code),
        shares=phrases(shares["words"], code),
        shares_always=phrases(shares["always"], code),
        shares_once=folded(shares["once"]),
        percent_of=phrases(table["percent_of"]["words"], code),
        nouns=_nouns(table["noun"]),
        names=compile_expressions(general["words"], table["names"]["words"]),
        digit_names=compile_expressions(general["digits"], table["names"]["digits"]),
        dates=_dates(dates),
        months=_months(dates["months"]),
        before_years=folded(dates["before_years"]),
        surely_years=folded(dates["surely_years"]),
        not_years=folded(dates["not_years"]),
    )


def _anaphors(table: Mapping[str, list[str]]) -> Anaphors:
    parts = ("determiners", "money", "any", "definite", "unless_before")
    return Anaphors(**{part: folded(table[part]) for part in parts})


def _times(table: Mapping[str, Any], code: str) -> Times:
    words = table["multiplier_words"]
    entries = ((item, Fraction(times)) for times, items in table["multipliers"].items() for item in items)
    return Times(
        words=Phrases((phrase(row[0], code), row) for row in entries),
        times=folded(words["times"]),
        more=folded(words["more"]),
        open=folded(words["open"]),
        less=folded(words["less"]),
        multiplied=phrases(words["multiplied"], code),
        divided=phrases(words["divided"], code),
        signs=frozenset(words["signs"]),
    )


def _nouns(table: Mapping[str, Any]) -> Nouns:
    return Nouns(
        before=folded(table["before"]),
        never=folded(table["never"]),
        plural=tuple(table["plural"]),
        plurals=folded(table["plurals"]),
        acronyms=table["acronyms"],
        compound=table["compound"],
        hyphened=table["hyphened"],
    )


def _months(names: list[list[str]]) -> dict[str, int]:
    return {fold(word.rstrip(".")): number for number, words in enumerate(names, 1) for word in words}


def _dates(table: Mapping[str, Any]) -> tuple[Expression, ...]:
    months = sorted((word for words in table["months"] for word in words), key=len, reverse=True)
    parts = {
        "{month}": "|".join(map(re.escape, months)),
        "{weekday}": "|".join(table["weekdays"]),
        "{year}": _YEAR,
    }
    return compile_expressions(_filled(pattern, parts) for pattern in table["patterns"])


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for name, value in parts.items():
        pattern = pattern.replace(name, value)
    return pattern
