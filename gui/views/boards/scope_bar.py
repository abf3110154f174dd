"""The strip above the boards: corpus or article, whose records, suggestions too, from when to when."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from annotation.i18n import _
from annotation.records import GOLD, Annotator
from gui.views.boards.date_range import DateRange
from gui.views.boards.scope import Scope
from gui.widgets.button import icon_button
from gui.widgets.segmented import Segmented

CORPUS, ARTICLE = "corpus", "article"
_SHORTEST = 14
"""Letters of an annotator's name that are shown at least."""


class ScopeBar(QWidget):
    """Shows and changes a Scope."""

    def __init__(self, scope: Scope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope = scope
        self.range = Segmented(((CORPUS, _("Corpus")), (ARTICLE, _("This article"))))
        self.people = QComboBox()
        self.suggestions = QCheckBox(_("Suggestions too"))
        self.dates = DateRange()
        self.reset = icon_button("undo-2", _("Show all people’s labels of the whole corpus"))
        self._lay_out()
        self._connect()
        self.show_people(())
        self.refresh()

    def _lay_out(self) -> None:
        self.people.setAccessibleName(_("Whose records"))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.people.setMinimumContentsLength(_SHORTEST)
        self.suggestions.setToolTip(_("Show suggestions that nobody has decided about as well"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.range)
        row.addWidget(self.people)
        row.addWidget(self.suggestions)
        row.addWidget(self.dates)
        row.addWidget(self.reset)
        row.addStretch(1)

    def _connect(self) -> None:
        self.range.chosen.connect(self._choose_range)
        self.people.activated.connect(self._choose_person)
        self.suggestions.toggled.connect(self._choose_suggestions)
        self.dates.chosen.connect(self._choose_dates)
        self.reset.clicked.connect(self._scope.reset)
        self._scope.changed.connect(self.refresh)
        self._scope.moved.connect(self.refresh)

    def show_people(self, people: Sequence[Annotator]) -> None:
        """Offer these annotators, everybody and the gold set."""
        only = self._scope.only
        self.people.clear()
        if not only:
            self.people.addItem(_("Everybody’s labels"), "")
            self.people.addItem(_("The gold set"), GOLD.id)
        for person in people:
            if only in ("", person.id):
                self.people.addItem(person.name, person.id)
        self.people.setEnabled(not only)
        self.people.setToolTip(_("Work is double-blind: you see your own records.") if only else "")
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        chosen, here = self._scope.chosen, self._scope.here
        with QSignalBlocker(self.suggestions):
            self.range.select(ARTICLE if chosen.article else CORPUS)
            self.people.setCurrentIndex(max(0, self.people.findData(chosen.annotator)))
            self.suggestions.setChecked(chosen.suggestions)
        self.dates.show_range(chosen.since, chosen.until)
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

    def _choose_dates(self, since: str, until: str) -> None:
        self._scope.choose(replace(self._scope.chosen, since=since, until=until))
