"""Articles that could be imported as Qt's table: ticked, corrected in place, guesses told from the rest."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations.import_preview import Candidate, State
from annotation.operations.metadata import checked_value
from gui.models.corpus_table import column_title
from gui.theme import current_theme

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("title", "outlet", "published", "authors", "remark", "length", "file")
EDITABLE = frozenset({"title", "outlet", "published", "authors"})
_NUMBERS = frozenset({"length"})
_Role = Qt.ItemDataRole


def head_of(column: str) -> str:
    """The head of a column in the user's language."""
    return {"remark": _("Remark"), "file": _("File")}.get(column) or column_title(column)


class CandidateTable(QAbstractTableModel):
    """The articles of `candidates`, which may grow; `grow` takes in what came since.

    `edits` and `excluded` are what a person decided, kept by article, as ImportPlan has them. Emits
    `decided`, and `refused(why)` for what cannot be the value of a field.
    """

    decided = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edits: dict[str, dict[str, Any]] = {}
        self.excluded: set[str] = set()
        self._candidates: Sequence[Candidate] = ()
        self._seen = 0
        self._places: list[int] = []
        self._wanted: Callable[[Candidate], bool] | None = None
        self._order: tuple[str, bool] | None = None

    # ------------------------------------------------------------ what is shown

    def show(self, candidates: Sequence[Candidate]) -> None:
        """Show these articles from now on."""
        self._candidates = candidates
        self._fill()

    def keep_only(self, wanted: Callable[[Candidate], bool] | None) -> None:
        """Show only what is wanted, or everything."""
        self._wanted = wanted
        self._fill()

    def sort_by(self, column: str, descending: bool) -> None:
        """Show the articles in the order of a column's values; those without one come last."""
        self._order = (column, descending)
        self.beginResetModel()
        self._sort()
        self.endResetModel()

    def grow(self) -> None:
        """Show what came since, below what is there."""
        new = self._next()
        if new:
            start = len(self._places)
            self.beginInsertRows(QModelIndex(), start, start + len(new) - 1)
            self._places += new
            self.endInsertRows()

    def candidate(self, row: int) -> Candidate:
        """The article of a row."""
        return self._candidates[self._places[row]]

    def value(self, candidate: Candidate, field: str) -> Any:
        """What an article would come in with: what a person wrote, or what the file says."""
        edits = self.edits.get(candidate.id, {})
        return edits[field] if field in edits else getattr(candidate, field)

    def is_guess(self, candidate: Candidate, field: str) -> bool:
        """Whether nothing states the value but Selon's guess."""
        return field in candidate.guessed and field not in self.edits.get(candidate.id, {})

    @property
    def chosen(self) -> int:
        """How many articles of all would come in."""
        return sum(is_offered(one) and one.id not in self.excluded for one in self._candidates)

    @property
    def not_offered(self) -> int:
        """How many articles the project cannot take in: it has them, or they came before in the files."""
        return sum(not is_offered(one) for one in self._candidates)

    def _fill(self) -> None:
        self.beginResetModel()
        self._seen, self._places = 0, []
        self._places = self._next()
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        if self._order is None:
            return
        column, descending = self._order
        self._places.sort(key=lambda place: self._sorting(place, column), reverse=descending)
        self._places.sort(key=lambda place: not self._words(self._candidates[place], column))

    def _next(self) -> list[int]:
        """The places of the articles that came since and are wanted."""
        end = len(self._candidates)
        new = range(self._seen, end)
        self._seen = end
        wanted = self._wanted
        return [place for place in new if wanted is None or wanted(self._candidates[place])]

    def _sorting(self, place: int, column: str) -> Any:
        candidate = self._candidates[place]
        if column == "length":
            return candidate.length
        return self._words(candidate, column).casefold()

    # ------------------------------------------------------------ deciding

    def include(self, rows: Sequence[int], wanted: bool) -> None:
        """Let the articles of rows come in, or not."""
        ids = {self.candidate(row).id for row in rows}
        self.excluded = self.excluded - ids if wanted else self.excluded | ids
        self._tell(rows)

    def correct(self, rows: Sequence[int], values: Mapping[str, Any]) -> None:
        """Give the articles of rows these values by field."""
        for row in rows:
            self.edits.setdefault(self.candidate(row).id, {}).update(values)
        self._tell(rows)

    def is_included(self, row: int) -> bool:
        """Whether the article of a row would come in."""
        candidate = self.candidate(row)
        return is_offered(candidate) and candidate.id not in self.excluded

    def _tell(self, rows: Sequence[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1))
        self.decided.emit()

    # ------------------------------------------------------------ for Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many articles are shown."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return head_of(COLUMNS[section])
        if orientation == Qt.Orientation.Horizontal and role == _Role.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be ticked and written in."""
        found = super().flags(index)
        if is_offered(self.candidate(index.row())):
            if index.column() == 0:
                found |= Qt.ItemFlag.ItemIsUserCheckable
            if COLUMNS[index.column()] in EDITABLE:
                found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a cell shows."""
        candidate, column = self.candidate(index.row()), COLUMNS[index.column()]
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self._words(candidate, column)
        if role == _Role.CheckStateRole and index.column() == 0 and is_offered(candidate):
            return Qt.CheckState.Checked if self.is_included(index.row()) else Qt.CheckState.Unchecked
        if role == _Role.TextAlignmentRole:
            return _alignment(column)
        if role == _Role.ForegroundRole and not self.is_included(index.row()):
            return current_theme()["muted"]
        return self._guessing(candidate, column, role)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Take what was ticked or written."""
        row, column = index.row(), COLUMNS[index.column()]
        if role == _Role.CheckStateRole:
            self.include([row], Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != _Role.EditRole or str(value) == self._words(self.candidate(row), column):
            return False
        try:
            kept = checked_value(column, parse(column, str(value)))
        except AnnotationError as error:
            self.refused.emit(str(error))
            return False
        self.correct([row], {column: kept})
        return True

    def _guessing(self, candidate: Candidate, column: str, role: int) -> Any:
        """How a guess shows: in italics, and in words."""
        if role == _Role.FontRole and self.is_guess(candidate, column):
            font = QFont()
            font.setItalic(True)
            return font
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            words = self._words(candidate, column)
            guess = _("A guess: nothing in the file states it.")
            return f"{words}\n{guess}" if self.is_guess(candidate, column) else words
        return None

    def _words(self, candidate: Candidate, column: str) -> str:
        if column == "remark":
            return self._remark(candidate)
        if column == "file":
            return candidate.path.name
        if column == "length":
            return str(QLocale().toString(candidate.length))
        value = self.value(candidate, column)
        return "; ".join(value) if isinstance(value, list | tuple) else str(value or "")

    def _remark(self, candidate: Candidate) -> str:
        said = [state_words(candidate.state)] if candidate.state is not State.NEW else []
        if candidate.annotations:
            number = str(QLocale().toString(candidate.annotations))
            said.append(
                ngettext("one annotation", "{number} annotations", candidate.annotations, number=number)
            )
        guesses = [head_of(name) for name in COLUMNS if self.is_guess(candidate, name)]
        if guesses:
            said.append(_("guessed: {fields}", fields=", ".join(guesses).lower()))
        return "; ".join(said)


def parse(field: str, text: str) -> str | list[str]:
    """What a person wrote for a field as ImportPlan has it: authors are parted by semicolons."""
    if field == "authors":
        return [name.strip() for name in text.split(";") if name.strip()]
    return text.strip()


def is_offered(candidate: Candidate) -> bool:
    """Whether the project could take an article in."""
    if candidate.state is State.KNOWN:
        return bool(candidate.annotations)
    return candidate.state is State.NEW


def state_words(state: State) -> str:
    """What becomes of an article, in the user's language."""
    return {
        State.NEW: _("new"),
        State.KNOWN: _("already in the project"),
        State.TWICE: _("twice in these files"),
        State.OTHER_TEXT: _("the project has another text for it"),
    }[state]


def _alignment(column: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
