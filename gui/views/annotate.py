"""The Annotate room: queue, article and inspector, and everything with which an article is labelled."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.records import AssignmentState, Span, is_suggestion
from gui.actions import ActionTable, context_menu
from gui.rooms import Room
from gui.session import Session
from gui.settings import Settings
from gui.views.adjusting import Adjuster
from gui.views.article import ArticleView
from gui.views.codebook_actions import layer_items, tag_items
from gui.views.course import Course
from gui.views.desk import Desk
from gui.views.following import FollowedList, Follower
from gui.views.hand import Hand
from gui.views.inspector import Inspector
from gui.views.layer_bar import LayerBar
from gui.views.making import Maker
from gui.views.offers import ArticleOffers
from gui.views.queue import QueuePanel
from gui.views.read_only_strip import ReadOnlyStrip
from gui.views.records import RecordList
from gui.views.repeating import Repeater
from gui.views.why_card import Explainer
from gui.widgets.empty_state import EmptyState
from gui.widgets.marked_text import Visibility

SCOPE = "annotate"
_SIZES = ((208, 644, 352), (440, 260))
"""Widths of queue, article and right column; heights of inspector and records; px."""


class AnnotateRoom(Room):
    """Labels one article after the other. Emits `article_opened(article)`.

    Emits `detection_wanted(article)`, and `part_wanted(article, Span)` where it is to be some words alone.
    """

    detection_wanted = Signal(str)
    part_wanted = Signal(str, object)
    article_opened = Signal(str)

    def __init__(
        self, session: Session, actions: ActionTable, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.actions_table = actions
        self._settings = settings
        self._labelled = ""
        """The layer whose tags are actions now."""
        self._visibility: dict[str, Visibility] = {}
        self.desk = Desk(session, self)
        self.hand = Hand(self.desk, self)
        self.offers = ArticleOffers(self.desk)
        self.queue = QueuePanel(session, actions)
        self.course = Course(self.desk, self.hand, self.queue)
        self.article = ArticleView(self.desk)
        self.inspector = Inspector(self.desk, self.hand, self.offers, actions)
        self.records = RecordList(self.desk, actions["detect.article"])
        self.bar = LayerBar(self.desk)
        self.maker = Maker(self.desk, self.hand, self.offers, self.article)
        self.repeater = Repeater(self.desk, self.hand, self.maker, self.article)
        self.follower = Follower(self.desk, self.hand)
        self.followed = FollowedList(self.follower, self.bar, actions["edit.undo"])
        self.explainer = Explainer(self.desk, self.article)
        self.adjuster = Adjuster(self.desk, self.hand, self.offers, self.article)
        self.picker = self.adjuster.picker
        self.offers.on_pick = self.picker.begin
        self.read_only = ReadOnlyStrip()
        self._lay_out()
        self._connect()
        self._connect_actions()
        actions.attach(SCOPE, self.article.text)
        self.article.text.set_zoom(settings.zoom)
        self._opened()
        self._open_last()

    # ------------------------------------------------------------ what the window asks

    def open_article(self, article: str) -> None:
        """Open an article; what is being typed is kept first."""
        self.inspector.commit()
        self.desk.open(article)

    def panes(self) -> Sequence[QWidget]:
        """Queue, article, inspector and records."""
        return (self.queue.view, self.article.text, self.inspector, self.records.view)

    def footer(self) -> QWidget:
        """The switches of layers."""
        return self.bar

    def layout_state(self) -> str:
        """The sizes of the panes."""
        return json.dumps([self._across.sizes(), self._right.sizes()])

    def restore_layout(self, state: str) -> None:
        """Give the panes the sizes that they had."""
        try:
            across, right = json.loads(state)
            self._across.setSizes([int(size) for size in across])
            self._right.setSizes([int(size) for size in right])
        except (ValueError, TypeError):
            return

    def entered(self) -> None:
        """Let the keyboard be in the article, or in the queue while none is open."""
        target = self.article.text if self.desk.article else self.queue.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_zoom(self, zoom: float) -> None:
        """Show the article so many times as large as usual."""
        self.article.text.set_zoom(zoom)

    def commit(self) -> None:
        """Keep what is being typed in the inspector."""
        self.inspector.commit()

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            "book-open-text",
            _("Choose an article of the queue to annotate it."),
            self.actions_table["article.next"],
        )
        self.article.add_strip(self.picker.strip)
        self.article.add_strip(self.read_only)
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.article)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.addWidget(self.inspector)
        self._right.addWidget(self.records)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.queue, middle, self._right):
            self._across.addWidget(part)
        self._across.setStretchFactor(1, 1)
        for splitter, sizes in zip((self._across, self._right), _SIZES, strict=True):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        middle.setMinimumWidth(320)
        self.queue.setMinimumWidth(160)
        self._right.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._across)

    def _connect(self) -> None:
        desk, text = self.desk, self.article.text
        desk.opened.connect(self._opened)
        desk.busy.connect(lambda busy: self.bar.say(_("Opening the article…") if busy else ""))
        desk.selected.connect(self._selected)
        desk.changed.connect(lambda _difference: self.vouch())
        self.session.opened.connect(self._opened)
        self.session.closing.connect(self.commit)
        self.queue.article_wanted.connect(self._open_and_enter)
        self.course.wanted.connect(self._open_and_enter)
        self.course.said.connect(self.bar.say)
        self.queue.filled.connect(self.vouch)
        for panel in (self.queue, self.inspector, self.records):
            panel.left.connect(self.focus_article)
        text.on_tab = self._tab
        text.digit_pressed.connect(self._label_by_key)
        text.selection_changed.connect(self._selection_changed)
        text.escaped.connect(self._escape)
        text.zoom_changed.connect(self._keep_zoom)
        self.article.record_clicked.connect(self._click)
        self.article.context_wanted.connect(self._show_menu)
        self.records.jumped.connect(self.focus_article)
        self.records.accepting.connect(self.hand.accept_all)
        self.records.discarding.connect(self.hand.discard_all)
        self.inspector.wanted.connect(self._jump_to_role)
        self.inspector.taking.connect(self.adjuster.take_role)
        self.picker.ended.connect(self._show_layers)
        self.bar.switched.connect(self._switch)
        self.hand.said.connect(self.bar.say)
        self.follower.followed.connect(lambda _found: self.vouch())
        self.maker.made.connect(self.focus_article)

    def _connect_actions(self) -> None:
        hand, connect = self.hand, self.actions_table.connect_to
        connect("suggestion.next", lambda: hand.step(forward=True))
        connect("suggestion.previous", lambda: hand.step(forward=False))
        connect("suggestion.accept", self.repeater.accept)
        connect("suggestion.reject", self.repeater.reject)
        connect("suggestion.why", self.explainer.show)
        connect("suggestion.followed", self.followed.open)
        connect("record.alike", self.repeater.label_alike)
        connect("record.repeat", self.repeater.again)
        connect("record.delete", hand.discard)
        connect("record.note", lambda: self.inspector.focus_field("note"))
        connect("record.reference", self.adjuster.ask)
        connect("article.find", self.article.open_find)
        connect("article.next", lambda: self.course.step(1))
        connect("article.previous", lambda: self.course.step(-1))
        connect("article.done", lambda: self.course.mark_and_go_on(AssignmentState.DONE))
        connect("article.skip", lambda: self.course.mark_and_go_on(AssignmentState.SKIPPED))
        connect("detect.article", self._want_detection)
        connect("detect.selection", self._want_part)

    def _fill_actions(self) -> None:
        """Let the codebook's layers and tags be actions."""
        if self.session.is_open:
            layers = self.desk.codebook.layers
            self.actions_table.fill("record.new", layer_items(layers), self.repeater.make)
            self._labelled = ""
            self._fill_labels()

    def _fill_labels(self) -> None:
        layer = self.desk.layer
        if layer is not None and layer.id != self._labelled:
            self._labelled = layer.id
            self.actions_table.fill("record.label", tag_items(layer), self.repeater.label)

    # ------------------------------------------------------------ following

    def _opened(self) -> None:
        """Another article is open, or none."""
        article = self.desk.article
        self._middle.setCurrentIndex(1 if article else 0)
        self.read_only.setVisible(self.session.is_open and not self.session.writable)
        self._fill_actions()
        if article is not None:
            self.course.take_up()
            self._settings.last_articles[str(self.session.path.absolute())] = article.id
            self._show_layers()
            self.article_opened.emit(article.id)
        self.vouch()

    def _selected(self) -> None:
        self._fill_labels()
        self.vouch()

    def _selection_changed(self) -> None:
        self.inspector.set_selection(there=self.article.text.selection() is not None)
        self.vouch()

    def vouch(self) -> None:
        """Tell the window which conditions of actions hold here."""
        record = self.desk.record
        self.hold(
            {
                "articles": self.queue.rows.rowCount() > 0,
                "article-open": self.desk.article is not None,
                "suggestions": self.desk.suggestions > 0,
                "followed": not self.bar.follow.isHidden(),
                "record-selected": record is not None,
                "one-role": self.desk.layer is not None and len(self.desk.layer.roles) == 1,
                "suggestion-selected": record is not None and is_suggestion(record),
                "selection": self.desk.article is not None and self.article.text.selection() is not None,
            }
        )

    def _keep_zoom(self, zoom: float) -> None:
        self._settings.zoom = zoom

    def _open_last(self) -> None:
        """Open the article that was open when the project was closed."""
        if self.session.is_open:
            last = self._settings.last_articles.get(str(self.session.path.absolute()), "")
            if last:
                self.desk.open(last)

    def _want_detection(self) -> None:
        if self.desk.article is not None:
            self.detection_wanted.emit(self.desk.article.id)

    def _want_part(self) -> None:
        selected = self.article.text.selection()
        if self.desk.article is not None and selected is not None:
            self.part_wanted.emit(self.desk.article.id, Span(*selected))

    # ------------------------------------------------------------ going about

    def focus_article(self) -> None:
        """Give the keyboard to the article."""
        self.article.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_and_enter(self, article: str) -> None:
        self.open_article(article)
        self.focus_article()

    def _label_by_key(self, key: str) -> None:
        """Give the selected record the tag that a key stands for."""
        tags = self.desk.layer.tags if self.desk.layer else ()
        tag = next((tag for tag in tags if tag.key == key), None)
        if tag is not None:
            self.repeater.label(tag.id)

    def _tab(self) -> bool:
        """Tab in the article goes into the fields of the selected record."""
        if self.desk.record is None:
            return False
        self.inspector.focus_first()
        return True

    def _escape(self) -> None:
        """Esc takes back one thing: picking, the sentence, selected words, the selected record."""
        if self.picker.is_on:
            self.picker.end()
        elif self.maker.sentence.is_open:
            self.maker.stop()
        elif self.article.text.selection() is not None:
            self.article.text.clear_selection()
        else:
            self.desk.select(None)

    def _click(self, id_: str) -> None:
        if self.picker.is_on:
            self.picker.click(id_)
        else:
            self.desk.select(id_)

    def _jump_to_role(self, role: str) -> None:
        self.adjuster.jump_to_role(role)
        self.focus_article()

    def _show_menu(self, point: QPoint) -> None:
        selected = self.article.text.selection() is not None
        menu = context_menu(self.actions_table, "selection" if selected else "record", self)
        if menu.actions():
            menu.popup(point)
        else:
            menu.deleteLater()

    def _switch(self, layer: str, visibility: str) -> None:
        self._visibility[layer] = Visibility(visibility)
        self._show_layers()

    def _show_layers(self) -> None:
        layers = self.desk.codebook.layers if self.desk.article else ()
        self.article.set_visibility(
            {layer.id: self._visibility.get(layer.id, Visibility.SHOWN) for layer in layers}
        )
