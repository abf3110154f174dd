"""The article in the middle of the Annotate room: its headline, its text, and its records as marks."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotation.records import Annotation, Difference, place_of
from gui.theme import current_theme, interface_font
from gui.views.article_text import ArticleText
from gui.views.desk import Desk
from gui.views.find_bar import FindBar
from gui.views.hover_card import HoverCard
from gui.views.marks import DRAFT, anchor_mark, arcs_of, marks_of, palette_of, record_of
from gui.views.sticky_headline import HEIGHT, StickyHeadline
from gui.views.titled_text import titles_of
from gui.widgets.marked_text import Arc, Mark, Overview, Visibility
from gui.widgets.marked_text.words import Words

ALL, SELECTED, NONE = "all", "selected", "none"
"""Of which records references are drawn."""
_STILL = 80
"""Milliseconds without scrolling after which the references of all records in view are drawn."""
_ROOM = 0.6
"""The share of the viewport above which words are brought before a bar opens under them."""


class ArticleView(QWidget):
    """Shows the desk's article and the selected record; keeps the desk's caret true.

    Emits `record_clicked(id)`, `record_joined(id, whole range)` for a click with Ctrl or Shift,
    `context_wanted(point)` where a context menu was asked for (on the screen), and `words_selected(rect)`
    when the mouse was released over selected words (on the screen).
    """

    record_clicked = Signal(str)
    record_joined = Signal(str, bool)
    context_wanted = Signal(QPoint)
    words_selected = Signal(QRect)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marks: dict[str, list[str]] = {}
        self.arcs: tuple[Arc, ...] = ()
        """What is drawn from record to record."""
        self.visibility: dict[str, Visibility] = {}
        """How clearly the marks of layers are drawn; those that are not named, fully."""
        self._arcs_of = SELECTED
        self._shows: Callable[[Annotation], bool] | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_STILL)
        self._resting.timeout.connect(self._draw_arcs)
        self._drawn: str | None = None
        """The id of the record that is drawn as selected."""
        self.text = ArticleText(palette_of(current_theme(), ()))
        self.text.setProperty("surface", "paper")
        self.text.setAccessibleName("")
        self.text.set_chip_font(interface_font())
        self.overview = Overview(self.text)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the overview is one
        self.finder = FindBar()
        self.sticky = StickyHeadline(self.text)
        self.card = HoverCard(self.text, desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        page = QHBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.text, 1)
        page.addWidget(self.overview)
        column.addWidget(self.finder)
        column.addLayout(page, 1)
        self._column = column
        self.setFocusProxy(self.text)
        self._connect()

    def _connect(self) -> None:
        desk, text = self._desk, self.text
        desk.opened.connect(self._open)
        desk.filled.connect(self._fill)
        desk.busy.connect(text.rest)
        desk.changed.connect(self._follow)
        desk.selected.connect(self.draw_selected)
        desk.chosen_changed.connect(self._draw_together)
        desk.renamed.connect(self._draw_headline)
        text.mark_clicked.connect(lambda mark: self.record_clicked.emit(record_of(mark)))
        text.mark_joined.connect(self._join)
        text.mark_hovered.connect(self._hover)
        text.caret_moved.connect(self._keep_caret)
        text.selection_released.connect(self.words_selected)
        text.context_requested.connect(self._ask_context)
        text.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.finder.found.connect(self._show_found)
        self.finder.listed.connect(text.set_hits)
        self.finder.closed.connect(lambda: text.setFocus(Qt.FocusReason.OtherFocusReason))

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip above the text."""
        self._column.insertWidget(0, strip)

    # ------------------------------------------------------------ drawing

    def _open(self) -> None:
        """Draw another article."""
        self.card.hide()
        self.finder.close_bar()
        self._drawn = None
        article = self._desk.article
        self.text.set_mark_palette(palette_of(current_theme(), self._desk.codebook.layers if article else ()))
        self.text.set_article(self._desk.text, *self._titles(), positions=self._desk.marks.positions)
        self._fill()
        self.text.setAccessibleName(article.title if article else "")

    def _fill(self) -> None:
        """Draw all records, where the reader is."""
        self._marks = dict(self._desk.drawn)
        self.text.set_index(self._desk.marks)
        if self._arcs_of == ALL:
            self._draw_arcs()
        if self._desk.record is not None and self._drawn is not None:
            self.text.add_marks(self._mark(self._desk.record, selected=True))
            self._draw_together()
            self._draw_arcs()

    def _draw_headline(self) -> None:
        self.text.set_titles(*self._titles())

    def _titles(self) -> tuple[str, str]:
        """Title and subtitle of the article; the sticky headline gets them as well."""
        titles = titles_of(self._desk.article)
        self.sticky.set_texts(*titles)
        return titles

    def _mark(self, record: Annotation, *, selected: bool = False) -> list[Mark]:
        marks = marks_of(record, self._desk.layer_of(record), selected=selected)
        self._marks[record.id] = [mark.id for mark in marks]
        return marks

    def _follow(self, difference: Difference) -> None:
        """Draw what changed and nothing else."""
        stale = [id_ for id_ in difference.gone if id_ in self._marks]
        old = {mark for record in difference.here for mark in self._marks.get(record.id, ())}
        for id_ in stale:
            old.update(self._marks.pop(id_))
        new = [
            mark
            for record in difference.here
            for mark in self._mark(record, selected=record.id == self._drawn)
        ]
        gone = old - {mark.id for mark in new}
        if gone or new:
            self.text.change_marks(gone, new)
        self._draw_together()
        self._draw_arcs()

    def draw_selected(self) -> None:
        """Draw another record as the selected one, and bring it into view."""
        record = self._desk.record
        before = self._desk.records.get(self._drawn)
        self._drawn = record.id if record else None
        redrawn = [*(self._mark(before) if before and before != record else [])]
        if record is not None:
            redrawn += self._mark(record, selected=True)
        if redrawn:
            self.text.add_marks(redrawn)
        if record is None:
            self.text.select_mark(None)
        else:
            self._bring_caret(record)
            self.text.select_mark(anchor_mark(record, self._desk.layer_of(record)))
        self._draw_together()
        self._draw_arcs()

    def _draw_together(self) -> None:
        """Outline all words of all roles of the records that are chosen."""
        ids = {*self._desk.chosen, *([DRAFT] if DRAFT in self._marks else [])}
        self.text.take_together(mark for id_ in ids for mark in self._marks.get(id_, ()))

    def _draw_arcs(self) -> None:
        desk = self._desk
        found = (
            arc
            for record in self._pointing()
            for arc in arcs_of(record, desk.codebook, desk.records, desk.names)
        )
        arcs = tuple(dict.fromkeys(found))
        if arcs or self.arcs:
            self.arcs = arcs
            self.text.set_arcs(arcs)

    def _pointing(self) -> Iterator[Annotation]:
        """The records whose references are drawn."""
        if self._arcs_of == SELECTED and self._desk.record:
            yield self._desk.record
        elif self._arcs_of == ALL:
            marks = self.text.marks_between(*self.text.visible_range())
            ids = dict.fromkeys(record_of(mark.id) for mark in marks)
            yield from (record for id_ in ids if (record := self._desk.records.get(id_)))

    def draw_arcs_of(self, records: str) -> None:
        """Draw the references of ALL records in view, of the SELECTED one, or of NONE."""
        if records != self._arcs_of:
            self._arcs_of = records
            self._draw_arcs()

    def show_records(self, shows: Callable[[Annotation], bool] | None) -> None:
        """Draw only the records that `shows` says so of, and the selected one; None draws all."""
        if shows is not self._shows:
            self._shows = shows
            self.text.set_filter(self._is_shown if shows else None)

    def _is_shown(self, mark: Mark) -> bool:
        record = self._desk.records.get(record_of(mark.id))
        if record is None or self._shows is None or record.id in (self._drawn, *self._desk.chosen):
            return True
        return self._shows(record)

    def _bring_caret(self, record: Annotation) -> None:
        """Put the caret to the end of the record, unless it is in or at it, or words are selected."""
        start, end, _id = place_of(record)
        if not start <= self.text.caret <= end and self.text.selection() is None:
            layer = self._desk.layer_of(record)
            anchor = record.anchor(layer.anchors if layer else tuple(record.spans))
            self.text.set_caret(anchor[-1].end if anchor else start)

    def show_draft(self, record: Annotation | None) -> None:
        """Draw a record that is being made, or no more."""
        old = set(self._marks.pop(DRAFT, ()))
        new: list[Mark] = []
        if record is not None:
            new = marks_of(record, self._desk.layer_of(record), selected=True)
            self._marks[DRAFT] = [mark.id for mark in new]
        self._draw_together()
        gone = old - {mark.id for mark in new}
        if gone or new:
            self.text.change_marks(gone, new)

    def preview(self, record: Annotation) -> None:
        """Draw a visible record with other words than it has, or again with its own."""
        self.text.add_marks(self._mark(record, selected=record.id == self._drawn))

    def set_visibility(self, layers: Mapping[str, Visibility]) -> None:
        """Show, dim or hide the marks of layers."""
        for layer, visibility in layers.items():
            if self.visibility.get(layer, Visibility.SHOWN) is not visibility:
                self.visibility[layer] = visibility
                self.text.set_group_visibility(layer, visibility)

    @property
    def words(self) -> Words:
        """The words of the article."""
        positions = self.text.positions
        return Words(positions.text, positions.starts, positions.ends)

    # ------------------------------------------------------------ acting

    def open_find(self) -> None:
        """Look for words, from the caret on."""
        if self._desk.article is not None:
            self.finder.open(self._desk.text, self.text.caret)

    def rect_with_room_below(self) -> QRect:
        """Where the selected words are in the viewport, scrolled up so far that a bar fits below them."""
        rect, bar = self.text.rect_of_selection(), self.text.verticalScrollBar()
        lowest = round(self.text.viewport().height() * _ROOM)
        if rect.bottom() > lowest:
            bar.setValue(bar.value() + min(rect.bottom() - lowest, max(0, rect.top() - HEIGHT)))
            rect = self.text.rect_of_selection()
        return rect

    def _show_found(self, start: int, end: int) -> None:
        self.text.set_selection(start, end)

    def _keep_caret(self, offset: int) -> None:
        self._desk.caret = offset

    def _hover(self, mark: str | None, rect: QRect) -> None:
        record = self._desk.records.get(record_of(mark)) if mark else None
        if record is not None:
            self.text.hover_together(self._family(record))
        self.card.rest_on(record_of(mark) if mark else None, rect)

    def _family(self, record: Annotation) -> set[str]:
        """The marks of a record, and those of the records that it points at."""
        arcs = arcs_of(record, self._desk.codebook, self._desk.records, tuple)
        return {*self._marks.get(record.id, ()), *(end for arc in arcs for end in (arc.source, arc.target))}

    def _join(self, mark: str, whole_range: bool) -> None:
        self.record_joined.emit(record_of(mark), whole_range)

    def _ask_context(self, offset: int, point: QPoint) -> None:
        """Select what the menu is asked for: the record there, unless words are selected there."""
        self.card.hide()
        selected = self.text.selection()
        if selected is None or not selected[0] <= offset <= selected[1]:
            under = self.text.marks_at(offset)
            names = [record_of(mark.id) for mark in under]
            if names and not set(names) & set(self._desk.chosen):
                self._desk.select(names[0])
        self.context_wanted.emit(point)

    def _scrolled(self) -> None:
        self.card.hide()
        shown = self.text.verticalScrollBar().value() > 48 and self._desk.article is not None
        self.sticky.setVisible(shown)
        if self._arcs_of == ALL:
            self._resting.start()

    # ------------------------------------------------------------ Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sticky headline as wide as the text. For Qt."""
        super().resizeEvent(event)
        self.sticky.setFixedWidth(self.width() - self.overview.sizeHint().width())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the marks in the theme of now. For Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "text") and self._desk.article:
            self.text.set_mark_palette(palette_of(current_theme(), self._desk.codebook.layers))
