"""What stands where words were found: nothing, a suggestion that waits, or something that stays as it is."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotation.project.mentions import Standing
from annotation.records import Span, Status

Seen = tuple[Span, Standing]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of words, and what an annotator would meet there."""

    span: Span
    there: tuple[Standing, ...] = ()
    """The records of the layer there; one that was rejected only where it marks just these words."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing of the layer is there."""
        return not self.there

    @property
    def suggestion(self) -> Standing | None:
        """The suggestion of just these words that waits for a decision, if nothing else marks them."""
        exact = [one for one in self.there if one.spans == (self.span,)]
        waits = exact and all(one.status is Status.SUGGESTED for one in exact)
        return exact[0] if waits else None

    @property
    def is_free(self) -> bool:
        """Whether a label can be given here without overriding what was decided, or parting other words."""
        return self.is_bare or self.suggestion is not None


def look_at(places: Iterable[Span], records: Iterable[Standing], me: str) -> Iterator[Place]:
    """What `me` would meet at each of some places, which are in text order, among the records of a layer."""
    ahead, near = deque(_seen(records, me)), list[Seen]()
    for place in places:
        while ahead and ahead[0][0].start < place.end:
            near.append(ahead.popleft())
        near = [pair for pair in near if pair[0].end > place.start]
        yield Place(place, tuple(_there(near, place)))


def _there(near: Sequence[Seen], place: Span) -> Iterator[Standing]:
    return (one for span, one in near if one.status is not Status.REJECTED or span == place)


def _seen(records: Iterable[Standing], me: str) -> list[Seen]:
    """One's own records, and suggestions not decided about, by their spans in text order."""
    all_ = list(records)
    decided = {one.basis for one in all_ if one.annotator == me}
    seen = (one for one in all_ if one.annotator == me or one.id not in decided)
    return sorted(((span, one) for one in seen for span in one.spans), key=lambda pair: pair[0])
