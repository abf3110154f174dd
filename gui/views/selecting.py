"""Which of the open article's records are selected: one, or several together of which one leads."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from annotation.records import Annotation, Difference, VisibleRecords
from gui.views.choice import Choice, heirs, in_order


class Selecting(QObject):
    """Keeps what is selected among `records`, and tells of it."""

    selected = Signal()
    """Another record is selected, or none."""
    chosen_changed = Signal()
    """Other records are chosen together; told after `selected` where that changes too."""
    settled = Signal()
    """What was done with `selecting_once` is over: all has been told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records = VisibleRecords("", "")
        self._selected: str | None = None
        self._chosen: Choice = ()
        self._deferred: bool | None = None
        """While selections are told once: whether there is one to tell."""

    @property
    def record(self) -> Annotation | None:
        """The selected record."""
        return self.records.get(self._selected)

    @property
    def chosen(self) -> Choice:
        """The ids of the records chosen together, in reading order; () where none is selected.

        The selected record is always among them, and alone unless `choose` or `toggle` took in others. What
        a person does to "the record" (accept, reject, delete, label) is meant for all of them, in one step.
        """
        return self._chosen

    @property
    def is_settling(self) -> bool:
        """Whether something is done in one go, and its end is still to be told."""
        return self._deferred is not None

    def select(self, id_: str | None) -> None:
        """Select a visible record alone, or none."""
        wanted = id_ if self.records.get(id_) else None
        self._take(wanted, (wanted,) if wanted else ())

    def choose(self, ids: Iterable[str], lead: str | None = None) -> None:
        """Choose several visible records together; `lead` is selected, else the one that was, or the last."""
        found = in_order(ids, self.records)
        leads = (id_ for id_ in (lead, self._selected, *found[-1:]) if id_ in found)
        self._take(next(leads, None), found)

    def toggle(self, id_: str) -> None:
        """Choose a record together with those that are, and select it; or no more where it was chosen."""
        if id_ in self._chosen:
            self.choose(one for one in self._chosen if one != id_)
        else:
            self.choose((*self._chosen, id_), lead=id_)

    def follow_selected(self, difference: Difference, me: str) -> None:
        """Stay on what is chosen when it became another: own records, or suggestions again."""
        found = heirs(self._chosen, difference, self.records, me)
        lead, self._selected = self._selected, found.get(self._selected or "")
        before, self._chosen = self._chosen, in_order(found.values(), self.records)
        if self._selected is None and self._chosen:
            self._selected = self._chosen[-1]
        if lead != self._selected or any(record.id == lead for record in difference.here):
            self.tell_selected()
        if before != self._chosen:
            self.chosen_changed.emit()

    @contextmanager
    def selecting_once(self) -> Iterator[None]:
        """However often the selection changes inside, panels hear of it once, in the end of the outermost."""
        if self._deferred is not None:
            yield
            return
        self._deferred = False
        try:
            yield
        finally:
            told, self._deferred = self._deferred, None
            if told:
                self.selected.emit()
            self.settled.emit()

    def tell_selected(self) -> None:
        """Tell of what is selected, now or in the end."""
        if self._deferred is None:
            self.selected.emit()
        else:
            self._deferred = True

    def _take(self, lead: str | None, chosen: Choice) -> None:
        moved, differs = lead != self._selected, chosen != self._chosen
        self._selected, self._chosen = lead, chosen
        if moved:
            self.tell_selected()
        if differs:
            self.chosen_changed.emit()
