"""Reading the figures of one paragraph from left to right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotation.detectors._figures.amounts import Amount
from annotation.detectors._figures.comparison import (
    Comparison,
    join_comparisons,
    read_comparison,
    share_units,
)
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.figure import Figure
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.quantities import read_anaphora, read_quantity
from annotation.detectors._language import load_language


@dataclass
class Reading:
    """What has been met so far in an article: the last unit of each kind of figure, latest kind last."""

    kinds: dict[str, str] = field(default_factory=dict)

    def note(self, kind: str, unit: str) -> None:
        """Note the kind and unit of a figure as the latest of its kind."""
        if kind in ("money", "percent", "cardinal"):
            self.kinds.pop(kind, None)
            self.kinds[kind] = unit


def read_figures(text: str, lang: str, tags: Mapping[int, str], reading: Reading) -> list[Figure]:
    """The figures of a prepared paragraph in order; `tags` gives word classes by code point where known."""
    context = Context(text, load_language(lang), load_lexicon(lang), tags)
    if not context.tokens:
        return []
    return list(_scan(context, reading))


def _scan(context: Context, reading: Reading) -> Iterator[Figure]:
    at = 0
    pending: list[Comparison] = []
    while at < len(context.tokens):
        if not context.may_start(at):
            at += 1
            continue
        special = read_quantity(context, at) or read_anaphora(context, at, reading.kinds)
        compared = [] if special else read_comparison(context, at)
        if special is not None:
            yield from _finished(context, pending)
            pending = []
            yield replace(special[1], start=context.tokens[at].start, end=context.tokens[special[0] - 1].end)
            at = special[0]
        elif compared:
            pending.extend(compared)
            reading.note(compared[-1].amount.kind, compared[-1].amount.unit)
            at = compared[-1].end
        else:
            at += 1
    yield from _finished(context, pending)


def _finished(context: Context, found: list[Comparison]) -> Iterator[Figure]:
    for item in share_units(context, join_comparisons(context, found)):
        figure = _figure(context, item)
        if figure is not None:
            yield figure


def _figure(context: Context, item: Comparison) -> Figure | None:
    amount = item.amount
    kind = amount.kind
    year = _is_year(context, item)
    if _is_name(context, item, year=year):
        return None
    kind = "date" if year else kind
    value = None if item.is_range else amount.value
    return Figure(
        start=context.tokens[item.start].start,
        end=context.tokens[item.end - 1].end,
        kind=kind,
        comparator=item.comparator,
        value=value,
        low=item.low,
        high=item.high,
        unit=amount.unit,
        per=amount.per,
        counted=amount.counted,
        why=item.why,
    )


def _is_plain(item: Comparison) -> bool:
    amount = item.amount
    plain = (
        amount.kind == "cardinal"
        and not amount.counted
        and amount.numeral.digits
        and amount.numeral.scale == 1
    )
    return plain and amount.numeral.end == amount.numeral.start + 1


def _is_year(context: Context, item: Comparison) -> bool:
    """Whether a bare number is a year: "en 2023", "since 1998"."""
    amount: Amount = item.amount
    if not _is_plain(item) or item.comparator not in ("=", "~", "range") or not 1500 <= amount.value < 2100:
        return False
    written = context.written(amount.numeral.start)
    if item.is_range:
        return item.low is not None and 1500 <= item.low < 2100
    return len(written) == 4 and (len(context.tokens) > 1)


def _is_name(context: Context, item: Comparison, *, year: bool) -> bool:
    """Whether a bare number is part of a name: "Leopard 2", "Paris 2024", "les Vingt-Sept"."""
    at = item.amount.numeral.start
    if item.comparator != "=" or at == 0 or item.start != at or item.amount.unit or item.amount.counted:
        return False
    if not item.amount.numeral.digits:
        return context.tokens[at].capital and not context.starts_sentence(at) and not context.text.isupper()
    before = context.tokens[at - 1]
    named = before.kind == "word" and before.capital and before.fold not in context.language.small_words
    return _is_plain(item) and named and (year or not context.starts_sentence(at - 1))
