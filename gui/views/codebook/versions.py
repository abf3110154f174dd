"""The versions of a project's codebook: who applied each and when, and what differs between two in words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotation.codebook import CodebookError, compare_versions
from annotation.i18n import _, ngettext
from annotation.project.codebooks import AppliedVersion
from gui.widgets.button import button
from gui.widgets.dates import moment_words
from gui.widgets.label import label

_SIZE = (860, 520)


class VersionsDialog(QDialog):
    """Shows versions, the newest first. Emits `taken(toml)` when an older one is to be the draft."""

    taken = Signal(str)

    def __init__(
        self,
        versions: Sequence[AppliedVersion],
        people: Mapping[str, str],
        draft: str,
        *,
        editable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Versions of the codebook"))
        self._versions = list(versions)
        self._people = people
        self._draft = draft
        self._editable = editable
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions"))
        self.other = QComboBox()
        self.differences = QListWidget()
        self.differences.setWordWrap(True)
        self.differences.setAccessibleName(_("Differences"))
        self.count = label("", "small")
        self.note = label("", wrap=True)
        self.take = button(_("Take this version"), "primary")
        self.take.setToolTip(_("Make it the draft; applied, it is a new version"))
        self._lay_out()
        self._fill()
        self.list.currentRowChanged.connect(self._turn)
        self.other.currentIndexChanged.connect(self._compare)
        self.take.clicked.connect(self._take)
        self.list.setCurrentRow(0)
        self.resize(*_SIZE)

    @property
    def chosen(self) -> AppliedVersion | None:
        """The version that is looked at."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _fill(self) -> None:
        for number, applied in enumerate(self._versions):
            version = applied.version
            who = self._people.get(applied.actor, "")
            when = moment_words(version.created) if version.created else ""
            state = _("in force") if not number else ""
            first = " · ".join(part for part in (_("Version {n}", n=version.id), state) if part)
            second = ", ".join(part for part in (who, when) if part)
            item = QListWidgetItem("\n".join(part for part in (first, second, version.note) if part))
            self.list.addItem(item)

    def _turn(self, row: int) -> None:
        """Another version: compare it with the one before it."""
        applied = self.chosen
        if applied is None:
            return
        self.note.setText(applied.version.note)
        self.note.setVisible(bool(applied.version.note))
        self.take.setVisible(self._editable)
        self.take.setEnabled(row > 0 or self._draft != applied.version.toml)
        self.other.blockSignals(True)
        self.other.clear()
        for number, other in enumerate(self._versions):
            if number != row:
                self.other.addItem(_("Version {n}", n=other.version.id), other.version.toml)
        self.other.addItem(_("the draft"), self._draft)
        before = row if row < len(self._versions) - 1 else self.other.count() - 1
        self.other.setCurrentIndex(before)
        self.other.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        self.differences.clear()
        applied, other = self.chosen, self.other.currentData()
        if applied is None or other is None:
            return
        draft = self.other.currentIndex() == self.other.count() - 1
        pair = (applied.version.toml, other) if draft else (other, applied.version.toml)
        try:
            found = [str(one.message) for one in compare_versions(*pair)]
        except CodebookError as error:
            self.count.setText(str(error))
            return
        self.differences.addItems(found)
        self.count.setText(
            ngettext("one difference", "{n} differences", len(found)) if found else _("No difference.")
        )

    def _take(self) -> None:
        if self.chosen is not None:
            self.taken.emit(self.chosen.version.toml)
            self.accept()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 8)
        head = QHBoxLayout()
        head.addWidget(label(_("Compared with"), "muted"))
        head.addWidget(self.other)
        head.addStretch()
        head.addWidget(self.count)
        column.addWidget(self.note)
        column.addLayout(head)
        column.addWidget(self.differences, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.setSizes([260, 600])
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch()
        close = button(_("Close"))
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(split, 1)
        whole.addLayout(foot)
