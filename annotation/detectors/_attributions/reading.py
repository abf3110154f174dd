"""Reading the attributions of an article: each paragraph by every rule, then the best of what overlaps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotation.detectors._attributions.according import read_according
from annotation.detectors._attributions.clauses import read_clauses, read_incise
from annotation.detectors._attributions.dialogue import read_dialogue, read_signature, read_transcript
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.quoted import read_quoted
from annotation.detectors._attributions.record import Attribution, shared

_NEAR = 60
"""Code points between a verb of saying and the quotation that goes on after its sentence."""
_SAME = 0.8
"""Contents that share so much are one attribution."""


def read_attributions(passage: Passage) -> list[Attribution]:
    """The attributions of one paragraph in text order."""
    whole = read_transcript(passage) or read_signature(passage)
    if whole is not None:
        return [whole]
    dialogue = read_dialogue(passage)
    found = [dialogue] if dialogue else []
    for start, end in passage.sentences:
        made = list(_sentence(passage, start, end, bool(dialogue)))
        if not _continue_within(passage, found, made, start):
            found.extend(made)
    return sorted(_distinct(found), key=lambda item: (item.content, item.cue))


def _sentence(passage: Passage, start: int, end: int, spoken: bool) -> Iterator[Attribution]:
    clauses = [] if spoken else list(read_clauses(passage, start, end))
    carried = {
        quote.start
        for quote in passage.quotes
        for item in clauses
        if any(a <= quote.start < b for a, b in item.content) and not _after_colon(passage, quote.start)
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


def _after_colon(passage: Passage, start: int) -> bool:
    return passage.written(passage.at(start) - 1) == ":"


def _continue_within(passage: Passage, found: list[Attribution], made: list[Attribution], start: int) -> bool:
    """Whether a sentence is only a quotation that goes on with the one before, and so was added to it."""
    last = found[-1] if found else None
    quote = passage.quote_at(passage.tokens[start].start)
    if last is None or quote is None or made or last.speech != "direct" or not last.cue:
        return False
    before = passage.tokens[start - 1].end
    ended = max(stretch[1] for stretch in (*last.content, *last.cue, *last.source))
    if before - ended > _NEAR or quote.start != passage.tokens[start].start:
        return False
    found[-1] = continue_quotation(last, (quote.start, quote.end), still_open=not quote.closed)
    return True


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
