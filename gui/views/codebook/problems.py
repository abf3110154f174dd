"""Everything that is wrong with the codebook, and what may be better: a line each, with the way there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from gui.theme import icon
from gui.views.codebook.workspace import Workspace
from gui.widgets.label import label

_SHOWN = 200
_PLACE = Qt.ItemDataRole.UserRole
_ROWS = 4


class Problems(QWidget):
    """Follows the workspace; of no height while there is nothing to say. Emits `wanted(place)`."""

    wanted = Signal(object)

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.head = label("", "section")
        self.list = QListWidget()
        self.list.setWordWrap(False)
        self.list.setAccessibleName(_("Problems"))
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 4)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.list)
        work.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is to be said now, faults first."""
        remarks = sorted(self._work.remarks, key=lambda remark: not remark.severe)
        self.setVisible(bool(remarks))
        self.list.clear()
        for remark in remarks[:_SHOWN]:
            item = QListWidgetItem(str(remark.message))
            item.setData(_PLACE, remark.place)
            sign, ink = ("circle-alert", "danger") if remark.severe else ("info", "muted")
            item.setIcon(icon(sign, ink, 14))
            item.setToolTip(str(remark.message))
            self.list.addItem(item)
        counts = self._work.counts
        faults = ngettext("one problem to mend", "{n} problems to mend", counts[True]) if counts[True] else ""
        advice = ngettext("one remark", "{n} remarks", counts[False]) if counts[False] else ""
        self.head.setText(" · ".join(part for part in (faults, advice) if part))
        rows = min(_ROWS, len(remarks))
        self.list.setFixedHeight(rows * max(20, self.list.sizeHintForRow(0)) + 6 if rows else 0)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(tuple(item.data(_PLACE)))
