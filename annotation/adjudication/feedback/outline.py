"""What a feedback report says, part by part and in order, whatever it is written as."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from annotation.adjudication.feedback.gathering import Feedback, Item
from annotation.adjudication.feedback.wording import (
    Piece,
    Table,
    counts_table,
    explanation,
    gap_words,
    heading,
    reasons_table,
    sentence,
    value_pieces,
    verdicts_text,
    why,
)
from annotation.i18n import _, ngettext

Rank = Literal["title", "head", "body", "faint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of words, as what they stand there."""

    rank: Rank
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A table."""

    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Several lines of one kind."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One decision that is otherwise than the annotator said."""

    kind: str
    quote: str
    sentence: str
    differences: Sequence[tuple[str, Sequence[Piece], Sequence[Piece]]] = field(default_factory=tuple)
    """(field, what the annotator said, what the gold set says)"""
    why: str
    later: str
    """That the annotator changed their record since; "" where they did not."""


Part = Words | Counted | Listed | Told


def outline(feedback: Feedback) -> Iterator[Part]:
    """The parts of a report, the title first."""
    title, under = heading(feedback)
    yield Words(rank="title", text=title)
    yield Words(rank="faint", text=under)
    if not feedback.items:
        yield Words(rank="body", text=_("Nothing was decided about this work yet."))
        return
    yield Words(rank="faint", text=explanation())
    for name, table in ((_("Counts"), counts_table(feedback)), (_("Reasons"), reasons_table(feedback))):
        if len(table) > 1:
            yield Words(rank="head", text=name)
            yield Counted(table=table)
    if feedback.gaps:
        yield Words(rank="head", text=_("Where the guideline is silent or unclear"))
        yield Listed(lines=[gap_words(item) for item in feedback.gaps])
    for items in feedback.articles.values():
        yield from _article(items, feedback)


def _article(items: Sequence[Item], feedback: Feedback) -> Iterator[Part]:
    changed = [item for item in items if not item.is_agreed]
    yield Words(rank="head", text=items[0].title)
    if agreed := len(items) - len(changed):
        said = ngettext("In one decision the gold set has your record.",
                        "In {n} decisions the gold set has your record.", agreed)  # fmt: skip
        yield Words(rank="faint", text=said)
    for item in changed:
        yield Told(
            kind=f"{item.layer.text} · {verdicts_text(item)}",
            quote=item.quote,
            sentence=sentence(item),
            differences=[(one.part.text, *value_pieces(one, item.referents)) for one in item.differences],
            why=why(item, feedback.codebook),
            later=_("You changed your record after this decision.") if item.later else "",
        )
