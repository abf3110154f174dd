"""Names of an article where they stand again and nothing has marked them."""

from collections.abc import Iterable, Iterator, Sequence

from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention
from annotation.detectors._language import Phrases

_TYPES = ("PER", "ORG", "GPE", "LOC")
_SHORTEST = 3
"""Letters of the shortest name that is looked for again."""

Named = tuple[str, str, str]
"""A type, the code of the evidence and a key."""


def find_again(found: Sequence[list[Mention]], lines: Sequence[Line]) -> list[list[Mention]]:
    """The names of each paragraph with those that other paragraphs know and this one has too."""
    names = Phrases(_names(found, lines))
    common = {token.fold for line in lines for token in line.tokens if token.text.islower()}
    return [
        sorted([*items, *_unmarked(line, items, names, common)], key=lambda item: (item.start, -item.end))
        for line, items in zip(lines, found, strict=True)
    ]


def _names(found: Sequence[list[Mention]], lines: Sequence[Line]) -> Iterator[tuple[tuple[str, ...], Named]]:
    surnames: list[tuple[tuple[str, ...], Named]] = []
    for line, items in zip(lines, found, strict=True):
        for item in items:
            words = tuple(token.text for token in line.tokens[line.first(item.start) : line.after(item.end)])
            if item.type not in _TYPES or line.shouting or not _is_wanted(words, item):
                continue
            yield words, (item.type, "repeated", item.key)
            last = words[-1]
            if item.type == "PER" and len(words) > 1 and len(last) >= _SHORTEST and last[0].isupper():
                surnames.append(((last,), ("PER", "surname", "")))
    yield from surnames


def _is_wanted(words: Sequence[str], item: Mention) -> bool:
    """Whether a name is sure enough to be looked for where no model sees it."""
    sure = len(words) > 1 or len(set(item.evidence) - {"common-noun"}) > 1
    return bool(words) and sure and words[0][0].isupper() and len("".join(words)) >= _SHORTEST


def _unmarked(
    line: Line, items: Sequence[Mention], names: Phrases[Named], common: Iterable[str]
) -> Iterator[Mention]:
    texts = [token.text for token in line.tokens]
    taken = iter([*items, None])
    mark = next(taken)
    at = 0
    while at < len(texts):
        while mark is not None and mark.end <= line.tokens[at].start:
            mark = next(taken)
        again = names.find(texts, at) if mark is None or mark.start >= line.tokens[at].end else None
        if again is None or not _stands_alone(line, at, again[0], common):
            at += 1
            continue
        end = line.tokens[again[0] - 1].end
        if mark is None or mark.start >= end:
            kind, code, key = again[1]
            yield Mention(line.tokens[at].start, end, kind, (code,), key=key)
        at = again[0]


def _stands_alone(line: Line, start: int, end: int, common: Iterable[str]) -> bool:
    """Whether a name is no part of a longer word, and no common word that begins a sentence."""
    if line.written(start - 1) == "-" and line.touches(start):
        return False
    if line.written(end) == "-" and line.touches(end) and line.touches(end + 1):
        return False
    return end > start + 1 or not (line.opens(start) and line.folds[start] in common)
