"""Quotations with the verb that carries them, before, after or inside; and dialogue after a dash."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotation.detectors._attributions.lexicon import Cue
from annotation.detectors._attributions.passage import Passage, Quote
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.sources import find_after, find_before, skip_back, tied_before
from annotation.detectors._attributions.stretches import pieces

_NEAR = 9
"""Tokens between a quotation and a cue after it."""
_FAR = 30
"""Tokens between a cue and the colon before a quotation."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue beside a quotation: where its auxiliaries begin, the verb, where it ends, whom it credits."""

    first: int
    cue: int
    end: int
    verb: Cue
    source: Chars | None


def read_quoted(passage: Passage, start: int, end: int, taken: set[int]) -> Iterator[Attribution]:
    """The attributions that carry a sentence's quotations; `taken` holds the starts of carried ones."""
    quotes = [
        q for q in passage.quotes if passage.tokens[start].start <= q.start < passage.tokens[end - 1].end
    ]
    free = [quote for quote in quotes if quote.start not in taken]
    done: set[int] = set()
    for number, quote in enumerate(free):
        if quote.start in done:
            continue
        following = free[number + 1] if number + 1 < len(free) else None
        found = _carry(passage, quote, start, end)
        if found is None:
            continue
        if following and _continues(passage, found, quote, following, end):
            done.add(following.start)
            found = _extended(found, following)
        taken.update(q.start for q in free if any(a <= q.start < b for a, b in found.content))
        yield found


def _carry(passage: Passage, quote: Quote, start: int, end: int) -> Attribution | None:
    first, last = passage.at(quote.start), passage.at(quote.end)
    before = passage.written(first - 1) if first > start else ""
    finders = [_inside, _after, _before] if before not in (":", ",") else [_inside, _before, _after]
    for finder in finders:
        found = finder(passage, quote, first, last, start, end)
        if found is not None:
            return found
    return _colon(passage, quote, first, start) if before == ":" else None


def _record(
    passage: Passage, quote: Quote, found: _Found, content: tuple[Chars, ...], why: str
) -> Attribution:
    return Attribution(
        content=content,
        source=(found.source,) if found.source else (),
        cue=(passage.chars(found.first, found.end),),
        kind=found.verb.kind,
        speech="direct" if _is_whole(passage, content[0][0]) else "mixed",
        why=why,
        confidence=0.9 if found.source else 0.6,
        open=not quote.closed,
    )


def _is_whole(passage: Passage, start: int) -> bool:
    """Whether a quotation is a sentence, not some words of one: it begins with a capital or after a colon."""
    at = passage.at(start)
    first = next(
        (i for i in range(at, min(at + 4, len(passage.tokens))) if passage.tokens[i].kind == "word"), at
    )
    return passage.tokens[first].capital or passage.written(at - 1) in ":," or at == 0


def _first_of(passage: Passage, cue: int, limit: int) -> int:
    """The position of the first auxiliary that belongs to a cue."""
    first = cue
    while first > limit and passage.fold(first - 1) in passage.lexicon.words.auxiliaries:
        first -= 1
    return first


def _after(
    passage: Passage, quote: Quote, _first: int, last: int, _start: int, end: int
) -> Attribution | None:
    """« … », a déclaré X / "…," X said."""
    stop = min(last + _NEAR + 6, end)
    for at in range(last, stop):
        if passage.written(at) in '.;:!?»«“”"' or (passage.quoted(at)):
            return None
        found = passage.cue_at(at)
        if found is None or passage.fold(found[0]) in ("que", "qu'"):
            continue
        if not found[1].frames & ({"quote", "incise"} if at <= last + 1 else {"quote"}):
            continue
        made = _after_cue(passage, last, at, found, end)
        if made is None:
            continue
        return _record(passage, quote, made, ((quote.start, quote.end),), "quotation + verb")
    return None


def _after_cue(passage: Passage, last: int, cue: int, found: tuple[int, Cue], end: int) -> _Found | None:
    tied = tied_before(passage, cue)
    if tied:
        return _Found(tied[1], cue, found[0], found[1], tied[0])
    first = _first_of(passage, cue, last)
    begin = last + (passage.written(last) == ",")
    between = skip_back(passage, cue, begin)
    if between <= begin:
        source = find_after(passage, found[0], _sentence_end(passage, found[0], end), cue)
        return _Found(first, cue, found[0], found[1], source)
    if cue - begin > _NEAR and passage.doc is None:
        return None
    source = find_before(passage, begin, cue)
    return (
        _Found(first, cue, found[0], found[1], source)
        if source and source[0] >= passage.tokens[begin].start
        else None
    )


def _sentence_end(passage: Passage, at: int, end: int) -> int:
    return next((i for i in range(at, end) if passage.quoted(i)), end)


def _before(
    passage: Passage, quote: Quote, first: int, _last: int, start: int, _end: int
) -> Attribution | None:
    """X a déclaré : « … » / X said, "…"."""
    mark = passage.written(first - 1) if first > start else ""
    reach = _FAR if mark == ":" else 8
    for at in range(first - 1, max(start, first - reach) - 1, -1):
        if passage.quoted(at) or passage.written(at) in ".;!?»”":
            return None
        found = passage.cue_at(at)
        if found is None or (mark != ":" and "quote" not in found[1].frames) or found[0] > first:
            continue
        if mark not in (":", ",") and not _touches(passage, found[0], first):
            continue
        tied = tied_before(passage, at)
        source = tied[0] if tied else None
        source = source or find_before(passage, start, at) or find_after(passage, found[0], first, at)
        limit = tied[1] if tied else _first_of(passage, at, start)
        made = _Found(limit, at, found[0], found[1], source)
        return _record(passage, quote, made, ((quote.start, quote.end),), "verb + quotation")
    return None


def _touches(passage: Passage, after: int, first: int) -> bool:
    """Whether little but an adverb or an addressee stands between a cue and its quotation."""
    return first - after <= 4 and not any(passage.written(at) == "," for at in range(after, first))


def _inside(
    passage: Passage, quote: Quote, first: int, last: int, _start: int, _end: int
) -> Attribution | None:
    """« …, a-t-il ajouté, … »: the content stands on both sides of the incise."""
    made = find_incise(passage, first + 1, last)
    if made is None:
        return None
    found, begin, finish = made
    left = (quote.start, passage.tokens[begin - 1].end)
    right = (passage.tokens[finish].start, quote.end) if finish < last - 1 else None
    return _record(passage, quote, found, tuple(filter(None, (left, right))), "verb inside the quotation")


def find_incise(passage: Passage, start: int, end: int) -> tuple[_Found, int, int] | None:
    """A verb with its inverted subject between commas, where that begins, and where the text resumes."""
    for at in range(start, end):
        found = passage.cue_at(at)
        if found is None or not found[1].frames & {"quote", "incise"}:
            continue
        made = _incise_at(passage, at, found, end)
        if made is not None:
            return made
    return None


def _incise_at(
    passage: Passage, cue: int, found: tuple[int, Cue], end: int
) -> tuple[_Found, int, int] | None:
    tied = tied_before(passage, cue)
    inverted = passage.written(found[0]) == "-" and passage.fold(
        found[0] + 1
    ) in passage.lexicon.words.pronouns | {"t"}
    begin = tied[1] if tied else skip_back(passage, cue, max(cue - 5, 0))
    if passage.written(begin - 1) not in (",", "!", "?", "…", "—", "–") or begin < 2:
        return None
    source = tied[0] if tied else find_after(passage, found[0], end, cue, inside=True)
    if source is None or (not tied and not _may_speak(passage, cue, source)):
        return None
    spoken = passage.written(0) in passage.language.dashes and begin == cue - (
        passage.fold(cue - 1) in ("s'", "se", "m'")
    )
    finish = max(passage.at(source[1]), found[0])
    finish = _next_sign(passage, finish, end)
    named = (
        spoken
        or inverted
        or tied
        or (passage.written(finish) in ',.…!?»”"' and passage.language.code != "en")
    )
    if not named:
        return None
    limit = tied[1] if tied else _first_of(passage, cue, begin)
    resume = min(finish + 1, end)
    return _Found(limit, cue, found[0], found[1], source), begin, resume


def _may_speak(passage: Passage, cue: int, source: Chars) -> bool:
    """Whether what follows a verb can be its subject: no possession, and no subject before the verb."""
    if passage.fold(passage.at(source[0])) in passage.lexicon.words.possessives:
        return False
    node = passage.node(cue)
    before = [child for child in node.children if child.dep_ == "nsubj" and child.i < node.i] if node else []
    return not before or passage.quoted(cue) or passage.written(0) in passage.language.dashes


def _next_sign(passage: Passage, at: int, end: int) -> int:
    """The sign that ends an incise, looked for a few words on: "…, a-t-il dit mardi, …"."""
    return next(
        (i for i in range(at, min(at + 12, end)) if passage.written(i) in ',.;:—–!?»”"'), min(at, end - 1)
    )


def _colon(passage: Passage, quote: Quote, first: int, start: int) -> Attribution | None:
    """X : « … », without a verb."""
    end = first - 1
    if end - start > 12 or end <= start or not passage.tokens[start].text[0].isalpha():
        return None
    source = pieces(passage, start, end)
    if source is None:
        return None
    return Attribution(
        content=((quote.start, quote.end),),
        source=(source,),
        cue=(passage.chars(end, end + 1),),
        cue_type="colon",
        speech="direct",
        why="colon + quotation",
        confidence=0.5,
        open=not quote.closed,
    )


def _continues(passage: Passage, found: Attribution, quote: Quote, following: Quote, end: int) -> bool:
    """Whether the next quotation goes on after the verb: « … », a dit X, « … »."""
    if not found.cue or found.cue[0][0] < quote.end or found.cue[0][0] > following.start:
        return False
    after = max([found.cue[0][1], *(b for _, b in found.source)])
    between = passage.text[after : following.start]
    cues = any(passage.cue_at(at) for at in range(passage.at(after), passage.at(following.start)))
    return (
        following.start > found.cue[0][1]
        and len(between) < 60
        and not cues
        and "." not in between
        and passage.at(following.end) <= end
    )


def _extended(found: Attribution, following: Quote) -> Attribution:
    return Attribution(
        content=(*found.content, (following.start, following.end)), source=found.source, cue=found.cue,
        cue_type=found.cue_type, kind=found.kind, speech=found.speech, why=found.why,
        confidence=found.confidence, open=not following.closed,
    )  # fmt: skip
