"""The table of attributions as a file: more columns than the window has room for."""

from collections.abc import Sequence

from annotation.i18n import _
from annotation.operations.boards.sheets import Cell
from annotation.project.boards.attribution_rows import AttributionRow
from gui.views.boards.attribution_columns import AttributionWords
from gui.views.boards.polarity import polarity_words

_FIELDS = (
    "source_type",
    "source_role",
    "identification",
    "speech",
    "cue_type",
    "attribution_kind",
    "factuality",
    "negated",
)


def header() -> list[str]:
    """The heads of the columns; fields are called by their keys, so that programs find them."""
    named = [_("Who"), _("Speaker"), _("Source"), _("Cue"), _("Says what"), _("Addressee")]
    places = [_("Article"), _("Outlet"), _("Date"), _("Annotator"), _("Status"), "article", "id"]
    return [*named, *_FIELDS, _("With which figures"), _("Towards whom"), *places]


def sheet_row(row: AttributionRow, words: AttributionWords) -> Sequence[Cell]:
    """One attribution as cells."""
    stances = "; ".join(f"{one.target} ({polarity_words(one.polarity)})" for one in row.stances)
    return [
        row.who,
        row.speaker,
        row.source,
        row.cue,
        row.content,
        row.addressee,
        *(words.value(row, key) for key in _FIELDS),
        "; ".join(row.figures),
        stances,
        row.title,
        row.outlet,
        row.published,
        row.annotator,
        row.status,
        row.article,
        row.id,
    ]
