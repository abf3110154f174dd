"""When a field is shown, or required: other fields and their values, chosen and not typed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotation.codebook import Place
from annotation.i18n import Message, _, pick
from gui.editors._tag_ticks import TagTicks
from gui.views.codebook.inputs import Input
from gui.views.codebook.workspace import Workspace
from gui.widgets.button import button, icon_button
from gui.widgets.label import label

_CHOOSABLE = ("choice", "tree", "boolean")


class ConditionsInput(Input):
    """One line a condition: [field] is one of [values]. All of them must hold."""

    def __init__(self, work: Workspace, place: Place, title: Message) -> None:
        super().__init__(work, place, title)
        self.lines: list[ConditionLine] = []
        self._shown: object = None
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.add = button(_("Add a condition"), "quiet", "plus")
        self.add.clicked.connect(self._add)
        outer = QVBoxLayout()
        outer.setSpacing(4)
        outer.addLayout(self._column)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        outer.addLayout(foot)
        self.row.addLayout(outer)
        self.setFocusProxy(self.add)

    def refresh(self) -> None:
        """Show the conditions of now."""
        conditions = self.work.draft.at(self.place) or {}
        offered = self._offered()
        state = (list(conditions.items()), offered, self._values_of(conditions))
        if state != self._shown:
            self._shown = state
            self._lay_out(conditions, offered)
        self.add.setEnabled(self.work.editable and any(key not in conditions for key, _words in offered))

    def _lay_out(self, conditions: dict[str, list[Any]], offered: Sequence[tuple[str, str]]) -> None:
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = []
        for key, values in conditions.items():
            free = [one for one in offered if one[0] == key or one[0] not in conditions]
            line = ConditionLine(key, values, free, self.values(key))
            line.field.activated.connect(lambda _row, line=line, key=key: self._turn(key, line))
            line.ticks.toggled.connect(lambda value, key=key: self._toggle(key, value))
            line.gone.clicked.connect(lambda _checked=False, key=key: self._remove(key))
            self._column.addWidget(line)
            self.lines.append(line)

    def values(self, field: str) -> list[tuple[str, str, str]]:
        """What another field of the layer may be asked for: (key, words, help)."""
        found = self.work.draft.at((*self.place[:3], field)) or {}
        if found.get("kind") == "boolean":
            return [("true", _("yes"), ""), ("false", _("no"), "")]
        tags = self.work.draft.at(("tagset", found.get("tagset", ""))) or {}
        return [
            (id_, pick(tag.get("label", {})) or id_, pick(tag.get("help", {}))) for id_, tag in tags.items()
        ]

    def _values_of(self, conditions: dict[str, list[Any]]) -> list[object]:
        return [self.values(key) for key in conditions]

    def _offered(self) -> list[tuple[str, str]]:
        fields = self.work.draft.at(self.place[:3]) or {}
        return [
            (id_, pick(found.get("label", {})) or id_)
            for id_, found in fields.items()
            if id_ != self.place[3] and found.get("kind") in _CHOOSABLE and self.values(id_)
        ]

    def _add(self) -> None:
        conditions = dict(self.work.draft.at(self.place) or {})
        key = next(key for key, _words in self._offered() if key not in conditions)
        self._put({**conditions, key: [_stored(self.values(key)[0][0])]})

    def _turn(self, old: str, line: "ConditionLine") -> None:
        key = str(line.field.currentData())
        if key != old:
            first = [_stored(self.values(key)[0][0])]
            conditions = self.work.draft.at(self.place) or {}
            self._put(
                {key if one == old else one: first if one == old else v for one, v in conditions.items()}
            )

    def _toggle(self, key: str, value: str) -> None:
        conditions = dict(self.work.draft.at(self.place) or {})
        chosen = [*conditions[key]]
        stored = _stored(value)
        made = [one for one in chosen if one != stored] if stored in chosen else [*chosen, stored]
        order = [_stored(one) for one, _words, _help in self.values(key)]
        conditions[key] = [one for one in order if one in made] or chosen
        self._put(conditions)

    def _remove(self, key: str) -> None:
        conditions = self.work.draft.at(self.place) or {}
        self._put({one: values for one, values in conditions.items() if one != key})


class ConditionLine(QWidget):
    """One condition."""

    def __init__(
        self,
        key: str,
        values: Sequence[Any],
        fields: Sequence[tuple[str, str]],
        offered: Sequence[tuple[str, str, str]],
    ) -> None:
        super().__init__()
        self.field = QComboBox()
        for id_, words in fields:
            self.field.addItem(words, id_)
        if self.field.findData(key) < 0:
            self.field.addItem(key, key)
        self.field.setCurrentIndex(self.field.findData(key))
        self.field.setAccessibleName(_("Field that is asked"))
        keys = [_key(value) for value in values]
        known = {one[0] for one in offered}
        self.ticks = TagTicks([*offered, *((one, one, "") for one in keys if one not in known)])
        self.ticks.choose(keys)
        self.ticks.setAccessibleName(_("Values that are asked for"))
        self.gone = icon_button("x", _("Remove the condition"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 2)
        row.addWidget(label(_("is one of"), "muted"))
        row.addWidget(self.ticks, 3)
        row.addWidget(self.gone)


def _stored(key: str) -> Any:
    """The value of a tick: yes and no are true and false."""
    return {"true": True, "false": False}.get(key, key)


def _key(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
