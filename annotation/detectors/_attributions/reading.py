"""Reading the attributions of an article: each paragraph by every rule, then the best of what overlaps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotation.detectors._attributions.according import read_according
from annotation.detectors._attributions.clauses import read_clauses, read_incise
from annotation.detectors._attributions.dialogue import read_dialogue
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.quoted import read_quoted
from annotation.detectors._attributions.record import Attribution, shared

_SAME = 0.8
"""Contents that share so much are one attribution."""


def read_attributions(passage: Passage) -> list[Attribution]:
    """The attributions of one paragraph in text order."""
    dialogue = read_dialogue(passage)
    found = [dialogue] if dialogue else []
    for start, end in passage.sentences:
        found.extend(_sentence(passage, start, end, bool(dialogue)))
    return sorted(_distinct(found), key=lambda item: (item.content, item.cue))


def _sentence(passage: Passage, start: int, end: int, spoken: bool) -> Iterator[Attribution]:
    clauses = [] if spoken else list(read_clauses(passage, start, end))
    carried = {
        quote.start
        for quote in passage.quotes
        for item in clauses
        if any(a <= quote.start < b for a, b in item.content) and not item.why.endswith("object")
    }
    quoted = list(read_quoted(passage, start, end, carried))
    according = list(read_according(passage, start, end))
    yield from according
    yield from quoted
    used = [item.cue for item in quoted]
    yield from (item for item in clauses if not any(shared(item.cue, cue) for cue in used))
    if not quoted and not according and not spoken:
        incise = read_incise(passage, start, end)
        if incise is not None and not any(shared(incise.cue, item.cue) for item in clauses):
            yield incise


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    kept: list[Attribution] = []
    for item in found:
        twin = next((other for other in kept if _is_twin(item, other)), None)
        if twin is None:
            kept.append(item)
        elif not twin.source and item.source:
            kept[kept.index(twin)] = item
    return kept


def _is_twin(some: Attribution, other: Attribution) -> bool:
    both = shared(some.content, other.content)
    return both > _SAME * max(some.length, other.length) or bool(some.cue and some.cue == other.cue)


def continue_quotation(item: Attribution, stretch: tuple[int, int], *, still_open: bool) -> Attribution:
    """The attribution with one more stretch of content, from the paragraph after it."""
    return replace(item, content=(*item.content, stretch), open=still_open)
