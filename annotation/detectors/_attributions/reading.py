"""Reading the attributions of a paragraph: by every rule, then the best of what overlaps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotation.detectors._attributions.according import read_according
from annotation.detectors._attributions.confidence import rate
from annotation.detectors._attributions.conjugation import GERUND, INFINITIVE
from annotation.detectors._attributions.dialogue import (
    begins_dialogue,
    read_dialogue,
    read_signature,
    read_transcript,
    with_dash,
)
from annotation.detectors._attributions.hearsay import judge_factuality, read_hearsay
from annotation.detectors._attributions.incises import Incise, find_incises
from annotation.detectors._attributions.inserted import read_incise
from annotation.detectors._attributions.nouns import read_nouns
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.quotations import Quote
from annotation.detectors._attributions.quoted import quotes_between, read_alone, read_quoted
from annotation.detectors._attributions.record import Attribution, shared
from annotation.detectors._attributions.statements import read_statements
from annotation.detectors._attributions.states import read_states
from annotation.detectors._attributions.subjects import antecedent

_NEAR = 60
"""Code points between a verb of saying and the quotation that goes on after its sentence."""
_LOOKED_BACK = 24
"""Attributions before one that may be the same."""
_SAME = 0.8
"""Contents that share so much are one attribution."""
_DENYING = frozenset(
    {"démentir", "nier", "réfuter", "contester", "infirmer", "deny", "dispute", "reject", "rebut", "refute"}
)


def read_attributions(passage: Passage) -> list[Attribution]:
    """The attributions of one paragraph in text order."""
    whole = read_transcript(passage) or read_signature(passage)
    if whole is not None:
        return [_finished(passage, whole)]
    dialogue = read_dialogue(passage)
    found = [dialogue] if dialogue else []
    for start, end in _behind_dash(passage) if not dialogue else ():
        made = list(_sentence(passage, start, end))
        if not _continue_within(passage, found, made, start, end):
            found.extend(made)
    said = _without_deeds(passage, _distinct(found))
    kept = (_finished(passage, with_dash(passage, item)) for item in said)
    return sorted(kept, key=lambda item: (item.content, item.cue))


def _behind_dash(passage: Passage) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, the first without the dash before its quotation: — « … »."""
    marked = begins_dialogue(passage) and passage.quoted(1)
    for start, end in passage.sentences:
        begin = start + (marked and start == 0)
        if begin < end:
            yield begin, end


def _finished(passage: Passage, item: Attribution) -> Attribution:
    """The attribution with how sure its content looks and how sure its rule is."""
    item = _with_antecedent(passage, item)
    denies = any(lemma in item.why.split() for lemma in _DENYING) and not item.negated
    item = replace(item, denies=denies)
    return replace(
        item, factuality=item.factuality or judge_factuality(passage, item), confidence=rate(item, passage)
    )


def _with_antecedent(passage: Passage, item: Attribution) -> Attribution:
    """The attribution with the words that "qui" or "who" stands for."""
    at = passage.at(item.source[0][0]) if item.source else -1
    if (
        at < 1
        or passage.fold(at) not in passage.lexicon.words.relatives
        or item.source[0][1] != passage.tokens[at].end
    ):
        return item
    found = antecedent(passage, passage.sentence_of(at), at)
    return replace(item, stands_for=(found,)) if found else item


def _sentence(passage: Passage, start: int, end: int) -> Iterator[Attribution]:
    incises = list(find_incises(passage, start, end))
    put_in = _carried(passage, incises, start, end)
    used = {item.group.at: made for item, made in zip(incises, put_in, strict=True) if made is not None}
    carried = [item for item in put_in if item is not None]
    statements = list(read_statements(passage, start, end, used))
    quotes = quotes_between(passage, start, end)
    taken = {quote.start for quote in quotes if _is_taken(passage, quote, [*carried, *statements])}
    according = list(read_according(passage, start, end, [item.begin for item in incises]))
    taken |= {quote.start for quote in quotes if _is_taken(passage, quote, according)}
    quoted = list(read_quoted(passage, start, end, taken))
    cues = [item.cue for item in (*carried, *quoted)]
    plain = [item for item in statements if not any(shared(item.cue, cue) for cue in cues)]
    made = [*according, *carried, *quoted, *plain]
    for item in (*read_states(passage, start, end, statements), *read_nouns(passage, start, end)):
        if not any(shared(item.cue, other.cue) for other in made):
            made.append(item)
    yield from made
    yield from read_hearsay(passage, start, end, made)


def _carried(passage: Passage, incises: Sequence[Incise], start: int, end: int) -> list[Attribution | None]:
    """The attribution of each verb put into a sentence; each takes what stands up to the next."""
    found: list[Attribution | None] = []
    begin = start
    for number, incise in enumerate(incises):
        last = number + 1 == len(incises)
        item = read_incise(passage, incise, begin, end if last else incises[number + 1].begin)
        found.append(item)
        begin = incise.resume if item is not None else begin
    return found


def _is_taken(passage: Passage, quote: Quote, found: Sequence[Attribution]) -> bool:
    """Whether a quotation belongs to a content already; not one that a verb and a colon introduce."""
    within = any(a <= quote.start < b for item in found for a, b in item.content)
    return within and not (
        _after_colon(passage, quote.start)
        and not any(item.rule.startswith(("incise", "according")) for item in found)
    )


def _after_colon(passage: Passage, start: int) -> bool:
    return passage.written(passage.at(start) - 1) == ":"


def _continue_within(
    passage: Passage, found: list[Attribution], made: list[Attribution], start: int, end: int
) -> bool:
    """Whether a sentence is only a quotation, which goes on with the one before or stands alone."""
    quotes = quotes_between(passage, start, end)
    if not quotes or quotes[0].start != passage.tokens[start].start:
        return False
    colon = passage.written(passage.at(quotes[0].end)) == ":" and not _is_credited(made, quotes[0])
    if colon:
        found.append(read_alone(quotes[0]))
        return False
    if made or not _only_quote(passage, quotes[0], end):
        return False
    last = found[-1] if found else None
    if last is None or last.speech != "direct" or not last.cue or _ended(passage, last, start) > _NEAR:
        found.append(read_alone(quotes[0]))
        return True
    found[-1] = continue_quotation(last, (quotes[0].start, quotes[0].end), still_open=not quotes[0].closed)
    return True


def _is_credited(made: list[Attribution], quote: Quote) -> bool:
    """Whether a quotation belongs to one of some attributions."""
    return any(shared(item.content, ((quote.start, quote.end),)) for item in made)


def _only_quote(passage: Passage, quote: Quote, end: int) -> bool:
    return not any(token.kind == "word" for token in passage.tokens[passage.at(quote.end) : end])


def _ended(passage: Passage, last: Attribution, start: int) -> int:
    """Code points between an attribution's last word and the sentence at a position."""
    return passage.tokens[start - 1].end - max(
        stretch[1] for stretch in (*last.content, *last.cue, *last.source)
    )


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    kept: list[Attribution] = []
    for item in found:
        twin = next((other for other in kept[-_LOOKED_BACK:] if _is_twin(item, other)), None)
        if twin is None:
            kept.append(item)
        elif not twin.source and item.source:
            kept[kept.index(twin)] = item
    return kept


def _without_deeds(passage: Passage, found: list[Attribution]) -> list[Attribution]:
    """The attributions without the deeds that somebody is accused of: "accuser Kiev de soutenir"."""
    blaming = [item for item in found if item.why.endswith("+ blame")]
    return [item for item in found if not any(_is_deed(passage, item, outer) for outer in blaming)]


def _is_deed(passage: Passage, item: Attribution, blaming: Attribution) -> bool:
    group = passage.groups.get(passage.at(item.cue[-1][1]) - 1) if item.cue and item is not blaming else None
    if group is None or group.form not in (INFINITIVE, GERUND):
        return False
    within = any(start <= item.cue[0][0] < end for start, end in blaming.content)
    own = item.source and not any(item.source[0][0] == start for start, _end in blaming.source)
    return within and not own


def _is_twin(some: Attribution, other: Attribution) -> bool:
    both = shared(some.content, other.content)
    if both > _SAME * max(some.length, other.length):
        return not (some.cue and other.cue and some.source and other.source and some.source != other.source)
    return bool(some.cue and some.cue == other.cue)


def continue_quotation(item: Attribution, stretch: tuple[int, int], *, still_open: bool) -> Attribution:
    """The attribution with one more stretch of content, from the paragraph after it."""
    return replace(item, content=(*item.content, stretch), open=still_open)
