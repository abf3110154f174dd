"""Looking for what is like a record and deciding about it, in the background, one step of undo in the end."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotation.errors import AnnotationError
from annotation.i18n import Message, _
from annotation.operations import (
    LabelMentions,
    Mention,
    Mentions,
    Wanted,
    Wish,
    accept_title,
    accepting,
    do_in_batches,
    label_title,
    reject_title,
    rejecting,
    search_alike,
)
from annotation.project import Operation, ProjectReader
from annotation.project.mentions import texts_of
from annotation.project.queue import ArticleTitle
from annotation.records import Annotation, Json
from gui.door import SessionDoor, take_all_back
from gui.models.mention_rows import MentionRows
from gui.session import Session
from gui.tasks import Progress, Step, Task
from gui.views.propagation import EVERYWHERE, Like, PropagationPanel

_AROUND = 90
"""Code points of the text that are shown before and after a mention."""
_TEXTS = 64
"""Texts that are kept at hand to show contexts from."""
_TITLES = 500
_PATIENCE = 30.0
"""Seconds in which what was begun is taken back before the project closes."""

Make = Callable[[Sequence[Mention]], Operation]


class Propagation(QObject):
    """Searches for what the panel says, and does with it what is asked; rooms say what that is."""

    def __init__(self, owner: QWidget, session: Session) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self.panel: PropagationPanel | None = None
        self._record: Annotation | None = None
        """What others are to be labelled like."""
        self._only: Mapping[str, Json] | None = None
        self._like: Like | None = None
        self._task: Task | None = None
        self._wish: Wish | None = None
        """What is searched for now."""
        self._texts: dict[str, str] = {}
        self._idle = threading.Event()
        """Whether nothing is being labelled, or taken back."""
        self._idle.set()
        session.closing.connect(self.close)
        session.annotator_changed.connect(self.close)

    # ------------------------------------------------------------ what a room says

    @property
    def editable(self) -> bool:
        """Whether what is found can be labelled."""
        return self._session.is_open and self._session.writable and bool(self._session.me)

    def narrow(self) -> Sequence[str]:
        """Ids of the articles of the narrower of the two places to look in."""
        raise NotImplementedError

    def jump(self, mention: Mention) -> None:
        """Show a mention in its article; the panel stays."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say what was done."""
        raise NotImplementedError

    def leave(self) -> None:
        """Give the keyboard back, after the panel closed."""

    # ------------------------------------------------------------ opening

    def begin(self, panel: PropagationPanel, record: Annotation, only: Mapping[str, Json] | None) -> None:
        """Open a panel that looks for what could be labelled as a record is; `only` as in Wish."""
        self.panel, self._like = panel, panel.like
        self._record, self._only = record, only
        panel.rows.setParent(panel)
        panel.searching.connect(self._search)
        panel.jumped.connect(self.jump)
        panel.doing.connect(self._do)
        panel.stopping.connect(self._stop)
        panel.finished.connect(self._closed)
        panel.place_in(self._owner.window())
        panel.show()
        self._search()

    def rows(self) -> MentionRows:
        """Rows for a panel, with what stands around the mentions."""
        return MentionRows(self._around, self)

    def close(self) -> None:
        """Close the panel, if it is open; what goes on is stopped."""
        if self.panel is not None:
            self._stop()
            self._idle.wait(_PATIENCE)
            self.panel.show_rest()
            self.panel.reject()

    def _closed(self) -> None:
        panel, self.panel = self.panel, None
        self._texts.clear()
        self._stop()
        if panel is not None:
            panel.deleteLater()
        self._owner.window().activateWindow()
        self.leave()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # ------------------------------------------------------------ searching

    def _search(self) -> None:
        """Search anew for what the panel says."""
        panel, record = self.panel, self._record
        if panel is None or record is None or self._like is None:
            return
        self._stop()
        scope, likeness, least = panel.wanted
        wish = Wish(
            record=record,
            wanted=Wanted(words=self._like.words, likeness=likeness, least=least),
            me=self._session.me,
            articles=None if scope == EVERYWHERE else tuple(self.narrow()),
            only=self._only,
        )
        self._wish = wish
        panel.show_busy(_("Searching…"))
        door = self._session.door()
        self._task = self._session.tasks.run(
            lambda progress: _look(door, wish, progress),
            self._found,
            self._fail,
            self._advance,
            on_cancelled=self._rest,
            receiver=self,
        )

    def _found(self, result: tuple[Wish, Mentions, dict[str, str]]) -> None:
        if result[0] is not self._wish:
            return
        self._task = None
        if self.panel is not None:
            self.panel.show_found(result[1], result[2], editable=self.editable)

    def _advance(self, step: Step) -> None:
        if self.panel is not None:
            self.panel.show_progress(step.done, step.total)

    def _rest(self) -> None:
        """What went on was stopped, by a person or for another search."""
        if self.panel is not None and (self._task is None or self._task.cancelled):
            self._task = None
            self.panel.show_rest(_("Stopped: nothing was changed."))

    def _fail(self, error: Exception) -> None:
        self._task = None
        if self.panel is not None:
            self.panel.show_rest(str(error))
        if isinstance(error, AnnotationError):
            self._session.failed.emit(error)

    # ------------------------------------------------------------ doing

    def _do(self, reject: bool) -> None:
        """Label, accept or reject what is chosen, in batches; one step of undo."""
        panel, record, like = self.panel, self._record, self._like
        if panel is None or record is None or like is None or self._task is not None:
            return
        if not self.editable or not self._session.be_known():
            return
        mentions, me, annotator = panel.rows.chosen, self._session.me, self._session.annotator
        if like.decides:
            make = rejecting(me) if reject else accepting(me)
            title = (reject_title if reject else accept_title)(like.words, len(mentions))
        else:
            origin = annotator.name if annotator else ""
            make = partial(_label, record, like.words, me, origin)
            title = label_title(like.words, len(mentions))
        panel.show_busy(str(title))
        door = self._session.door()
        self._idle.clear()
        self._task = self._session.tasks.run(
            lambda progress: self._do_all(door, mentions, make, progress),
            partial(self._done, door, title),
            self._fail,
            self._advance,
            on_cancelled=self._rest,
            receiver=self,
        )

    def _done(self, door: SessionDoor, title: Message, _nothing: object) -> None:
        """Make one act of it, and leave."""
        self._task = None
        if door.is_open:
            self._session.remember(tuple(door.entries), title)
            self.say(_("Done: {act}", act=title))
        if self.panel is not None:
            self.panel.accept()

    def _do_all(self, door: SessionDoor, mentions: list[Mention], make: Make, progress: Progress) -> None:
        """Do it batch by batch; where that is stopped or fails, take back what was done. For the lane."""
        try:
            do_in_batches(door, mentions, make, progress.report)
        except BaseException:
            take_back(door, self._session.me)
            raise
        finally:
            self._idle.set()

    # ------------------------------------------------------------ showing

    def _around(self, mention: Mention) -> tuple[str, str]:
        """What stands before and after a mention."""
        if mention.article not in self._texts:
            while len(self._texts) >= _TEXTS:
                del self._texts[next(iter(self._texts))]
            self._texts[mention.article] = self._read_text(mention.article)
        text, span = self._texts[mention.article], mention.span
        before = text[max(0, span.start - _AROUND) : span.start]
        return " ".join(before.split("\n")[-1:]), text[span.end : span.end + _AROUND].partition("\n")[0]

    def _read_text(self, article: str) -> str:
        if not self._session.is_open:
            return ""
        return self._session.read(lambda reader: text_of(reader, article))


def _titles(reader: ProjectReader, articles: Sequence[str]) -> dict[str, ArticleTitle]:
    return reader.article_titles(articles)


def take_back(door: SessionDoor, me: str) -> None:
    """Undo all that was done through a door, and tell the window."""
    if door.entries and door.is_open:
        for step in take_all_back(door, tuple(door.entries), me, Progress(lambda _step: None)):
            door.tell(step)


def _label(record: Annotation, words: str, me: str, origin: str, mentions: Sequence[Mention]) -> Operation:
    return LabelMentions(record=record, words=words, mentions=mentions, actor=me, origin=origin)


def text_of(reader: ProjectReader, article: str) -> str:
    """The text of an article; "" where it is gone."""
    return next(iter(texts_of(reader, [article]).values()), "")


def _look(door: SessionDoor, wish: Wish, progress: Progress) -> tuple[Wish, Mentions, dict[str, str]]:
    """What is found, and the titles of the articles it is in; for the lane."""
    mentions = search_alike(door, wish, progress.report)
    ids = list(dict.fromkeys(mention.article for mention in mentions.found))
    titles: dict[str, str] = {}
    for start in range(0, len(ids), _TITLES):
        found = door.ask(partial(_titles, articles=ids[start : start + _TITLES]))
        titles |= {key: one.title for key, one in found.items()}
        progress.check()
    return wish, mentions, titles
