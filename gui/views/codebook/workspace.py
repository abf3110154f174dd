"""What the parts of the codebook editor share: the draft, what is selected of it and what is wrong in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from annotation.codebook import Codebook, CodebookError, Draft, Editing, Place, examine
from annotation.codebook.differences import full_name, kind_of_part, what_of
from annotation.i18n import Message


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a part that its author should know: a fault, or else only advice."""

    place: Place
    message: Message
    severe: bool = True


def plain(fault: CodebookError, draft: Draft) -> Message:
    """What a fault says in words for people who see names, not the places of a file."""
    wanted, part = fault.message.values.get("wanted"), part_of(fault.place)
    if wanted is None or len(part) < 2 or part == fault.place:
        return fault.message
    values = {
        "part": kind_of_part(part),
        "name": full_name(draft.document, part),
        "what": what_of(fault.place[len(part)]),
        "wanted": wanted,
    }
    return Message("In {part} {name}, {what} must be {wanted}.", values)


def part_of(place: Place) -> Place:
    """The part in which a value stands."""
    if place[:1] == ("layer",):
        return place[:4] if len(place) > 3 and place[2] in ("role", "field") else place[:2]
    return place[:3] if place[:1] == ("tagset",) else place[:2] if place[:1] == ("reason",) else ()


Advise = Callable[[Draft, Codebook], list[Remark]]
"""Gives what may be better in a sound codebook."""


class Workspace(QObject):
    """Holds the draft; the parts of the editor change it by `do` and follow `changed` and `selected`.

    `codebook` is the last sound one, for the preview. Emits `refused(sentence)` for what cannot be done.
    """

    changed = Signal()
    selected = Signal()
    refused = Signal(str)

    def __init__(
        self,
        draft: Draft,
        *,
        editable: bool = True,
        advise: Advise = lambda _draft, _codebook: [],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.editing = Editing(draft)
        self.editable = editable
        self.place: Place = ()
        self._advise = advise
        self.codebook: Codebook | None = None
        self.remarks: list[Remark] = []
        self._remarked: dict[Place, Remark] = {}
        self._examine()

    @property
    def draft(self) -> Draft:
        """The codebook as it stands."""
        return self.editing.draft

    @property
    def is_sound(self) -> bool:
        """Whether nothing hinders that it is put in force."""
        return not any(remark.severe for remark in self.remarks)

    @property
    def counts(self) -> Mapping[bool, int]:
        """How many faults (True) and pieces of advice (False) there are."""
        faults = sum(remark.severe for remark in self.remarks)
        return {True: faults, False: len(self.remarks) - faults}

    def remark(self, place: Place) -> Remark | None:
        """What is to be said about exactly this place."""
        return self._remarked.get(place)

    # ------------------------------------------------------------ acting

    def do(self, draft: Draft, title: Message, kind: str = "", select: Place | None = None) -> None:
        """Go on to a draft as one step, and select a part of it."""
        if not self.editable:
            return
        if self.editing.do(draft, title, kind):
            self._follow()
        if select is not None:
            self.select(select)

    def attempt(self, act: Callable[[Draft], Draft], title: Message, select: Place | None = None) -> bool:
        """Do an act that may be refused; whether it was done."""
        try:
            made = act(self.draft)
        except CodebookError as error:
            self.refused.emit(str(error))
            return False
        self.do(made, title, select=select)
        return True

    def put(self, place: Place, value: object, title: Message) -> None:
        """Put a value at a place; changes of one place one after the other are one step."""
        self.do(self.draft.put(place, value), title, "/".join(place))

    def seal(self) -> None:
        """Let the next change be a step of its own."""
        self.editing.seal()

    def replace(self, editing: Editing) -> None:
        """Begin with another draft, as after one was put in force."""
        self.editing = editing
        self._follow()

    def undo(self) -> None:
        """Take the last step back."""
        if self.editing.undo():
            self._follow()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.editing.redo():
            self._follow()

    def select(self, place: Place) -> None:
        """Show a part; the nearest one around it where it is gone."""
        while place and self.draft.at(place) is None:
            place = place[:-2] if len(place) == 4 else place[:-1]
        if place != self.place:
            self.editing.seal()
            self.place = place
            self.selected.emit()

    def _follow(self) -> None:
        self._examine()
        self.changed.emit()
        self.select(self.place)

    def _examine(self) -> None:
        found, faults = examine(self.draft.document)
        self.remarks = [Remark(fault.place, plain(fault, self.draft)) for fault in faults]
        if found is not None:
            self.codebook = found
            self.remarks += self._advise(self.draft, found)
        self._remarked = {remark.place: remark for remark in reversed(self.remarks)}
