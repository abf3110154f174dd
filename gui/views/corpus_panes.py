"""What the side panes of the Corpus room are filled with, asked in the background beside the table."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from annotation.project import CorpusQuery, ProjectReader
from annotation.project.facets import FacetValue
from annotation.project.progress import Share, Work
from annotation.project.suggesting import Completion
from gui.session import Session
from gui.tasks import Task
from gui.views.article_table import ArticleTable
from gui.views.corpus_layout import BOARD, DETAILS, FACETS, CorpusLayout

T = TypeVar("T")
_PAUSE = 80


class Asker(Protocol):
    """What is asked in the room now."""

    def __call__(self, leaving_out: str = "") -> CorpusQuery:
        """The query, but for the filters by one key."""


class CorpusPanes(QObject):
    """Follows the table's current row, and what is searched for; errors go to `complain`."""

    def __init__(self, session: Session, query: Asker, complain: Callable[[Exception], object]) -> None:
        super().__init__()
        self._session = session
        self._query = query
        self._complain = complain
        self._parts: CorpusLayout | None = None
        self._table: ArticleTable | None = None
        self._looking: Task | None = None
        self._look = QTimer(self, singleShot=True, interval=_PAUSE)
        self._look.timeout.connect(self.show_details)

    def fill(self, parts: CorpusLayout, table: ArticleTable) -> None:
        """Fill these parts from now on."""
        self._parts, self._table = parts, table
        parts.pane_shown.connect(self._shown)

    def look_soon(self) -> None:
        """Show the details anew when nothing else has been chosen for a moment."""
        self._look.start()

    def show_details(self) -> None:
        """Show what is known of the current article, in the background, if there is room for it."""
        parts, table = self._parts, self._table
        if parts is None or table is None or not parts.is_shown(DETAILS):
            return
        rows = table.selected_rows
        row = table.currentIndex().row() if table.currentIndex().isValid() else next(iter(rows), None)
        if self._looking is not None:
            self._looking.drop()
        if row is None:
            parts.details.show_preview(None, len(rows))
            return
        query, current = self._query(), table.articles.article(row)
        self._looking = self.ask(
            lambda reader: reader.corpus.preview(current, query),
            lambda found: parts.details.show_preview(found, len(rows)),
        )

    def show_board(self) -> None:
        """Show the progress of the work, if that is what is shown."""
        parts = self._parts
        if parts is not None and parts.is_shown(BOARD):
            only = self._session.me if self._session.veiled else ""

            def show(found: tuple[Sequence[Share], Sequence[Work]]) -> None:
                seen = [one for one in found[0] if only in ("", one.annotator)]
                parts.board.show_progress(seen, found[1])

            self.ask(lambda reader: (reader.corpus.shares(), reader.corpus.work()), show)

    def complete(self, typed: str, place: int, show: Callable[[Sequence[Completion]], object]) -> None:
        """Give what may stand in a search at a place."""
        self.ask(lambda reader: reader.corpus.completions(typed, place), show)

    def ask_facet(self, name: str, key: str, show: Callable[[Sequence[FacetValue]], object]) -> None:
        """Give the values of a facet, under all filters but its own."""
        query = self._query(key)
        self.ask(lambda reader: reader.corpus.facet(name, query), show)

    def ask(self, question: Callable[[ProjectReader], T], show: Callable[[T], object]) -> Task | None:
        """Ask in the background, beside what is going on."""
        if not self._session.is_open:
            return None
        project = self._session.project
        return self._session.tasks.run(
            lambda _progress: project.ask(question), show, self._complain, lane="project", receiver=self
        )

    def _shown(self, name: str) -> None:
        if self._parts is None:
            return
        fill = {DETAILS: self.show_details, FACETS: self._parts.facets.reload, BOARD: self.show_board}
        fill[name]()
