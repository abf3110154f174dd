"""Asking annotators again about a conflict: to whom the question goes, and its words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from annotation.i18n import _
from gui.views.review.people import Person
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.send_box import SendBox
from gui.widgets.send_popover import SendPopover


class AskBox(SendPopover):
    """A question and the people to ask. Emits `asked(ids, text)` and closes; it deletes itself then."""

    asked = Signal(object, str)

    def __init__(self, owner: QWidget, people: Sequence[Person], ticked: Sequence[str]) -> None:
        self.boxes = {person.id: QCheckBox(person.name) for person in people}
        for id_, box in self.boxes.items():
            box.setChecked(id_ in ticked)
        words = _("It goes out with their next package, or shows where they work here.")
        leave = button(_("Cancel"), "quiet")
        super().__init__(
            owner,
            SendBox(_("Question"), _("What do you want to know?")),
            _("Ask again"),
            leave,
            label(_("Ask again"), "section"),
            [*self.boxes.values(), label(words, "small", wrap=True)],
        )
        leave.clicked.connect(self.dismiss)

    def send(self) -> None:
        """Tell what is asked of whom; nothing without words or people."""
        people = tuple(id_ for id_, box in self.boxes.items() if box.isChecked())
        text = self.text.words
        if not people or not text:
            (self.text if not text else next(iter(self.boxes.values()))).setFocus()
            return
        self.dismiss()
        self.asked.emit(people, text)
