"""The card that says why a record was suggested."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.records import Annotation
from gui.views.article import ArticleView
from gui.views.desk import Desk
from gui.views.marks import chip_of, hue_of
from gui.views.why import origin_rows, why_words
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label
from gui.widgets.popover import Popover

_WIDTH = 380
_CHIP = 16
"""Room for the chip below the words, px."""


class Explainer:
    """Says of the desk's selected record why it was suggested, under its words in the article."""

    def __init__(self, desk: Desk, article: ArticleView) -> None:
        self._desk = desk
        self._article = article
        self.card: WhyCard | None = None
        """What says it, while it is open."""

    def show(self) -> None:
        """Open the card."""
        record, text = self._desk.record, self._article.text
        if record is None:
            return
        self._article.card.hide()
        self.card = WhyCard(record, self._desk, text)
        self.card.closed.connect(self._forget)
        mark = text.current_mark
        rect = text.rect_of_mark(mark) if mark else text.cursorRect()
        self.card.open_under(rect.adjusted(0, 0, 0, _CHIP), text.viewport())
        self.card.tell()

    def _forget(self) -> None:
        self.card = None


class WhyCard(Popover):
    """Says why a record is suggested; Esc, Enter or a press of the mouse elsewhere closes it for good."""

    def __init__(self, record: Annotation, desk: Desk, owner: QWidget) -> None:
        content = QWidget()
        super().__init__(owner, content)
        layer = desk.layer_of(record)
        content.setFixedWidth(_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(HueMark(hue_of(record, layer)))
        head.addWidget(label(_("“{words}”", words=_short(desk.words(record))), "heading", wrap=True), 1)
        head.addWidget(label(" ".join(chip_of(record, layer)).strip(), "muted"))
        column.addLayout(head)
        self.why = label(why_words(record, desk) or _("Nothing more is known about it."), wrap=True)
        column.addWidget(self.why)
        column.addLayout(_grid(origin_rows(record)))
        self.closed.connect(self.deleteLater)

    def tell(self) -> None:
        """Say it to a screen reader too."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.why, self.why.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the key that opened it close it as Esc does. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_W):
            self.dismiss()
        super().keyPressEvent(event)


def _grid(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for place, (what, words) in enumerate(rows):
        grid.addWidget(label(what, "small"), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, "small", wrap=True), place, 1)
    return grid


def _short(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:44].rstrip()} … {words[-44:].lstrip()}"
