"""Feedback as PDF."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reportlab.platypus import CondPageBreak, KeepTogether, Paragraph  # type: ignore[import-untyped]

from annotation.adjudication.feedback.gathering import Feedback, Item
from annotation.adjudication.feedback.wording import (
    Piece,
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
from annotation.agreement.reports.print import (
    ROOM,
    Styles,
    make_document,
    paragraph,
    plain,
    report_styles,
    table_flowable,
)
from annotation.i18n import _, ngettext


def print_feedback(feedback: Feedback, path: Path) -> None:
    """Write the feedback to `path`."""
    document = make_document(path, heading(feedback)[0])
    document.build(list(_story(feedback, document.width)))


def _story(feedback: Feedback, width: float) -> Iterator[Any]:
    style = report_styles()
    title, under = heading(feedback)
    yield paragraph(title, style.large)
    yield paragraph(under, style.faint)
    if not feedback.items:
        yield paragraph(_("Nothing was decided about this work yet."), style.body)
        return
    yield paragraph(explanation(), style.faint)
    for name, table in ((_("Counts"), counts_table(feedback)), (_("Reasons"), reasons_table(feedback))):
        if len(table) > 1:
            yield CondPageBreak(ROOM)
            yield paragraph(name, style.head)
            yield table_flowable(table, style.small, width)
    if feedback.gaps:
        yield paragraph(_("Where the guideline is silent or unclear"), style.head)
        for item in feedback.gaps:
            yield paragraph(gap_words(item), style.body)
    for items in feedback.articles.values():
        yield from _article(items, feedback, style)


def _article(items: Sequence[Item], feedback: Feedback, style: Styles) -> Iterator[Any]:
    changed = [item for item in items if not item.is_agreed]
    yield CondPageBreak(ROOM)
    yield paragraph(items[0].title, style.head)
    if agreed := len(items) - len(changed):
        said = ngettext("In one decision the gold set has your record.",
                        "In {n} decisions the gold set has your record.", agreed)  # fmt: skip
        yield paragraph(said, style.faint)
    for item in changed:
        yield KeepTogether(list(_item(item, feedback, style)))


def _item(item: Item, feedback: Feedback, style: Styles) -> Iterator[Any]:
    kind = f"{item.layer.text} · {verdicts_text(item)}"
    yield Paragraph(f"{_bold(item.quote)} <font color='#57606A'>{plain(kind)}</font>", style.body)
    yield paragraph(sentence(item), style.small)
    for one in item.differences:
        mine, gold = value_pieces(one, item.referents)
        words = f"{plain(one.part.text)}: {_marked(mine, '#9A3B12')} → {_marked(gold, '#00664A')}"
        yield Paragraph(words, style.small)
    if reason := why(item, feedback.codebook):
        yield paragraph(reason, style.faint)
    if item.later:
        yield paragraph(_("You changed your record after this decision."), style.faint)


def _marked(pieces: Sequence[Piece], ink: str) -> str:
    return "".join(
        f"<font name='Report-Bold' color='{ink}'><u>{plain(words)}</u></font>" if own else plain(words)
        for words, own in pieces
    )


def _bold(words: str) -> str:
    return f"<font name='Report-Bold'>{plain(words)}</font>"
