"""What the cells of the Sources board say."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QIcon

from annotation.codebook import Codebook
from annotation.fields import Field, kind_of
from annotation.i18n import _
from annotation.project.boards.attribution_rows import AttributionRow
from annotation.records import Status
from gui.models.board_rows import Column
from gui.views.boards.polarity import mark_of, status_name
from gui.widgets.dates import date_words, short_date_words
from gui.widgets.hue_mark import tag_icon

_BETWEEN = " · "
LAYER = "source"


class AttributionWords:
    """Says values of attributions as the codebook calls them."""

    def __init__(self, codebook: Codebook) -> None:
        self._fields: Mapping[str, Field] = {}
        self.take(codebook)

    def take(self, codebook: Codebook) -> None:
        """Use the words of another codebook."""
        layer = codebook.layer(LAYER)
        self._fields = {field.id: field for field in layer.fields} if layer else {}

    def value(self, row: AttributionRow, key: str) -> str:
        """The value of a field; "" where it has none."""
        value = row.features.get(key)
        field = self._fields.get(key)
        if value is None or field is None:
            return ""
        return kind_of(field).show(value, field)

    def kind(self, row: AttributionRow) -> str:
        """What sort of source it is, and in which role it speaks."""
        return _joined(self.value(row, "source_type"), self.value(row, "source_role"))

    def mark(self, row: AttributionRow) -> QIcon | None:
        """A square in the colour of the tag of the type, else of the role."""
        return self._square(row, "source_type", "source_role")

    def way(self, row: AttributionRow) -> QIcon | None:
        """A square in the colour of the tag for how the words are reported."""
        return self._square(row, "speech", "attribution_kind")

    def _square(self, row: AttributionRow, *keys: str) -> QIcon | None:
        """The square of the first of these fields whose tag has a colour of its own."""
        fields = ((self._fields.get(key), row.features.get(key)) for key in keys)
        hues = (field.hue_of(value) for field, value in fields if field is not None)
        return tag_icon(next(filter(None, hues), ""))

    def how(self, row: AttributionRow) -> str:
        """The cue, quoted, and how the words are reported."""
        cue = f"« {row.cue} »" if row.cue else ""
        return _joined(cue, self.value(row, "speech"), self.value(row, "attribution_kind"))

    def stances(self, row: AttributionRow) -> str:
        """The targets of the stances that it carries, each with its mark."""
        return _BETWEEN.join(f"{mark_of(one.polarity)} {one.target}" for one in row.stances)


def columns(words: AttributionWords) -> tuple[Column[AttributionRow], ...]:
    """The columns of the table; the keys of sortable ones are those of AttributionSort."""

    def made(
        key: str,
        title: str,
        say: Callable[[AttributionRow], str],
        width: int,
        *,
        sortable: bool = True,
        mark: Callable[[AttributionRow], QIcon | None] | None = None,
    ) -> Column[AttributionRow]:
        return Column(
            key=key, title=title, words=say, tip=say, width=width, grows=True, sortable=sortable, mark=mark
        )

    return (
        Column(
            key="who",
            title=_("Who"),
            words=lambda row: row.who,
            tip=_who_tip,
            width=136,
            grows=True,
            sortable=True,
        ),
        made("source_type", _("Type and role"), words.kind, 112, mark=words.mark),
        made("cue", _("How"), words.how, 150, mark=words.way),
        made("content", _("Says what"), lambda row: row.content, 260),
        made("figures", _("Figures"), _figures, 120, sortable=False),
        made("stances", _("Towards whom"), words.stances, 124, sortable=False),
        made("title", _("Article"), lambda row: row.title, 140),
        made("outlet", _("Outlet"), lambda row: row.outlet, 88),
        Column(
            key="published",
            title=_("Date"),
            words=lambda row: short_date_words(row.published),
            tip=lambda row: date_words(row.published),
            width=108,
            sortable=True,
        ),
    )


def _figures(row: AttributionRow) -> str:
    return _BETWEEN.join(row.figures)


def _who_tip(row: AttributionRow) -> str:
    """The name, the words in the text where they differ, whose record it is."""
    said = row.source if row.source != row.speaker else ""
    return "\n".join(part for part in (row.speaker, said, _state(row)) if part)


def _state(row: AttributionRow) -> str:
    return _joined(row.annotator, status_name(Status(row.status)))


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)
