"""The guideline beside the article: that of the selected record, or of all layers while none is selected."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from annotation.codebook.guiding import guide_of_layer, guide_of_layers
from annotation.i18n import _
from gui.views.desk import Desk
from gui.views.workbench import Workbench
from gui.widgets.button import icon_button
from gui.widgets.label import label

_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_HIGH, _SHARE = 320, 0.4
"""The height that the panel takes when it comes at most, px, and of the column."""


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
            self.verticalScrollBar().setValue(0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing. For Qt."""
        return None


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

    def refresh(self) -> None:
        """Show what is to be read now."""
        if self.isHidden():
            return
        record, layer = self._desk.record, self._desk.layer
        if record is not None and layer is not None:
            text = guide_of_layer(layer, record.features)
        elif self._desk.session.is_open:
            text = guide_of_layers(self._desk.codebook.layers)
        else:
            text = ""
        self.page.show_markdown(text)


class Guidelines:
    """Shows and hides the panel below the inspector, by a key of the Annotate room."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.panel = GuidelinePanel(bench.desk)
        self.panel.hide()
        around = bench.inspector.parentWidget()
        if isinstance(around, QSplitter):
            around.insertWidget(around.indexOf(bench.inspector) + 1, self.panel)
        else:
            self.panel.setParent(bench)
        self.panel.gone.clicked.connect(self.turn)
        bench.actions_table.connect_to("view.guidelines", self.turn)

    def turn(self) -> None:
        """Show the panel, or hide it and give the keyboard back to the article."""
        shown = self.panel.isHidden()
        around = self.panel.parentWidget()
        sizes = around.sizes() if isinstance(around, QSplitter) else []
        self.panel.setVisible(shown)
        if not shown:
            self._bench.focus_article()
            return
        if isinstance(around, QSplitter):
            here, whole = around.indexOf(self.panel), sum(sizes)
            mine = min(_HIGH, round(whole * _SHARE))
            left = [round(size * (whole - mine) / whole) if whole else size for size in sizes]
            around.setSizes([mine if place == here else size for place, size in enumerate(left)])
        self.panel.refresh()
