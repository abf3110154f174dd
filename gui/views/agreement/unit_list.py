"""The list of records behind a figure: the words, what each annotator said, and where they stand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotation.i18n import _, ngettext
from gui.actions import ActionTable
from gui.models.board_rows import ROW, BoardRows, Column, Index
from gui.theme import Theme
from gui.views.agreement.unit_lines import UnitLine
from gui.widgets.button import ActionButton
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.found_list import FoundList, LinesDelegate, RowLines

Fetch = Callable[[Sequence[str]], Sequence[UnitLine]]


class UnitDelegate(LinesDelegate):
    """Draws a line's words, what annotators said, and its article."""

    def lines(self, index: Index, theme: Theme) -> RowLines | None:
        """The words of a line."""
        row: UnitLine | None = index.data(ROW)
        if row is None:
            return None
        lines = [line for line in (quote_words(row), said_words(row), place_words(row)) if line]
        return RowLines(lines=lines, muted_from=max(1, len(lines) - 1), strong=bool(row.quote))


class UnitList(FoundList):
    """Lists lines. Emits `record_wanted(article, record)` for Enter or a double click.

    The record is "" where the line is about the article alone. Shift+Enter emits `review_wanted(article,
    record)`; `chose` is emitted when another line is the current one.
    """

    record_wanted = Signal(str, str)
    review_wanted = Signal(str, str)
    chose = Signal()

    def __init__(self, actions: ActionTable, parent: QWidget | None = None) -> None:
        self._fetch: Fetch = lambda _ids: ()
        self.model = BoardRows((_column(),), self._ask)
        super().__init__(
            self.model, UnitDelegate(), _("Records behind the figure"), _hint_words(), parent=parent
        )
        self.review = ActionButton(actions["agreement.review"], "quiet", icon="scale")
        self.head.addWidget(self.review)
        self.list.chosen.connect(self._want_record)
        self.list.chosen_aside.connect(self._want_review)
        self.list.moved.connect(self.chose)

    @property
    def current(self) -> UnitLine | None:
        """The current line."""
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def show_units(self, title: str, ids: Sequence[str], fetch: Fetch, nothing: str = "") -> None:
        """List what `fetch` gives for these ids under a title; where there are none, say `nothing`."""
        self._fetch = fetch
        number = number_words(len(ids))
        count = ngettext("one place", "{number} places", len(ids), number=number) if ids else ""
        self.model.show_ids(ids)
        self.hint.setText(nothing or _hint_words())
        self.show_titles(title, count, there=bool(ids))
        self.list.verticalScrollBar().setValue(0)
        self.chose.emit()

    def want_review(self) -> None:
        """Ask for the current line in Review."""
        if self.list.currentIndex().isValid():
            self._want_review(self.list.currentIndex().row())

    def _want_record(self, place: int) -> None:
        if row := self.model.row(place):
            self.record_wanted.emit(row.article, row.record)

    def _want_review(self, place: int) -> None:
        if row := self.model.row(place):
            self.review_wanted.emit(row.article, row.record)

    def _ask(self, ids: Sequence[str]) -> Sequence[UnitLine]:
        return self._fetch(ids)


def _hint_words() -> str:
    return _("Choose a cell, or a point, to read the records behind it.")


def _column() -> Column[UnitLine]:
    return Column(key="unit", title="", words=spoken, tip=spoken)


def quote_words(row: UnitLine) -> str:
    """The words of a line."""
    return f"« {row.quote} »" if row.quote else ""


def said_words(row: UnitLine) -> str:
    """What each annotator said."""
    return "   ".join(_("{who}: {said}", who=who, said=said) for who, said in row.said)


def place_words(row: UnitLine) -> str:
    """Where a line stands."""
    return " · ".join(part for part in (row.title, row.outlet, short_date_words(row.published)) if part)


def spoken(row: UnitLine) -> str:
    """A line as a screen reader says it."""
    said = [_("{who}: {said}", who=who, said=words) for who, words in row.said]
    return "\n".join(part for part in (quote_words(row), *said, place_words(row)) if part)
