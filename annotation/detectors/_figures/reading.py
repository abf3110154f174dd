"""Reading the figures of one paragraph from left to right."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product

from annotation.detectors._figures.amounts import is_year_like
from annotation.detectors._figures.comparison import Comparison, read_sign, share_units
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.figure import Figure, Found
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.ranges import join_comparisons, read_comparison, starts_after
from annotation.detectors._figures.shares import read_multiplier, read_percent_of, read_share
from annotation.detectors._figures.vague import read_anaphora, read_plural, read_vague
from annotation.detectors._language import load_language
from annotation.detectors._tokens import load_style

_ENOUGH = 2
"""Decimals in a foreign style, and none in the language's own, that make an article foreign."""
_RECENT = 1900
"""From here on four digits alone are a year unless something speaks against it."""
_FIRST = 1500
"""Before this they need a word that says so."""

_RUN = 10
"""Digits in one run, without spaces or marks, beyond which a number is an identifier."""

_SPECIAL: tuple[Callable[[Context, int], Found], ...] = (read_share, read_percent_of, read_multiplier)
_OPEN: tuple[Callable[[Context, int], Found], ...] = (read_plural, read_vague)


@dataclass
class Reading:
    """What has been met so far in an article: the last unit of each kind of figure, latest kind last."""

    kinds: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    """Codes of currencies that were named in full, by each of their words: francs suisses, then francs."""
    foreign: bool = False
    """Whether the article writes decimals as its language does not."""

    def note(self, kind: str, unit: str) -> None:
        """Note the kind and unit of a figure as the latest of its kind."""
        if kind in ("money", "percent", "cardinal"):
            self.kinds.pop(kind, None)
            self.kinds[kind] = unit


def writes_foreign_decimals(text: str, lang: str) -> bool:
    """Whether an article in `lang` writes its decimals with another language's mark only: 12.5 in French."""
    own = load_style(lang).decimal
    other = "." if own == "," else ","
    counts = [
        sum(1 for _ in re.finditer(rf"(?<![\d.,])\d+{re.escape(mark)}\d{{1,2}}(?![\d]|[.,]\d)", text))
        for mark in (own, other)
    ]
    return counts[0] == 0 and counts[1] >= _ENOUGH


def read_figures(text: str, lang: str, tags: Mapping[int, str], reading: Reading) -> list[Figure]:
    """The figures of a prepared paragraph in order; `tags` gives word classes by code point where known."""
    context = Context(text, load_language(lang), load_lexicon(lang), tags, reading.foreign)
    if not context.tokens:
        return []
    return list(_scan(context, reading))


def _scan(context: Context, reading: Reading) -> Iterator[Figure]:
    done = 0
    pending: list[Comparison] = []
    for at in context.openings:
        if at < done:
            continue
        special = _read_date(context, at) or _read_special(context, at, reading)
        compared = [] if special else read_comparison(context, at)
        if special is not None:
            yield from _finished(context, pending)
            pending = []
            yield replace(special[1], start=context.tokens[at].start, end=context.tokens[special[0] - 1].end)
            done = special[0]
        elif compared:
            pending.extend(_with_currency(context, item, reading) for item in compared)
            reading.note(compared[-1].amount.kind, compared[-1].amount.unit)
            done = compared[-1].end
    yield from _finished(context, pending)


def _with_currency(context: Context, item: Comparison, reading: Reading) -> Comparison:
    """A sum whose currency is only half named, with the one that was named in full before."""
    amount = item.amount
    if amount.kind != "money":
        return item
    words = [word for word in context.folds[amount.numeral.end : amount.end] if word.isalpha()]
    if amount.unit:
        reading.currencies.update(dict.fromkeys(words, amount.unit) if len(words) > 1 else {})
        return item
    known = next((reading.currencies[word] for word in words if word in reading.currencies), "")
    return replace(item, amount=replace(amount, unit=known))


def _read_date(context: Context, at: int) -> Found:
    found = context.dates.get(at)
    if found is None or at in context.names:
        return None
    several = found.first is not None and found.last is not None
    alone = len(found.iso) == len("2024") and found.end == at + 1
    return found.end, Figure(
        start=0, end=0, kind="date", why="date", date=found.iso,
        value=Fraction(found.iso) if alone else None,
        low=Fraction(found.first or 0) if several else None,
        high=Fraction(found.last or 0) if several else None,
        comparator="range" if several else "=",
    )  # fmt: skip


def _read_special(context: Context, at: int, reading: Reading) -> Found:
    """A figure that is no plain number, perhaps after comparators."""
    before, sign = read_sign(context, at)
    for start, rule in product(starts_after(context, at, before), _SPECIAL):
        found = rule(context, start)
        if found is not None and start not in context.names:
            return found[0], replace(found[1], comparator=sign or "=")
    found = next((item for rule in _OPEN if (item := rule(context, at)) is not None), None)
    found = found or read_anaphora(context, at, reading.kinds)
    return None if found is None or at in context.names else found


def _finished(context: Context, found: list[Comparison]) -> Iterator[Figure]:
    for item in share_units(context, join_comparisons(context, found)):
        year = _is_year(context, item)
        plain = item.amount.plain and not item.is_range
        if plain and (_is_id(context, item) or _is_score(context, item)):
            continue
        if not _is_name(context, item, year=year):
            yield _figure(context, item, year=year)


def _figure(context: Context, item: Comparison, *, year: bool) -> Figure:
    amount = item.amount
    value = None if item.is_range else amount.value
    return Figure(
        start=context.tokens[item.start].start,
        end=context.tokens[item.end - 1].end,
        kind="date" if year else amount.kind,
        comparator=item.comparator,
        value=value,
        low=item.low,
        high=item.high,
        unit=amount.unit,
        per=amount.per,
        counted=amount.counted,
        date=str(value) if year and value is not None else "",
        why="year" if year else item.why,
    )


def _is_year(context: Context, item: Comparison) -> bool:
    """Whether a bare number is a year: "en 2023", "since 1998"."""
    amount, at = item.amount, item.amount.numeral.start
    if not amount.plain or not is_year_like(context, amount) or len(context.tokens) == 1:
        return False
    if item.is_range:
        return item.low is not None and item.low >= _FIRST and not amount.unit
    return _says_year(context, item, at)


def _says_year(context: Context, item: Comparison, at: int) -> bool:
    quantities, before = context.lexicon.quantities, context.fold(at - 1)
    if item.comparator != "=":
        found = context.lexicon.comparators.years.find(context.folds, item.start)
        return found is not None and found[0] == at
    if before in quantities.surely_years:
        return True
    if before in quantities.not_years:
        return False
    value = item.amount.value
    return value >= _RECENT or (
        value >= _FIRST and (before in quantities.before_years or before in ("(", ""))
    )


def _is_name(context: Context, item: Comparison, *, year: bool) -> bool:
    """Whether a bare number is part of a name: "Leopard 2", "Paris 2024", "les Vingt-Sept"."""
    at = item.amount.numeral.start
    if item.comparator != "=" or at == 0 or item.start != at or item.amount.unit:
        return False
    if not item.amount.numeral.digits:
        named = not item.amount.counted or item.amount.counted[0].isupper()
        capital = context.tokens[at].capital and not context.starts_sentence(at)
        return named and capital and not context.shouted
    if item.amount.counted:
        return False
    before = context.tokens[at - 1]
    named = before.kind == "word" and before.capital and before.fold not in context.language.small_words
    return item.amount.plain and named and (year or not context.starts_sentence(at - 1))


def _is_id(context: Context, item: Comparison) -> bool:
    """Whether a number has more digits in one run than a quantity is written with."""
    written = context.written(item.amount.numeral.start)
    return len(written) > _RUN and written.isdecimal() and len(context.tokens) > 1


def _is_score(context: Context, item: Comparison) -> bool:
    """Whether a hyphen binds a bare number to another one: "6-4"."""
    start, end = item.amount.numeral.start, item.amount.numeral.end
    before = start > 1 and context.binds(start - 1) and context.tokens[start - 2].kind == "number"
    return before or (context.binds(end) and context.tokens[end + 1].kind == "number")
