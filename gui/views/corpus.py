"""The Corpus room: every article in one table, found by words and labels, filtered, opened with Enter."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotation.errors import AnnotationError
from annotation.i18n import ngettext
from annotation.project import CorpusQuery, CorpusRow, QueryError, SortKey
from annotation.records import Annotation, Article, Assignment, Changes, CodebookVersion
from gui.actions import ActionTable, context_menu
from gui.models.corpus_table import CorpusTable
from gui.rooms import Room
from gui.session import Session
from gui.tasks import Task
from gui.views.article_table import ArticleTable
from gui.views.corpus_cells import cell_words, tip_words
from gui.views.corpus_columns import ColumnChooser, column_titles
from gui.views.corpus_hues import CorpusHues
from gui.views.corpus_layout import CorpusLayout
from gui.views.corpus_panes import CorpusPanes
from gui.views.corpus_state import CorpusState
from gui.views.hit_labelling import HitLabeller, phrase_of
from gui.widgets.dates import number_words

SCOPE = "corpus"
_TYPING_PAUSE = 120
_UNSORTED = (str(SortKey.NUMBER), False)


class CorpusRoom(Room):
    """Search, filter, sort and open articles. Emits `article_wanted(id)`; `listed` when other rows are shown.

    Emits `detection_wanted(ids)` when the selected articles are to be read, `saving(query)` when what is
    searched and filtered by is to be kept under a name, and `words_wanted(article, Span)` to show words.
    """

    article_wanted = Signal(str)
    words_wanted = Signal(str, object)
    detection_wanted = Signal(object)
    saving = Signal(str)
    listed = Signal()
    said = Signal(str)
    """What was done, to be told."""

    def __init__(self, session: Session, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._sort = _UNSORTED
        self._asked: CorpusQuery | None = None
        self._asking: Task | None = None
        self._answered = ("", "")
        hues = CorpusHues(session, self)
        self.model = CorpusTable(self._fetch, cell_words, tip_words, self, (hues.mark, hues.head))
        self.table = ArticleTable(self.model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._panes = CorpusPanes(session, self._query, self._complain)
        self._panes.setParent(self)
        ask = (self._panes.complete, self._panes.ask_facet)
        self.parts = CorpusLayout(self, self.table, actions, session.codebook, *ask, hues.condition)
        self._panes.fill(self.parts, self.table)
        self.search, self.chips, self.details = self.parts.search, self.parts.chips, self.parts.details
        self.facets, self.board = self.parts.facets, self.parts.board
        self.hits = HitLabeller(self, session, lambda: self.model.ids)
        self._connect()
        actions.attach(SCOPE, self.table)
        self.reload()

    # ------------------------------------------------------------ for the window

    def panes(self) -> Sequence[QWidget]:
        """Search and table."""
        return (self.search, self.table)

    def entered(self) -> None:
        """Give the table the keyboard."""
        self.table.setFocus()

    def layout_state(self) -> str:
        """The columns with their widths, the order of rows, and which panes are shown."""
        return CorpusState(
            columns=tuple(self.table.columns),
            widths=self.table.widths,
            sort=self._sort[0],
            descending=self._sort[1],
            panes=self.parts.shown_panes,
            sizes=tuple(self.parts.split.sizes()),
        ).written()

    def restore_layout(self, state: str) -> None:
        """Bring columns, order and panes back."""
        found = CorpusState.read(state)
        if found is None:
            return
        self.show_columns(found.columns, found.widths)
        self.parts.show_panes(found.panes, found.sizes)
        if (found.sort, found.descending) != self._sort:
            self._sort = (found.sort, found.descending)
            self.reload()
        self.table.show_sorting(*self._sort)

    # ------------------------------------------------------------ wiring

    def _connect(self) -> None:
        self.search.textChanged.connect(self._wait_for_more)
        self.search.textChanged.connect(self._vouch)
        self.hits.wanted.connect(self.words_wanted)
        self.hits.said.connect(self.said)
        self.search.entered.connect(lambda: self.reload(then=self._enter_table))
        self.search.left.connect(self._enter_table)
        self.chips.changed.connect(self._filters_changed)
        self.chips.saving.connect(lambda: self.saving.emit(self.query_text))
        self.facets.chosen.connect(self.set_filters)
        self._pause.timeout.connect(self.reload)
        self.table.activated_row.connect(self._want)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.horizontalHeader().customContextMenuRequested.connect(lambda _place: self.choose_columns())
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._vouch())
        self.table.selectionModel().currentChanged.connect(lambda _new, _old: self._panes.look_soon())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.details.open_wanted.connect(self._open_current)
        self._session.changed.connect(self._follow)
        self._session.sight_changed.connect(self.reload)
        slots: dict[str, Callable[[], object]] = {
            "detect.selected": lambda: self.detection_wanted.emit(self.selected),
            "article.open": self._open_current,
            "corpus.find": self._find,
            "corpus.columns": self.choose_columns,
            "corpus.facets": partial(self.parts.toggle, "facets"),
            "corpus.details": partial(self.parts.toggle, "details"),
            "corpus.progress": self.parts.toggle_board,
            "corpus.clear": self.clear_filters,
            "corpus.label-hits": lambda: self.hits.open(self.search.text()),
            "corpus.filter-save": lambda: self.saving.emit(self.query_text),
        }
        for action, slot in slots.items():
            self._actions.connect_to(action, slot)

    # ------------------------------------------------------------ which articles

    def _wait_for_more(self) -> None:
        """Begin to search when no letter has followed for a moment."""
        self._pause.start()

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected articles, in the order shown."""
        return tuple(self.model.article(row) for row in self.table.selected_rows)

    @property
    def query_text(self) -> str:
        """Search and filters as one query."""
        typed = self.search.text().strip()
        bracketed = f"({typed})" if " OR " in typed and self.chips.filters else typed
        return " ".join(part for part in (bracketed, *self.chips.filters) if part)

    def set_filters(self, filters: Sequence[str]) -> None:
        """Show only what these conditions hold for, beside what is searched for."""
        self.chips.set_filters(filters)
        self._filters_changed()

    def show_query(self, query: str) -> None:
        """Show the articles of a query, such as one that was saved."""
        self.search.setText("")
        self.set_filters([query] if query else [])

    def clear_filters(self) -> None:
        """Show every article."""
        self.search.clear()
        self.set_filters(())

    def _filters_changed(self) -> None:
        self.facets.show_filters(self.chips.filters)
        self.reload()

    def _query(self, leaving_out: str = "") -> CorpusQuery:
        key, descending = self._sort
        filters = self.chips.filters
        held = (one for one in filters if not leaving_out or not self.parts.is_of(one, leaving_out))
        return CorpusQuery(
            search=self.search.text(),
            filters=" ".join(f"({one})" for one in held),
            sort=key,
            descending=descending,
            annotator=self._session.me,
            veiled=self._session.veiled,
        )

    def reload(self, then: Callable[[], object] | None = None) -> None:
        """Ask anew, in the background, which articles are shown; then call `then`."""
        self._pause.stop()
        if not self._session.is_open:
            return
        if self._asking is not None:
            self._asking.drop()
        query = self._asked = self._query()
        project = self._session.project
        self._asking = self._session.tasks.run(
            lambda _progress: project.ask(lambda reader: reader.corpus_ids(query)),
            on_done=lambda ids: self._show(query, ids, then),
            on_error=self._complain,
            lane="project",
            receiver=self,
        )

    def _complain(self, error: Exception) -> None:
        """Say below the search why it cannot be done; the rows stay as they were."""
        if isinstance(error, QueryError):
            self.parts.say(str(error))
        elif isinstance(error, AnnotationError) and self._session.is_open:
            self._session.failed.emit(error)

    def _show(self, query: CorpusQuery, ids: list[str], then: Callable[[], object] | None) -> None:
        """Show the answer, unless something else has been asked since; what was selected stays so."""
        if query is not self._asked:
            return
        self._asking = None
        self.parts.say("")
        kept, current = self.selected, self._current
        asked = (query.search, query.filters)
        place = self.table.verticalScrollBar().value() if asked == self._answered else 0
        self.model.show_articles(ids)
        self._select_again(kept, current)
        self._vouch()
        self.table.verticalScrollBar().setValue(place)
        number = number_words(len(ids))
        self.parts.count.setText(ngettext("one article", "{number} articles", len(ids), number=number))
        self.parts.show_page(bool(ids), bool(query.search.strip() or query.filters))
        if asked != self._answered and self.parts.is_shown("facets"):
            self.facets.reload()
        self._answered = asked
        self._panes.look_soon()
        if then is not None:
            then()
        self.listed.emit()

    def show_article(self, article: str) -> None:
        """Make an article the current row."""
        row = self.model.row_of(article)
        if row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    @property
    def _current(self) -> str | None:
        index = self.table.currentIndex()
        return self.model.article(index.row()) if index.isValid() else None

    def _fetch(self, ids: Sequence[str]) -> list[CorpusRow]:
        """The rows of some articles; none where they cannot be read, which is said once.

        Nothing may be raised here: Qt asks while it paints, and an error in there ends the program.
        """
        if not self._session.is_open:
            return []
        me = self._session.me
        try:
            veiled = self._session.veiled
            return self._session.read(lambda reader: reader.corpus.rows(ids, me, veiled=veiled))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return []

    def _select_again(self, ids: Sequence[str], current: str | None) -> None:
        rows = sorted(row for id_ in ids if (row := self.model.row_of(id_)) is not None)
        self.table.select_rows(rows, self.model.row_of(current) if current else None)

    # ------------------------------------------------------------ panes and columns

    def choose_columns(self) -> None:
        """Offer the columns that there are."""
        metadata = self._session.read(lambda reader: reader.corpus.metadata_keys())
        titles = column_titles(self._session.codebook, metadata)
        chooser = ColumnChooser(self.table, titles, self.table.columns)
        chooser.chosen.connect(lambda columns: self.show_columns(columns, self.table.widths))
        header = self.table.horizontalHeader()
        chooser.open_under(header.rect(), header)

    def show_columns(self, columns: Sequence[str], widths: Mapping[str, int]) -> None:
        """Show these columns beside the title."""
        known = column_titles(self._session.codebook, ()) if self._session.is_open else {}
        kept, current = self.selected, self._current
        usable = [one for one in columns if one in known or one.startswith("meta.")]
        self.model.show_columns(usable, known)
        self.table.restore_order(widths)
        self.table.show_sorting(*self._sort)
        self._select_again(kept, current)

    # ------------------------------------------------------------ acting, following

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _want(self, row: int) -> None:
        self.article_wanted.emit(self.model.article(row))

    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._want(self.table.currentIndex().row())

    def _show_menu(self, place: QPoint) -> None:
        """What can be done with the selected articles; the row that is pointed at is one of them."""
        menu = context_menu(self._actions, "articles", self)
        if menu.actions():
            menu.popup(self.table.viewport().mapToGlobal(place))
        else:
            menu.deleteLater()

    def _vouch(self) -> None:
        self.hold(
            {
                "articles-selected": self.table.selectionModel().hasSelection(),
                "words-searched": bool(phrase_of(self.search.text())),
            }
        )
        self._panes.look_soon()

    def _enter_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.selected_rows:
                self.table.selectRow(max(0, self.table.currentIndex().row()))

    def _sort_by(self, section: int) -> None:
        """Ascending at the first click, descending at the second, the project's order at the third."""
        key = self.model.columns[section]
        again = self._sort[0] == key
        self._sort = _UNSORTED if again and self._sort[1] else (key, again)
        self.reload()
        self.table.show_sorting(*self._sort)

    def _follow(self, changes: Changes) -> None:
        """Show what changed: the rows concerned, or the whole list where another may be right."""
        came = any(item.before is None or item.after is None for item in changes.of(Article))
        narrowed = bool(self.search.text().strip() or self.chips.filters)
        kinds = (Article, Assignment, Annotation, CodebookVersion)
        other = narrowed and any(any(changes.of(kind)) for kind in kinds)
        if (came or other) and not self._pause.isActive():
            self._pause.start()
        self.model.refresh(changes.articles)
        if self._current in changes.articles:
            self._panes.look_soon()
        self._panes.show_board()
