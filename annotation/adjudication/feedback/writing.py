"""Feedback as a file, in the format that its name asks for, and as a document for programs."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from annotation.adjudication.feedback.gathering import Feedback, Item
from annotation.adjudication.feedback.page import page
from annotation.adjudication.feedback.wording import Piece, value_pieces
from annotation.agreement.reports.writing import write_in_format

ENDINGS = (".html", ".pdf")
"""Those of the formats in which feedback is written."""


def write_feedback(feedback: Feedback, path: Path) -> None:
    """Write feedback as `.html` or `.pdf`, beside its place and then moved there.

    Raises UnwritableReport for another ending, or where it cannot be written; what was there is untouched.
    """
    formats = (partial(_write_page, feedback), partial(_write_pdf, feedback))
    write_in_format(path, dict(zip(ENDINGS, formats, strict=True)))


def _write_page(feedback: Feedback, path: Path) -> None:
    path.write_text(page(feedback), "utf-8")


def _write_pdf(feedback: Feedback, path: Path) -> None:
    # reportlab takes a while to load, and only this format needs it.
    from annotation.adjudication.feedback.print import print_feedback  # noqa: PLC0415

    print_feedback(feedback, path)


def feedback_row(feedback: Feedback) -> dict[str, Any]:
    """The feedback as JSON has it."""
    return {
        "annotator": feedback.annotator.name,
        "articles": len(feedback.articles),
        "decisions": len(feedback.items),
        "agreed": len(feedback.items) - len(feedback.changed),
        "counts": {
            layer: {verdict.value: number for verdict, number in counts.items()}
            for layer, counts in feedback.counts.items()
        },
        "reasons": [
            {"reason": reason, "layer": layer, "count": number}
            for (reason, layer), number in feedback.reasons.most_common()
        ],
        "changed": [_item_row(item) for item in feedback.changed],
    }


def _item_row(item: Item) -> dict[str, Any]:
    return {
        "article": item.article,
        "layer": item.layer.id,
        "record": item.mine.id if item.mine else None,
        "gold": item.gold.id if item.gold else None,
        "quote": item.quote,
        "verdicts": [verdict.value for verdict in item.verdicts],
        "differences": [
            {"part": one.part.id, "mine": _words(mine), "gold": _words(gold)}
            for one in item.differences
            for mine, gold in [value_pieces(one, item.referents)]
        ],
        "reason": item.decision.reason,
        "comment": item.decision.comment,
        "later": item.later,
    }


def _words(pieces: Sequence[Piece]) -> str:
    return "".join(words for words, _own in pieces)
