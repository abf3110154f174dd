"""What the network shows: what ties actors, which polarities, how strong."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from annotation.i18n import _
from annotation.operations.boards.counts import AGAINST, FAVOR, POLARITIES
from annotation.operations.boards.picture import Mode, PicturePlan
from gui.views.boards.matrix_options import spin
from gui.views.boards.polarity import mark_of, polarity_words
from gui.widgets.label import label


class NetworkOptions(QWidget):
    """Emits `changed` when another network is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = QComboBox()
        self.mode.setAccessibleName(_("What ties actors"))
        for mode, word in (
            (Mode.STANCES, _("Who towards whom")),
            (Mode.CONGRUENCE, _("Who agrees with whom")),
            (Mode.CONFLICT, _("Who disagrees with whom")),
        ):
            self.mode.addItem(word, mode)
        self.polarities = {one: QCheckBox(f"{mark_of(one)} {polarity_words(one)}") for one in POLARITIES}
        self.concepts = QCheckBox(_("Free concepts"))
        self.minimum = spin(_("Weakest tie that is shown"), 1, 999, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mode)
        for box in (*self.polarities.values(), self.concepts):
            row.addWidget(box)
        row.addWidget(label(_("At least"), "small"))
        row.addWidget(self.minimum)
        row.addStretch(1)
        self.polarities[FAVOR].setChecked(True)
        self.polarities[AGAINST].setChecked(True)
        self.concepts.setChecked(True)
        self.mode.activated.connect(self._told)
        self.minimum.valueChanged.connect(self._told)
        for box in (*self.polarities.values(), self.concepts):
            box.toggled.connect(self._told)

    def _told(self, _value: object = None) -> None:
        self._show_mode()
        self.changed.emit()

    def _show_mode(self) -> None:
        """Polarities tie actors only where stances do."""
        for box in self.polarities.values():
            box.setVisible(self.plan.mode is Mode.STANCES)

    @property
    def plan(self) -> PicturePlan:
        """What the network is to be."""
        return PicturePlan(
            mode=Mode(self.mode.currentData()),
            polarities=frozenset(one for one, box in self.polarities.items() if box.isChecked()),
            concepts=self.concepts.isChecked(),
            minimum=self.minimum.value(),
        )

    @property
    def state(self) -> dict[str, Any]:
        """What is chosen, to be remembered."""
        plan = self.plan
        return {
            "mode": plan.mode.value,
            "polarities": sorted(plan.polarities),
            "concepts": plan.concepts,
            "minimum": plan.minimum,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Choose what was chosen. Raises KeyError, TypeError or ValueError for words of another version."""
        self.blockSignals(True)
        try:
            self.mode.setCurrentIndex(max(0, self.mode.findData(Mode(str(state["mode"])))))
            wanted = set(state["polarities"])
            for one, box in self.polarities.items():
                box.setChecked(one in wanted)
            self.concepts.setChecked(bool(state["concepts"]))
            self.minimum.setValue(int(state["minimum"]))
        finally:
            self.blockSignals(False)
        self._show_mode()
