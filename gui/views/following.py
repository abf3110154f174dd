"""The open article's other suggestions follow what its annotator decides: quietly, as no act of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from annotation.codebook import Layer
from annotation.detectors import SETTING
from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations import RenewSuggestions, learn_ahead
from annotation.records import MACHINE, Annotation, Change, Changes, Place, Setting, is_suggestion, place_of
from gui.door import SessionDoor
from gui.tasks import GaveWay, Progress, Task
from gui.views.desk import Desk
from gui.views.hand import Hand
from gui.views.layer_bar import LayerBar
from gui.views.marks import chip_of, hue_of
from gui.widgets.choice_list import Choice
from gui.widgets.pick_popover import PickPopover
from gui.widgets.ranking import ranked

_TAKE_BACK = "take-back"
_SOON, _LATE = 60, 2_000
"""Milliseconds after the last decision, in a short article and in a book: who decides quickly goes on."""
_EACH = 10
"""Suggestions for each of which one millisecond more is waited."""


@dataclass(frozen=True, slots=True)
class Followed:
    """One suggestion that is another now: new (`before` is None), gone (`after` is None), or changed."""

    before: Annotation | None
    after: Annotation | None

    @property
    def record(self) -> Annotation:
        """The suggestion as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None, "a change of nothing"
        return found

    def words(self, layer: Layer | None) -> str:
        """What became of it."""
        was, is_ = (" ".join(chip_of(one, layer)).strip() if one else "" for one in (self.before, self.after))
        if self.before is None:
            return _("new: {label}", label=is_)
        if self.after is None:
            return _("no longer suggested")
        return _("{before} → {after}", before=was, after=is_) if was != is_ else _("other details")


class Follower(QObject):
    """Weighs the suggestions of the desk's article anew. Emits `followed(list)`: what a decision changed."""

    followed = Signal(object)

    def __init__(self, desk: Desk, hand: Hand) -> None:
        super().__init__(desk)
        self.desk = desk
        self._hand = hand
        self._task: Task | None = None
        self._decided = False
        """Whether a decision is what is followed, and not a change of the choices, or another article."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.renew_now)
        desk.session.changed.connect(self._hear)
        desk.session.closing.connect(self._soon.stop)
        desk.opened.connect(self._open)

    def _open(self) -> None:
        """Let another article catch up with what was decided elsewhere."""
        self._decided = False
        self.followed.emit([])
        if self.desk.article is not None and self.desk.editable:
            self._soon.start(self._pause)

    def _hear(self, changes: Changes) -> None:
        """Begin anew with every decision about the open article, and when the choices change."""
        if not self.desk.editable:
            return
        if any(self._is_decision(change) for change in changes.of(Annotation)):
            self._decided = True
            self._soon.start(self._pause)
        elif any(change.record.id == SETTING for change in changes.of(Setting)):
            self._decided = False
            self._soon.start(self._pause)

    @property
    def _pause(self) -> int:
        """Milliseconds to wait: each decision lets it begin anew, and it lasts long where there are many."""
        return min(_LATE, _SOON + self.desk.suggestions // _EACH)

    def _is_decision(self, change: Change) -> bool:
        record, article = change.record, self.desk.article
        if not isinstance(record, Annotation) or article is None:
            return False
        return record.article == article.id and record.annotator == self._hand.me

    def renew_now(self) -> None:
        """Weigh them anew in the background without waiting; one more decision meanwhile begins it again."""
        self._soon.stop()
        article = self.desk.article
        if article is None or not self.desk.editable:
            return
        if self._task is not None:
            self._soon.start(self._pause)
            return
        door, record = self.desk.session.door(), self.desk.record
        place = self.desk.place() if record is not None and is_suggestion(record) else None
        self._task = self.desk.session.tasks.run(
            lambda progress: _renew(door, article.id, progress),
            partial(self._tell, article.id, place),
            self._fail,
            on_cancelled=self._forget,
            receiver=self,
        )

    def _tell(self, article: str, place: Place | None, changes: Changes | None) -> None:
        """Go on where the selected suggestion is gone, and tell what changed; later where it gave way."""
        self._forget()
        if changes is None:
            self._soon.start(self._pause)
            return
        if self.desk.article is None or self.desk.article.id != article:
            return
        found = list(differing(changes, article))
        gone = {one.record.id for one in found if one.after is None}
        if place is not None and self.desk.record is None and place[2] in gone:
            self._hand.go_on(place)
        if self._decided:
            self.followed.emit(found)

    def _fail(self, error: Exception) -> None:
        self._forget()
        if isinstance(error, AnnotationError):
            self.desk.session.failed.emit(error)

    def _forget(self) -> None:
        self._task = None


def _renew(door: SessionDoor, article: str, progress: Progress) -> Changes | None:
    """Weigh the suggestions of an article anew, what people decided being known; for the lane.

    Gives None where somebody did something meanwhile, who goes first.
    """
    learn_ahead(door)
    progress.check()
    try:
        return door.apply_between(RenewSuggestions(articles=(article,)))
    except GaveWay:
        return None


def differing(changes: Changes, article: str) -> Iterator[Followed]:
    """The suggestions of an article that look different now, in reading order."""
    found = [
        Followed(
            change.before if isinstance(change.before, Annotation) else None,
            change.after if isinstance(change.after, Annotation) else None,
        )
        for change in changes.of(Annotation)
    ]
    here = (one for one in found if one.record.article == article and one.record.annotator == MACHINE.id)
    return iter(sorted(filter(_looks_different, here), key=lambda one: place_of(one.record)))


def _looks_different(one: Followed) -> bool:
    if one.before is None or one.after is None:
        return True
    return (one.before.features, one.before.spans) != (one.after.features, one.after.spans)


class FollowedList:
    """What followed the last decision, to look through: a choice goes there, or takes the decision back."""

    def __init__(self, follower: Follower, bar: LayerBar, undo: QAction) -> None:
        self._desk = follower.desk
        self._bar = bar
        self._undo = undo
        self._found: list[Followed] = []
        self.picker: PickPopover | None = None
        """What people choose from, while it is open."""
        follower.followed.connect(self._hold)
        bar.followed.connect(self.open)

    def open(self) -> None:
        """Let a person look through it."""
        anchor = self._bar.follow
        if not self._found or anchor.isHidden():
            return
        nothing = _("None of them has these words.")
        picker = PickPopover(anchor, self._offer, _("What followed your decision"), nothing)
        picker.taken.connect(self._take)
        picker.closed.connect(self._forget)
        self.picker = picker
        picker.open_under(anchor.rect(), anchor)

    def _hold(self, found: list[Followed]) -> None:
        self._found = found
        self._bar.show_followed(len(found))

    def _offer(self, typed: str) -> list[Choice]:
        choices = [self._choice(place, one) for place, one in enumerate(self._found)]
        found = ranked(typed, choices, lambda choice: choice.title, limit=len(choices)) if typed else choices
        if self._undo.isEnabled() and not typed:
            title = _("Take the decision back, and this with it")
            found = [*found, Choice(key=_TAKE_BACK, title=title, icon="undo-2", free=True)]
        return found

    def _choice(self, place: int, one: Followed) -> Choice:
        layer = self._desk.layer_of(one.record)
        return Choice(
            key=str(place),
            title=self._desk.words(one.record),
            subtitle=one.words(layer),
            hue=hue_of(one.record, layer),
        )

    def _take(self, choice: Choice) -> None:
        if choice.key == _TAKE_BACK:
            self._undo.trigger()
        else:
            self._desk.select(self._found[int(choice.key)].record.id)

    def _forget(self) -> None:
        self.picker = None
