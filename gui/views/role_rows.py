"""The words of a record by role: what each role holds, and ways to jump there, set it and clear it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from annotation.codebook import Layer, Role
from annotation.i18n import _, pick
from annotation.records import Annotation
from gui.views.desk import Desk
from gui.views.record_form import LABELS
from gui.widgets.button import icon_button
from gui.widgets.label import label


class QuoteButton(QPushButton):
    """Words of the article, cut short where there is no room; a click jumps to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("kind", "row")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show other words."""
        if words == self._words and words:
            return
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setEnabled(bool(words))
        self.update()

    @property
    def words(self) -> str:
        """The words shown, whole."""
        return self._words

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        return QSize(40, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then as much of the words as there is room for."""
        self.setText("")
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().buttonText().color())
        room = self.rect().adjusted(9, 0, -9, 0)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class RoleRows(QWidget):
    """One row a role of a layer.

    Emits `wanted(role)` for a jump, `taking(role)` to take the words selected in the article, and
    `clearing(role)`.
    """

    wanted = Signal(str)
    taking = Signal(str)
    clearing = Signal(str)

    def __init__(self, layer: Layer, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.layer = layer
        self.quotes: dict[str, QuoteButton] = {}
        self.takers: dict[str, QToolButton] = {}
        self.clearers: dict[str, QToolButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, LABELS)
        grid.setColumnStretch(1, 1)
        for row, role in enumerate(layer.roles):
            self._add(grid, row, role)

    def show_record(self, record: Annotation, *, editable: bool, selection: bool) -> None:
        """Show what each role holds; with a `selection` in the article, roles can take it."""
        held = sum(1 for spans in record.spans.values() if spans)
        for role in self.layer.roles:
            spans = record.spans.get(role.id, ())
            self.quotes[role.id].set_words(self._desk.quote(spans))
            self.takers[role.id].setVisible(editable and selection)
            self.clearers[role.id].setVisible(editable and bool(spans) and held > 1 and not role.required)

    def _add(self, grid: QGridLayout, row: int, role: Role) -> None:
        name = label(role.text, "muted")
        name.setToolTip(pick(role.help))
        quote = QuoteButton()
        quote.clicked.connect(lambda: self.wanted.emit(role.id))
        taker = icon_button("highlighter", _("Take the selected words as {role}", role=role.text), size=14)
        taker.clicked.connect(lambda: self.taking.emit(role.id))
        clearer = icon_button("x", _("Take no words as {role}", role=role.text), size=14)
        clearer.clicked.connect(lambda: self.clearing.emit(role.id))
        for column, part in enumerate((name, quote, taker, clearer)):
            grid.addWidget(part, row, column)
        self.quotes[role.id], self.takers[role.id], self.clearers[role.id] = quote, taker, clearer
