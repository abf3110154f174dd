"""The Sources board: who is credited with what, in a whole corpus or in one article."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations.boards.sheets import Cell
from annotation.project import ProjectReader
from annotation.project.boards.attribution_rows import AttributionRow
from annotation.project.boards.attributions import AttributionQuery, AttributionSort, Speaker
from annotation.project.boards.chosen import Chosen
from annotation.records import Annotation, Article, Changes, CodebookVersion, Entity
from gui.door import SessionDoor
from gui.models.board_rows import BoardRows
from gui.tasks import Progress
from gui.views.boards.attribution_columns import LAYER, AttributionWords, columns
from gui.views.boards.attribution_sheet import header, sheet_row
from gui.views.boards.board import Bench
from gui.views.boards.frame import FramedBoard
from gui.views.boards.latest import Latest
from gui.views.boards.rows import RowsTable
from gui.views.boards.source_filters import SourceFilters
from gui.views.boards.speakers import SpeakersList
from gui.widgets.dates import number_words
from gui.widgets.segmented import Segmented

_PAUSE = 250
_BATCH = 500
ROWS, SPEAKERS = "rows", "speakers"
Answer = tuple[list[str], list[Speaker] | None]


class SourcesBoard(FramedBoard):
    """Lists attributions: all of them, or by who speaks."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(
            bench,
            LAYER,
            "quote",
            _("Who is credited with what is listed here, once attributions have been marked in articles."),
        )
        self._query = AttributionQuery(chosen=bench.scope.chosen)
        self._asking = Latest(self.session.tasks, self)
        self._stale = True
        self._words = AttributionWords(self.session.codebook)
        self.filters = SourceFilters(self.session)
        self.grouping = Segmented(((ROWS, _("All")), (SPEAKERS, _("By speaker"))))
        self.model = BoardRows(columns(self._words), self._fetch, self)
        self.table = RowsTable(self.model, _("Attributions"), stretched="content", least=200, lines=2)
        self.speakers = SpeakersList()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.grouping.select(ROWS)
        self.speakers.hide()
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.speakers)
        self._split.addWidget(self.table)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([300, 900])
        self.tools.addWidget(self.grouping)
        self.tools.addWidget(self.filters, 1)
        self.tools.addWidget(self.count)
        self.tools.addWidget(self.export_button(((_("Attributions"), self.export),)))
        self.set_content(self._split)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._reload_shown)
        self.filters.changed.connect(self._narrow)
        self.grouping.chosen.connect(self._group)
        self.speakers.chosen.connect(self._choose_speaker)
        self.table.sort_wanted.connect(self._sort)
        self.table.activated_row.connect(self._open)
        self.table.clicked.connect(lambda index: self._open(index.row()))
        self.bench.scope.changed.connect(self._rescope)
        self.session.changed.connect(self._follow)
        self.session.closed.connect(self._stop_asking)

    # ------------------------------------------------------------ for the room

    def panes(self) -> Sequence[QWidget]:
        """Search, speakers where they are shown, table."""
        speakers = (self.speakers.table,) if self.speakers.isVisibleTo(self) else ()
        return (self.filters.search, *speakers, self.table)

    def entered(self) -> None:
        """Take in what changed, and give the table the keyboard."""
        if self._stale:
            self.reload()
        self.table.setFocus()

    def layout_state(self) -> str:
        """Widths of columns and panes, and whether speakers are shown."""
        sizes = self._split.sizes()
        return json.dumps({"columns": self.table.widths, "panes": sizes, "grouping": self.grouping.selected})

    def restore_layout(self, state: str) -> None:
        """Give columns and panes the widths that they had."""
        try:
            known = json.loads(state)
            self.table.set_widths([int(width) for width in known["columns"]])
            self._split.setSizes([int(width) for width in known["panes"]])
            if known["grouping"] == SPEAKERS:
                self.grouping.select(SPEAKERS)
                self.speakers.show()
        except (ValueError, TypeError, KeyError):
            return

    @property
    def is_narrowed(self) -> bool:
        """Whether words or values leave something out."""
        return self.filters.narrows or bool(self._query.who)

    def show_everything(self) -> None:
        """Leave nothing out any more."""
        self.filters.clear()
        super().show_everything()
        self._narrow()

    # ------------------------------------------------------------ which rows

    def _narrow(self) -> None:
        self._query = replace(self._query, search=self.filters.words, facets=self.filters.facets, who="")
        self.reload()

    def _rescope(self) -> None:
        self._query = replace(self._query, chosen=self.bench.scope.chosen, who="")
        self._reload_shown()

    def _sort(self, key: str) -> None:
        """Ascending at the first click, descending at the second, reading order at the third."""
        sort, before = AttributionSort(key), self._query
        descending = before.sort is sort and not before.descending
        if before.sort is sort and before.descending:
            sort = AttributionSort.PLACE
        self._query = replace(before, sort=sort, descending=descending)
        self.table.show_sorting(sort.value, descending)
        self.reload()

    def _group(self, grouping: str) -> None:
        self.speakers.setVisible(grouping == SPEAKERS)
        self._query = replace(self._query, who="")
        self.reload()

    def _choose_speaker(self, key: str) -> None:
        self._query = replace(self._query, who=key)
        self.reload()

    def _reload_shown(self) -> None:
        """Ask anew now, or when somebody looks."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Ask anew, in the background, which attributions are shown."""
        if not self.session.is_open:
            return
        self._pause.stop()
        self._stale = False
        query = self._query
        grouped = self.speakers.isVisibleTo(self)
        door = self.session.door()
        self.show_busy(True)
        self._asking.run(
            lambda progress: _ask(door, query, progress, grouped=grouped),
            partial(self._show, query),
            self._fail,
        )

    def _show(self, query: AttributionQuery, answer: Answer) -> None:
        """Show the answer; who was current stays so."""
        self.show_busy(False)
        ids, speakers = answer
        kept, place = self.current, self.table.verticalScrollBar().value()
        self.model.show_ids(ids)
        if speakers is not None:
            self.speakers.show_speakers(speakers, query.who)
        row = self.model.row_of(kept) if kept else None
        if row is not None:
            self.table.selectRow(row)
        self.table.verticalScrollBar().setValue(place)
        number = number_words(len(ids))
        self.count.setText(ngettext("one attribution", "{number} attributions", len(ids), number=number))
        self.show_content(bool(ids) or bool(query.who))
        self.filters.refresh(query.chosen)

    def _stop_asking(self) -> None:
        self._asking.stop()

    def _fail(self, error: Exception) -> None:
        self._stale = True
        self.show_busy(False)
        if isinstance(error, AnnotationError) and self.session.is_open:
            self.session.failed.emit(error)

    @property
    def current(self) -> str | None:
        """The id of the current attribution."""
        return self.model.ids[self.table.current] if self.table.current is not None else None

    def _fetch(self, ids: Sequence[str]) -> list[AttributionRow]:
        """The rows of some attributions; none where they cannot be read. Qt asks while it paints."""
        if not self.session.is_open:
            return []
        chosen = self._query.chosen
        try:
            return self.session.read(
                lambda reader: reader.boards.attribution_rows(ids, chosen, reader.boards.names())
            )
        except AnnotationError as error:
            self.session.failed.emit(error)
            return []

    # ------------------------------------------------------------ acting, following

    def _open(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.record_wanted.emit(row.article, row.id)

    def _follow(self, changes: Changes) -> None:
        if any(changes.of(CodebookVersion)):
            self._words.take(self.session.codebook)
            self.filters.fill()
        if any(any(changes.of(kind)) for kind in (Annotation, Article, Entity, CodebookVersion)):
            self._stale = True
            if self.isVisible() and not self._pause.isActive():
                self._pause.start()

    def export(self) -> None:
        """Write all rows that are shown, in their order, to a file that spreadsheet programs open."""
        door, ids, chosen, words = self.session.door(), self.model.ids, self._query.chosen, self._words
        self.write_rows(
            _("Attributions") + ".csv", header(), lambda progress: _rows(door, ids, chosen, words, progress)
        )


def _ask(door: SessionDoor, query: AttributionQuery, progress: Progress, *, grouped: bool) -> Answer:
    """The ids to show, and everybody who speaks where that is asked for."""
    everybody = replace(query, who="")
    speakers = door.ask(lambda reader: reader.boards.speakers(everybody)) if grouped else None
    progress.check()
    return door.ask(lambda reader: reader.boards.attributions(query)), speakers


def _rows(
    door: SessionDoor, ids: Sequence[str], chosen: Chosen, words: AttributionWords, progress: Progress
) -> Iterator[Sequence[Cell]]:
    """The rows of a file, read in batches so that others have their turn."""
    for start in range(0, len(ids), _BATCH):
        progress.report(start, len(ids))
        batch = ids[start : start + _BATCH]

        def ask(reader: ProjectReader, batch: Sequence[str] = batch) -> list[AttributionRow]:
            return reader.boards.attribution_rows(batch, chosen, reader.boards.names())

        for row in door.ask(ask):
            yield sheet_row(row, words)
