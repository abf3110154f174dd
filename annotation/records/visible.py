"""The records of one article as one annotator sees them, kept true to what changes."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from annotation.records.annotation import Annotation, Status
from annotation.records.annotator import MACHINE
from annotation.records.changes import Changes
from annotation.records.span import Span

Place = tuple[int, int, str]
"""Where a record stands in the reading order: its first code point, the one after its last, its id."""


Kind = tuple[str, bool]
"""A record's layer, and whether it waits for a decision."""


Mark = tuple[str, str, tuple[Span, ...]]
"""A layer, a role, and the words that it marks."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What became visible or looks different now, and the ids of what is not visible any more."""

    here: tuple[Annotation, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.here or self.gone)


def place_of(record: Annotation) -> Place:
    """Where a record stands in the reading order, whatever its roles."""
    spans = [span for found in record.spans.values() for span in found]
    if len(spans) == 1:
        return spans[0].start, spans[0].end, record.id
    start = min((span.start for span in spans), default=0)
    return start, max((span.end for span in spans), default=0), record.id


@dataclass(slots=True)
class VisibleRecords:
    """An annotator's own records that are not rejected, and the suggestions they have not decided about.

    A suggestion that repeats an own label, marked by hand where the suggestion is, is not shown either.
    Iterates in reading order: by the first code point, the shorter of two first.
    """

    article: str
    me: str
    _known: dict[str, Annotation] = field(default_factory=dict)
    _decided: dict[str, str] = field(default_factory=dict)
    """{a suggestion's id: the id of the own record that was made from it}"""
    _by_mark: dict[Mark, set[str]] = field(default_factory=dict)
    """{words in a role of a layer: ids of the known records that mark them so}"""
    _shown: dict[str, Place] = field(default_factory=dict)
    _order: list[Place] = field(default_factory=list)
    _kinds: dict[str, Kind] = field(default_factory=dict)
    _tally: Counter[Kind] = field(default_factory=Counter)
    _below: set[str] = field(default_factory=set)
    """Ids of the suggestions that are not sure enough to be shown."""
    _least: float = 0.0
    """The confidence from which suggestions are shown; those of unknown confidence always are."""

    @classmethod
    def of(cls, article: str, me: str, annotations: Iterable[Annotation]) -> "VisibleRecords":
        """What `me` sees of the annotations of an article; those of other people are passed over."""
        made = cls(article, me)
        for record in annotations:
            made._keep(record)
        seen = {id_: record for id_, record in made._known.items() if made._is_visible(id_)}
        made._shown = {id_: place_of(record) for id_, record in seen.items()}
        made._kinds = {id_: (record.layer, is_suggestion(record)) for id_, record in seen.items()}
        made._order = sorted(made._shown.values())
        made._tally = Counter(made._kinds.values())
        return made

    def __iter__(self) -> Iterator[Annotation]:
        """The visible records in reading order."""
        return (self._known[id_] for _start, _end, id_ in self._order)

    def __len__(self) -> int:
        """How many records are visible."""
        return len(self._order)

    def __getitem__(self, place: int) -> Annotation:
        """The visible record at a place of the reading order. Raises IndexError beyond its ends."""
        return self._known[self._order[place][2]]

    def get(self, id_: str | None) -> Annotation | None:
        """The visible record with this id, or None."""
        return self._known[id_] if id_ is not None and id_ in self._shown else None

    def standing_for(self, id_: str) -> Annotation | None:
        """The visible record that a reference to `id_` means: itself, or the own version of a suggestion."""
        return self.get(id_) or self.get(self._decided.get(id_))

    def meant_by(self, id_: str) -> Annotation | None:
        """The record that a reference means, also where it is a suggestion too unsure to be shown."""
        return self.standing_for(id_) or (self._known[id_] if self._is_open(id_) else None)

    def count(self, layer: str) -> int:
        """How many visible records a layer has."""
        return self._tally[layer, True] + self._tally[layer, False]

    @property
    def waiting(self) -> int:
        """How many suggestions wait for a decision."""
        return sum(number for (_layer, waits), number in self._tally.items() if waits)

    def place(self, id_: str) -> int:
        """The place of a visible record in the reading order. Raises KeyError where it is not visible."""
        return bisect_left(self._order, self._shown[id_])

    def next(self, place: Place, wanted: Callable[[Annotation], bool]) -> Annotation | None:
        """The first wanted record after a place of the reading order, going on from the start of the text."""
        here = bisect_right(self._order, place)
        return self._first((*self._order[here:], *self._order[:here]), wanted)

    def previous(self, place: Place, wanted: Callable[[Annotation], bool]) -> Annotation | None:
        """The first wanted record before a place of the reading order, going on from the end of the text."""
        here = bisect_left(self._order, place)
        return self._first(reversed((*self._order[here:], *self._order[:here])), wanted)

    def _first(self, places: Iterable[Place], wanted: Callable[[Annotation], bool]) -> Annotation | None:
        return next((self._known[id_] for _start, _end, id_ in places if wanted(self._known[id_])), None)

    def follow(self, changes: Changes) -> Difference:
        """Take in what changed, and give what that makes of what is visible."""
        touched = self._touched(changes)
        before = {id_: self._known[id_] for id_ in touched if id_ in self._shown}
        for change in changes.of(Annotation):
            self._take(change.before, change.after)
        here = [id_ for id_ in sorted(touched) if self._is_visible(id_)]
        differing = [id_ for id_ in here if before.get(id_) != self._known[id_]]
        gone = tuple(id_ for id_ in before if id_ not in here)
        for id_ in before:
            self._hide(id_)
        for id_ in here:
            self._show(id_)
        self._below -= touched
        self._below |= {id_ for id_ in touched if self._is_open(id_) and not self._is_sure(self._known[id_])}
        return Difference(tuple(self._known[id_] for id_ in differing), gone)

    def show_from(self, least: float) -> Difference:
        """Show suggestions only from a confidence on, from now on, and give what that changes."""
        ends = sorted((self._least, least))
        self._least = least
        moved = [id_ for id_, sure in self._confidences() if ends[0] <= sure < ends[1]]
        gone = [id_ for id_ in moved if id_ in self._shown and not self._is_visible(id_)]
        here = [id_ for id_ in moved if id_ not in self._shown and self._is_visible(id_)]
        for id_ in gone:
            self._hide(id_)
        for id_ in here:
            self._show(id_)
        self._below = {id_ for id_, sure in self._confidences() if sure < least and self._is_open(id_)}
        return Difference(tuple(self._known[id_] for id_ in here), tuple(gone))

    @property
    def unsure(self) -> int:
        """How many suggestions are not shown because they are not sure enough."""
        return len(self._below)

    def _confidences(self) -> Iterator[tuple[str, float]]:
        """(id, confidence) of the suggestions of known confidence."""
        return (
            (id_, record.confidence)
            for id_, record in self._known.items()
            if is_suggestion(record) and record.confidence is not None
        )

    def _touched(self, changes: Changes) -> set[str]:
        """The ids whose visibility the changes may bear upon."""
        records = [one for change in changes.of(Annotation) for one in (change.before, change.after)]
        mine = [one for one in records if isinstance(one, Annotation) and self._concerns(one)]
        alike = {id_ for one in mine if one.annotator == self.me for id_ in self._alike(one)}
        return {one.id for one in mine} | {one.basis for one in mine if one.basis} | alike

    def _alike(self, record: Annotation) -> set[str]:
        """The ids of the known records that mark the same words in some role of the layer."""
        return {id_ for mark in _marks(record) for id_ in self._by_mark.get(mark, ())}

    def _take(self, before: object, after: object) -> None:
        if isinstance(before, Annotation) and self._concerns(before):
            known = self._known.pop(before.id, before)
            for mark in _marks(known):
                self._by_mark.get(mark, set()).discard(before.id)
            if before.basis and self._decided.get(before.basis) == before.id:
                del self._decided[before.basis]
        if isinstance(after, Annotation):
            self._keep(after)

    def _keep(self, record: Annotation) -> None:
        if self._concerns(record):
            self._known[record.id] = record
            for mark in _marks(record):
                self._by_mark.setdefault(mark, set()).add(record.id)
            if record.basis and record.annotator == self.me:
                self._decided[record.basis] = record.id

    def _concerns(self, record: Annotation) -> bool:
        return record.article == self.article and record.annotator in (self.me, MACHINE.id)

    def _is_visible(self, id_: str) -> bool:
        return self._is_open(id_) and self._is_sure(self._known[id_])

    def _is_open(self, id_: str) -> bool:
        """Whether a record is an own one that is not rejected, or a suggestion that waits for a decision."""
        record = self._known.get(id_)
        if record is None or record.status is Status.REJECTED:
            return False
        return record.annotator == self.me or not (id_ in self._decided or self._is_repeated(record))

    def _is_sure(self, record: Annotation) -> bool:
        unknown = record.confidence is None or not is_suggestion(record)
        return unknown or (record.confidence or 0.0) >= self._least

    def _is_repeated(self, suggestion: Annotation) -> bool:
        """Whether an own label says the same of the same words."""
        others = (self._known[id_] for id_ in self._alike(suggestion))
        return any(one.annotator == self.me and one.counts and repeats(suggestion, one) for one in others)

    def _hide(self, id_: str) -> None:
        del self._order[self.place(id_)]
        del self._shown[id_]
        self._tally[self._kinds.pop(id_)] -= 1

    def _show(self, id_: str) -> None:
        if id_ not in self._shown:
            record = self._known[id_]
            self._shown[id_] = place_of(record)
            self._kinds[id_] = (record.layer, is_suggestion(record))
            self._tally[self._kinds[id_]] += 1
            insort(self._order, self._shown[id_])


def is_suggestion(record: Annotation) -> bool:
    """Whether a record waits for a decision."""
    return record.status is Status.SUGGESTED


def _marks(record: Annotation) -> Iterator[Mark]:
    return ((record.layer, role, spans) for role, spans in record.spans.items() if spans)


def repeats(suggestion: Annotation, label: Annotation) -> bool:
    """Whether a suggestion marks what a label does: the same words in every role that both have."""
    both = [role for role, spans in suggestion.spans.items() if spans and label.spans.get(role)]
    same = all(suggestion.spans[role] == label.spans[role] for role in both)
    return suggestion.layer == label.layer and bool(both) and same
