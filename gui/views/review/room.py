"""The Review room: walk the disagreements of an article, decide record by record and field by field."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotation.adjudication import dissenters
from annotation.i18n import _, ngettext
from annotation.operations.blinding import shown_names
from gui.actions import ActionTable, Item
from gui.rooms import Room
from gui.session import Session
from gui.settings import Settings
from gui.views.reading import set_as_read
from gui.views.review.adding import Adder
from gui.views.review.article import ReviewArticle
from gui.views.review.ask_box import AskBox
from gui.views.review.card import WIDTH, DecisionCard
from gui.views.review.desk import ReviewDesk
from gui.views.review.gaps_dialog import GapsDialog
from gui.views.review.header import ReviewHeader
from gui.views.review.kind_filter import KindFilter
from gui.views.review.merge_dialog import MergeDialog
from gui.views.review.questioning import Questioning
from gui.views.review.queue import ReviewQueue, count_kinds
from gui.views.review.refusal import RefusalLine
from gui.views.review.survey import ReviewSurvey
from gui.widgets.empty_state import EmptyState
from gui.widgets.hairline import Hairline
from gui.widgets.key_legend import KeyLegend

SCOPE = "review"
QUEUE_WIDTH = 236
_BLIND = "blind/"
"""What the layout begins with where names are hidden."""


class ReviewRoom(Room):
    """Queue, article and decision card. Emits `gold_wanted` when the gold set is to be exported."""

    gold_wanted = Signal()

    def __init__(
        self,
        session: Session,
        actions: ActionTable,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._settings = settings
        self._hidden = False
        """Whether names are to be hidden; while work is double-blind they are, whatever is wished."""
        self.desk = ReviewDesk(session, self)
        self.questions = Questioning(self.desk)
        self.survey = ReviewSurvey(session, self)
        self.header = ReviewHeader(self.desk, self.survey, actions)
        self.kinds = KindFilter()
        self.refusal = RefusalLine()
        self.queue = ReviewQueue(self.desk)
        self.article = ReviewArticle(self.desk)
        self.card = DecisionCard(self.desk, actions)
        self.adder = Adder(self.desk, self.article)
        self.gaps: GapsDialog | None = None
        """The table of reasons, while it is open."""
        self.merging: MergeDialog | None = None
        """The dialog of an automatic merge, while it is open."""
        self.asking: AskBox | None = None
        """What asks for a question, while it is open."""
        self.legend = KeyLegend()
        self._nothing = EmptyState(
            "scale",
            _(
                "Review compares what two or more people marked in the same article. "
                "So far no article has the work of two."
            ),
            actions["project.import"],
        )
        self._lay_out()
        self._connect()
        self._connect_actions()
        self._hide_names(False)
        self._show_page()

    # ------------------------------------------------------------ for the window

    def open_article(self, article: str) -> None:
        """Review an article."""
        self.survey.open(article)
        self.desk.open(article)
        self._show_page()

    def panes(self) -> Sequence[QWidget]:
        """Queue, article, card."""
        return (self.queue.list, self.article.text, self.card.grid)

    def footer(self) -> QWidget | None:
        """The keys that decide."""
        return self.legend

    def layout_state(self) -> str:
        """The widths of the panes, and whether names are hidden."""
        widths = bytes(self._split.saveState().toBase64().data()).decode("ascii")
        return f"{_BLIND}{widths}" if self._hidden else widths

    def restore_layout(self, state: str) -> None:
        """Give the panes the widths they had, and hide names if they were hidden."""
        if state:
            widths = state.removeprefix(_BLIND)
            self._split.restoreState(QByteArray.fromBase64(widths.encode("ascii", "ignore")))
            self._hide_names(state.startswith(_BLIND))

    def set_zoom(self, zoom: float) -> None:
        """Show the article so many times as large as usual."""
        self.article.text.set_zoom(zoom)

    def entered(self) -> None:
        """Count what is new, open an article if none is, and give the keyboard to the card."""
        if self._settings is not None:
            set_as_read(self.article.text, self._settings)
        self.survey.refresh(counting=False)
        if self.desk.article is None:
            self._open_next(None)
        self.survey.refresh()
        self._show_page()
        self.card.focus()

    # ------------------------------------------------------------ how it is done

    def _lay_out(self) -> None:
        middle = QWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for place, (pane, width) in enumerate(
            ((self.queue, QUEUE_WIDTH), (self.article, 560), (self.card, WIDTH))
        ):
            self._split.addWidget(pane)
            self._split.setStretchFactor(place, 1 if pane is self.article else 0)
            pane.setMinimumWidth(min(width, 300) if pane is not self.queue else 160)
        self._split.setSizes([QUEUE_WIDTH, 560, WIDTH])
        strip = QHBoxLayout()
        strip.setContentsMargins(8, 0, 16, 6)
        strip.setSpacing(16)
        strip.addWidget(self.kinds)
        strip.addWidget(self.refusal, 1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(strip)
        column.addWidget(Hairline())
        column.addWidget(self._split, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(middle)
        self._pages.addWidget(self._nothing)

    def _connect(self) -> None:
        self.header.article_wanted.connect(self.open_article)
        self.header.people_wanted.connect(self.desk.choose_people)
        self.header.blind.clicked.connect(self._hide_names)
        self._session.sight_changed.connect(self._see)
        self.kinds.narrowed.connect(self.queue.narrow)
        self.queue.left.connect(self.card.focus)
        self.queue.unfolded.connect(self.article.show_agreed)
        self.article.left.connect(self.card.focus)
        self.article.words_taken.connect(self.card.retake_words)
        self.card.words_wanted.connect(self.article.mark_words)
        self.card.gold_wanted.connect(self.gold_wanted)
        self.card.next_article_wanted.connect(self.open_next_article)
        self.desk.refused.connect(self._refuse)
        self.desk.opened.connect(self._opened)
        self.desk.compared.connect(self._count)
        self.desk.selected.connect(self._vouch)
        for moved in (self.desk.opened, self.desk.selected, self.desk.drafted):
            moved.connect(self._forget_refusal)
        self.survey.listed.connect(self._take_list)
        self.survey.counted.connect(self._vouch)

    def _connect_actions(self) -> None:
        desk, connect = self.desk, self._actions.connect_to
        connect("review.reject", desk.reject)
        connect("review.majority", desk.majority)
        connect("review.edit", self.card.grid.ask_to_edit)
        connect("review.reason", self.card.ask_why)
        connect("review.reject-and-go", self._reject_and_go)
        connect("review.decide", self._decide)
        connect("review.add", self.adder.ask)
        connect("review.ask", self.ask_again)
        connect("review.withdraw", self.questions.withdraw)
        connect("review.merge", self.merge)
        connect("review.reasons", self.show_reasons)
        connect("review.blind", lambda: self._hide_names(not self._hidden))
        connect("review.reopen", desk.reopen)
        connect("review.agree-all", desk.agree_all)
        connect("review.next", partial(desk.step, 1))
        connect("review.previous", partial(desk.step, -1))
        connect("review.next-article", self.open_next_article)
        connect("review.choose-article", self.header.open_picker)
        for widget in (self.queue.list, self.article.text, self.card.grid):
            self._actions.attach(SCOPE, widget)

    def ask_again(self) -> None:
        """Ask annotators about the current conflict; those who stand alone are ticked."""
        cluster = self.desk.cluster
        if cluster is None or not cluster.records:
            return
        box = self.asking = AskBox(self, self.desk.people, dissenters(cluster))
        box.asked.connect(self._ask)
        box.closed.connect(self._forget_asking)
        box.open_under(self.card.outcome.rect(), self.card.outcome)

    def merge(self) -> None:
        """Let a person choose a strategy that decides what it can."""
        article = self.desk.article
        everyone = self._session.read(lambda reader: reader.annotators())
        known = self.desk.participants
        names = known.names or shown_names(everyone, blind=known.blind)
        rows = self.survey.rows
        dialog = self.merging = MergeDialog(self._session, rows, names, article.id if article else None, self)
        dialog.open_wanted.connect(self.open_cluster)
        dialog.finished.connect(self._forget_merging)
        dialog.open()

    def show_reasons(self) -> None:
        """Show what reasons were given, and where the codebook leaves people in doubt."""
        dialog = self.gaps = GapsDialog(self._session, self)
        dialog.open_wanted.connect(self._open_record)
        dialog.finished.connect(self._forget_gaps)
        dialog.open()

    def _open_record(self, article: str, record: str) -> None:
        self.open_article(article)
        if cluster := self.desk.cluster_of(record):
            self.desk.select(cluster.id)
        self.card.focus()

    def _forget_gaps(self) -> None:
        dialog, self.gaps = self.gaps, None
        if dialog is not None:
            dialog.deleteLater()

    def open_cluster(self, article: str, cluster: str) -> None:
        """Review one cluster of an article."""
        self.open_article(article)
        self.desk.select(cluster)
        self.card.focus()

    def open_next_article(self) -> None:
        """Review the next article in which something is open."""
        self._open_next(self.desk.article.id if self.desk.article else None)
        self.card.focus()

    def _open_next(self, after: str | None) -> None:
        target = self.survey.next_open(after) or self.survey.first
        if target is not None:
            self.open_article(target)

    def _take_list(self) -> None:
        """Open an article as soon as it is known which there are."""
        if self.isVisible() and self.desk.article is None and not self.survey.is_empty:
            self._open_next(None)
        self._show_page()

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(1 if self.survey.is_empty and self.desk.article is None else 0)

    def _opened(self) -> None:
        self.kinds.release()
        people = self.desk.people
        takes = [
            Item(
                key=person.id,
                text=_("Take {annotator}’s record", annotator=person.name),
                keys=(person.letter,),
            )
            for person in people
            if person.letter
        ]
        goes = [
            Item(
                key=person.id,
                text=_("Take {annotator}’s record and go on", annotator=person.name),
                keys=(f"Shift+{person.letter}",),
            )
            for person in people
            if person.letter
        ]
        self._actions.fill("review.take", takes, self.desk.take)
        self._actions.fill("review.take-and-go", goes, self._take_and_go)
        self.legend.set_keys(_keys([person.letter for person in people if person.letter]))
        self._count()

    def _take_and_go(self, annotator: str) -> None:
        cluster = self.desk.cluster
        if cluster and annotator in cluster.records:
            self.desk.take(annotator)
            self.card.decide()
        else:
            self.desk.take(annotator)

    def _ask(self, annotators: Sequence[str], text: str) -> None:
        if self.questions.ask_again(annotators, text):
            self.card.focus()

    def _forget_merging(self) -> None:
        dialog, self.merging = self.merging, None
        if dialog is not None:
            dialog.deleteLater()

    def _forget_asking(self) -> None:
        self.asking = None

    def _decide(self) -> None:
        """Decide; where everything in the article is decided, go to the next one."""
        if self.card.done.isVisible() and self.desk.is_as_decided:
            self.open_next_article()
        else:
            self.card.decide()

    def _reject_and_go(self) -> None:
        self.desk.reject()
        self.card.decide()

    def _see(self) -> None:
        """Double-blind work has begun or ended: names come and go."""
        self._hide_names(self._hidden)

    def _hide_names(self, hidden: bool) -> None:
        """Show letters in place of names or, unless work is double-blind, the names."""
        forced = self._session.blinding is not None
        self._hidden = hidden
        self.header.show_blind(hidden or forced, forced)
        self.desk.set_blind(hidden or forced)
        self._vouch()

    def _count(self) -> None:
        self.kinds.set_counts(count_kinds(self.desk.clusters))
        if self.desk.comparison:
            self.survey.take(self.desk.comparison)
        self._vouch()

    def _refuse(self, why: str) -> None:
        self.refusal.say(why)

    def _forget_refusal(self) -> None:
        self.refusal.hide()

    def _vouch(self) -> None:
        """Tell the actions what holds now."""
        cluster = self.desk.cluster
        article = self.desk.article
        more = self.survey.next_open(article.id if article else None)
        self.card.done.set_more(more is not None)
        self.hold(
            {
                "cluster": cluster is not None,
                "cluster-asked": cluster is not None and bool(cluster.asked),
                "cluster-of-people": cluster is not None and bool(cluster.records),
                "cluster-decided": cluster is not None and cluster.decision is not None,
                "conflicts-open": any(found.is_open for found in self.desk.clusters),
                "majority-possible": cluster is not None and len(self.desk.people) > 2,
                "agreed-open": self.desk.agreed_open > 0,
                "review-articles": not self.survey.is_empty,
                "names-free": self._session.blinding is None,
            }
        )
        waiting = self.desk.agreed_open
        text = ngettext("Confirm one agreed record", "Confirm {n} agreed records", waiting)
        self._actions.set_text("review.agree-all", text if waiting else "")


def _keys(letters: Sequence[str]) -> list[tuple[tuple[str, ...], str]]:
    """The keys that decide, and what each does, for the bottom bar."""
    return [
        (tuple(letters[:4]), _("take")),
        (("↑", "↓"), _("rows")),
        (("←", "→"), _("choose")),
        (("E",), _("edit")),
        (("X",), _("reject")),
        *([(("M",), _("majority"))] if len(letters) > 2 else []),
        (("↵",), _("decide")),
    ]
