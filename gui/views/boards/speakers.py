"""Everybody who is credited, with how often: the list beside the attributions."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.project.boards.attributions import Speaker
from gui.models.board_rows import BoardRows, Column
from gui.views.boards.rows import RowsTable
from gui.widgets.dates import number_words


@dataclass(frozen=True, slots=True)
class _Row:
    speaker: Speaker

    @property
    def id(self) -> str:
        """The key of the party; "" for everybody."""
        return self.speaker.party.key


class SpeakersList(QWidget):
    """Shows speakers, the most credited first. Emits `chosen(key)`, "" for everybody."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self.model = BoardRows(_columns(), self._fetch, self)
        self.table = RowsTable(self.model, _("Who speaks"), stretched="who", least=120)
        self.setMinimumWidth(220)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())
        self._told = ""

    def show_speakers(self, speakers: Sequence[Speaker], chosen: str) -> None:
        """Show these, with one of them as the current one, telling nobody."""
        self._rows = {row.id: row for row in map(_Row, speakers)}
        self._told = chosen
        place = self.table.verticalScrollBar().value()
        self.table.selectionModel().blockSignals(True)
        self.model.show_ids(list(self._rows))
        row = self.model.row_of(chosen) if chosen else None
        if row is not None:
            self.table.selectRow(row)
        self.table.selectionModel().blockSignals(False)
        self.table.verticalScrollBar().setValue(place)

    def _fetch(self, ids: Sequence[str]) -> list[_Row]:
        return [self._rows[id_] for id_ in ids]

    def _tell(self) -> None:
        place = self.table.current
        key = self.model.ids[place] if place is not None else ""
        if key != self._told:
            self._told = key
            self.chosen.emit(key)


def _columns() -> tuple[Column[_Row], ...]:
    return (
        Column(key="who", title=_("Who"), words=_name, tip=_name, width=140),
        Column(
            key="attributions",
            title=_("Attributions"),
            words=lambda row: number_words(row.speaker.attributions),
            number=True,
            width=86,
        ),
        Column(
            key="articles",
            title=_("Articles"),
            words=lambda row: number_words(row.speaker.articles),
            number=True,
            width=66,
        ),
    )


def _name(row: _Row) -> str:
    return row.speaker.party.name
