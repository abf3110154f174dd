"""Asking annotators again about a conflict: to whom the question goes, and its words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.views.review.people import Person
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.popover import Popover

WIDTH = 340
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskBox(Popover):
    """A question and the people to ask. Emits `asked(ids, text)` and closes; it deletes itself then."""

    asked = Signal(object, str)

    def __init__(self, owner: QWidget, people: Sequence[Person], ticked: Sequence[str]) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self.stays = True
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(_("What do you want to know?"))
        self.text.setAccessibleName(_("Question"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(76)
        self.text.installEventFilter(self)
        self.boxes = {person.id: QCheckBox(person.name) for person in people}
        send, leave = button(_("Ask again"), "primary"), button(_("Cancel"), "quiet")
        send.clicked.connect(self.send)
        leave.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)
        content.setMinimumWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(_("Ask again"), "section"))
        column.addWidget(self.text)
        for id_, box in self.boxes.items():
            box.setChecked(id_ in ticked)
            column.addWidget(box)
        column.addWidget(
            label(
                _("It goes out with their next package, or shows where they work here."), "small", wrap=True
            )
        )
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(send)
        column.addLayout(row)

    def send(self) -> None:
        """Tell what is asked of whom; nothing without words or people."""
        people = tuple(id_ for id_, box in self.boxes.items() if box.isChecked())
        text = self.text.toPlainText().strip()
        if not people or not text:
            (self.text if not text else next(iter(self.boxes.values()))).setFocus()
            return
        self.dismiss()
        self.asked.emit(people, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter sends, Shift+Enter begins a line."""
        if watched is self.text and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.send()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)
