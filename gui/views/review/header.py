"""The head of the Review room: which article, whose work, how far, and what can be confirmed at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.project import ReviewRow
from gui.actions import ActionTable
from gui.theme import set_icon
from gui.views.review.desk import ReviewDesk
from gui.views.review.people import Person
from gui.views.review.survey import ReviewSurvey, Tally
from gui.widgets.button import ActionButton, button
from gui.widgets.choice_list import Choice, ChoiceList
from gui.widgets.initial_badge import InitialBadge
from gui.widgets.label import label
from gui.widgets.popover import Popover
from gui.widgets.ranking import ranked

LIST_WIDTH = 480
LISTED, COUNTED = 400, 60
"""How many articles the picker lists, and of how many it says what is open."""
_SHORTEST, _LONGEST, _AROUND = 96, 640, 180
"""The least and the most room for a title, and what lies between and around the parts of the head, px."""
_FEW = 3
"""People up to whom there is room for names."""


class ReviewHeader(QWidget):
    """Article, annotators, progress. Emits `article_wanted(id)` and `people_wanted(ids)`."""

    article_wanted = Signal(str)
    people_wanted = Signal(object)

    def __init__(
        self, desk: ReviewDesk, survey: ReviewSurvey, actions: ActionTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._survey = survey
        self.article = QPushButton()
        self.people = PeopleBoxes()
        self.progress = ReviewProgress()
        self.blind = button("", "quiet")
        self.blind.setCheckable(True)
        self.blind.setAccessibleName(_("Hide names"))
        self.show_blind(False, False)
        self._picker: ArticlePicker | None = None
        self.article.setProperty("kind", "quiet")
        self.article.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.article.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.article.setMinimumWidth(_SHORTEST)
        set_icon(self.article, "chevron-down", "muted", 14)
        self.article.clicked.connect(self.open_picker)
        self.people.chosen.connect(self.people_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.article)
        row.addWidget(self.people)
        row.addWidget(self.blind)
        row.addStretch(1)
        row.addWidget(self.progress)
        self.agree = ActionButton(actions["review.agree-all"])
        row.addWidget(self.agree)
        desk.opened.connect(self.refresh)
        desk.compared.connect(self.refresh)

    def refresh(self) -> None:
        """Show the open article, those compared, and how far it is."""
        article = self._desk.article
        self.article.setToolTip(article.title if article else _("Choose an article"))
        self.people.show_people(self._desk.participants.workers, self._desk.people)
        self.progress.show_share(self._desk.decided, len(self._desk.clusters))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the title as there is room for. For Qt."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look for room again where another part of the head became wider. For Qt."""
        if event.type() == QEvent.Type.LayoutRequest and hasattr(self, "agree"):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        others = (self.people, self.blind, self.progress, self.agree)
        spare = self.width() - sum(one.sizeHint().width() for one in others) - _AROUND
        room = max(_SHORTEST, min(_LONGEST, spare))
        title = self.fontMetrics().elidedText(self.article.toolTip(), Qt.TextElideMode.ElideRight, room)
        self.article.setText(title)

    def show_blind(self, hidden: bool, forced: bool) -> None:
        """Say whether names are hidden, and whether they have to be."""
        self.blind.setChecked(hidden)
        self.blind.setEnabled(not forced)
        self.blind.setToolTip(
            _("Names are hidden while work is double-blind")
            if forced
            else _("Hide the names of annotators, or show them")
        )
        set_icon(self.blind, "eye-off" if hidden else "eye", "accent" if hidden else "muted", 16)

    def open_picker(self) -> None:
        """Let a person choose another article."""
        picker = self._picker = ArticlePicker(self, self._survey)
        picker.chosen.connect(self.article_wanted)
        picker.open_under(self.article.rect(), self.article)


class ReviewProgress(QWidget):
    """How many of how many are decided, in words and as a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(96)
        self.bar.setAccessibleName(_("Decided"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addWidget(self.bar)

    def show_share(self, done: int, total: int) -> None:
        """Show that `done` of `total` are decided; nothing where there is nothing to decide."""
        self.setVisible(total > 0)
        self.words.setText(_("{done} of {total} decided", done=done, total=total))
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)


class PeopleBoxes(QWidget):
    """Everyone who worked on the article, those compared ticked. Emits `chosen(ids)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._people: Sequence[Person] = ()
        self.boxes: dict[str, QCheckBox] = {}

    def show_people(self, workers: Sequence[Person], compared: Sequence[Person]) -> None:
        """Show these people; with two there is nothing to choose, so no boxes."""
        if tuple(workers) != tuple(self._people):
            self._people = workers
            self._rebuild()
        for id_, box in self.boxes.items():
            box.setChecked(any(person.id == id_ for person in compared))

    def _rebuild(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for person in self._people:
            self._row.addWidget(InitialBadge(person.initials, person.name, person.hue))
            if len(self._people) > 2:
                few = len(self._people) <= _FEW
                box = self.boxes[person.id] = QCheckBox(person.name if few else "")
                box.setAccessibleName(person.name)
                box.setToolTip(person.name)
                box.clicked.connect(self._tell)
                self._row.addWidget(box)
            else:
                self._row.addWidget(label(person.name))
            self._row.addSpacing(8)

    def _tell(self) -> None:
        self.chosen.emit(tuple(id_ for id_, box in self.boxes.items() if box.isChecked()))


class ArticlePicker(Popover):
    """Articles that can be reviewed, found by typing, with what is open in each. Emits `chosen(id)`."""

    chosen = Signal(str)

    def __init__(self, owner: QWidget, survey: ReviewSurvey) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self._survey = survey
        self.line = QLineEdit()
        self.line.setProperty("kind", "bare")
        self.line.setPlaceholderText(_("Find an article by its title"))
        self.line.setAccessibleName(_("Find an article by its title"))
        self.line.textChanged.connect(self.narrow)
        self.line.installEventFilter(self)
        self.list = ChoiceList()
        self.list.setMinimumWidth(LIST_WIDTH)
        self.list.taken.connect(self._take)
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.closed.connect(self.deleteLater)
        survey.counted.connect(lambda: self.narrow(self.line.text()))
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """List the articles whose title answers what is typed."""
        current = self.list.current
        found = ranked(typed, self._survey.by_need, lambda row: f"{row.title} {row.outlet}", limit=LISTED)
        self._survey.want(row.id for row in found[:COUNTED])
        self.list.set_choices([_choice(row, self._survey.tally(row.id)) for row in found])
        keys = [row.id for row in found]
        if current is not None and current.key in keys:
            self.list.step(keys.index(current.key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the line's arrow keys walk in the list, and its Enter take what is chosen there."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in steps:
                self.list.step(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.current is not None:
                    self._take(self.list.current)
                return True
        return super().eventFilter(watched, event)

    def _take(self, choice: Choice) -> None:
        self.chosen.emit(choice.key)
        self.dismiss()


def _choice(row: ReviewRow, tally: Tally | None) -> Choice:
    return Choice(key=row.id, title=row.title, subtitle=row.outlet, note=_note(row, tally), icon="file-text")


def _note(row: ReviewRow, tally: Tally | None) -> str:
    """What is open in an article, in words."""
    if tally is None:
        return _("{n} decided", n=row.decided)
    if not tally.open:
        return _("all decided")
    if tally.changed:
        return ngettext("one changed since decided", "{n} changed since decided", tally.changed)
    conflicts = ngettext("one conflict", "{n} conflicts", tally.conflicts)
    return conflicts if tally.conflicts else _("agreed, not confirmed")
