"""What is done with many articles at once: tags, metadata, queues, states; watched, stopped, one undo."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog
from shiboken6 import isValid

from annotation.errors import AnnotationError
from annotation.i18n import Message, _, ngettext
from annotation.operations import (
    AssignmentPlan,
    EditArticles,
    HandOut,
    MarkArticles,
    PutAnnotator,
    Reassign,
    RemoveArticles,
    ReplaceInArticles,
    TagArticles,
    plan_assignment,
    saved_filters,
    tag_hues,
)
from annotation.operations.blinding import SetBlinding
from annotation.operations.bulk import PART, do_in_parts
from annotation.operations.pool import SetPool, pool_in
from annotation.operations.progress_report import write_progress
from annotation.project import Operation, ProjectReader
from annotation.records import Annotator, AssignmentState, new_id
from annotation.records.blinding import Blinding
from gui.background import Ends, run_shown
from gui.corpus_filters import CorpusFilters
from gui.dialogs.all_tags import AllTagsDialog
from gui.dialogs.assignment import AssignmentDialog
from gui.dialogs.metadata import MetadataDialog
from gui.dialogs.tagging import TaggingDialog
from gui.dialogs.wording import WordingDialog
from gui.door import SessionDoor, take_all_back
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress
from gui.views.corpus import CorpusRoom
from gui.widgets.dates import number_words

_NOTICE = "corpus"
Make = Callable[[Sequence[str]], Operation]
"""The operation for a part of the articles."""


class CorpusControl(QObject):
    """Does what the Corpus room's actions say, with the articles that are selected there."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._room: CorpusRoom | None = None
        states = AssignmentState
        slots: dict[str, Callable[[], object]] = {
            "corpus.done": lambda: self.mark(states.DONE),
            "corpus.reopen": lambda: self.mark(states.TODO),
            "corpus.skip": lambda: self.mark_with_reason(states.SKIPPED),
            "corpus.flag": lambda: self.mark_with_reason(states.FLAGGED),
            "corpus.tag": self.tag,
            "corpus.tags": self.manage_tags,
            "corpus.edit": self.edit,
            "corpus.assign": self.assign,
            "corpus.remove": self.remove,
            "corpus.progress-save": self.save_progress,
        }
        for action, slot in slots.items():
            shell.actions_table.connect_to(action, slot)

    def attach(self, room: CorpusRoom) -> None:
        """Act on this room from now on."""
        self._room = room
        CorpusFilters(self._shell, self._session, room)

    @property
    def selected(self) -> tuple[str, ...]:
        """The articles that are selected in the room."""
        return self._room.selected if self._room is not None and isValid(self._room) else ()

    @property
    def _me(self) -> str:
        return self._session.me

    # ------------------------------------------------------------ in parts, as one step

    def do(self, title: Message, make: Make, articles: Sequence[str]) -> None:
        """Do it with all articles: at once with few, in parts that can be watched and stopped with many.

        It is one step to undo. Where it is stopped, or fails, nothing of it stays.
        """
        if not articles or not self._session.writable:
            return
        if len(articles) <= PART:
            self._session.apply(make(articles))
            return
        door = self._session.door()

        def finish(_changed: int) -> None:
            if door.is_open:
                self._session.remember(tuple(door.entries), title)

        def fail(error: Exception) -> None:
            self._shell.messages.show_notice(_NOTICE, str(error), "danger")

        stopped = _("Stopped. Everything is as it was.")
        ends = Ends(
            done=finish,
            failed=fail,
            stopped=lambda: self._shell.messages.show_notice(_NOTICE, stopped) if door.is_open else None,
        )
        me = self._me
        run_shown(
            self._shell,
            self._session.tasks,
            str(title),
            lambda progress: _all_or_nothing(door, make, articles, me, progress),
            ends,
            self,
        )

    # ------------------------------------------------------------ the acts

    def mark(self, state: AssignmentState, reason: str = "") -> None:
        """Say how far I am with the selected articles."""
        me = self._me

        def make(part: Sequence[str]) -> Operation:
            return MarkArticles(articles=part, annotator=me, state=state, reason=reason, actor=me)

        articles = self.selected
        if articles and self._introduced():
            self.do(make(articles).title, make, articles)

    def _introduced(self) -> bool:
        """Whether the project knows who annotates; somebody new is made known."""
        known = self._session.read(lambda reader: reader.find(Annotator, self._me))
        person = self._session.annotator
        if known is not None or person is None:
            return known is not None
        made = PutAnnotator(annotator=person, actor=person.id)
        return self._session.apply(made, undoable=False) is not None

    def mark_with_reason(self, state: AssignmentState) -> None:
        """Skip or flag the selected articles, and say why."""
        number = len(self.selected)
        title = _("Flag") if state is AssignmentState.FLAGGED else _("Skip")
        words = number_words(number)
        prompt = ngettext("Why this article?", "Why these {number} articles?", number, number=words)
        offers = self._session.read(lambda reader: reader.corpus.reasons())
        asked = WordingDialog(
            title, prompt, self._shell, offers=offers, required=state is AssignmentState.FLAGGED
        )
        if number and self._ask(asked):
            self.mark(state, asked.text)
        asked.deleteLater()

    def tag(self) -> None:
        """Put tags on the selected articles, or take them off."""
        articles = self.selected
        if not articles:
            return
        tags, among, hues = self._session.read(
            lambda reader: (reader.corpus.tags(), reader.corpus.tags_among(articles), tag_hues(reader))
        )
        asked = TaggingDialog(tags, among, len(articles), hues, self._shell)
        if self._ask(asked) and (asked.add or asked.remove):
            add, remove, me = asked.add, asked.remove, self._me

            def make(part: Sequence[str]) -> Operation:
                return TagArticles(articles=part, add=add, remove=remove, actor=me)

            self.do(make(articles).title, make, articles)
        asked.deleteLater()

    def manage_tags(self) -> None:
        """Rename, merge, colour and remove tags."""
        asked = AllTagsDialog(self._me, self._shell)

        def show() -> None:
            asked.show_tags(*self._session.read(lambda reader: (reader.corpus.tags(), tag_hues(reader))))

        def do(operation: Operation) -> None:
            self._session.apply(operation)
            show()

        asked.wanted.connect(do)
        show()
        self._ask(asked)
        asked.deleteLater()

    def edit(self) -> None:
        """Change what is known of the selected articles."""
        articles = self.selected
        if not articles:
            return
        asked = MetadataDialog(len(articles), self._common(articles), self._shell)
        if self._ask(asked):
            values, replacement, me = asked.values, asked.replacement, self._me

            def make(part: Sequence[str]) -> Operation:
                if replacement is not None:
                    return ReplaceInArticles(articles=part, actor=me, **replacement)
                return EditArticles(articles=part, values=values, actor=me)

            self.do(make(articles).title, make, articles)
        asked.deleteLater()

    def _common(self, articles: Sequence[str]) -> dict[str, str]:
        """What one selected article has, or what few have in common."""
        rows = self._session.read(lambda reader: reader.corpus_rows(articles[:200]))
        if len(articles) > len(rows) or not rows:
            return {}
        found = {
            name: {getattr(row, name) for row in rows} for name in ("outlet", "published", "lang", "section")
        }
        common = {name: values.pop() for name, values in found.items() if len(values) == 1}
        authors = {row.authors for row in rows}
        return {**common, "authors": "; ".join(authors.pop())} if len(authors) == 1 else common

    def remove(self) -> None:
        """Take the selected articles out of the project; undo brings them back."""
        articles, me = self.selected, self._me

        def make(part: Sequence[str]) -> Operation:
            return RemoveArticles(articles=tuple(part), actor=me)

        self.do(make(articles).title, make, articles)

    # ------------------------------------------------------------ assignment

    def assign(self) -> None:
        """Hand out articles, or move them from one queue to another."""
        room = self._room
        if room is None:
            return
        filters, pool = self._session.read(lambda reader: (saved_filters(reader), pool_in(reader)))
        asked = AssignmentDialog(
            self._session.people(),
            self.selected,
            tuple(room.model.ids),
            self._shell,
            filters=filters,
            pool=pool,
            blind=self._session.blinding is not None,
        )
        asked.wished.connect(lambda: self._plan(asked))
        asked.person_wanted.connect(lambda name: self._add_person(asked, name))
        if self._ask(asked) and self._introduced():
            self._hand_out(asked)
        asked.deleteLater()

    def _plan(self, asked: AssignmentDialog) -> None:
        """Work out in the background what is wished, and show it."""
        wish = asked.wish
        self._session.tasks.run(
            lambda _progress: self._session.project.ask(lambda reader: plan_assignment(reader, wish)),
            lambda plan: asked.show_plan(plan) if asked.wish == wish else None,
            lambda error: asked.show_plan(None, str(error)),
            lane="project",
            receiver=asked,
        )

    def _add_person(self, asked: AssignmentDialog, name: str) -> None:
        person = Annotator(id=new_id(), name=name)
        if self._session.apply(PutAnnotator(annotator=person, actor=self._me)) is not None:
            asked.show_people(self._session.people())

    def _hand_out(self, asked: AssignmentDialog) -> None:
        me = self._me
        if asked.makes_pool:
            self._session.apply(SetPool(pool=asked.pool, actor=me))
        elif asked.moves:
            origin, target = asked.movement
            articles = asked.articles

            def make(part: Sequence[str]) -> Operation:
                return Reassign(articles=part, annotator=origin, to=target, actor=me)

            self.do(make(articles).title, make, articles)
        elif asked.plan is not None:
            self._blind(asked.blind.isChecked())
            self._hand_out_plan(asked.plan)

    def _blind(self, blind: bool) -> None:
        """Make work double-blind with me as its reviewer, or lift that, where it is otherwise."""
        if blind != (self._session.blinding is not None):
            blinding = Blinding(reviewers=(self._me,)) if blind else None
            self._session.apply(SetBlinding(blinding=blinding, actor=self._me))

    def _hand_out_plan(self, plan: AssignmentPlan) -> None:
        me = self._me
        articles = list(dict.fromkeys(id_ for found in plan.shares.values() for id_ in found))
        owners: dict[str, list[str]] = {}
        for who, found in plan.shares.items():
            for id_ in found:
                owners.setdefault(id_, []).append(who)

        def make(part: Sequence[str]) -> Operation:
            shares: dict[str, list[str]] = {}
            for id_ in part:
                for who in owners[id_]:
                    shares.setdefault(who, []).append(id_)
            return HandOut(shares=shares, actor=me)

        places = {id_: place for found in plan.shares.values() for place, id_ in enumerate(found)}
        articles.sort(key=places.__getitem__)
        self.do(make(articles).title, make, articles)

    # ------------------------------------------------------------ progress

    def save_progress(self, path: Path | None = None) -> None:
        """Write the progress of everybody to a CSV file."""
        target = path or self._target()
        if target is None:
            return
        project = self._session.project

        def work(reader: ProjectReader) -> int:
            return write_progress(reader, target)

        def fail(error: Exception) -> None:
            if isinstance(error, AnnotationError):
                self._shell.messages.show_notice(_NOTICE, str(error), "danger")

        self._session.tasks.run(
            lambda _progress: project.ask(work),
            lambda _rows: self._shell.messages.show_notice(_NOTICE, _("Wrote {path}.", path=target)),
            fail,
            lane="project",
            receiver=self,
        )

    def _target(self) -> Path | None:
        start = str(self._session.path.with_name(f"{self._session.path.stem}-{_('progress')}.csv"))
        name, _filter = QFileDialog.getSaveFileName(
            self._shell, _("Save the progress"), start, f"{_('Tables')} (*.csv)"
        )
        return Path(name).with_suffix(".csv") if name else None

    def _ask(self, dialog: QDialog) -> bool:
        """Whether a person agreed."""
        return dialog.exec() == QDialog.DialogCode.Accepted


def _all_or_nothing(
    door: SessionDoor, make: Make, articles: Sequence[str], me: str, progress: Progress
) -> int:
    """Do it in parts; where it is stopped, or fails, take back what was done."""
    try:
        return do_in_parts(door, make, articles, progress.report)
    except BaseException:
        if door.is_open and door.entries:
            _take_back(door, tuple(door.entries), me)
        raise


def _take_back(door: SessionDoor, entries: tuple[int, ...], me: str) -> None:
    for step in take_all_back(door, entries, me, Progress(lambda _step: None)):
        door.tell(step)
