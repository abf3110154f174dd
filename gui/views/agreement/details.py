"""What stands behind a coefficient: pairs, values, the course over time, who did what; each cell leads on."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotation.agreement import Work
from annotation.agreement.crossing import Pair, differing, rows_where
from annotation.agreement.drift import PARTS
from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.measures import Units
from annotation.project import ProjectReader
from gui.actions import ActionTable
from gui.models.agreement_grid import Grid, GridTable
from gui.views.agreement.articles import ArticleTable
from gui.views.agreement.course import CourseView, moment_words
from gui.views.agreement.desk import AgreementDesk
from gui.views.agreement.grid_view import GridView
from gui.views.agreement.grids import (
    COMPARED,
    NOTHING,
    UNFINISHED,
    UNTOUCHED,
    crossing_grid,
    pair_grid,
    people_grid,
)
from gui.views.agreement.study import crossable
from gui.views.agreement.unit_lines import UnitLine, article_lines, unit_lines
from gui.views.agreement.unit_list import UnitList
from gui.views.agreement.words import field_words, layer_words, measure_words
from gui.widgets.label import ElidedLabel, label
from gui.widgets.segmented import Segmented

PAIRS, VALUES, COURSE, PEOPLE, ARTICLES = "pairs", "values", "course", "people", "articles"
T = TypeVar("T")
_PARTS = (3, PARTS, 10, 20)
_SHORTEST = 8
"""Letters of a pair of annotators that are shown at least."""


class Details(QWidget):
    """Shows what a desk has gathered, and the records behind what is chosen in it."""

    def __init__(self, desk: AgreementDesk, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: tuple[Work, ...] = ()
        self._names: dict[str, str] = {}
        self.title = ElidedLabel("", "heading")
        self.note = ElidedLabel("", "small")
        self.pages = Segmented(
            (
                (PAIRS, _("Pairs")),
                (VALUES, _("Values")),
                (ARTICLES, _("Articles")),
                (COURSE, _("Over time")),
                (PEOPLE, _("Annotators")),
            )
        )
        self.pairs = GridView(GridTable(self), _("Agreement of each two annotators"))
        self.values = GridView(GridTable(self), _("Which values were taken for which"))
        self.people = GridView(GridTable(self), _("What each annotator did"))
        self.articles = ArticleTable(self._read)
        self.course = CourseView()
        self.whose, self.parts = QComboBox(), QComboBox()
        self.uncrossed = label("", "muted", wrap=True)
        self.units = UnitList(actions)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self.show_page(PAIRS)

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.uncrossed.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.uncrossed.setContentsMargins(16, 16, 16, 16)
        self.whose.setAccessibleName(_("Whose values"))
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whose.setMinimumContentsLength(_SHORTEST)
        self.parts.setAccessibleName(_("Parts"))
        for number in _PARTS:
            self.parts.addItem(ngettext("one part", "{n} parts", number), number)
        self.parts.setCurrentIndex(_PARTS.index(PARTS))
        upper = QWidget()
        self._stack = QStackedLayout()
        for page in (self.pairs, self.values, self.articles, self.course, self.people, self.uncrossed):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.pages)
        head.addStretch(1)
        head.addWidget(self.whose)
        head.addWidget(self.parts)
        names = QVBoxLayout()
        names.setContentsMargins(12, 8, 12, 0)
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.note)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(names)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        upper.setMinimumHeight(220)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(upper)
        self.split.addWidget(self.units)
        self.split.setSizes([380, 260])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        upper.setProperty("surface", "paper")
        upper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        self._desk.chosen.connect(self.refresh)
        self._desk.gathered.connect(self.refresh)
        self.pages.chosen.connect(self.show_page)
        self.pairs.cell_chosen.connect(self._choose_pair)
        self.values.cell_chosen.connect(self._choose_values)
        self.people.cell_chosen.connect(self._choose_person)
        self.course.part_chosen.connect(self._choose_part)
        self.articles.selected.connect(self._choose_article)
        self.whose.activated.connect(lambda _place: self._desk.choose_pair(self.whose.currentData()))
        self.parts.activated.connect(lambda _place: self._desk.choose_parts(self.parts.currentData()))
        for view in (self.pairs, self.values, self.people, self.course):
            view.left.connect(self.units.take_focus)

    # ------------------------------------------------------------ what is shown

    @property
    def page(self) -> QWidget:
        """The picture that is shown."""
        pages: dict[str, QWidget] = {
            PAIRS: self.pairs,
            VALUES: self.values,
            ARTICLES: self.articles,
            COURSE: self.course,
        }
        return pages.get(self.pages.selected, self.people)

    def show_page(self, name: str) -> None:
        """Show a page."""
        self.pages.select(name)
        self.whose.setVisible(name == VALUES and self.whose.count() > 2)
        self.parts.setVisible(name == COURSE)
        plain = name == VALUES and not self._crossable
        self._stack.setCurrentWidget(self.uncrossed if plain else self.page)
        self._forget_units()

    @property
    def _crossable(self) -> bool:
        study, question = self._desk.study, self._desk.question
        return study is None or question is None or crossable(study.codebook, question)

    def refresh(self) -> None:
        """Show what has been gathered."""
        study, key = self._desk.study, self._desk.key
        if study is None or key is None:
            return
        self._names = dict(study.people)
        layer, field = layer_words(study.codebook, key[0][0]), field_words(study.codebook, key[0])
        self.title.setText(f"{layer} · {field}")
        people = self._units.annotators if self._units else ()
        self._show_whose(people)
        grid, self._work = people_grid(study.material, key[0][0], self._names)
        self.people.table.show_grid(grid)
        behind = self._desk.behind if self._desk.behind and self._desk.behind.key == key else None
        measure = measure_words(behind.measure if behind else key[1])
        slow = behind is not None and behind.measure != key[1]
        self.note.setText(
            _("Computing…")
            if behind is None
            else _(
                "{measure}, since {slow} of each pair would take long",
                measure=measure,
                slow=measure_words(key[1]),
            )
            if slow
            else measure
        )
        self.pairs.table.show_grid(pair_grid(study, behind, people) if behind else Grid())
        crossed = behind.crossing if behind else None
        self.values.table.show_grid(
            crossing_grid(crossed, study.codebook, key[0], self._entity_names, self._pair_names)
            if crossed
            else Grid()
        )
        self.course.show_moments(behind.moments if behind else ())
        self.articles.show_articles(behind.articles if behind else ())
        self.uncrossed.setText(
            _("What this field says points at records of the same article, so there are no values to cross: "
              "the pairs lead to what annotators said.")
        )  # fmt: skip
        self.show_page(self.pages.selected)

    @property
    def _entity_names(self) -> dict[str, str]:
        """The names of the entities that stand in a crossing, by key."""
        try:
            return self._desk.session.read(lambda reader: {one.id: one.name for one in reader.entities()})
        except AnnotationError:
            return {}

    @property
    def _pair_names(self) -> Pair | None:
        pair = self._desk.pair
        return (self._names.get(pair[0], pair[0]), self._names.get(pair[1], pair[1])) if pair else None

    @property
    def _units(self) -> Units | None:
        study, question = self._desk.study, self._desk.question
        return study.material.tables.get(question) if study and question else None

    def _show_whose(self, people: Sequence[str]) -> None:
        self.whose.clear()
        self.whose.addItem(_("All, two and two"), None)
        for place, one in enumerate(people):
            for other in people[place + 1 :]:
                self.whose.addItem(
                    f"{self._names.get(one, one)} × {self._names.get(other, other)}", (one, other)
                )
                if self._desk.pair == (one, other):
                    self.whose.setCurrentIndex(self.whose.count() - 1)

    # ------------------------------------------------------------ what is chosen in it

    def _forget_units(self) -> None:
        self.units.show_units("", (), lambda _ids: ())

    def _choose_pair(self, row: int, column: int) -> None:
        units = self._units
        if units is None or row == column:
            self._forget_units()
            return
        pair = (units.annotators[row], units.annotators[column])
        names = [self._names.get(who, who) for who in pair]
        title = _("{one} – {other}: where they differ", one=names[0], other=names[1])
        self._show_rows(title, differing(units, pair), pair)

    def _choose_values(self, row: int, column: int) -> None:
        units, behind = self._units, self._desk.behind
        if units is None or behind is None or behind.crossing is None:
            return
        crossing, lines = behind.crossing, self.values.table.grid.rows
        said = (crossing.values[row], crossing.values[column])
        people = behind.pair or units.annotators
        self._show_rows(
            f"{lines[row]} – {lines[column]}", rows_where(units, said, crossing, behind.pair), people
        )

    def _choose_part(self, place: int) -> None:
        units = self._units
        if units is not None:
            moment = self.course.moments[place]
            rows = differing(units, articles=moment.ids.__contains__)
            title = _("Where they differ: {part}", part=moment_words(moment).split("\n")[0])
            self._show_rows(title, rows, units.annotators)

    def _choose_article(self, article: str) -> None:
        units = self._units
        if units is not None:
            places = self.articles.differing(article)
            self._show_rows(_("Where they differ in this article"), places, units.annotators)

    def _choose_person(self, row: int, column: int) -> None:
        study, question = self._desk.study, self._desk.question
        if study is None or question is None or row >= len(self._work):
            return
        who, layer = self._work[row].annotator, question[0]
        ids = []
        for one in study.material.articles:
            here = one.compared and who in one.records
            none = here and not one.records[who].get(layer)
            listed = {
                COMPARED: here,
                NOTHING: none,
                UNTOUCHED: who in one.untouched,
                UNFINISHED: who in one.unfinished,
            }.get(column, here and not none)
            if listed:
                ids.append(one.article)
        head = self.people.table.grid.columns[column]
        self.units.show_units(
            _("{who}: {said}", who=self._names.get(who, who), said=head),
            ids,
            self._articles,
            _("No article."),
        )

    def _show_rows(self, title: str, rows: Sequence[int], people: Sequence[str]) -> None:
        units, question = self._units, self._desk.question
        if units is None or question is None:
            return
        names = self._names

        def fetch(ids: Sequence[str]) -> Sequence[UnitLine]:
            return self._read(lambda reader: unit_lines(reader, units, question, ids, names, people))

        nothing = _("They agree everywhere here.") if title else ""
        self.units.show_units(title, list(map(str, rows)), fetch, nothing)

    def _articles(self, ids: Sequence[str]) -> Sequence[UnitLine]:
        return self._read(lambda reader: article_lines(reader, ids))

    def _read(self, question: Callable[[ProjectReader], Sequence[T]]) -> Sequence[T]:
        session = self._desk.session
        if not session.is_open:
            return []
        try:
            return session.read(question)
        except AnnotationError as error:
            session.failed.emit(error)
            return []
