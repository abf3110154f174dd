"""Feedback for an annotator: what was decided about their work, how it differs, and why."""

from annotation.adjudication.feedback.gathering import (
    Difference,
    Feedback,
    Item,
    Verdict,
    articles_decided,
    feedback_in,
    gather_feedback,
)
from annotation.adjudication.feedback.wording import Piece, value_pieces, verdict_text
from annotation.adjudication.feedback.writing import ENDINGS, feedback_row, write_feedback

__all__ = [
    "ENDINGS",
    "Difference",
    "Feedback",
    "Item",
    "Piece",
    "Verdict",
    "articles_decided",
    "feedback_in",
    "feedback_row",
    "gather_feedback",
    "value_pieces",
    "verdict_text",
    "write_feedback",
]
