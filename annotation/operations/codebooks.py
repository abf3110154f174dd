"""Putting another codebook in force, with the records that the old one labelled."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from annotation.codebook import Conversion, Draft, Moves, Note, Outcome, Place, load_codebook
from annotation.codebook.moving import check_moves
from annotation.i18n import Message
from annotation.project import ProjectReader, Writer
from annotation.records import Annotation, CodebookVersion, Decision, Json, now

Tell = Callable[[int, int], None]
"""Told how many records of how many were looked at; what it raises stops the work."""
_BATCH = 2000
_LISTED = 500
"""Records that are listed one by one; all are counted."""


def _silent(_done: int, _total: int) -> None:
    """Nobody asks how far the work is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyCodebook:
    """Put a new version of the codebook in force; records follow by `moves`, and lose nothing in silence.

    What no move is given for keeps its id, and its value where the new codebook does not know it.
    """

    toml: str
    note: str = ""
    moves: Moves = field(default_factory=dict)
    actor: str = ""
    tell: Tell = _silent

    @property
    def title(self) -> Message:
        """That the codebook changes."""
        return Message("Change the codebook")

    def apply(self, writer: Writer) -> None:
        """Store the version and what becomes of records and decisions.

        Raises CodebookError where the codebook or a move cannot be used.
        """
        new = load_codebook(self.toml)
        if writer.codebook_toml == self.toml and not self.moves:
            return
        conversion = Conversion(writer.codebook, new, self.moves)
        if self.moves:
            check_moves(self.moves, Draft.of(writer.codebook_toml), Draft.of(self.toml))
        moment = now()
        for batch in _batches(writer, conversion, self.tell):
            changed = ((before, after) for before, after, _notes in batch if after is not before)
            writer.exchange((before, replace(after, updated=moment)) for before, after in changed)
        _move_decisions(writer, conversion, moment)
        if writer.codebook_toml != self.toml:
            number = max((int(found.id) for found in writer.all(CodebookVersion)), default=0) + 1
            writer.put(CodebookVersion(id=str(number), toml=self.toml, note=self.note, created=moment))


@dataclass(frozen=True, slots=True)
class Affected:
    """One record that cannot follow whole: what of it, and why."""

    annotation: str
    article: str
    note: Note


@dataclass(slots=True)
class Effects:
    """What a change of the codebook does to the records of a project."""

    looked_at: int = 0
    changed: int = 0
    counts: Counter[tuple[Place, Outcome]] = field(default_factory=Counter)
    """{(where something was, what becomes of it): in how many records}"""
    listed: list[Affected] = field(default_factory=list)
    """The first records with something that stays though it does not fit any more."""

    def add(self, before: Annotation, after: Annotation, notes: Iterable[Note]) -> None:
        """Count one record."""
        self.looked_at += 1
        self.changed += after is not before
        found = list(notes)
        self.counts.update({(note.place, note.outcome) for note in found})
        room = _LISTED - len(self.listed)
        left = [note for note in found if note.outcome is Outcome.UNFIT]
        self.listed += [Affected(before.id, before.article, note) for note in left[:room]]

    def copy(self) -> "Effects":
        """What is known so far, to be shown while more is counted."""
        return replace(self, counts=Counter(self.counts), listed=list(self.listed))

    def as_json(self) -> dict[str, Json]:
        """The effects as JSON has them."""
        counts = sorted(self.counts.items(), key=lambda item: item[0])
        return {
            "records": self.looked_at,
            "changed": self.changed,
            "effects": [
                {"place": ".".join(place), "outcome": outcome.value, "records": number}
                for (place, outcome), number in counts
            ],
        }


def foresee(reader: ProjectReader, toml: str, moves: Moves, tell: Tell = _silent) -> Effects:
    """What ApplyCodebook would do to the records, doing nothing. Raises CodebookError as it does."""
    conversion = Conversion(reader.codebook, load_codebook(toml), moves)
    if moves:
        check_moves(moves, Draft.of(reader.codebook_toml), Draft.of(toml))
    effects = Effects()
    for batch in _batches(reader, conversion, tell):
        for before, after, notes in batch:
            effects.add(before, after, notes)
    return effects


def foresee_batch(
    reader: ProjectReader, conversion: Conversion, effects: Effects, row: int, limit: int = _BATCH
) -> int:
    """Count the next records after a row of the file, so that others can read meanwhile.

    Gives the last row looked at, -1 where there is none after it.
    """
    batch = reader.labelled_after(row, conversion.layers, limit)
    for _row, before in batch:
        effects.add(before, *conversion.convert(before))
    return batch[-1][0] if batch else -1


def _batches(
    reader: ProjectReader, conversion: Conversion, tell: Tell
) -> Iterable[list[tuple[Annotation, Annotation, list[Note]]]]:
    """Every record that may change, as it is and as it will be, and what becomes of what it holds."""
    layers = conversion.layers
    if not layers:
        return
    total, done, row = reader.count_labelled(layers), 0, 0
    while batch := reader.labelled_after(row, layers, _BATCH):
        tell(done, total)
        yield [(before, *conversion.convert(before)) for _row, before in batch]
        done, row = done + len(batch), batch[-1][0]
    tell(done, total)


def _move_decisions(writer: Writer, conversion: Conversion, moment: str) -> None:
    """Let decisions be about the layers that their records are of now."""
    moved = [layer for layer in conversion.layers if conversion.layer_of(layer) != layer]
    found: list[Decision] = writer.decisions_on(moved) if moved else []
    writer.exchange(
        (decision, replace(decision, layer=conversion.layer_of(decision.layer), updated=moment))
        for decision in found
    )
