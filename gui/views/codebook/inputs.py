"""Inputs of the codebook editor: each shows one value of the draft, and puts there what a person chooses."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotation.codebook import Place
from annotation.i18n import Message
from gui.views.codebook.workspace import Workspace
from gui.widgets.label import label

_LEFT_TO_THE_WINDOW = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_NAMES = 132
"""The width of the column of names, px."""


def leaves_to_window(event: QEvent) -> bool:
    """Whether a key is for the window's undo, not for that of one line."""
    override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    return override and any(event.matches(key) for key in _LEFT_TO_THE_WINDOW)  # type: ignore[attr-defined]


class DraftLine(QLineEdit):
    """One line whose undo is that of the editor."""

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window. For Qt."""
        if leaves_to_window(event):
            event.ignore()
            return True
        return super().event(event)


class DraftText(QPlainTextEdit):
    """Several lines whose undo is that of the editor; Tab goes on."""

    left = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setProperty("readOnly", False)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window. For Qt."""
        if leaves_to_window(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(event)


class Input(QWidget):
    """Shows the value at one place of the draft. Subclasses draw it and call `_put`."""

    def __init__(self, work: Workspace, place: Place, title: Message) -> None:
        super().__init__()
        self.work = work
        self.place = place
        self.title = title
        """What changing it is called."""
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def refresh(self) -> None:
        """Show what the draft holds."""
        raise NotImplementedError

    def _put(self, value: object) -> None:
        self.work.put(self.place, value, self.title)

    def _take(self, widget: QWidget, stretch: int = 1) -> None:
        self.row.addWidget(widget, stretch)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)


class LineInput(Input):
    """A text on one line."""

    def __init__(
        self, work: Workspace, place: Place, title: Message, *, width: int = 0, length: int = 0
    ) -> None:
        super().__init__(work, place, title)
        self.line = DraftLine()
        if width:
            self.line.setMaximumWidth(width)
        if length:
            self.line.setMaxLength(length)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(work.seal)
        self._take(self.line)
        if width:
            self.row.addStretch()

    def refresh(self) -> None:
        """Show the text, unless it is what was typed."""
        text = str(self.work.draft.at(self.place) or "")
        if self.line.text() != text:
            self.line.setText(text)

    def _edited(self, text: str) -> None:
        self._put(text)


class KeyInput(LineInput):
    """A single letter or digit."""

    def __init__(self, work: Workspace, place: Place, title: Message) -> None:
        super().__init__(work, place, title, width=48, length=1)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _edited(self, text: str) -> None:
        self._put(text.strip())


class LabelsInput(Input):
    """A short text in each language of the codebook, a line each."""

    def __init__(self, work: Workspace, place: Place, title: Message, languages: Sequence[str]) -> None:
        super().__init__(work, place, title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        self.lines: dict[str, DraftLine] = {}
        for row, lang in enumerate(languages):
            line = DraftLine()
            line.setAccessibleName(f"{title} {lang}")
            line.textEdited.connect(lambda text, lang=lang: self._edited(lang, text))
            line.editingFinished.connect(work.seal)
            grid.addWidget(label(lang, "small"), row, 0)
            grid.addWidget(line, row, 1)
            self.lines[lang] = line
        self.row.addLayout(grid)
        self.setFocusProxy(next(iter(self.lines.values())))

    def refresh(self) -> None:
        """Show the texts."""
        labels = self.work.draft.at(self.place) or {}
        for lang, line in self.lines.items():
            if line.text() != labels.get(lang, ""):
                line.setText(labels.get(lang, ""))

    def _edited(self, lang: str, text: str) -> None:
        self.work.put((*self.place, lang), text, self.title)


class FlagInput(Input):
    """Yes or no, with its own words."""

    def __init__(self, work: Workspace, place: Place, title: Message, words: str) -> None:
        super().__init__(work, place, title)
        self.box = QCheckBox(words)
        self.box.clicked.connect(self._put)
        self._take(self.box)

    def refresh(self) -> None:
        """Show whether it is so."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(self.work.draft.at(self.place)))


class ChoiceInput(Input):
    """One of a few values; `offer` gives (value, words) of each, "" for none."""

    def __init__(
        self,
        work: Workspace,
        place: Place,
        title: Message,
        offer: Callable[[], Sequence[tuple[str, str]]],
        default: str = "",
    ) -> None:
        super().__init__(work, place, title)
        self._offer = offer
        self._default = default
        self.box = QComboBox()
        self.box.setMaxVisibleItems(18)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(16)
        self.box.activated.connect(lambda _row: self._put(self.box.currentData()))
        self._take(self.box)

    def refresh(self) -> None:
        """Show the value; one that is not offered as it is."""
        value = self.work.draft.at(self.place)
        chosen = str(value) if value is not None else self._default
        offered = list(self._offer())
        if chosen not in dict(offered):
            offered.append((chosen, chosen))
        with QSignalBlocker(self.box):
            here = [(self.box.itemData(row), self.box.itemText(row)) for row in range(self.box.count())]
            if here != offered:
                self.box.clear()
                for key, words in offered:
                    self.box.addItem(words, key)
            self.box.setCurrentIndex(self.box.findData(chosen))


class TicksInput(Input):
    """Any of a few values, as a list; `none` is what no tick means."""

    def __init__(
        self,
        work: Workspace,
        place: Place,
        title: Message,
        offered: Sequence[tuple[str, str]],
        default: Sequence[str] = (),
    ) -> None:
        super().__init__(work, place, title)
        self._default = list(default)
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout()
        column.setSpacing(2)
        for key, words in offered:
            box = QCheckBox(words)
            box.clicked.connect(self._clicked)
            self.boxes[key] = box
            column.addWidget(box)
        self.row.addLayout(column)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def refresh(self) -> None:
        """Show what is ticked."""
        chosen = self.work.draft.at(self.place)
        for key, box in self.boxes.items():
            box.setChecked(key in (self._default if chosen is None else chosen))

    def _clicked(self) -> None:
        chosen = [key for key, box in self.boxes.items() if box.isChecked()]
        self._put(None if chosen == self._default else chosen)
        self.refresh()


class Row(QWidget):
    """An input under its name at the left, with what is wrong about it below."""

    def __init__(self, name: str, shown: Input, help_: str = "") -> None:
        super().__init__()
        self.input = shown
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnStretch(1, 1)
        title = label(name, "muted", wrap=True)
        title.setFixedWidth(_NAMES)
        title.setBuddy(shown)
        title.setContentsMargins(0, 5, 0, 0)
        grid.addWidget(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, 0, 1)
        shown.setAccessibleName(name)
        if help_:
            grid.addWidget(label(help_, "small", wrap=True), 1, 1)
        self.fault = label("", "danger", wrap=True)
        self.fault.hide()
        grid.addWidget(self.fault, 2, 1)

    def refresh(self) -> None:
        """Show the value and what is wrong about it."""
        self.input.refresh()
        self.input.setEnabled(self.input.work.editable)
        remark = self.input.work.remark(self.input.place)
        role = "danger" if remark and remark.severe else "small"
        if self.fault.property("role") != role:
            self.fault.setProperty("role", role)
            self.fault.style().polish(self.fault)
        self.fault.setText(str(remark.message) if remark else "")
        self.fault.setVisible(remark is not None)
