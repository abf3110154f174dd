"""Marks for programs whose spans are of one piece: a mark in several becomes several, linked in a row."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from annotation.exporters._losses import Losses
from annotation.exporters._marks import Link, Mark, MarkedSheet
from annotation.i18n import _
from annotation.records import Span

CONTINUES = "continues"
"""What the link from one piece to the next is called."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a mark."""

    key: str
    """The mark's key for its first piece, and with a number after it for the others."""
    span: Span
    mark: Mark
    is_first: bool


def in_pieces(marked: MarkedSheet, losses: Losses) -> tuple[list[Piece], list[Link]]:
    """The pieces of all marks, and the links between marks and between the pieces of one."""
    pieces = [piece for mark in marked.marks for piece in _pieces(mark)]
    rows = [
        Link(label=CONTINUES, source=before.key, target=piece.key, is_role=True)
        for before, piece in pairwise(pieces)
        if not piece.is_first
    ]
    broken = sum(1 for mark in marked.marks if len(mark.spans) > 1)
    losses.add(_("records in several pieces"), _("the pieces are linked by “continues”"), broken)
    return pieces, [*marked.links, *rows]


def _pieces(mark: Mark) -> Iterable[Piece]:
    for number, span in enumerate(mark.spans):
        yield Piece(f"{mark.key}.{number + 1}" if number else mark.key, span, mark, number == 0)


def count_usual_losses(marked: MarkedSheet, losses: Losses) -> None:
    """Count what no program of labelled words holds."""
    losses.add(_("records without words"), _("left out"), len(marked.wordless))
    losses.add(_("references to records that were not chosen"), _("left out"), marked.dangling)
