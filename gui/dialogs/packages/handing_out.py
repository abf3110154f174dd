"""Handing articles out in packages: for whom, which articles, with what inside, and where the files go."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations import SavedFilter
from annotation.operations.packing import PackCount, PackWish, package_names
from annotation.project.packing import Contents
from annotation.records import Annotator
from gui.dialogs.packages.check_table import CheckTable
from gui.dialogs.packages.folder_line import FolderLine
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label

_PAUSE = 120
_ARTICLES, _DECISIONS, _NAME = 1, 2, 3


class PackDialog(QDialog):
    """Asks what is to be packed. Emits `wished` when it has to be counted anew, `person_wanted(name)`.

    `show_counts` shows what each package would hold.
    """

    wished = Signal()
    person_wanted = Signal(str)

    def __init__(
        self,
        people: Sequence[Annotator],
        filters: Sequence[SavedFilter],
        project: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hand out packages"))
        self._project = project
        self._fresh = True
        self._own_names: dict[str, str] = {}
        self._counts: Mapping[str, PackCount] = {}
        self._people: dict[str, Annotator] = {}
        titles = (_("Annotator"), _("Articles"), _("Decisions"), _("File"))
        self.people = CheckTable(titles, _("For whom"), editable={_NAME}, right={_ARTICLES, _DECISIONS})
        self.assigned = QRadioButton(_("What is assigned to each; everything where nothing is to anybody"))
        self.everything = QRadioButton(_("All articles"))
        self.filtered = QRadioButton(_("The articles of a saved filter:"))
        self.filters = QComboBox()
        self.suggestions = QCheckBox(_("Suggestions"))
        self.decisions = QCheckBox(_("What was decided about their work, without naming anybody else"))
        self.place = FolderLine(project.parent)
        self.inside = label("", "small", wrap=True)
        self.outcome = label("", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.wished)
        self._fill(filters)
        self._lay_out()
        self._listen()
        self.show_people(people)

    # ------------------------------------------------------------ what is wished

    @property
    def wish(self) -> PackWish:
        """What is to be packed."""
        return PackWish(
            annotators=tuple(self.people.checked),
            everything=self.everything.isChecked(),
            query=str(self.filters.currentData() or "") if self.filtered.isChecked() else "",
            contents=Contents(suggestions=self.suggestions.isChecked(), decisions=self.decisions.isChecked()),
        )

    @property
    def files(self) -> dict[str, Path]:
        """{annotator: the file for them}, of those for whom there is something to pack."""
        return {
            who: self.place.folder / self.people.cell(who, _NAME).strip()
            for who in self.people.checked
            if (found := self._counts.get(who)) and found.articles
        }

    def show_people(self, people: Sequence[Annotator]) -> None:
        """Offer these annotators; those that are ticked stay so, and new ones are."""
        first = self._fresh
        for person in people:
            if person.id not in self._people:
                self._people[person.id] = person
                self.people.add_row(person.id, (person.name, "", "", ""), checked=not first)
        self._name_files()
        self._change()

    def show_counts(self, counts: Mapping[str, PackCount], inside: str, trouble: str = "") -> None:
        """Show what each package would hold, what is in all of them, or why that cannot be told."""
        self._counts = counts
        if self._fresh and counts:
            self._fresh = False
            self.people.check(who for who, found in counts.items() if found.assigned)
        for who in self.people.keys:
            found = counts.get(who, PackCount(articles=0))
            shown = {_ARTICLES: number_words(found.articles), _DECISIONS: number_words(found.decisions)}
            self.people.set_cells(who, shown)
        self.inside.setText(trouble or inside)
        self._follow()

    def _change(self) -> None:
        self._pause.start()
        self._follow()

    def _name_files(self) -> None:
        """Give each annotator a name of a file that is free in the folder, unless one was typed."""
        taken = _names_in(self.place.folder) if self.place.is_good else []
        names = package_names(self._project.stem, [one.name for one in self._people.values()], taken)
        for who, person in self._people.items():
            self.people.set_cells(who, {_NAME: self._own_names.get(who) or names[person.name]})

    def _rename(self, who: str, _column: int) -> None:
        typed = Path(self.people.cell(who, _NAME).strip()).name
        self._own_names[who] = f"{typed}.selon" if typed and not typed.endswith(".selon") else typed
        self._name_files()
        self._follow()

    def _follow(self) -> None:
        """Say what will be written, and let it be where that can be done."""
        files = self.files
        self.filters.setEnabled(self.filtered.isChecked())
        self.outcome.setText(self._trouble(files) or self._said(files))
        self.write.setEnabled(bool(files) and not self._trouble(files))

    def _trouble(self, files: Mapping[str, Path]) -> str:
        if not self.place.is_good:
            return _("There is no such folder: choose another.")
        there = [path.name for path in files.values() if path.exists()]
        if there:
            return _("“{name}” is there already: choose another name.", name=there[0])
        if len({path.name.casefold() for path in files.values()}) < len(files):
            return _("Two packages have the same name: change one of them.")
        return ""

    def _said(self, files: Mapping[str, Path]) -> str:
        if not files:
            return _("Choose at least one annotator who has articles.")
        articles = sum(self._counts[who].articles for who in files)
        number = ngettext("One package", "{n} packages", len(files))
        held = ngettext("one article", "{number} articles", articles, number=number_words(articles))
        return _("{packages} with {articles} in all.", packages=number, articles=held)

    # ------------------------------------------------------------ layout

    def _fill(self, filters: Sequence[SavedFilter]) -> None:
        for one in filters:
            self.filters.addItem(one.name, one.query)
        self.filtered.setEnabled(bool(filters))
        self.filters.setAccessibleName(_("Filter"))
        self.assigned.setChecked(True)
        self.suggestions.setChecked(True)
        self.decisions.setChecked(True)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self.write = button(_("Write packages"), "primary")
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget | QLayout], ...] = (
            (_("For whom"), self._who()),
            (_("Articles"), self._which()),
            (_("Inside"), self._contents()),
            (_("Folder"), self.place),
        )
        for place, (words, part) in enumerate(rows):
            name = label(words, "section")
            grid.addWidget(name, place, 0)
            grid.setAlignment(name, Qt.AlignmentFlag.AlignTop)
            if isinstance(part, QLayout):
                grid.addLayout(part, place, 1)
            else:
                grid.addWidget(part, place, 1)
        grid.setRowStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addLayout(grid, 1)
        column.addWidget(self.outcome)
        column.addWidget(buttons)
        room = self.screen().availableGeometry()
        self.resize(min(820, room.width()), min(640, room.height() - 56))

    def _who(self) -> QLayout:
        name = QLineEdit()
        name.setPlaceholderText(_("Name of another annotator"))
        name.setAccessibleName(_("Name of another annotator"))
        adding, everybody, nobody = button(_("Add")), button(_("All"), "quiet"), button(_("Nobody"), "quiet")

        def add() -> None:
            if name.text().strip():
                self.person_wanted.emit(name.text())
                name.clear()

        adding.clicked.connect(add)
        name.returnPressed.connect(add)
        everybody.clicked.connect(lambda: self.people.check(self.people.keys))
        nobody.clicked.connect(lambda: self.people.check(()))
        more = QHBoxLayout()
        more.setSpacing(8)
        more.addWidget(name, 1)
        for one in (adding, everybody, nobody):
            one.setAutoDefault(False)
            more.addWidget(one)
        who = QVBoxLayout()
        who.setSpacing(8)
        who.addWidget(self.people, 1)
        who.addLayout(more)
        return who

    def _which(self) -> QLayout:
        row = QHBoxLayout()
        row.addWidget(self.filtered)
        row.addWidget(self.filters, 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.assigned)
        column.addWidget(self.everything)
        column.addLayout(row)
        return column

    def _contents(self) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.suggestions)
        column.addWidget(self.decisions)
        column.addWidget(self.inside)
        return column

    def _listen(self) -> None:
        for one in (self.assigned, self.everything, self.filtered, self.suggestions, self.decisions):
            one.toggled.connect(lambda _on: self._change())
        self.filters.currentIndexChanged.connect(lambda _row: self._change())
        self.people.ticked.connect(self._change)
        self.people.typed.connect(self._rename)
        self.place.changed.connect(self._move)

    def _move(self) -> None:
        self._name_files()
        self._follow()


def _names_in(folder: Path) -> list[str]:
    """The packages that are in a folder already."""
    try:
        return [path.name for path in folder.iterdir() if path.suffix.lower() == ".selon"]
    except OSError:
        return []
