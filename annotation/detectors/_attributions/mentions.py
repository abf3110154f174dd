"""The entities of an article by where they stand, so that the names in a source are found at once."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotation.detectors._attributions.record import Chars
from annotation.records import Entity, Suggestion

_FIRST = {"PER": 0, "ORG": 1, "GPE": 2}
"""Of several names in a source, persons speak before institutions, and those before places."""


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of an entity."""

    start: int
    end: int
    type: str
    level: str
    entity: Entity | None


class Mentions:
    """The mentions of an article in text order."""

    def __init__(self, found: Iterable[Suggestion]) -> None:
        """Take the suggestions of all detectors that ran before; only the layer `entity` counts."""
        self._names = sorted(_names(found), key=lambda name: (name.start, -name.end))
        self._starts = [name.start for name in self._names]

    def within(self, stretch: Chars) -> list[Name]:
        """The mentions that lie wholly inside a stretch of the article."""
        first = bisect_left(self._starts, stretch[0])
        last = bisect_left(self._starts, stretch[1])
        return [name for name in self._names[first:last] if name.end <= stretch[1]]

    def before(self, char: int, reach: int) -> Iterator[Name]:
        """The mentions that begin at most `reach` code points before a code point, the nearest first."""
        for at in range(bisect_left(self._starts, char) - 1, -1, -1):
            if self._starts[at] < char - reach:
                return
            yield self._names[at]

    def speaker(self, stretch: Chars) -> Entity | None:
        """Whom the names in a stretch stand for: persons before institutions, the first before the next."""
        known = [name for name in self.within(stretch) if name.entity is not None]
        best = min(known, key=lambda name: (_FIRST.get(name.type, 3), name.start), default=None)
        return best.entity if best else None


def _names(found: Iterable[Suggestion]) -> Iterator[Name]:
    for item in found:
        for span in item.spans.get("mention", ()) if item.layer == "entity" else ():
            kind, level = item.features.get("type"), item.features.get("mention_level")
            yield Name(span.start, span.end, str(kind), str(level), item.named.get("entity"))
