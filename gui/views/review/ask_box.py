"""Asking annotators again about a conflict: to whom the question goes, and its words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.views.review.people import Person
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.popover import Popover
from gui.widgets.send_box import SendBox

WIDTH = 340


class AskBox(Popover):
    """A question and the people to ask. Emits `asked(ids, text)` and closes; it deletes itself then."""

    asked = Signal(object, str)

    def __init__(self, owner: QWidget, people: Sequence[Person], ticked: Sequence[str]) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self.stays = True
        self.text = SendBox(_("Question"), _("What do you want to know?"))
        self.text.sent.connect(self.send)
        self.text.left.connect(self.dismiss)
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
        text = self.text.words
        if not people or not text:
            (self.text if not text else next(iter(self.boxes.values()))).setFocus()
            return
        self.dismiss()
        self.asked.emit(people, text)
