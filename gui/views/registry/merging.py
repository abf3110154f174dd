"""Several names to be made one: which stays, what becomes of the others, said before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations import MergeEntities
from annotation.project.registry import RegistryRow
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.words import mention_words
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label

MOST = 60
"""Names that are merged at once at most."""
_HIGHEST = 320
"""The height of the list of names, px."""


class MergeCard(QWidget):
    """Offers to merge entities. Emits `done(key)` with the one that stayed; digits choose, Enter merges."""

    done = Signal(str)
    left = Signal()

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: tuple[RegistryRow, ...] = ()
        self._group = QButtonGroup(self)
        self._title = label("", "heading", wrap=True)
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._names = label("", wrap=True)
        self._what = label("", "muted", wrap=True)
        self._warning = label("", "danger", wrap=True)
        self.merge = button(_("Merge"), "primary")
        self.cancel = button(_("Cancel"))
        self._lay_out()
        self.merge.clicked.connect(self._merge)
        self.cancel.clicked.connect(self.left)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.merge)
        acts.addWidget(self.cancel)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(label(_("Which name stays?"), "section"))
        column.addWidget(self._list)
        column.addWidget(label(_("Also called, from then on"), "section"))
        for part in (self._names, self._what, self._warning):
            column.addWidget(part)
        column.addLayout(acts)
        column.addStretch()

    def show_rows(self, rows: Sequence[RegistryRow]) -> None:
        """Offer to merge these; the one that is mentioned most is to stay, a person's before a detector's."""
        before = self.stays
        self._rows = tuple(rows[:MOST])
        n = len(rows)
        self._title.setText(_("Make one name of {number}", number=number_words(n)))
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._group = QButtonGroup(self)
        likeliest = max(self._rows, key=lambda row: (not row.entity.origin, row.mentions))
        for place, row in enumerate(self._rows):
            column.addWidget(self._choice(place, row))
        column.addStretch()
        self._list.setWidget(content)
        self._list.setFixedHeight(min(content.sizeHint().height() + 4, _HIGHEST))
        keys = [row.entity.id for row in self._rows]
        self._choose(keys.index(before) if before in keys else self._rows.index(likeliest))
        self._group.idToggled.connect(lambda _id, _on: self._tell())
        self._tell()

    def _choice(self, place: int, row: RegistryRow) -> QWidget:
        radio = QRadioButton(row.entity.name.replace("&", "&&"))
        radio.setToolTip("\n".join((row.entity.name, *row.entity.aliases[:20])))
        self._group.addButton(radio, place)
        parts = (
            self._desk.type_words(row.entity.type),
            mention_words(row.mentions, row.articles),
            row.entity.wikidata,
        )
        said = label(" · ".join(filter(None, parts)), "small", wrap=True)
        said.setContentsMargins(24, 0, 0, 4)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(radio)
        column.addWidget(said)
        return both

    @property
    def stays(self) -> str:
        """The key of the entity whose name stays; "" where there is none."""
        place = self._group.checkedId()
        return self._rows[place].entity.id if 0 <= place < len(self._rows) else ""

    def _choose(self, place: int) -> None:
        if place < len(self._rows):
            self._group.button(place).setChecked(True)

    def _tell(self) -> None:
        """Say what will be."""
        stays = next((row for row in self._rows if row.entity.id == self.stays), None)
        if stays is None:
            return
        others = [row for row in self._rows if row is not stays]
        names = [name for row in (stays, *others) for name in (row.entity.name, *row.entity.aliases)]
        self._names.setText(
            " · ".join([one for one in dict.fromkeys(names) if one != stays.entity.name][:30])
        )
        self._what.setText(_following_words(sum(row.mentions for row in others)))
        self._warning.setText(self._disagreement())
        self._warning.setVisible(bool(self._warning.text()))
        self.merge.setEnabled(self._desk.writable and len(self._rows) > 1)

    def _disagreement(self) -> str:
        ids = sorted({row.entity.wikidata for row in self._rows} - {""})
        types = sorted({row.entity.type for row in self._rows} - {""})
        if len(ids) > 1:
            return _("They have different Wikidata ids: {ids}. The one of the name that stays is kept.",
                     ids=", ".join(ids))  # fmt: skip
        if len(types) > 1:
            words = ", ".join(map(self._desk.type_words, types))
            return _("They are of different types: {types}.", types=words)
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter merges, Esc leaves. For Qt."""
        if event.text() and event.text() in "123456789":
            self._choose(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._merge()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def start(self) -> None:
        """Take the keyboard."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def _merge(self) -> None:
        stays = self.stays
        others = tuple(row.entity.id for row in self._rows if row.entity.id != stays)
        if not stays or not others or not self.merge.isEnabled():
            return
        records = sum(row.mentions for row in self._rows if row.entity.id != stays)
        if self._desk.do(MergeEntities(into=stays, others=others, actor=self._desk.session.me), records):
            self.done.emit(stays)


def _following_words(mentions: int) -> str:
    if not mentions:
        return _("Nothing else mentions the others.")
    return ngettext(
        "One mention of the others follows, also in stances and attributions.",
        "{number} mentions of the others follow, also in stances and attributions.",
        mentions,
        number=number_words(mentions),
    )
