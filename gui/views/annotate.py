"""The Annotate room: queue, article and inspector, and everything with which an article is labelled."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.records import Span
from gui.actions import ActionTable, context_menu
from gui.session import Session
from gui.settings import Look, Settings
from gui.views.annotate_panes import GUIDELINE, HISTORY, INSPECTOR, QUEUE, RECORDS, AnnotatePanes
from gui.views.controllers import CONTROLLERS
from gui.views.workbench import Workbench

SCOPE = "annotate"


class AnnotateRoom(Workbench):
    """Labels one article after the other. Emits `article_opened(article)`.

    Emits `detection_wanted(article)`, and `part_wanted(article, Span)` where it is to be some words alone.
    """

    detection_wanted = Signal(str)
    part_wanted = Signal(str, object)

    def __init__(
        self,
        session: Session,
        actions: ActionTable,
        settings: Settings,
        look: Look | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, actions, settings, look, parent)
        self.area = AnnotatePanes(self)
        self.empty = self.area.empty
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self._connect()
        self._controllers = [make(self) for make in CONTROLLERS]
        actions.attach(SCOPE, self.article.text)
        self.article.text.set_zoom(settings.zoom)
        self._opened()
        self._open_last()

    # ------------------------------------------------------------ what the window asks

    def panes(self) -> Sequence[QWidget]:
        """The article and the panes around it, those that are shown."""
        around: dict[str, QWidget] = {
            INSPECTOR: self.inspector,
            GUIDELINE: self.area.guideline.page,
            RECORDS: self.records.view,
            HISTORY: self.area.history,
        }
        shown = [part for key, part in around.items() if self.area.is_shown(key)]
        left = [self.queue.view] if self.area.is_shown(QUEUE) else []
        return (*left, self.article.text, *shown)

    def footer(self) -> QWidget:
        """The switches of layers."""
        return self.bar

    def layout_state(self) -> str:
        """Where the panes stand."""
        return self.area.state()

    def restore_layout(self, state: str) -> None:
        """Let the panes stand where they did."""
        self.area.restore(state)

    def entered(self) -> None:
        """Let the keyboard be in the article, or in the queue while none is open."""
        target = self.article.text if self.desk.article else self.queue.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_zoom(self, zoom: float) -> None:
        """Show the article so many times as large as usual."""
        self.article.text.set_zoom(zoom)

    def commit(self) -> None:
        """Keep what is being typed in the inspector, and words that were moved."""
        self.inspector.commit()
        self.adjuster.store()

    # ------------------------------------------------------------ wiring

    def _connect(self) -> None:
        desk, text = self.desk, self.article.text
        desk.opened.connect(self._opened)
        desk.busy.connect(lambda busy: self.bar.say(_("Opening the article…") if busy else ""))
        desk.selected.connect(self.vouch)
        desk.settled.connect(self.vouch)
        desk.filled.connect(self.vouch)
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
        self.hand.said.connect(self.bar.say)
        self.follower.followed.connect(lambda _found: self.vouch())
        self.maker.made.connect(self.focus_article)
        self.actions_table.connect_to("detect.article", self._want_detection)
        self.actions_table.connect_to("detect.selection", self._want_part)

    # ------------------------------------------------------------ following

    def _opened(self) -> None:
        """Another article is open, or none."""
        article = self.desk.article
        self.area.show_article(there=article is not None)
        self.read_only.setVisible(self.session.is_open and not self.session.writable)
        if article is not None:
            self.course.take_up()
            self.look.last_articles[str(self.session.path.absolute())] = article.id
            self.article_opened.emit(article.id)
        self.vouch()

    def _selection_changed(self) -> None:
        self.inspector.set_selection(there=self.article.text.selection() is not None)
        self.vouch()

    def _keep_zoom(self, zoom: float) -> None:
        self.settings.zoom = zoom

    def _open_last(self) -> None:
        """Open the article that was open when the project was closed."""
        if self.session.is_open:
            last = self.look.last_articles.get(str(self.session.path.absolute()), "")
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
        """Esc takes back one thing: moved or selected words, picking, the sentence, the selected record."""
        if self.adjuster.take_back():
            return
        if self.picker.is_on:
            self.picker.end()
        elif self.maker.sentence.is_open:
            self.maker.stop()
        elif self.article.text.selection() is not None:
            self.article.text.clear_selection()
        elif self.desk.record is not None:
            self.desk.select(None)
        else:
            self.nothing_left.emit()

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
