"""Before a codebook is put in force: what changes in words, how many records, and where their values go."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotation.codebook import Draft, Moves, Outcome, Place, compare
from annotation.codebook.differences import full_name
from annotation.codebook.draft import place_of_part
from annotation.codebook.moving import moves_of, removed_parts
from annotation.i18n import _, ngettext, pick
from annotation.operations.codebooks import Effects
from gui.views.codebook.naming import part_words
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

_SIZE = (760, 620)
_KEEP = "\x00keep"
_LISTED = 200
_DIFFERENCES = 120


class ApplyDialog(QDialog):
    """Asks where the values of removed parts go. Emits `counting` when what that does is to be counted.

    Accepted when the codebook is to be put in force with `moves` and `note`.
    """

    counting = Signal()

    def __init__(self, old: Draft, new: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Apply the codebook"))
        self._old, self._new = old, new
        self._titles: Mapping[str, str] = {}
        self.choices: dict[Place, QComboBox] = {}
        self.note = QLineEdit()
        self.differences = QListWidget()
        self.effects = label("", wrap=True)
        self.left = QListWidget()
        self.left_head = label("", "section", wrap=True)
        self.apply = button(_("Apply"), "primary")
        self._lay_out()
        self.resize(*_SIZE)

    @property
    def moves(self) -> Moves:
        """Where values go: by themselves, and as was chosen."""
        chosen = {
            place: str(box.currentData()) for place, box in self.choices.items() if box.currentData() != _KEEP
        }
        return {**moves_of(self._old, self._new), **chosen}

    # ------------------------------------------------------------ what is foreseen

    def show_effects(self, effects: Effects, *, whole: bool, titles: Mapping[str, str]) -> None:
        """Show what was counted so far; `titles` are those of the articles of listed records."""
        self._titles = titles
        lines = [_line(self._old, self._new, place, outcome, number)
                 for (place, outcome), number in sorted(effects.counts.items())]  # fmt: skip
        if not whole:
            lines.append(_("Counting… {n} records so far", n=number_words(effects.looked_at)))
        elif not effects.counts:
            lines.append(_("No record is affected."))
        self.effects.setText("\n".join(lines))
        for place, box in self.choices.items():
            number = sum(n for (where, _outcome), n in effects.counts.items() if where == place)
            box.setToolTip(
                ngettext("{number} record", "{number} records", number, number=number_words(number))
            )
        self._show_left(effects)

    def _show_left(self, effects: Effects) -> None:
        left = sum(n for (_place, outcome), n in effects.counts.items() if outcome is Outcome.UNFIT)
        for part in (self.left_head, self.left):
            part.setVisible(left > 0)
        self.left_head.setText(
            ngettext(
                "{number} value does not fit any more, and stays as it is:",
                "{number} values do not fit any more, and stay as they are:",
                left,
                number=number_words(left),
            )
        )
        self.left.clear()
        for one in effects.listed[:_LISTED]:
            where = self._titles.get(one.article, one.article)
            name = full_name(self._old.document, one.note.place)
            self.left.addItem(_("{name}: {value} ({where})", name=name, value=one.note.value, where=where))

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        found = compare(self._old.document, self._new.document, self._new.renames)
        column.addWidget(label(_("What changes"), "section"))
        self.differences.addItems([str(one.message) for one in found[:_DIFFERENCES]])
        if len(found) > _DIFFERENCES:
            self.differences.addItem(ngettext("and one more", "and {n} more", len(found) - _DIFFERENCES))
        self.differences.setFixedHeight(min(6, max(1, self.differences.count())) * 26 + 6)
        column.addWidget(self.differences)
        removed = removed_parts(self._old, self._new)
        if removed:
            column.addSpacing(4)
            column.addWidget(label(_("What becomes of what is removed"), "section"))
            column.addLayout(self._make_choices(removed))
        column.addSpacing(4)
        column.addWidget(label(_("Records affected"), "section"))
        self.effects.setText(_("Counting…"))
        column.addWidget(self.effects)
        column.addWidget(self.left_head)
        self.left.setFixedHeight(120)
        column.addWidget(self.left)
        self.left_head.hide()
        self.left.hide()
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(_scrolled(content), 1)
        whole.addWidget(Hairline())
        whole.addLayout(self._make_foot())

    def _make_choices(self, removed: Sequence[Place]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, place in enumerate(removed):
            name = f"{part_words(place)} {full_name(self._old.document, place)}"
            grid.addWidget(label(name, wrap=True), row, 0)
            box = self.choices[place] = QComboBox()
            box.setMinimumWidth(260)
            box.setAccessibleName(name)
            for key, words in offers_for(place, self._old, self._new):
                box.addItem(words, key)
            box.activated.connect(lambda _row: self.counting.emit())
            grid.addWidget(box, row, 1)
        return grid

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 14)
        foot.setSpacing(8)
        self.note.setPlaceholderText(_("Why it changes (kept with the version)"))
        self.note.setAccessibleName(_("Note"))
        foot.addWidget(self.note, 1)
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self.accept)
        self.apply.setDefault(True)
        foot.addWidget(cancel)
        foot.addWidget(self.apply)
        return foot


def offers_for(place: Place, old: Draft, new: Draft) -> list[tuple[str, str]]:
    """(key, words) of what can become of the values of a removed part: kept, cleared, moved."""
    can_clear = place[0] == "tagset" or place[2:3] == ("field",)
    kept = [(_KEEP, _("keep them as they are"))]
    cleared = [("", _("clear them"))] if can_clear else []
    return [
        *kept,
        *cleared,
        *((id_, _("become “{name}”", name=name)) for id_, name in _targets(place, old, new)),
    ]


def _targets(place: Place, old: Draft, new: Draft) -> list[tuple[str, str]]:
    groups: list[Place] = []
    if place[0] == "tagset":
        groups.append(place_of_part(place[:2], new.renames))
        now = (place_of_part(one, new.renames) for one in old.tag_fields(place[1]))
        groups += [
            ("tagset", str(field["tagset"])) for one in now if (field := new.at(one)) and "tagset" in field
        ]
    else:
        layer = place_of_part(place[:2], new.renames)
        groups.append(("layer",) if len(place) == 2 else (*layer, place[2]))
    found: dict[str, str] = {}
    for group in filter(None, groups):
        for id_, part in (new.at(group) or {}).items():
            found.setdefault(id_, pick(part.get("label", {})) or id_)
    return list(found.items())


def _line(old: Draft, new: Draft, place: Place, outcome: Outcome, number: int) -> str:
    """What becomes of how many records, as a sentence."""
    document = new.document if outcome is Outcome.LACKING else old.document
    name = f"{part_words(place)} {full_name(document, place)}"
    count = ngettext("{number} record", "{number} records", number, number=number_words(number))
    words = {
        Outcome.FOLLOWED: _("{name}: goes on under another id ({count})", name=name, count=count),
        Outcome.CLEARED: _("{name}: cleared ({count})", name=name, count=count),
        Outcome.KEPT: _(
            "{name}: kept, though the codebook will not know it ({count})", name=name, count=count
        ),
        Outcome.CONVERTED: _("{name}: converted ({count})", name=name, count=count),
        Outcome.UNFIT: _("{name}: the value does not fit any more ({count})", name=name, count=count),
        Outcome.LACKING: _("{name}: asked for now, and not said yet ({count})", name=name, count=count),
    }
    return words[outcome]


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
