"""The rows of the decision card: one a role or field, one column an annotator, chosen by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotation.adjudication import Cluster, Draft, Row, kind_of_row
from annotation.codebook import Role
from annotation.i18n import _
from gui.theme import current_theme
from gui.views.review.cell import CellContent, DecisionCell, Look
from gui.views.review.desk import ReviewDesk
from gui.views.review.hues import value_hue
from gui.views.review.people import Person
from gui.views.review.words import SHAPES, Piece, quote_pieces, shared_by_all, value_text
from gui.widgets.initial_badge import InitialBadge
from gui.widgets.label import ElidedLabel, label

LABELS, NARROW_LABELS = 92, 78
"""Widths of the column with the names of the rows, for two annotators and for more, px."""


class DecisionGrid(QWidget):
    """Shows the current cluster. Emits `edit_wanted(row key, cell)` when a person wants another value."""

    edit_wanted = Signal(str, object)
    moved = Signal(object)
    """The cursor is in another cell: its widget, to be scrolled into view."""

    def __init__(self, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cells: dict[tuple[str, str], DecisionCell] = {}
        self._own: dict[str, DecisionCell] = {}
        """By row key, what the reviewer put in the place of everybody's answers."""
        self._rows: list[Row] = []
        self._here: tuple[str, str] | None = None
        self._cluster = ""
        self._everything = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Decision"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        desk.selected.connect(self.rebuild)
        desk.drafted.connect(self._follow_choice)

    # ------------------------------------------------------------ what is shown

    @property
    def shows_everything(self) -> bool:
        """Whether rows that nobody filled are shown as well."""
        return self._everything

    @property
    def untold(self) -> int:
        """How many rows nobody filled."""
        draft = self._desk.draft
        return sum(not _is_told(row, draft) for row in draft.cluster.rows) if draft else 0

    def show_everything(self, everything: bool) -> None:
        """Show rows that nobody filled as well, or only the others."""
        self._everything = everything
        self.rebuild()

    def rebuild(self) -> None:
        """Show the current cluster."""
        here, before = self._here, self._cluster
        self._clear()
        draft = self._desk.draft
        self._cluster = draft.cluster.id if draft else ""
        if draft is None:
            return
        self._rows = [row for row in draft.cluster.rows if self._everything or _is_told(row, draft)]
        self._add_head(draft.cluster)
        for place, row in enumerate(self._rows):
            self._add_row(2 * place + 1, row, draft.cluster)
        self._add_gaps(draft.cluster)
        self._grid.setRowStretch(2 * len(self._rows) + 1, 1)
        same = before == self._cluster and here in self._cells
        self._go(here if same else self._start())
        self.refresh()

    def _follow_choice(self) -> None:
        """Put the cursor on what is chosen in its row, so that the next step begins there."""
        cell = self._cell_in(self.here) if self.here else None
        if cell is not None and cell != self._here and self._is_chosen(cell):
            self._here = cell
        self.refresh()

    def _is_chosen(self, cell: tuple[str, str]) -> bool:
        draft = self._desk.draft
        pick = draft.picks.get(cell[0]) if draft else None
        if draft is None or pick is None or pick.option is None:
            return False
        return cell[1] in draft.cluster.row(cell[0]).options[pick.option].annotators

    def refresh(self) -> None:
        """Show what is chosen now."""
        draft = self._desk.draft
        if draft is None:
            return
        for (key, who), cell in self._cells.items():
            cell.show_content(self._content(draft, draft.cluster.row(key), who))
            cell.set_cursor((key, who) == self._here and self.hasFocus())
        for key, own in self._own.items():
            pick = draft.picks.get(key)
            own.setVisible(pick is not None and pick.option is None)
            own.show_content(self._own_content(draft, draft.cluster.row(key)))

    def cell(self, row: str, annotator: str) -> DecisionCell:
        """The cell of an annotator in a row; that of all where they agree. Raises KeyError for none."""
        return self._cells.get((row, annotator)) or self._cells[row, ""]

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown."""
        return self._rows

    @property
    def here(self) -> str:
        """The key of the row in which the cursor is, or ""."""
        return self._here[0] if self._here else ""

    # ------------------------------------------------------------ keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the rows that differ, with Shift all rows; Left and Right choose in the row."""
        key, all_rows = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walk(1 if key == Qt.Key.Key_Down else -1, all_rows=all_rows)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turn(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        self.refresh()

    def walk(self, steps: int, *, all_rows: bool = False) -> None:
        """Go to the next row that differs, or to the next row at all; the ends are joined."""
        keys = [row.key for row in self._rows if all_rows or row.differs] or [row.key for row in self._rows]
        if not keys:
            return
        order = [row.key for row in self._rows]
        here = order.index(self.here) if self.here in order else -1
        ahead = [key for key in keys if (order.index(key) - here) * steps > 0]
        target = (ahead[0] if steps > 0 else ahead[-1]) if ahead else (keys[0] if steps > 0 else keys[-1])
        self._go(self._cell_in(target))

    def turn(self, steps: int) -> None:
        """Choose what the next annotator to that side says in the row where the cursor is."""
        draft = self._desk.draft
        if draft is None or self._here is None:
            return
        key, who = self._here
        people = [person.id for person in self._desk.people if (key, person.id) in self._cells]
        if not people:
            self._desk.choose(key, next(iter(draft.cluster.records), ""))
            return
        chosen = draft.picks.get(key)
        if chosen is None:
            place = 0 if steps < 0 else len(people) - 1
        else:
            place = (people.index(who) if who in people else 0) + steps
        target = people[max(0, min(len(people) - 1, place))]
        self._go((key, target))
        self._desk.choose(key, target)

    def ask_to_edit(self) -> None:
        """Ask for a value of the reviewer's own in the row where the cursor is."""
        if self._here and self._here in self._cells:
            self.edit_wanted.emit(self._here[0], self._cells[self._here])

    # ------------------------------------------------------------ how it is done

    def _clear(self) -> None:
        self._cells, self._own, self._rows, self._here = {}, {}, [], None
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)

    def _add_head(self, cluster: Cluster) -> None:
        few = len(self._desk.people) < 3
        named = few and not self._desk.participants.blind
        self._labels = LABELS if few else NARROW_LABELS
        self._grid.setColumnMinimumWidth(0, self._labels)
        for place, person in enumerate(self._desk.people, 1):
            if cluster.records:
                self._grid.addWidget(PersonHead(person, cluster, named=named), 0, place)
            self._grid.setColumnStretch(place, 1)

    def _add_row(self, place: int, row: Row, cluster: Cluster) -> None:
        people = self._desk.people
        name = label(row.part.text, "muted", wrap=True)
        name.setContentsMargins(0, 8, 4, 0)
        name.setFixedWidth(self._labels)
        self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        if not cluster.records:
            self._add_cell(place, row, "", 1, len(people))
            return
        self._own[row.key] = own = DecisionCell(_("{row}, edited", row=row.part.text), self)
        own.hide()
        own.clicked.connect(self.ask_to_edit)
        self._grid.addWidget(own, place + 1, 1, 1, len(people))
        columns = [column for column, person in enumerate(people, 1) if person.id in cluster.records]
        side_by_side = columns == list(range(columns[0], columns[-1] + 1))
        if not row.differs and side_by_side:
            self._add_cell(place, row, "", columns[0], len(columns))
            return
        for column in columns:
            self._add_cell(place, row, people[column - 1].id, column, 1)

    def _add_gaps(self, cluster: Cluster) -> None:
        """Say in the column of who has no record that there is none, over the height of all rows."""
        for column, person in enumerate(self._desk.people, 1):
            if cluster.records and person.id not in cluster.records and self._rows:
                self._grid.addWidget(Gap(_("no record")), 1, column, 2 * len(self._rows), 1)

    def _add_cell(self, place: int, row: Row, who: str, column: int, width: int) -> None:
        names = f"{row.part.text}, {self._desk.participants.names.get(who, '')}" if who else row.part.text
        cell = DecisionCell(names, self)
        self._cells[row.key, who] = cell
        cell.clicked.connect(lambda: self._click(row.key, who))
        cell.opened.connect(self.ask_to_edit)
        self._grid.addWidget(cell, place, column, 1, width)

    def _click(self, key: str, who: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._go((key, who))
        draft = self._desk.draft
        if draft is not None:
            self._desk.choose(key, who or next(iter(draft.cluster.records), ""))

    def _start(self) -> tuple[str, str] | None:
        """Where the cursor begins: in the first row that differs."""
        row = next((row for row in self._rows if row.differs), next(iter(self._rows), None))
        return self._cell_in(row.key) if row else None

    def _cell_in(self, key: str) -> tuple[str, str] | None:
        """The cell of a row that is chosen, else its first one."""
        draft = self._desk.draft
        cells = [cell for cell in self._cells if cell[0] == key]
        pick = draft.picks.get(key) if draft else None
        if draft and pick and pick.option is not None:
            givers = draft.cluster.row(key).options[pick.option].annotators
            cells = [cell for cell in cells if cell[1] in givers] or cells
        return next(iter(cells), None)

    def _go(self, cell: tuple[str, str] | None) -> None:
        self._here = cell
        for place, widget in self._cells.items():
            widget.set_cursor(place == cell and self.hasFocus())
        if cell in self._cells:
            self.moved.emit(self._cells[cell])

    def _content(self, draft: Draft, row: Row, who: str) -> CellContent:
        if not row.options:
            return self._own_content(draft, row)
        option = row.option_of(who) if who else 0
        pick = draft.picks.get(row.key)
        chosen = pick is not None and pick.option == option and option is not None
        look: Look = "chosen" if chosen else "open" if pick is None else "passed"
        if not row.differs and (pick is None or chosen):
            look = "agreed"
        if draft.rejected:
            look = "passed"
        layer = draft.layer
        comparison = self._desk.comparison
        sign = SHAPES[kind_of_row(row, layer, comparison.referents)] if row.differs and comparison else None
        known = option is not None and option < len(row.options)
        return CellContent(
            pieces=self._pieces(row, option),
            look=look,
            sign=sign,
            is_quote=isinstance(row.part, Role),
            hue=value_hue(row.part, row.options[option].value) if known and option is not None else "",
        )

    def _own_content(self, draft: Draft, row: Row) -> CellContent:
        comparison = self._desk.comparison
        value = draft.value(row.key)
        text = value_text(row.part, value, comparison.referents) if comparison else ""
        look: Look = "chosen" if row.options else "agreed"
        return CellContent(
            pieces=[(text, False)],
            look=look,
            is_quote=isinstance(row.part, Role),
            hue=value_hue(row.part, value),
        )

    def _pieces(self, row: Row, option: int | None) -> Sequence[Piece]:
        comparison = self._desk.comparison
        if option is None or comparison is None or option >= len(row.options):
            return ()
        value = row.options[option].value
        if isinstance(value, tuple) and value:
            shared = shared_by_all(row) if row.differs else value
            return quote_pieces(value, shared, comparison.text)
        return [(value_text(row.part, value, comparison.referents), False)]


class PersonHead(QWidget):
    """The head of a column: whose it is, the key that takes the record, and whether there is one."""

    def __init__(
        self, person: Person, cluster: Cluster, *, named: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(InitialBadge(person.initials, person.name, person.hue))
        has = person.id in cluster.records
        if named:
            row.addWidget(ElidedLabel(person.name, "" if has else "muted"), 1)
        if has and person.letter:
            row.addWidget(label(person.letter, "keycap"))
        if not named:
            row.addStretch()


class Gap(QLabel):
    """The place where a record would be, framed by dashes."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, then the text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme["edge"], theme.rule, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()
        super().paintEvent(event)


def _is_told(row: Row, draft: Draft) -> bool:
    """Whether somebody said something in a row, or the reviewer did."""
    return not row.is_empty or draft.value(row.key) not in (None, ())
