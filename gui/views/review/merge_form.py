"""The choices of an automatic merge: the strategy with its terms, the layer, and which articles."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from annotation.adjudication import STRATEGIES, Merge, Terms
from annotation.i18n import Message, _
from gui.widgets.label import label

_MEANINGS = {
    "unanimous": Message("Takes the records that all have, the same in everything."),
    "majority": Message(
        "First whether there is a record, by all who read the article; then field by field by those who have "
        "one. Ties stay open."
    ),
    "annotator": Message("Takes one annotator’s records as they are, wherever they worked."),
    "gold-model": Message(
        "A vote in which those weigh more who were right more often: by people’s decisions, and by how far "
        "others agree with them."
    ),
}
_LABELS = {
    "unanimous": Message("What everybody says"),
    "majority": Message("What the majority says"),
    "annotator": Message("What one annotator says"),
    "gold-model": Message("A vote weighed by the gold set"),
}


class MergeForm(QWidget):
    """Emits `changed` when a person chooses otherwise."""

    changed = Signal()

    def __init__(
        self,
        people: Sequence[tuple[str, str]],
        layers: Sequence[tuple[str, str]],
        article: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.strategy, self.annotator, self.layer, self.scope = (QComboBox() for _number in range(4))
        for name in STRATEGIES.names:
            known = _LABELS.get(name)
            self.strategy.addItem(str(known) if known else STRATEGIES[name].label, name)
        for id_, name in people:
            self.annotator.addItem(name, id_)
        self.layer.addItem(_("All layers"), None)
        for id_, name in layers:
            self.layer.addItem(name, id_)
        self.scope.addItem(_("All articles"), None)
        if article is not None:
            self.scope.addItem(_("This article"), article)
        self.share = _percent(50, 100)
        self.presence = _percent(1, 50)
        self.meaning = label("", "small", wrap=True)
        self._lay_out()
        self.strategy.setCurrentIndex(max(0, self.strategy.findData("majority")))
        self._follow()
        for box in (self.strategy, self.annotator, self.layer, self.scope):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(self._follow)
        for spin in (self.share, self.presence):
            spin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            spin.valueChanged.connect(self.changed)

    @property
    def merge(self) -> Merge:
        """What is chosen."""
        terms = Terms(
            share=self.share.value() / 100,
            presence=self.presence.value() / 100,
            annotator=self.annotator.currentData() or "",
        )
        strategy = STRATEGIES[self.strategy.currentData()]
        return Merge(strategy=strategy, terms=terms, layer=self.layer.currentData())

    @property
    def article(self) -> str | None:
        """The one article that is meant; None for all."""
        found: str | None = self.scope.currentData()
        return found

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(_("Strategy"), "section"))
        column.addWidget(self.strategy)
        column.addWidget(self.meaning)
        column.addLayout(self._form)
        self._form.addRow(_("Share of votes at least"), self.share)
        self._form.addRow(_("Enough for a record"), self.presence)
        self._form.addRow(_("Annotator"), self.annotator)
        self._form.addRow(_("Layer"), self.layer)
        self._form.addRow(_("Articles"), self.scope)
        self.presence.setToolTip(_("Of those who read the article; 50 % stands for more than half"))

    def _follow(self) -> None:
        name = self.strategy.currentData()
        needs = STRATEGIES[name].needs
        for row, part in ((self.share, "share"), (self.presence, "presence"), (self.annotator, "annotator")):
            self._form.setRowVisible(row, part in needs)
        self.meaning.setText(str(_MEANINGS.get(name, "")))
        self.changed.emit()


def _percent(least: int, most: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(0)
    box.setSuffix("\u00a0%")
    box.setValue(50)
    return box
