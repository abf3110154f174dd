"""The decision card: what each annotator says of the current cluster, and what comes of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotation.adjudication import Cluster
from annotation.fields import Field
from annotation.i18n import _, ngettext, pick
from annotation.records import Span
from gui.actions import ActionTable
from gui.views.review.desk import ReviewDesk
from gui.views.review.editor import DecisionEditor
from gui.views.review.grid import DecisionGrid
from gui.views.review.hues import cluster_hue
from gui.views.review.offers import ReviewOffers
from gui.views.review.outcome import DecisionOutcome
from gui.views.review.reason_box import ReasonBox
from gui.views.review.words import SHAPES, asked_text, decision_text, kind_meaning, kind_text
from gui.widgets.button import ActionButton, button, icon_button
from gui.widgets.empty_state import EmptyState
from gui.widgets.hairline import Hairline
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label
from gui.widgets.shape import ShapeMark

WIDTH = 400


class DecisionCard(QWidget):
    """Head, rows, outcome, reason and buttons. Emits `words_wanted(row key)` where words are to be marked."""

    words_wanted = Signal(str)
    gold_wanted = Signal()
    next_article_wanted = Signal()

    def __init__(self, desk: ReviewDesk, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(300)
        self._desk = desk
        self._actions = actions
        self.grid = DecisionGrid(desk)
        self.outcome = DecisionOutcome(desk)
        self.reason = ReasonBox()
        self.comment = QLineEdit()
        self.ask = icon_button("circle-help", actions["review.ask"].text().rstrip("…"))
        self.ask.clicked.connect(actions["review.ask"].trigger)
        self.done = AllDecided()
        self.more = button("", "link")
        self._head = QVBoxLayout()
        self._empty = EmptyState("scale", _("Choose a conflict of the queue to decide about it."))
        self._lay_out()
        self._connect()
        self._fill_reasons()

    # ------------------------------------------------------------ for the room

    def focus(self) -> None:
        """Give the keyboard to the rows."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self) -> None:
        """Decide with the reason and comment given, and go on."""
        if self._desk.decide(self.reason.currentData() or "", self.comment.text()):
            self.focus()

    def ask_why(self) -> None:
        """Give the keyboard to the reasons."""
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reason.showPopup()

    def retake_words(self, row: str, spans: tuple[Span, ...]) -> None:
        """Put words that were marked in the article into a row."""
        self._desk.edit(row, spans)
        self.focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keyboard back to the rows on Esc in a field."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.focus()
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------ how it is done

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._head)
        inside.addWidget(self.grid)
        inside.addLayout(self._more_row())
        inside.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.done)
        column.addWidget(self._area, 1)
        column.addWidget(Hairline())
        column.addWidget(self.outcome)
        column.addLayout(self._foot())
        self._pages = QStackedLayout(self)
        self._pages.addWidget(card)
        self._pages.addWidget(self._empty)

    def _more_row(self) -> QHBoxLayout:
        """The button that shows rows which nobody filled."""
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 16, 8)
        row.addWidget(self.more)
        row.addStretch()
        return row

    def _foot(self) -> QVBoxLayout:
        """Reason and comment, then the buttons."""
        self.comment.setPlaceholderText(_("Comment"))
        self.comment.setAccessibleName(_("Comment"))
        why = QGridLayout()
        why.setHorizontalSpacing(8)
        why.addWidget(self.reason, 0, 0)
        why.addWidget(self.comment, 0, 1)
        why.addWidget(self.ask, 0, 2)
        why.setColumnStretch(0, 1)
        why.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        self.majority = ActionButton(self._actions["review.majority"], "quiet")
        buttons.addWidget(ActionButton(self._actions["review.reject"], "quiet"))
        buttons.addWidget(self.majority)
        buttons.addWidget(ActionButton(self._actions["review.edit"], "quiet"))
        buttons.addStretch()
        self.reopen = ActionButton(self._actions["review.reopen"], "quiet")
        buttons.addWidget(self.reopen)
        buttons.addWidget(ActionButton(self._actions["review.decide"], "primary"))
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 4, 16, 12)
        foot.setSpacing(8)
        foot.addLayout(why)
        foot.addLayout(buttons)
        return foot

    def _connect(self) -> None:
        self._desk.opened.connect(self._fill_reasons)
        self._desk.opened.connect(self._show)
        self._desk.selected.connect(self._show)
        self.grid.edit_wanted.connect(self._edit)
        self.grid.moved.connect(lambda cell: self._area.ensureWidgetVisible(cell, 0, 24))
        self.more.clicked.connect(self._show_more)
        self.comment.returnPressed.connect(self.decide)
        self.comment.installEventFilter(self)
        self.reason.installEventFilter(self)
        self.reason.left.connect(self.focus)
        self.done.gold_wanted.connect(self.gold_wanted)
        self.done.next_article_wanted.connect(self.next_article_wanted)

    def _fill_reasons(self) -> None:
        self.reason.clear()
        self.reason.addItem(_("Reason…"), "")
        if self._desk.session.is_open:
            for id_, labels in self._desk.session.codebook.reasons:
                self.reason.addItem(pick(labels) or id_, id_)

    def _show(self) -> None:
        """Show the current cluster's head, and the reason and comment it was decided with."""
        draft = self._desk.draft
        self._pages.setCurrentIndex(0 if draft else 1)
        waiting = any(cluster.is_open for cluster in self._desk.clusters)
        self.done.setVisible(bool(self._desk.clusters) and not waiting)
        self._clear_head()
        if draft is None:
            sentence = _("Choose a conflict of the queue to decide about it.")
            if self._desk.is_comparing:
                sentence = _("The annotators’ work is being compared…")
            elif not self._desk.clusters:
                sentence = _("Nobody marked anything in this article.")
            self._empty.set_sentence(sentence)
            return
        self.majority.setVisible(len(self._desk.people) > 2)
        self._fill_head(draft.cluster)
        self._name_more()
        decision = draft.cluster.decision
        self.reopen.setVisible(decision is not None)
        self.reason.setCurrentIndex(max(0, self.reason.findData(decision.reason if decision else "")))
        self.comment.setText(decision.comment if decision else "")
        self.comment.setCursorPosition(0)
        self._area.verticalScrollBar().setValue(0)

    def _show_more(self) -> None:
        self.grid.show_everything(not self.grid.shows_everything)
        self._name_more()

    def _name_more(self) -> None:
        """Say how many rows nobody filled."""
        empty = self.grid.untold
        more = ngettext("Show one empty row", "Show {n} empty rows", empty)
        self.more.setText(_("Hide empty rows") if self.grid.shows_everything else more)
        self.more.setVisible(empty > 0)

    def _clear_head(self) -> None:
        while (item := self._head.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _fill_head(self, cluster: Cluster) -> None:
        self._head.setContentsMargins(16, 12, 16, 0)
        self._head.setSpacing(4)
        self._head.addWidget(CardHead(self._desk, cluster))
        if cluster.decision:
            known = self._desk.participants
            words = decision_text(cluster.decision, known.names, known.reviewers)
            if cluster.changed:
                words = _("{decision}. Something changed since: look again.", decision=words)
            self._head.addWidget(label(words, "small", wrap=True))
        for asked in cluster.asked:
            words = asked_text(asked, self._desk.participants.names)
            self._head.addWidget(label(words, "small", wrap=True))

    def _edit(self, key: str, cell: QWidget) -> None:
        draft = self._desk.draft
        if draft is None:
            return
        part = draft.cluster.row(key).part
        if not isinstance(part, Field):
            self.words_wanted.emit(key)
            return
        value = draft.value(key)
        editor = DecisionEditor(
            self.grid, part, None if isinstance(value, tuple) else value, ReviewOffers(self._desk)
        )
        editor.decided.connect(lambda new, first: self._desk.edit(key, new, first))
        editor.open_under(cell.rect(), cell)


class CardHead(QWidget):
    """Which layer the cluster is of, and how the annotators differ."""

    def __init__(self, desk: ReviewDesk, cluster: Cluster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layer = desk.session.codebook.layer(cluster.layer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(HueMark(cluster_hue(cluster, layer)))
        row.addWidget(label(layer.text if layer else cluster.layer, "heading"))
        row.addStretch()
        for kind in cluster.kinds:
            colour = "warning" if cluster.is_open and not cluster.is_agreed else "muted"
            sign = ShapeMark(SHAPES[kind], kind_text(kind), colour)
            word = label(kind_text(kind), "small")
            for widget in (sign, word):
                widget.setToolTip(kind_meaning(kind))
                row.addWidget(widget)


class AllDecided(QWidget):
    """What to do next when nothing is open any more in an article."""

    gold_wanted = Signal()
    next_article_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "success")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addWidget(label(_("Everything in this article is decided."), wrap=True))
        self.next_article = button(_("Next article"), "primary")
        self.gold = button(_("Export the gold set…"))
        self.next_article.clicked.connect(self.next_article_wanted)
        self.gold.clicked.connect(self.gold_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.next_article)
        row.addWidget(self.gold)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def set_more(self, more: bool) -> None:
        """Whether other articles have something open."""
        self.next_article.setVisible(more)
        self.gold.setProperty("kind", "plain" if more else "primary")
        self.gold.style().polish(self.gold)
