"""The articles of a coefficient as a table, the worst first: each leads to its differences and to Review."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotation.agreement.by_article import ArticleAgreement
from annotation.i18n import _
from annotation.project import ProjectReader
from gui.models.board_rows import BoardRows, Column, Index
from gui.views.agreement.words import coefficient_words, used_words
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.row_table import RowTable

Ask = Callable[[Callable[[ProjectReader], Sequence["ArticleLine"]]], Sequence["ArticleLine"]]
"""Answers a question about the project; with nothing where it cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """One article with its coefficient."""

    id: str
    title: str
    place: str
    """Its outlet and date."""
    found: ArticleAgreement


class ArticleTable(RowTable):
    """Shows articles. Emits `selected(id)` when another one is current, `wanted(id)` for one to review."""

    selected = Signal(str)
    wanted = Signal(str)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        self._ask = ask
        self._known: Mapping[str, ArticleAgreement] = {}
        self.lines = BoardRows(_columns(), self._fetch)
        super().__init__(self.lines, _("Agreement by article"), 1, parent)
        self.lines.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        for place, column in enumerate(self.lines.columns):
            self.setColumnWidth(place, column.width)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        self.activated_row.connect(self._want)
        self.doubleClicked.connect(lambda index: self._want(index.row()))

    def show_articles(self, found: Sequence[ArticleAgreement]) -> None:
        """Show these, in their order."""
        if list(self._known.values()) != list(found):
            self._known = {one.article: one for one in found}
            self.lines.show_ids(list(self._known))

    def differing(self, article: str) -> Sequence[int]:
        """The places of the rows on which annotators differ in an article."""
        found = self._known.get(article)
        return found.differing if found else ()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of the current row. For Qt."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.selected.emit(self.lines.ids[current.row()])

    def _want(self, place: int) -> None:
        self.wanted.emit(self.lines.ids[place])

    def _fetch(self, ids: Sequence[str]) -> Sequence[ArticleLine]:
        return self._ask(lambda reader: lines_of(reader, ids, self._known))


def lines_of(
    reader: ProjectReader, ids: Sequence[str], known: Mapping[str, ArticleAgreement]
) -> list[ArticleLine]:
    """The lines of some articles; those that are gone are left out."""
    return [
        ArticleLine(
            id=id_,
            title=one.title,
            place=" · ".join(part for part in (one.outlet, short_date_words(one.published)) if part),
            found=known[id_],
        )
        for id_, one in reader.article_titles(ids).items()
    ]


def whole_words(line: ArticleLine) -> str:
    """All that is known of an article's agreement, for tooltips and screen readers."""
    found = line.found.coefficient
    used = _("{used} of {total} records went into it.", used=number_words(found.used),
             total=number_words(found.total))  # fmt: skip
    parts = (line.title, line.place, str(found.note or ""), used, _("Enter opens it in Review."))
    return "\n".join(part for part in parts if part)


def _columns() -> tuple[Column[ArticleLine], ...]:
    return (
        Column(key="title", title=_("Article"), words=lambda line: line.title, tip=whole_words, width=180),
        Column(
            key="value",
            title=_("Value"),
            words=lambda line: coefficient_words(line.found.coefficient.value),
            tip=whole_words,
            number=True,
            width=72,
        ),
        Column(
            key="used",
            title=_("Used"),
            words=lambda line: used_words(line.found.coefficient.used, line.found.coefficient.total),
            tip=whole_words,
            number=True,
            width=84,
        ),
        Column(
            key="differing",
            title=_("Differ"),
            words=lambda line: number_words(len(line.found.differing)),
            tip=whole_words,
            number=True,
            width=84,
        ),
    )
