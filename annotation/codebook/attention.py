"""What about a record somebody should look at again: something is missing, broken, unsure, or was flagged."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from annotation.codebook.codebook import Codebook
from annotation.codebook.validation import check_annotation
from annotation.records import Annotation, Status

UNSURE = 0.5
"""The confidence below which a suggestion should be looked at."""
FLAG = "?"
"""What the note of a flagged record begins with: it is a question to somebody."""


class Reason(StrEnum):
    """Why a record needs attention."""

    MISSING = "missing"
    """A required role or field is empty."""
    WRONG = "wrong"
    """Something is there that the codebook does not allow."""
    BROKEN = "broken"
    """It points at a record that is not there."""
    UNSURE = "unsure"
    """A suggestion of little confidence."""
    FLAGGED = "flagged"
    """A person flagged it."""


def reasons(
    record: Annotation, codebook: Codebook, length: int, is_there: Callable[[str], bool]
) -> Iterator[Reason]:
    """Why a record of a text of `length` code points needs attention; `is_there` knows the others by id.

    A suggestion is not asked for what is missing: nobody has accepted it yet.
    """
    if record.status is Status.SUGGESTED:
        if record.confidence is not None and record.confidence < UNSURE:
            yield Reason.UNSURE
        return
    problems = check_annotation(codebook, record, length)
    if any(problem.missing for problem in problems):
        yield Reason.MISSING
    if any(not problem.missing for problem in problems):
        yield Reason.WRONG
    if not all(is_there(target) for _field, target in codebook.references(record)):
        yield Reason.BROKEN
    if is_flagged(record):
        yield Reason.FLAGGED


def is_flagged(record: Annotation) -> bool:
    """Whether a person flagged a record."""
    return record.note.startswith(FLAG)


def turned_flag(note: str) -> str:
    """The note of a record that is flagged now if it was not before, and the other way round."""
    return note.removeprefix(FLAG).lstrip() if note.startswith(FLAG) else f"{FLAG} {note}".strip()
