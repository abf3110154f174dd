"""What the window shows without a project: what it does, the ways to begin, and those opened lately."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.actions import ActionTable
from gui.views.specimen import GUTTER, Specimen
from gui.widgets.button import ActionButton
from gui.widgets.label import ElidedLabel, label

_WIDTH = 560
_ROW = 48
_STARTS = (
    ("project.sample", "sparkles"),
    ("project.new", "file-plus"),
    ("project.open", "folder-open"),
    ("project.import", "file-down"),
)


class RecentRow(QPushButton):
    """One recent project: its name, and where it is. Reachable by Tab, opened by Enter or a click."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setProperty("kind", "row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)  # Enter opens as the space bar does
        self.setAccessibleName(_("Open {path}", path=path))
        self._name = label(path.stem)
        self._name.setFixedHeight(20)
        self.place = ElidedLabel(str(path.parent), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 3, 12, 3)
        column.setSpacing(0)
        for child in (self._name, self.place):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(child)

    def sizeHint(self) -> QSize:
        """Two lines. For Qt."""
        return QSize(_WIDTH, _ROW)

    def mark_missing(self) -> None:
        """Say that the file is not there now, as when a drive is not plugged in."""
        self._name.setEnabled(False)
        self.place.setText(_("{folder} · not there now", folder=self.path.parent))


class WelcomePage(QWidget):
    """The first page. Emits `recent_wanted(path)`."""

    recent_wanted = Signal(object)

    def __init__(self, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows: list[RecentRow] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._heading = label(_("Opened lately"), "section")
        self.buttons = [
            self._start(actions[name], icon, first=name == "project.sample") for name, icon in _STARTS
        ]
        self._lay_out()
        self.show_recent(())

    def show_recent(self, recent: Sequence[str]) -> None:
        """List these projects, the latest first."""
        for row in self.rows:
            self._recent.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(Path(path)) for path in recent]
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, path=row.path: self.recent_wanted.emit(path))
            self._recent.addWidget(row)
        self._heading.setVisible(bool(self.rows))

    def mark_missing(self, missing: Collection[str]) -> None:
        """Say which of the projects are not there now."""
        for row in self.rows:
            if str(row.path) in missing:
                row.mark_missing()

    def _start(self, action: QAction, icon: str, *, first: bool) -> ActionButton:
        made = ActionButton(action, "primary" if first else "plain", icon)
        made.setMinimumHeight(36)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("surface", "paper")
        around = QHBoxLayout(holder)
        around.addStretch(1)
        around.addWidget(self._column())
        around.addStretch(1)
        area.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _column(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("surface", "paper")
        inner.setFixedWidth(_WIDTH + 2 * GUTTER)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 48, 0, 40)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Specimen())
        column.addLayout(self._starts())
        column.addStretch(1)
        return inner

    def _head(self) -> QVBoxLayout:
        head = _block()
        head.addWidget(label("Selon", "title"))
        head.addWidget(label(
            _("Who says what in the news: label sources and stances, review them, export the dataset."),
            "muted", wrap=True,
        ))  # fmt: skip
        return head

    def _starts(self) -> QVBoxLayout:
        starts = _block()
        for pair in (self.buttons[:2], self.buttons[2:]):
            row = QHBoxLayout()
            row.setSpacing(12)
            for made in pair:
                row.addWidget(made, 1)
            starts.addLayout(row)
        starts.addSpacing(24)
        starts.addWidget(self._heading)
        starts.addLayout(self._recent)
        return starts


def _block() -> QVBoxLayout:
    """A column between the gutters of the sentence."""
    block = QVBoxLayout()
    block.setContentsMargins(GUTTER, 0, GUTTER, 0)
    block.setSpacing(8)
    return block
