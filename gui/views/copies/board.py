"""The Copies board: groups of copies, the articles of one, two of them side by side."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotation.duplicates import THRESHOLD
from annotation.errors import AnnotationError
from annotation.i18n import Message, _, ngettext
from annotation.operations.duplicate_groups import ChooseRepresentative, JoinCopies, PartCopies
from annotation.operations.duplicates import Copies
from annotation.project import Operation
from annotation.project.duplicates import CopyGroup, count_groups
from annotation.records import Article, Changes
from gui.actions import context_menu
from gui.dialogs.text_correction import correct_text
from gui.tasks import Task
from gui.views.boards.board import Bench, Board
from gui.views.copies.carrying import carry_labels
from gui.views.copies.finding import find_and_mark
from gui.views.copies.gathered import Compared, Member, compare_two, measure_group, members_of
from gui.views.copies.group_list import GroupList, group_rows, group_table
from gui.views.copies.member_table import MemberTable, member_model
from gui.widgets.button import ActionButton
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import ElidedLabel, label
from gui.widgets.progress_line import ProgressLine
from gui.widgets.side_by_side import SideBySide

_PAUSE = 80
"""Milliseconds in which several changes are taken in together."""
_LIST, _MEMBERS = 360, 190


class CopiesBoard(Board):
    """Lists groups of copies and lets a person look at them, rearrange them, and carry labels over."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._session = bench.session
        self._actions = bench.actions
        self._stale = True
        self._finding: Task | None = None
        self._measuring: Task | None = None
        self._comparing: Task | None = None
        self._alike: dict[str, dict[str, float]] = {}
        self.groups = group_table()
        self.list = GroupList(self.groups)
        self.members = member_model()
        self.table = MemberTable(self.members)
        self.beside = SideBySide()
        self.threshold = QSpinBox()
        self.said = ElidedLabel("", "muted")
        self.line = ProgressLine()
        sentence = _(
            "Articles that several outlets took over from an agency, or from each other, are listed here."
        )
        self.empty = EmptyState("copy", sentence, bench.actions["copies.find"])
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------ making

    def _lay_out(self) -> None:
        self.threshold.setRange(10, 100)
        self.threshold.setSuffix(_(" %"))
        self.threshold.setValue(round(100 * THRESHOLD))
        self.threshold.setAccessibleName(_("At least this share of the shorter text"))
        self.threshold.setToolTip(_("At least this share of the shorter text"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(ActionButton(self._actions["copies.find"], "plain", "search"))
        head.addWidget(label(_("that share at least"), "muted"))
        head.addWidget(self.threshold)
        head.addWidget(self.said, 1)
        for action in ("copies.join", "copies.carry"):
            head.addWidget(ActionButton(self._actions[action]))
        content = QWidget()
        self._pages = QStackedLayout(content)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._make_splitter())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addLayout(head)
        column.addWidget(content, 1)

    def _make_splitter(self) -> QSplitter:
        texts = QWidget()
        inside = QVBoxLayout(texts)
        inside.setContentsMargins(16, 8, 16, 12)
        inside.addWidget(self.beside)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.table)
        right.addWidget(texts)
        right.setSizes([_MEMBERS, 480])
        right.setStretchFactor(1, 1)
        whole = QSplitter()
        whole.addWidget(self.list)
        whole.addWidget(right)
        whole.setSizes([_LIST, 900])
        whole.setStretchFactor(1, 1)
        for splitter in (right, whole):
            splitter.setChildrenCollapsible(False)
        return whole

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "find": self.find_copies,
            "open": self.open_chosen,
            "carry": self.carry,
            "correct": self.correct,
            "first": self.let_stand,
            "apart": partial(self.part, together=False),
            "split": partial(self.part, together=True),
            "join": self.join,
        }
        for name, slot in acts.items():
            self._actions.connect_to(f"copies.{name}", slot)
        for table in (self.table, self.list):
            self._actions.attach("boards", table)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._show_group())
        self.list.selectionModel().selectionChanged.connect(lambda _new, _old: self._vouch())
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.opened.connect(lambda _row: self.open_chosen())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._pause.timeout.connect(self.reload)
        self._session.changed.connect(self._follow)
        self._session.closed.connect(self._forget)

    def _show_menu(self, place: QPoint) -> None:
        menu = context_menu(self._actions, "copies", self)
        if menu.actions():
            menu.popup(self.table.viewport().mapToGlobal(place))
        else:
            menu.deleteLater()

    # ------------------------------------------------------------ for the room

    def panes(self) -> Sequence[QWidget]:
        """The groups, the articles, the texts."""
        return (self.list, self.table, self.beside.one.text, self.beside.other.text)

    def entered(self) -> None:
        """Take in what changed, and give the list the keyboard."""
        if self._stale:
            self.reload()
        self._vouch()
        self.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take nothing in while another board is shown. For Qt."""
        self._pause.stop()
        super().hideEvent(event)

    # ------------------------------------------------------------ following the project

    def _follow(self, changes: Changes) -> None:
        if not any(changes.of(Article)):
            return
        self._stale = True
        for id_ in changes.reworded:
            self._alike = {
                name: some for name, some in self._alike.items() if id_ not in some and id_ != name
            }
        if self.isVisible() and self._finding is None:
            self._pause.start()

    def _forget(self) -> None:
        self._pause.stop()
        self._alike.clear()
        self.groups.reset(())
        self.members.reset(())
        self.beside.clear()
        self._stale = True

    def reload(self) -> None:
        """Read the groups again; the group and the articles that are chosen stay so."""
        if not self._session.is_open:
            return
        self._stale = False
        project = self._session.project
        self._session.tasks.run(
            lambda _progress: project.ask(count_groups),
            self._show_groups,
            self._complain,
            lane="project",
            receiver=self,
        )

    def _show_groups(self, found: dict[str, int]) -> None:
        if not self._session.is_open:
            return
        row, before = max(0, self.list.currentIndex().row()), self.group
        self.groups.update_lazily(group_rows(self._session, list(found)))
        self._pages.setCurrentIndex(1 if found else 0)
        copies = sum(found.values()) - len(found)
        words = ngettext("one group", "{number} groups", len(found), number=number_words(len(found)))
        count = ngettext("one copy", "{number} copies", copies, number=number_words(copies))
        self.said.setText(f"{words}, {count}" if found else "")
        place = self.groups.row_of(before.name) if before else None
        if found:
            self.list.choose(min(row, len(found) - 1) if place is None else place)
        self._show_group()

    def _complain(self, error: Exception) -> None:
        self.line.finish()
        self._finding = None
        if isinstance(error, AnnotationError) and self._session.is_open:
            self._session.failed.emit(error)
        self._vouch()

    # ------------------------------------------------------------ one group

    @property
    def group(self) -> CopyGroup | None:
        """The group that is shown."""
        index = self.list.currentIndex()
        return self.groups.record(index) if index.isValid() and self.groups.rows else None

    @property
    def chosen(self) -> list[str]:
        """Ids of the articles that are selected."""
        return [one.article.id for one in self.table.chosen]

    def _show_group(self) -> None:
        group = self.group
        if group is None:
            self.members.reset(())
            self.beside.clear()
        else:
            known = self._alike.get(group.name, {})
            self.members.update(members_of(group, known))
            if not self.chosen:
                self.table.selectRow(min(1, len(group.articles) - 1))
            self._measure(group)
            self._show_chosen()
        self._vouch()

    def _measure(self, group: CopyGroup) -> None:
        """Find out how much each article shares with the representative, in the background."""
        if self._measuring is not None:
            self._measuring.drop()
            self._measuring = None
        known = self._alike.get(group.name)
        if known is not None and len(known) >= len(group.articles) - 1:
            return
        door = self._session.door()

        def show(found: dict[str, float]) -> None:
            self._measuring = None
            self._alike[group.name] = found
            if self.group == group:
                self.members.update(members_of(group, found))

        self._measuring = self._session.tasks.run(
            lambda progress: measure_group(door, group, progress), show, self._complain, receiver=self
        )

    def _show_chosen(self) -> None:
        """Lay the two articles that are selected beside each other, or one and the representative."""
        self._vouch()
        pair = self._pair()
        if self._comparing is not None:
            self._comparing.drop()
            self._comparing = None
        if pair is None:
            self.beside.clear()
            return
        door, (one, other) = self._session.door(), pair
        self._comparing = self._session.tasks.run(
            lambda _progress: compare_two(door, one.article, other.article),
            self._show_compared,
            self._complain,
            receiver=self,
        )

    def _pair(self) -> tuple[Member, Member] | None:
        chosen, every = self.table.chosen, list(self.members.rows)
        if len(every) < 2:
            return None
        if len(chosen) > 1:
            return chosen[0], chosen[1]
        other = chosen[0] if chosen and not chosen[0].stands else every[1]
        return every[0], other

    def _show_compared(self, found: Compared) -> None:
        self._comparing = None
        names = [
            " · ".join(filter(None, (one.outlet, short_date_words(one.published), one.title)))
            for one in (found.one, found.other)
        ]
        self.beside.show_texts((names[0], found.texts[0]), (names[1], found.texts[1]), found.stretches)

    def _vouch(self) -> None:
        """Tell the actions what holds."""
        number = len(self.table.chosen)
        self.hold(
            {
                "copies": True,
                "copies-writable": self._session.writable and self._finding is None,
                "copy-chosen": number == 1,
                "copies-chosen": number > 0,
                "groups-chosen": len(self._selected_rows()) > 1,
            }
        )

    def _selected_rows(self) -> list[int]:
        rows = {index.row() for index in self.list.selectionModel().selectedIndexes()}
        return sorted(row for row in rows if row < len(self.groups.rows))

    # ------------------------------------------------------------ acting

    def find_copies(self) -> None:
        """Compare all articles in the background, then mark the copies as one step."""
        if not self._session.writable or self._finding is not None:
            return
        if not self._session.be_known():
            return
        door, threshold, me = self._session.door(), self.threshold.value() / 100, self._session.me
        self._finding = self._session.tasks.run(
            lambda progress: find_and_mark(door, threshold, me, progress),
            lambda found: self._end(found, tuple(door.entries)),
            self._complain,
            lambda step: self._advance(step.done, step.total or 1),
            on_cancelled=self._stop,
            receiver=self,
        )
        self._vouch()

    def _advance(self, done: int, total: int) -> None:
        self.line.advance(done, total)
        self.said.setText(
            _("Comparing articles: {done} of {total}", done=number_words(done), total=number_words(total))
        )

    def _stop(self) -> None:
        self._finding = None
        self.line.finish()
        self._vouch()

    def _end(self, found: Copies, entries: tuple[int, ...]) -> None:
        """Take in what was marked, as one step to undo."""
        self._stop()
        if self._session.is_open:
            self._session.remember(entries, Message("Mark copies"), large=len(entries) > 1)
        if not found.groups:
            self.empty.set_sentence(_("No article is a copy of another one."))
        self.reload()
        if self.threshold.hasFocus():  # the button that was pressed could not be pressed meanwhile
            self.list.setFocus()

    def open_chosen(self) -> None:
        """Open the article that is selected in the Annotate room."""
        if self.chosen:
            self.article_wanted.emit(self.chosen[0])

    def carry(self) -> None:
        """Ask how the labels of the selected article are carried to the others, and do it."""
        group = self.group
        if group is not None and len(self.chosen) == 1:
            made = carry_labels(self._session, group, self.chosen[0], self.window())
            if made:
                words = number_words(made)
                self.said.setText(ngettext("Carried one record over.", "Carried {number} records over.", made,
                                           number=words))  # fmt: skip

    def correct(self) -> None:
        """Ask for another text of the selected article."""
        if len(self.chosen) == 1:
            correct_text(self._session, self.chosen[0], self.window())

    def let_stand(self) -> None:
        """Let the selected article stand for its group."""
        if len(self.chosen) == 1:
            self._do(ChooseRepresentative(article=self.chosen[0], actor=self._session.me))

    def part(self, *, together: bool) -> None:
        """Take the selected articles out of the group."""
        if self.chosen:
            articles = tuple(self.chosen)
            self._do(PartCopies(articles=articles, together=together, actor=self._session.me))

    def join(self) -> None:
        """Make one group of the selected ones."""
        first = tuple(self.groups.rows[row].representative.id for row in self._selected_rows())
        if len(first) > 1:
            self._do(JoinCopies(articles=first, actor=self._session.me))

    def _do(self, operation: Operation) -> None:
        if self._session.writable:
            self._session.apply(operation)
