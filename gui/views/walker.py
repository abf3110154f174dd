"""Walking through the records of the article: all, those of a layer, or those in a state."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from annotation.codebook import Layer
from annotation.codebook.attention import is_flagged, turned_flag
from annotation.i18n import Message, _
from annotation.records import Annotation, Status, is_suggestion
from gui.actions import Item
from gui.views.workbench import Workbench
from gui.widgets.marked_text import Visibility

Wanted = Callable[[Annotation], bool]
_STATES: dict[str, tuple[Message, Wanted]] = {
    "label": (Message("Next label"), lambda record: record.counts),
    "edited": (Message("Next edited"), lambda record: record.status is Status.EDITED),
    "noted": (Message("Next with a note"), lambda record: bool(record.note)),
    "flagged": (Message("Next flagged"), is_flagged),
}


class Walker(QObject):
    """Selects the next wanted record in reading order, or the one before; at the ends it goes on."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        bench.hand.passes = self._is_walked
        connect = bench.actions_table.connect_to
        for forward, name in ((True, "next"), (False, "previous")):
            connect(f"record.{name}", partial(self.step, bench.is_shown, forward=forward))
        connect("record.flag", self.flag)
        bench.desk.opened.connect(self.fill)
        bench.session.opened.connect(self.fill)
        self.fill()
        bench.vouchers.append(
            lambda: {"label-selected": bench.desk.record is not None and not is_suggestion(bench.desk.record)}
        )

    def fill(self) -> None:
        """Let walking through each layer, and through states, be actions."""
        if not self._bench.session.is_open:
            return
        layers, fill = self._bench.desk.codebook.layers, self._bench.actions_table.fill
        fill("record.next-of", [_item(layer, "Shift") for layer in layers], partial(self._step_in, True))
        fill(
            "record.previous-of",
            [_item(layer, "Alt+Shift") for layer in layers],
            partial(self._step_in, False),
        )
        states = [Item(key=key, text=str(text)) for key, (text, _wanted) in _STATES.items()]
        fill("record.next-in", states, self._step_to)

    def step(self, wanted: Wanted, *, forward: bool) -> None:
        """Select the next wanted record, or the one before, and say what it is."""
        desk = self._bench.desk
        look = desk.records.next if forward else desk.records.previous
        found = look(desk.place(), lambda record: self._bench.is_shown(record) and wanted(record))
        if found is None:
            self._bench.hand.said.emit(_("No record is like that."))
            return
        desk.select(found.id)
        self._bench.hand.say(found)

    def flag(self) -> None:
        """Flag the selected record, or take the flag away; its note keeps it."""
        record = self._bench.desk.record
        if record is not None and not is_suggestion(record):
            self._bench.inspector.commit()
            self._bench.hand.write_note(turned_flag(record.note))

    def _step_in(self, forward: bool, layer: str) -> None:
        self.step(lambda record: record.layer == layer, forward=forward)

    def _step_to(self, state: str) -> None:
        self.step(_STATES[state][1], forward=True)

    def _is_walked(self, record: Annotation) -> bool:
        """Whether suggestions of its layer are walked through: those that are dimmed or hidden are not."""
        return self._bench.article.visibility.get(record.layer, Visibility.SHOWN) is Visibility.SHOWN


def _item(layer: Layer, held: str) -> Item:
    return Item(
        key=layer.id, text=layer.text, keys=(f"{held}+{layer.key.upper()}",) if layer.key.isalpha() else ()
    )
