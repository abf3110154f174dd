"""The guideline beside the article: that of the selected record, or of all layers while none is selected."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from annotation.codebook.guiding import guide_of_layer, guide_of_layers
from annotation.i18n import _
from gui.views.desk import Desk
from gui.widgets.button import icon_button
from gui.widgets.label import label

_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_ABOVE, _BELOW = 10, 4
"""Room above headings and below every part of a text, px."""


class GuidePage(QTextBrowser):
    """Markdown to read; it loads nothing and leads nowhere, for a codebook may come from anybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setProperty("surface", "paper")
        self.setAccessibleName(_("Guideline"))
        self.document().setDocumentMargin(12)

    def show_markdown(self, markdown: str) -> None:
        """Show a text from its beginning, unless it is the one that is shown."""
        if markdown != self.property("shown"):
            self.setProperty("shown", markdown)
            self.document().setMarkdown(markdown, _MARKDOWN)
            space_out(self.document())
            self.verticalScrollBar().setValue(0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing. For Qt."""
        return None


def space_out(document: QTextDocument) -> None:
    """Give the parts of a text room between them, which Markdown read by Qt has none of."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        form.setTopMargin(_ABOVE if form.headingLevel() and block.position() else 0)
        form.setBottomMargin(_BELOW)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        block = block.next()


class GuidelinePanel(QWidget):
    """Follows the desk while it is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = GuidePage()
        self.gone = icon_button("x", _("Close the guideline"), size=14)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 0)
        head.addWidget(label(_("Guideline"), "section"), 1)
        head.addWidget(self.gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.page)
        self.setMinimumHeight(80)
        desk.selected.connect(self.refresh)
        desk.opened.connect(self.refresh)
        desk.changed.connect(lambda _difference: self.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is to be read now. For Qt."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what is to be read now."""
        if not self.isVisible():
            return
        record, layer = self._desk.record, self._desk.layer
        if record is not None and layer is not None:
            text = guide_of_layer(layer, record.features)
        elif self._desk.session.is_open:
            text = guide_of_layers(self._desk.codebook.layers)
        else:
            text = ""
        self.page.show_markdown(text)
