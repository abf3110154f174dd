"""The evidence behind a number: the words of each stance, and where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.project.boards.stances import Evidence
from gui.models.board_rows import ROW, BoardRows, Column, Index
from gui.session import Session
from gui.theme import Theme
from gui.views.boards.polarity import Dress, colour_of, mark_of, polarity_words, undressed
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.found_list import FoundList, LinesDelegate, RowLines


class EvidenceDelegate(LinesDelegate):
    """Draws a stance: its mark and its words, who towards whom, and where it stands."""

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress

    def lines(self, index: Index, theme: Theme) -> RowLines | None:
        """The words of a stance."""
        row: Evidence | None = index.data(ROW)
        if row is None:
            return None
        return RowLines(
            lines=(f"« {row.quote} »", sides(row), place_words(row)),
            mark=mark_of(row.polarity),
            colour=colour_of(row.polarity, self._dress(theme)),
        )


class EvidenceList(FoundList):
    """Lists stances. Emits `record_wanted(article id, annotation id)` for a click or Enter.

    `dress` gives the theme the codebook's own colours of polarities.
    """

    record_wanted = Signal(str, str)

    def __init__(
        self, session: Session, hint: str, dress: Dress = undressed, parent: QWidget | None = None
    ) -> None:
        self._session = session
        self.model = BoardRows((_column(),), self._fetch)
        super().__init__(
            self.model, EvidenceDelegate(dress), _("Evidence"), hint, by_click=True, parent=parent
        )
        self.list.chosen.connect(self._want)

    def show_evidence(self, title: str, ids: Sequence[str]) -> None:
        """List these stances under a title; without any, say how to get some."""
        kept = self.list.verticalScrollBar().value() if title == self.title.text() else 0
        number = number_words(len(ids))
        count = ngettext("one stance", "{number} stances", len(ids), number=number) if ids else ""
        self.model.show_ids(ids)
        self.show_titles(title, count, there=bool(ids))
        self.list.verticalScrollBar().setValue(kept)

    def _want(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.record_wanted.emit(row.article, row.id)

    def _fetch(self, ids: Sequence[str]) -> list[Evidence]:
        """The rows of some stances; none where they cannot be read. Qt asks while it paints."""
        if not self._session.is_open:
            return []
        try:
            return self._session.read(lambda reader: reader.boards.evidence(ids, reader.boards.names()))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return []


def _column() -> Column[Evidence]:
    return Column(key="stance", title="", words=spoken, tip=_tip)


def sides(row: Evidence) -> str:
    """Who towards whom, and who says so where that is somebody else."""
    ends = f"{row.holder or '?'} → {row.target or '?'}"
    if row.carrier in ("", row.holder):
        return ends
    return f"{ends} · {_('carried by {name}', name=row.carrier)}"


def place_words(row: Evidence) -> str:
    """Where a stance stands."""
    return " · ".join(part for part in (row.title, row.outlet, short_date_words(row.published)) if part)


def spoken(row: Evidence) -> str:
    """A stance as a screen reader says it."""
    return f"{polarity_words(row.polarity)}: {row.quote}. {sides(row)}. {place_words(row)}"


def _tip(row: Evidence) -> str:
    return f"« {row.quote} »\n{sides(row)}\n{place_words(row)}\n{row.annotator}"
