"""What the cells of the corpus table say."""

import json

from annotation.i18n import _, ngettext
from annotation.project import CorpusRow, LayerCount
from gui.models.corpus_table import state_words
from gui.widgets.dates import date_words, language_words, number_words, short_date_words, time_words

_DATES = {"published": short_date_words, "created": short_date_words}


def cell_words(row: CorpusRow, field: str) -> str:
    """What a cell shows of a row."""
    column, _dot, part = field.partition(".")
    if column == "meta":
        found = row.metadata.get(part, "")
        return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    if part:
        counted = row.counts.get(part, LayerCount())
        return number_words(counted.labels if column == "labels" else counted.suggestions)
    if field == "duplicates":
        return copy_words(row)
    value = getattr(row, field)
    if isinstance(value, int):
        return number_words(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    shown = {**_DATES, "lang": language_words, "state": state_words}.get(field)
    return shown(value) if shown else str(value)


def copy_words(row: CorpusRow) -> str:
    """What an article is a copy of, or how many copies it stands for; "" where there are none."""
    if row.copy_of:
        return _("copy of “{title}”", title=row.copy_of)
    number = row.relatives
    return (
        ngettext("has one copy", "has {number} copies", number, number=number_words(number)) if number else ""
    )


def tip_words(row: CorpusRow, field: str) -> str:
    """What a cell says when it is pointed at: what it has no room for."""
    if field in _DATES:
        at = getattr(row, field)
        return ", ".join(part for part in (date_words(at), time_words(at)) if part)
    if field == "title" and row.copy_of:
        return f"{row.title}\n{copy_words(row)}"
    is_long = field in _LONG or field.startswith("meta.")
    return cell_words(row, field) if is_long else ""


_LONG = frozenset(
    {"duplicates", "title", "outlet", "authors", "section", "tags", "annotators", "source_file", "url"}
)
