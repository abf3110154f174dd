"""Feedback as PDF."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reportlab.platypus import CondPageBreak, KeepTogether, Paragraph  # type: ignore[import-untyped]

from annotation.adjudication.feedback.gathering import Feedback
from annotation.adjudication.feedback.outline import Counted, Listed, Part, Told, Words, outline
from annotation.adjudication.feedback.wording import Piece, heading
from annotation.agreement.reports.print import (
    ROOM,
    Styles,
    make_document,
    paragraph,
    plain,
    report_styles,
    table_flowable,
)


def print_feedback(feedback: Feedback, path: Path) -> None:
    """Write the feedback to `path`."""
    document = make_document(path, heading(feedback)[0])
    style = report_styles()
    story = [one for part in outline(feedback) for one in _part(part, style, document.width)]
    document.build(story)


def _part(part: Part, style: Styles, width: float) -> Iterator[Any]:
    if isinstance(part, Words):
        ranks = {"title": style.large, "head": style.head, "body": style.body, "faint": style.faint}
        if part.rank == "head":
            yield CondPageBreak(ROOM)
        yield paragraph(part.text, ranks[part.rank])
    elif isinstance(part, Counted):
        yield table_flowable(part.table, style.small, width)
    elif isinstance(part, Listed):
        yield from (paragraph(line, style.body) for line in part.lines)
    else:
        yield KeepTogether(list(_told(part, style)))


def _told(told: Told, style: Styles) -> Iterator[Any]:
    yield Paragraph(f"{_bold(told.quote)} <font color='#57606A'>{plain(told.kind)}</font>", style.body)
    yield paragraph(told.sentence, style.small)
    for name, mine, gold in told.differences:
        words = f"{plain(name)}: {_marked(mine, '#9A3B12')} → {_marked(gold, '#00664A')}"
        yield Paragraph(words, style.small)
    yield from (paragraph(words, style.faint) for words in (told.why, told.later) if words)


def _marked(pieces: Sequence[Piece], ink: str) -> str:
    return "".join(
        f"<font name='Report-Bold' color='{ink}'><u>{plain(words)}</u></font>" if own else plain(words)
        for words, own in pieces
    )


def _bold(words: str) -> str:
    return f"<font name='Report-Bold'>{plain(words)}</font>"
