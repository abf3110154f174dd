"""A small window that takes a few lines of words and sends them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.widgets.button import button
from gui.widgets.popover import Popover
from gui.widgets.send_box import SendBox

WIDTH = 340


class SendPopover(Popover):
    """A head, the words, what else is to be chosen, and two buttons. `send` is called for Enter and `verb`.

    It stays when one clicks elsewhere, and deletes itself when it is closed. `aside` is the other button.
    """

    def __init__(
        self,
        owner: QWidget,
        text: SendBox,
        verb: str,
        aside: QPushButton,
        head: QWidget,
        more: Sequence[QWidget] = (),
    ) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self.stays = True
        self.text = text
        text.sent.connect(self.send)
        text.left.connect(self.dismiss)
        doer = button(verb, "primary")
        doer.clicked.connect(self.send)
        self.closed.connect(self.deleteLater)
        content.setMinimumWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        for part in (head, text, *more):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(aside)
        row.addStretch()
        row.addWidget(doer)
        column.addLayout(row)

    def send(self) -> None:
        """Send what is written. Those that take words for something override it."""
        self.dismiss()
