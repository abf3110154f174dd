"""The strip above the boards: corpus or article, whose records, suggestions too, from when to when."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from annotation.i18n import _
from annotation.records import GOLD, Annotator
from gui.views.boards.scope import Scope
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.segmented import Segmented

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DATE_WIDTH = 118
CORPUS, ARTICLE = "corpus", "article"


class ScopeBar(QWidget):
    """Shows and changes a Scope."""

    def __init__(self, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope = scope
        self._typing = False
        self.range = Segmented(((CORPUS, _("Corpus")), (ARTICLE, _("This article"))))
        self.people = QComboBox()
        self.suggestions = QCheckBox(_("Suggestions too"))
        self.since, self.until = _date_line(_("from")), _date_line(_("to"))
        self.reset = button(_("Reset"), "link")
        self._lay_out()
        self._connect()
        self.show_people(())
        self.refresh()

    def _lay_out(self) -> None:
        self.people.setAccessibleName(_("Whose records"))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.suggestions.setToolTip(_("Show suggestions that nobody has decided about as well"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.range, self.people, self.suggestions):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(label(_("Dates"), "small"))
        for line in (self.since, self.until):
            row.addWidget(line)
        row.addWidget(self.reset)
        row.addStretch(1)

    def _connect(self) -> None:
        self.range.chosen.connect(self._choose_range)
        self.people.activated.connect(self._choose_person)
        self.suggestions.toggled.connect(self._choose_suggestions)
        for line in (self.since, self.until):
            line.textChanged.connect(self._choose_dates)
        self.reset.clicked.connect(self._scope.reset)
        self._scope.changed.connect(self.refresh)
        self._scope.moved.connect(self.refresh)

    def show_people(self, people: Sequence[Annotator]) -> None:
        """Offer these annotators, everybody and the gold set."""
        self.people.clear()
        self.people.addItem(_("Everybody’s labels"), "")
        self.people.addItem(_("The gold set"), GOLD.id)
        for person in people:
            self.people.addItem(person.name, person.id)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        chosen, here = self._scope.chosen, self._scope.here
        with QSignalBlocker(self.suggestions), QSignalBlocker(self.since), QSignalBlocker(self.until):
            self.range.select(ARTICLE if chosen.article else CORPUS)
            self.people.setCurrentIndex(max(0, self.people.findData(chosen.annotator)))
            self.suggestions.setChecked(chosen.suggestions)
            for line, date in ((self.since, chosen.since), (self.until, chosen.until)):
                if line.text().strip() != date and not self._typing:
                    line.setText(date)
                    _mark(line, fits=True)
        self.suggestions.setEnabled(chosen.annotator != GOLD.id)
        self.range.set_enabled(ARTICLE, here is not None)
        self.range.set_tip(ARTICLE, here.title if here else _("Open an article in the Annotate room first"))
        self.reset.setVisible(not self._scope.is_usual)

    def _choose_range(self, key: str) -> None:
        self._scope.choose_article(key == ARTICLE)

    def _choose_person(self, _place: int) -> None:
        self._scope.choose(replace(self._scope.chosen, annotator=self.people.currentData()))

    def _choose_suggestions(self, on: bool) -> None:
        self._scope.choose(replace(self._scope.chosen, suggestions=on))

    def _choose_dates(self) -> None:
        """Take dates as they are typed, once they are dates; a year or a month is one as well."""
        texts = [line.text().strip() for line in (self.since, self.until)]
        fit = [not text or _DATE.fullmatch(text) is not None for text in texts]
        for line, fits in zip((self.since, self.until), fit, strict=True):
            _mark(line, fits)
        if all(fit):
            self._typing = True
            self._scope.choose(replace(self._scope.chosen, since=texts[0], until=texts[1]))
            self._typing = False


def _mark(line: QLineEdit, fits: bool) -> None:
    """Show whether what stands in a line is a date."""
    line.setProperty("state", "" if fits else "error")
    line.style().polish(line)


def _date_line(word: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(f"{word} 2024-01-31")
    line.setAccessibleName(_("Dates") + " " + word)
    line.setToolTip(_("A day, a month or a year: 2024-01-31, 2024-01, 2024"))
    line.setFixedWidth(_DATE_WIDTH)
    line.setClearButtonEnabled(False)
    return line
