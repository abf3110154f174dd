"""“Why this suggestion?” in words: what found it, how sure that was, and what the researchers taught."""

from PySide6.QtCore import QLocale

from annotation.detectors import MEMORY, explain
from annotation.i18n import _
from annotation.records import Annotation
from gui.views.desk import Desk


def why_words(record: Annotation, desk: Desk) -> str:
    """Why a record was suggested, a sentence a line; "" where nothing is known."""
    if not record.why:
        return ""
    return explain(
        record, desk.codebook, lambda key: entity.name if (entity := desk.index.get(key)) else None
    )


def origin_rows(record: Annotation) -> list[tuple[str, str]]:
    """(what, how it is called) of what made a record: detector, model, how sure it was, or who."""
    rows: list[tuple[str, str]] = []
    detector, _blank, model = record.origin.partition(" ")
    name, slash, version = detector.partition("/")
    if record.origin == MEMORY:
        rows.append((_("Found by"), _("what was marked in this project")))
    elif slash:
        rows.append((_("Detector"), f"{name} {version}"))
    elif record.origin:
        rows.append((_("Made by"), record.origin))
    if slash and model:
        rows.append((_("Language model"), model))
    if sure := _sure(record):
        rows.append((_("Confidence"), sure))
    return rows


def _sure(record: Annotation) -> str:
    if record.confidence is None:
        return ""
    return _("{share}% sure", share=QLocale().toString(round(record.confidence * 100)))


def origin_words(record: Annotation) -> str:
    """What made a record and how sure it was, on one line; "" where nobody knows."""
    return " · ".join(words for _what, words in origin_rows(record))
