"""What the window shows without a project: the sample, a new project, and those opened lately."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.actions import ActionTable
from gui.widgets.button import ActionButton
from gui.widgets.label import ElidedLabel, label

_WIDTH = 560
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
        self.setFixedHeight(44)
        self.setAccessibleName(_("Open {path}", path=path))
        there = path.exists()
        name = label(path.stem, "" if there else "muted")
        name.setFixedHeight(20)
        place = ElidedLabel(
            str(path.parent) if there else _("{folder} · not there now", folder=path.parent), "small"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 3, 12, 3)
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(place)
        for child in (name, place):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class WelcomePage(QWidget):
    """The first page. Emits `recent_wanted(path)`."""

    recent_wanted = Signal(object)

    def __init__(self, actions: ActionTable, recent: Sequence[str], parent: QWidget | None = None) -> None:
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
        self.show_recent(recent)

    def show_recent(self, recent: Sequence[str]) -> None:
        """List these projects, the latest first."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(Path(path)) for path in recent]
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, path=row.path: self.recent_wanted.emit(path))
            self._recent.addWidget(row)
        self._heading.setVisible(bool(self.rows))

    def _start(self, action: QAction, icon: str, *, first: bool) -> ActionButton:
        made = ActionButton(action, "primary" if first else "plain", icon)
        made.setMinimumHeight(36)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("surface", "paper")
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 72, 0, 48)
        column.setSpacing(8)
        column.addWidget(label("Selon", "title"))
        column.addWidget(label(
            _("Who says what in the news: label sources and stances, review them, export the dataset."),
            "muted", wrap=True,
        ))  # fmt: skip
        column.addSpacing(24)
        for pair in (self.buttons[:2], self.buttons[2:]):
            row = QHBoxLayout()
            row.setSpacing(12)
            for made in pair:
                row.addWidget(made, 1)
            column.addLayout(row)
            column.addSpacing(4)
        column.addSpacing(24)
        column.addWidget(self._heading)
        column.addLayout(self._recent)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        holder = QWidget()
        holder.setProperty("surface", "paper")
        around = QHBoxLayout(holder)
        around.addStretch(1)
        around.addWidget(inner)
        around.addStretch(1)
        area.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
