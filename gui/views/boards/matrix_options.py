"""What the matrix shows: targets or topics, counts or net, in which order, how many, and how strong."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from annotation.i18n import _
from annotation.operations.boards.matrix import MatrixPlan, Order
from gui.widgets.label import label
from gui.widgets.segmented import Segmented
from gui.widgets.spin import Spin

TARGETS, TOPICS = "targets", "topics"
COUNTS, NET = "counts", "net"


class MatrixOptions(QWidget):
    """Emits `changed` when another matrix is wanted, `shown_changed` when it is to look otherwise."""

    changed = Signal()
    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = Segmented(((TARGETS, _("Targets")), (TOPICS, _("Topics"))))
        self.shown = Segmented(((COUNTS, _("Counts")), (NET, _("Net"))))
        self.order = QComboBox()
        self.minimum = spin(_("Fewest stances in a cell"), 1, 999, 1)
        self.most = spin(_("Lines at most"), 5, 200, MatrixPlan().most)
        self.concepts = QCheckBox(_("Free concepts"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.columns.select(TARGETS)
        self.shown.select(COUNTS)
        self.shown.set_tip(NET, _("Favor less against"))
        self.order.setAccessibleName(_("Order"))
        for order, word in (
            (Order.FREQUENCY, _("By frequency")),
            (Order.NAME, _("By name")),
            (Order.CLUSTER, _("Alike together")),
        ):
            self.order.addItem(word, order)
        self.concepts.setChecked(True)
        self.concepts.setToolTip(_("Targets that are no actors but free words"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.columns)
        row.addWidget(self.shown)
        row.addWidget(self.order)
        for word, number in ((_("At least"), self.minimum), (_("At most"), self.most)):
            row.addWidget(label(word, "small"))
            row.addWidget(number)
        row.addWidget(self.concepts)
        row.addStretch(1)

    def _connect(self) -> None:
        self.columns.chosen.connect(self._told)
        self.order.activated.connect(self._told)
        self.minimum.valueChanged.connect(self._told)
        self.most.valueChanged.connect(self._told)
        self.concepts.toggled.connect(self._told)
        self.shown.chosen.connect(lambda _key: self.shown_changed.emit())

    def _told(self, _value: object = None) -> None:
        self.concepts.setEnabled(self.columns.selected == TARGETS)
        self.changed.emit()

    @property
    def by_topic(self) -> bool:
        """Whether the columns are topics."""
        return self.columns.selected == TOPICS

    @property
    def net(self) -> bool:
        """Whether the net is shown."""
        return self.shown.selected == NET

    def plan(self, topics: Mapping[str, str]) -> MatrixPlan:
        """What the matrix is to be, with these names of topics."""
        return MatrixPlan(
            by_topic=self.by_topic,
            concepts=self.concepts.isChecked(),
            minimum=self.minimum.value(),
            most=self.most.value(),
            order=Order(self.order.currentData()),
            topics=topics,
        )

    @property
    def state(self) -> dict[str, Any]:
        """What is chosen, to be remembered."""
        return {
            "columns": self.columns.selected,
            "shown": self.shown.selected,
            "order": str(self.order.currentData()),
            "minimum": self.minimum.value(),
            "most": self.most.value(),
            "concepts": self.concepts.isChecked(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Choose what was chosen. Raises KeyError, TypeError or ValueError for words of another version."""
        self.blockSignals(True)
        try:
            self.columns.select(str(state["columns"]))
            self.shown.select(str(state["shown"]))
            self.order.setCurrentIndex(max(0, self.order.findData(Order(str(state["order"])))))
            self.minimum.setValue(int(state["minimum"]))
            self.most.setValue(int(state["most"]))
            self.concepts.setChecked(bool(state["concepts"]))
        finally:
            self.blockSignals(False)


def spin(name: str, least: int, most: int, value: int) -> QSpinBox:
    """A small field for a number; `name` says what of."""
    made = Spin(name, least, most)
    made.setValue(value)
    made.setToolTip(name)
    made.setKeyboardTracking(False)
    return made
