"""The parts of the Annotate room, made once: what its controllers are given to work with."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from annotation.adjudication import Question
from annotation.records import Annotation, is_suggestion
from gui.actions import ActionTable
from gui.rooms import Room
from gui.session import Session
from gui.settings import Look, Settings
from gui.views.adjusting import Adjuster
from gui.views.article import ArticleView
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
from gui.widgets.marked_text import Visibility

Held = Callable[[], Mapping[str, bool]]
"""Says which conditions of actions hold."""


class Workbench(Room):
    """Queue, article, inspector, and all that acts on the desk's article.

    A controller takes the workbench, connects its own actions to `actions_table`, and appends to `vouchers`
    what it knows of conditions.
    """

    article_opened = Signal(str)
    nothing_left = Signal()
    """Esc was pressed in the article, and nothing was selected or being made."""

    def __init__(
        self,
        session: Session,
        actions: ActionTable,
        settings: Settings,
        look: Look | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.actions_table = actions
        self.settings = settings
        self.look = look or settings.look
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
        self.vouchers: list[Held] = [self._held]
        self.questions: Callable[[], Sequence[Question]] = tuple
        """What the reviewer asks about the open article and nobody answered; who knows puts it here."""
        self.number_asked: Callable[[], int] = int
        """How many questions wait in all articles."""

    def focus_article(self) -> None:
        """Give the keyboard to the article."""
        self.article.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_shown(self, record: Annotation) -> bool:
        """Whether the layer of a record is not hidden."""
        return self.article.visibility.get(record.layer) is not Visibility.HIDDEN

    def open_article(self, article: str) -> None:
        """Open an article; what is being typed is kept first."""
        self.inspector.commit()
        self.adjuster.store()
        self.desk.open(article)

    def vouch(self) -> None:
        """Tell the window which conditions of actions hold here; of one act once, in its end."""
        if self.desk.is_settling:
            return
        self.hold({name: true for held in self.vouchers for name, true in held().items()})

    def _held(self) -> Mapping[str, bool]:
        record = self.desk.record
        return {
            "articles": self.queue.rows.rowCount() > 0,
            "article-open": self.desk.article is not None,
            "suggestions": self.desk.suggestions > 0,
            "followed": not self.bar.follow.isHidden(),
            "record-selected": record is not None,
            "one-role": self.desk.layer is not None and len(self.desk.layer.roles) == 1,
            "suggestion-selected": any(map(is_suggestion, self.hand.several or filter(None, [record]))),
            "selection": self.desk.article is not None and self.article.text.selection() is not None,
        }
