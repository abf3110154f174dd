"""Choosing several records together in the article: with Ctrl and Shift, one by one, all of a layer."""

from annotation.i18n import ngettext
from annotation.records import Annotation
from gui.views.choice import between
from gui.views.desk import Desk
from gui.views.workbench import Workbench
from gui.widgets.marked_text import Visibility


class Chooser:
    """Takes records into the desk's choice, or out of it; says how many are chosen."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._desk: Desk = bench.desk
        self._number = 0
        """How many records were chosen when that was told last."""
        connect = bench.actions_table.connect_to
        connect("record.choose-layer", self.choose_layer)
        connect("record.choose-next", self.extend)
        connect("record.choose-previous", self.extend_back)
        bench.article.record_joined.connect(self.join)
        bench.desk.chosen_changed.connect(self._tell)

    def join(self, id_: str, whole_range: bool) -> None:
        """Take in the record, or let it go; or take in all from the selected one to it."""
        record, lead = self._desk.records.get(id_), self._desk.record
        if record is None or self._bench.picker.is_on:
            return
        if whole_range and lead is not None:
            ids = between(lead, record, self._desk.records)
            self._desk.choose(filter(self._is_shown, ids), lead=lead.id)
        else:
            self._desk.toggle(id_)

    def choose_layer(self) -> None:
        """Choose every record of the selected one's layer."""
        layer = self._desk.layer
        if layer is not None:
            self._desk.choose(record.id for record in self._desk.records if record.layer == layer.id)

    def extend(self) -> None:
        """Take in the next record of the selected one's layer, and select it."""
        self._extend(forward=True)

    def extend_back(self) -> None:
        """Take in the record of the selected one's layer before it, and select it."""
        self._extend(forward=False)

    def _extend(self, *, forward: bool) -> None:
        records = self._desk.records
        layer = self._desk.layer
        look = records.next if forward else records.previous
        found = look(self._desk.place(), lambda one: self._fits(one, layer.id if layer else one.layer))
        if found is not None:
            self._desk.choose((*self._desk.chosen, found.id), lead=found.id)

    def _fits(self, record: Annotation, layer: str) -> bool:
        return record.layer == layer and self._is_shown(record.id)

    def _is_shown(self, id_: str) -> bool:
        """Whether the layer of a record can be seen: what is hidden is not chosen by accident."""
        record = self._desk.records.get(id_)
        hidden = self._bench.article.visibility.get(record.layer if record else "") is Visibility.HIDDEN
        return record is not None and not hidden

    def _tell(self) -> None:
        before, self._number = self._number, len(self._desk.chosen)
        if self._number > 1:
            self._bench.bar.say(ngettext("one record chosen", "{n} records chosen", self._number))
        if max(before, self._number) > 1:  # of one alone the room has told already
            self._bench.vouch()
