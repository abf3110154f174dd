"""What the names of an article say about each other: which overlap, and which type the same words have."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_STRONG = frozenset({"list", "civility", "title", "head", "bracketed"})
"""Evidence that other mentions of the same words cannot outvote."""
_WEIGHTS = {
    "list": 6,
    "civility": 5,
    "dateline": 5,
    "title": 4,
    "bracketed": 4,
    "head": 4,
    "given": 3,
    "surname": 3,
    "sport": 3,
    "cued": 3,
    "subject": 2,
    "place-word": 2,
}


class Stretches:
    """Mentions that do not overlap, found by where they stand."""

    def __init__(self, items: Iterable[Mention] = ()) -> None:
        """Begin with mentions that do not overlap."""
        self.items = sorted(items, key=lambda item: item.start)

    def around(self, item: Mention) -> Mention | None:
        """One that shares a code point with `item`, None where none does."""
        at = bisect_left(self.items, item.start, key=lambda other: other.start)
        near = self.items[max(0, at - 1) : at + 1]
        return next((other for other in near if other.overlaps(item)), None)

    def add(self, item: Mention) -> None:
        """Take in one that overlaps none of them."""
        insort(self.items, item, key=lambda other: other.start)


def separate(found: Iterable[Mention]) -> list[Mention]:
    """The names that stay when of two that overlap the longer one does, and of two as long the surer one."""
    kept = Stretches()
    for item in sorted(found, key=lambda name: (name.start - name.end, name.start, -_weight(name))):
        if kept.around(item) is None:
            kept.add(item)
    return kept.items


def _weight(item: Mention) -> int:
    return sum(_WEIGHTS.get(code, 1) for code in item.evidence)


def agree(found: Sequence[list[Mention]], lines: Sequence[Line]) -> list[list[Mention]]:
    """The names, each with the type that the same words have in most and the surest places of the article."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for words, item in _worded(found, lines):
        votes[words][item.type] += _weight(item)
    surnames = _surnames(found, lines)
    return [
        [_voted(item, line.text[item.start : item.end], surnames, votes) for item in items]
        for line, items in zip(lines, found, strict=True)
    ]


def _worded(found: Sequence[list[Mention]], lines: Sequence[Line]) -> Iterator[tuple[str, Mention]]:
    for line, items in zip(lines, found, strict=True):
        yield from ((line.text[item.start : item.end], item) for item in items)


def _surnames(found: Sequence[list[Mention]], lines: Sequence[Line]) -> set[str]:
    """Last words of persons' names that have more than one word."""
    return {
        words.rpartition(" ")[2]
        for words, item in _worded(found, lines)
        if item.type == "PER" and " " in words
    }


def _voted(item: Mention, words: str, surnames: set[str], votes: dict[str, Counter[str]]) -> Mention:
    if _STRONG.intersection(item.evidence):
        return item
    if words in surnames and item.type != "NORP":
        return item.of_type("PER", "surname")
    best, weight = votes[words].most_common(1)[0]
    if best != item.type and weight > votes[words][item.type]:
        return item.of_type(best, "repeated")
    return item.because("repeated") if votes[words][item.type] > _weight(item) else item
