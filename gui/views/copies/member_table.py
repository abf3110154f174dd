"""The articles of one group of copies as a table."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotation.i18n import _
from gui.models.record_table import Column, RecordTable
from gui.views.copies.gathered import Member
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.row_table import RowTable

_WIDTHS = {1: 150, 2: 100, 3: 100, 4: 180}
_TITLE = 200


def member_model() -> RecordTable[Member]:
    """A model of the articles of a group."""
    columns: list[Column[Member]] = [
        Column(title=_("Title"), text=lambda one: one.article.title, tip=lambda one: one.article.title),
        Column(title=_("Outlet"), text=lambda one: one.article.outlet),
        Column(title=_("Date"), text=lambda one: short_date_words(one.article.published)),
        Column(title=_("Characters"), text=lambda one: number_words(one.article.length), right=True),
        Column(title=_("Shared words"), text=shared_words, tip=lambda _one: _shared_tip()),
    ]
    return RecordTable[Member](columns, key=lambda one: one.article.id)


def shared_words(one: Member) -> str:
    """How much of an article stands in the representative, or that it stands for the group."""
    if one.stands:
        return _("stands for the group")
    return "…" if one.alike is None else _("{n} %", n=round(100 * one.alike))


def _shared_tip() -> str:
    return _("The share of the shorter of the two texts that stands in the other")


class MemberTable(RowTable):
    """Shows the articles; several can be selected. Emits `chosen_changed`, and `opened(row)` for Enter."""

    chosen_changed = Signal()
    opened = Signal(int)

    def __init__(self, model: RecordTable[Member], parent: QWidget | None = None) -> None:
        super().__init__(model, _("Articles of the group"), parent=parent)
        self.members = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.horizontalHeader().setSectionsClickable(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.chosen_changed.emit())
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.activated_row.connect(self.opened)

    @property
    def chosen(self) -> list[Member]:
        """The articles that are selected, from the top down."""
        rows = self.members.rows
        return [rows[row] for row in self.selected_rows if row < len(rows)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the title have the room that the others leave. For Qt."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in _WIDTHS)
        self.setColumnWidth(0, max(_TITLE, self.viewport().width() - others))
