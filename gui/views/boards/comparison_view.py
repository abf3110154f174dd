"""Figures of several sources side by side: a line of numbers with a dot a figure, and a table below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations.boards.comparing import Comparison
from annotation.project import ArticleTitle
from gui.models.comparison_table import ComparisonTable
from gui.session import Session
from gui.views.boards.comparison_grid import ComparisonGrid
from gui.views.boards.figure_words import counted_words, figure_hue, figure_words, spread_words
from gui.views.boards.number_line import NumberLine
from gui.widgets.dates import short_date_words
from gui.widgets.label import ElidedLabel, label


class ComparisonView(QWidget):
    """Shows one comparison. Emits `record_wanted(article id, annotation id)` for a click on a figure."""

    record_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._titles: dict[str, ArticleTitle] = {}
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel("", "heading")
        self.words = label("", "muted")
        self.line = NumberLine()
        self.model = ComparisonTable(figure_words, self._article, source_words, self)
        self.table = ComparisonGrid(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 4, 4)
        column.setSpacing(4)
        for part in (self.title, self.words, self.line):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self.setMinimumWidth(280)
        self.table.figure_chosen.connect(lambda one: self.record_wanted.emit(one.article, one.id))

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show another comparison, or none."""
        self._titles = self._read_titles(comparison) if comparison else {}
        self.title.setText(counted_words(comparison, self._session.codebook) if comparison else "")
        self.words.setText(spread_words(comparison) if comparison else "")
        hue = figure_hue(comparison, self._session.codebook) if comparison else ""
        self.line.show_comparison(comparison, hue)
        self.model.show_comparison(comparison)
        self.table.fit_rows()

    def _read_titles(self, comparison: Comparison) -> dict[str, ArticleTitle]:
        try:
            return self._session.read(lambda reader: reader.article_titles(comparison.articles[:500]))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return {}

    def _article(self, article: str) -> str:
        found = self._titles.get(article)
        if found is None:
            return article
        return " · ".join(part for part in (short_date_words(found.published), found.title) if part)


def source_words(section: int, comparison: Comparison) -> str:
    """What a column is called."""
    source = comparison.columns[section].source
    return source.name if source else _("The article itself")
