"""Handing out articles: to whom, how many, with what overlap; counts stand there before anything is done."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations import AssignmentPlan, AssignmentWish, SavedFilter
from annotation.operations.pool import Pool
from annotation.records import Annotator
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label

_WIDTH = 540
_PAUSE = 120


class AssignmentDialog(QDialog):
    """Asks what is to be handed out to whom. Emits `wished` when the plan has to be made anew.

    Emits `person_wanted(name)` for a new annotator. `show_plan` shows what the wish comes to.
    """

    wished = Signal()
    person_wanted = Signal(str)

    def __init__(
        self,
        people: Sequence[Annotator],
        chosen: Sequence[str],
        listed: Sequence[str],
        parent: QWidget | None = None,
        *,
        filters: Sequence[SavedFilter] = (),
        pool: Pool | None = None,
        blind: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Assign articles"))
        self._chosen, self._listed = chosen, listed
        self.people: dict[str, QCheckBox] = {}
        self.plan: AssignmentPlan | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.wished)
        number = len(chosen)
        self.selected = QRadioButton(
            ngettext(
                "The selected article", "The {number} selected articles", number, number=number_words(number)
            )
        )
        self.all = QRadioButton(_("All {number} articles that are listed", number=number_words(len(listed))))
        (self.selected if len(chosen) > 1 or not listed else self.all).setChecked(True)
        self.selected.setEnabled(bool(chosen))
        self.share, self.overlap, self.seed = (self._percent(100, 1), self._percent(0, 0), QSpinBox())
        self.seed.setRange(0, 999_999)
        self.seed.setValue(1)
        self.by = QComboBox()
        strata = {"": _("nothing"), "outlet": _("outlet"), "month": _("month"), "year": _("year"),
                  "lang": _("language")}  # fmt: skip
        for key, text in strata.items():
            self.by.addItem(text, key)
        self.shuffled = QCheckBox(_("Drawn by chance"))
        self.shuffled.setChecked(True)
        self.only_new = QCheckBox(_("Leave out what is in somebody’s queue already"))
        self.blind = QCheckBox(_("Double-blind: annotators see only their own work"))
        self.blind.setToolTip(
            _("Holds for the whole project. Whoever switches it on reviews, with letters in place of names.")
        )
        self.blind.setChecked(blind)
        self.origin, self.target = QComboBox(), QComboBox()
        self._fill_pool(filters, pool)
        self.outcome = label("", wrap=True)
        self._people_column = QVBoxLayout()
        self._lay_out()
        self.show_people(people)

    def _fill_pool(self, filters: Sequence[SavedFilter], pool: Pool | None) -> None:
        self.has_pool = QCheckBox(_("Annotators take their next article from a pool"))
        self.has_pool.setChecked(pool is not None)
        self.of, self.filters = QSpinBox(), QComboBox()
        self.of.setRange(1, 99)
        self.of.setValue(pool.of if pool else 1)
        self.filters.addItem(_("All articles"), "")
        for one in filters:
            self.filters.addItem(one.name, one.query)
        self.filters.setCurrentIndex(max(0, self.filters.findData(pool.query if pool else "")))

    # ------------------------------------------------------------ what is wished

    @property
    def moves(self) -> bool:
        """Whether articles are to go from one queue to another."""
        return self.pages.currentIndex() == 1

    @property
    def makes_pool(self) -> bool:
        """Whether it is about the pool."""
        return self.pages.currentIndex() == 2

    @property
    def pool(self) -> Pool | None:
        """The pool that is wished; None for none."""
        query = str(self.filters.currentData() or "")
        return Pool(of=self.of.value(), query=query) if self.has_pool.isChecked() else None

    @property
    def articles(self) -> Sequence[str]:
        """The articles that it is about."""
        return self._chosen if self.selected.isChecked() else self._listed

    @property
    def wish(self) -> AssignmentWish:
        """What is to be handed out."""
        return AssignmentWish(
            articles=self.articles,
            annotators=tuple(id_ for id_, box in self.people.items() if box.isChecked()),
            share=self.share.value() / 100,
            overlap=self.overlap.value() / 100,
            by=str(self.by.currentData()),
            seed=self.seed.value(),
            shuffled=self.shuffled.isChecked(),
            only_new=self.only_new.isChecked(),
        )

    @property
    def movement(self) -> tuple[str, str]:
        """Whose articles go to whom; "" for nobody."""
        return str(self.origin.currentData() or ""), str(self.target.currentData() or "")

    def show_people(self, people: Sequence[Annotator]) -> None:
        """Offer these annotators; those that are ticked stay so, and new ones are."""
        before = dict(self.people)
        for person in people:
            if person.id not in before:
                box = self.people[person.id] = QCheckBox(person.name)
                box.setChecked(bool(before) or len(people) == 1)
                box.toggled.connect(lambda _on: self._change())
                self._people_column.addWidget(box)
                self.origin.addItem(person.name, person.id)
                self.target.addItem(person.name, person.id)
        self._change()

    def show_plan(self, plan: AssignmentPlan | None, trouble: str = "") -> None:
        """Show what the wish comes to, or why it comes to nothing."""
        self.plan = plan
        self.outcome.setText(trouble or self._plan_words(plan))
        ready = plan is not None and plan.articles > 0
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(
            ready or self.moves or self.makes_pool
        )

    def _plan_words(self, plan: AssignmentPlan | None) -> str:
        if plan is None:
            return ""
        lines = [
            f"{self.people[who].text()}: "
            + ngettext("one article", "{number} articles", len(found), number=number_words(len(found)))
            for who, found in plan.shares.items()
        ]
        if plan.overlap:
            lines.append(_("of which everybody gets {number}", number=number_words(len(plan.overlap))))
        if plan.left_out:
            lines.append(_("left out, in a queue already: {number}", number=number_words(plan.left_out)))
        return "\n".join(lines)

    # ------------------------------------------------------------ layout

    def _percent(self, value: int, least: int) -> QSpinBox:
        made = QSpinBox()
        made.setRange(least, 100)
        made.setValue(value)
        made.setSuffix(" %")
        return made

    def _lay_out(self) -> None:
        self.pages = QTabWidget()
        self.pages.addTab(self._make_handing_out(), _("Hand out"))
        self.pages.addTab(self._make_moving(), _("Reassign"))
        self.pages.addTab(self._make_pool(), _("Pool"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Assign"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.selected)
        column.addWidget(self.all)
        column.addWidget(self.pages)
        column.addWidget(self.outcome)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        self.outcome.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        for one in (self.selected, self.shuffled, self.only_new):
            one.toggled.connect(lambda _on: self._change())
        for spin in (self.share, self.overlap, self.seed):
            spin.valueChanged.connect(lambda _value: self._change())
        self.by.currentIndexChanged.connect(lambda _row: self._change())
        self.pages.currentChanged.connect(lambda _page: self._change())

    def _make_handing_out(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        name = QLineEdit()
        name.setPlaceholderText(_("Name of another annotator"))
        name.setAccessibleName(_("Name of another annotator"))
        adding = button(_("Add"))
        adding.setAutoDefault(False)

        def add() -> None:
            if name.text().strip():
                self.person_wanted.emit(name.text())
                name.clear()

        adding.clicked.connect(add)
        name.returnPressed.connect(add)
        more = QHBoxLayout()
        more.addWidget(name, 1)
        more.addWidget(adding)
        who = QVBoxLayout()
        who.addLayout(self._people_column)
        who.addLayout(more)
        rows: tuple[tuple[str, QWidget | QVBoxLayout], ...] = (
            (_("To"), who),
            (_("Share of the articles"), self.share),
            (_("Overlap: everybody gets"), self.overlap),
            (_("In even shares by"), self.by),
            (_("Seed of the draw"), self.seed),
        )
        for place, (text, part) in enumerate(rows):
            grid.addWidget(label(text), place, 0)
            if isinstance(part, QWidget):
                grid.addWidget(part, place, 1)
                part.setAccessibleName(text)
            else:
                grid.addLayout(part, place, 1)
        grid.addWidget(self.shuffled, len(rows), 1)
        grid.addWidget(self.only_new, len(rows) + 1, 1)
        grid.addWidget(self.blind, len(rows) + 2, 0, 1, 2)
        return page

    def _make_moving(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        self.target.addItem(_("nobody"), "")
        for place, (text, part) in enumerate(((_("From"), self.origin), (_("To"), self.target))):
            grid.addWidget(label(text), place, 0)
            grid.addWidget(part, place, 1)
            part.setAccessibleName(text)
        words = _("Only articles that are still to do are moved; what was begun stays where it is.")
        grid.addWidget(label(words, "small", wrap=True), 2, 0, 1, 2)
        grid.setRowStretch(3, 1)
        return page

    def _make_pool(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.has_pool, 0, 0, 1, 2)
        rows = ((_("Articles of the pool"), self.filters), (_("People who do each article"), self.of))
        for place, (text, part) in enumerate(rows, start=1):
            grid.addWidget(label(text), place, 0)
            grid.addWidget(part, place, 1)
            part.setAccessibleName(text)
        words = _(
            "For a file that all share: “Take another article” gives everybody the article that fewest "
            "people have, of these the one whose suggestions are least sure. Packages are fixed queues."
        )
        grid.addWidget(label(words, "small", wrap=True), 3, 0, 1, 2)
        grid.setRowStretch(4, 1)
        return page

    def _change(self) -> None:
        for one in (self.selected, self.all):
            one.setVisible(not self.makes_pool)
        if self.moves or self.makes_pool:
            self._pause.stop()
            self.show_plan(None)
        else:
            self._pause.start()
