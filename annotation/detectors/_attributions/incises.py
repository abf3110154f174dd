"""Verbs of saying put into what is said: « …, a-t-il ajouté, … »; "…, officials said"; "…, estime X, …"."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotation.detectors._attributions.incise_signs import (
    begin_of,
    behind_quote,
    holds_verb,
    is_name,
    may_name,
    next_sign,
    resume_after,
)
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.phrases import phrase_before, skip_asides
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.stretches import skip_adverbs
from annotation.detectors._attributions.subjects import subject_after, subject_before
from annotation.detectors._attributions.verbs import VerbGroup, read_any_group

_SIGNS = ',.;:!?…—–»”")'
_BEFORE = ',!?…»”"—–.'
_LONGEST_NAME = 40
"""Tokens of the longest name with appositions between a quotation and its verb."""
_SPOKEN_TO = frozenset({"moi", "toi", "tu", "vous", "nous", "lui", "leur", "les", "le", "la"})
"""What is tied to a verb that somebody says: "dites-moi", "voyez-vous"."""
_BESIDE = 8
"""Tokens after a quotation within which any verb may carry it."""


@dataclass(frozen=True, slots=True)
class Incise:
    """A verb with its subject inside or behind what is said; `begin` and `resume` are positions."""

    group: VerbGroup
    source: Chars | None
    begin: int
    resume: int
    """The position after the subject and what belongs to the verb."""


def find_incises(passage: Passage, start: int, end: int, *, spoken: bool = False) -> Iterator[Incise]:
    """The incises between two positions; `spoken` where all is speech, such as inside a quotation."""
    after = start
    inside = passage.quoted(start) if spoken else False
    for at in _candidates(passage, start, end):
        if at < after or passage.quoted(at) != inside:
            continue
        group = passage.group_at(at) or _unlisted(passage, at)
        found = _incise(passage, group, start, end, spoken=spoken) if group else None
        if found is not None:
            after = found.resume
            yield found


def _candidates(passage: Passage, start: int, end: int) -> list[int]:
    """Where a verb of an incise may stand: every listed one, and any word right behind a quotation."""
    listed = {at for at in range(start, end) if at in passage.groups}
    for quote in passage.quotes_between(passage.tokens[start].start, passage.tokens[end - 1].end):
        last = passage.at(quote.end)
        listed.update(range(max(start, last), min(end, last + _BESIDE)))
    return sorted(listed)


def _unlisted(passage: Passage, at: int) -> VerbGroup | None:
    """Any verb right behind a quotation: « … », grince Paul."""
    group = read_any_group(passage, at)
    return group if group is not None and behind_quote(passage, group) else None


def _incise(passage: Passage, group: VerbGroup, start: int, end: int, *, spoken: bool) -> Incise | None:
    if group.form != "finite" or group.passive:
        return None
    if (
        "quote" not in group.cue.frames
        and not (group.tied and "tied" in group.cue.frames)
        and not (behind_quote(passage, group) or (spoken and "incise" in group.cue.frames))
    ):
        return None
    if passage.lexicon.code == "en":
        return _english(passage, group, start, end, spoken=spoken)
    begin = begin_of(group)
    beside = passage.written(begin - 1) in _BEFORE and begin - start >= 2
    if not beside or (passage.written(begin - 1) == "." and not spoken):
        return None
    return _inverted(passage, group, begin, end, spoken=spoken)


def _inverted(passage: Passage, group: VerbGroup, begin: int, end: int, *, spoken: bool) -> Incise | None:
    """The incise whose subject follows its verb."""
    if spoken and _speaks_to(passage, group):
        return None
    source = group.tied or subject_after(passage, group, _stop(passage, group, end, spoken), inside=True)
    if source is None or (not group.tied and not _may_speak(passage, group, source, spoken=spoken)):
        return None
    if not spoken and not group.tied and holds_verb(passage, source):
        return None
    finish = max(passage.at(source[1]), group.end)
    resume = resume_after(passage, finish, end, tied=group.tied is not None, spoken=spoken)
    return Incise(group, source, begin, resume) if resume is not None else None


def _speaks_to(passage: Passage, group: VerbGroup) -> bool:
    """Whether what is tied to a verb is somebody spoken to, who does not speak: "montrez-moi"."""
    if group.tied:
        return passage.text[slice(*group.tied)].casefold() in _SPOKEN_TO
    return passage.written(group.end) == "-" and passage.fold(group.end + 1) in _SPOKEN_TO


def _stop(passage: Passage, group: VerbGroup, end: int, spoken: bool) -> int:
    if spoken:
        return end
    return next((i for i in range(group.end, end) if passage.quoted(i) and not is_name(passage, i)), end)


def _may_speak(passage: Passage, group: VerbGroup, source: Chars, *, spoken: bool) -> bool:
    """Whether what follows a verb can be its subject and is not its object."""
    at = passage.at(source[0])
    word, words = passage.fold(at), passage.lexicon.words
    if word in words.possessives and not may_name(passage, at + 1):
        closed = passage.written(passage.at(source[1]) if spoken else at + 2) in _SIGNS
        return (spoken or behind_quote(passage, group)) and word not in words.that and closed
    if skip_asides(passage, group.end, at + 1) < at and passage.fold(at - 1) in ("de", "d'", "que", "qu'"):
        return False
    node = passage.node(group.at)
    before = node is not None and any(
        child.dep_ == "nsubj" and child.i < node.i and _near(passage, group, child.idx)
        for child in node.children
    )
    if before and not spoken and not behind_quote(passage, group):
        return False
    if behind_quote(passage, group) or spoken or any(may_name(passage, at + more) for more in range(3)):
        return True
    return "object" not in group.cue.frames and _ends_there(passage, source)


def _ends_there(passage: Passage, source: Chars) -> bool:
    """Whether a sign follows a supposed subject that begins with an article: "…, glisse un habitué."."""
    at, after = passage.at(source[0]), passage.at(source[1])
    closed = after >= len(passage.tokens) or passage.written(after) in _SIGNS
    return closed and passage.fold(at) in passage.language.articles - {"du", "au", "aux", "des"}


def _near(passage: Passage, group: VerbGroup, char: int) -> bool:
    """Whether a subject stands right before a verb, with no comma between."""
    at = passage.at(char)
    return not any(passage.written(i) in ',»”"' for i in range(at, group.begin))


# English


def _english(passage: Passage, group: VerbGroup, start: int, end: int, *, spoken: bool) -> Incise | None:
    """An incise in the order of English: "…," she said; The plan, officials said, works."""
    after = skip_asides(passage, group.end, end)
    if passage.written(group.begin - 1) in _BEFORE and group.begin - start >= 2:
        found = (
            _inverted(passage, group, group.begin, end, spoken=spoken)
            if _may_invert(passage, group)
            else None
        )
        if found is not None and (behind_quote(passage, group) or _is_closed(passage, found, end)):
            return found
    closed = (
        _told(passage, group, start, end)
        or after >= end
        or passage.written(after) in _SIGNS
        or _circumstance_only(passage, after, end)
    )
    if not closed:
        return None
    comma = _opening(passage, group, start)
    if comma is None or comma < start + 1:
        return None
    source = subject_before(passage, comma + 1, group) or phrase_before(passage, comma + 1, group.begin)
    if source is None or source[0] < passage.tokens[comma].end or not _is_speaker(passage, source):
        return None
    resume = resume_after(passage, after, end)
    return Incise(group, source, comma + 1, resume if resume is not None else end)


def _is_closed(passage: Passage, found: Incise, end: int) -> bool:
    """Whether a sign or a circumstance follows an inverted subject, and no verb stands in it."""
    if found.source is None or not _is_speaker(passage, found.source) or holds_verb(passage, found.source):
        return False
    after = passage.at(found.source[1])
    return (
        after >= end or passage.written(after) in _SIGNS or passage.fold(after) in passage.lexicon.words.stops
    )


def _told(passage: Passage, group: VerbGroup, start: int, end: int) -> bool:
    """Whether only somebody who is told stands between a verb and the next sign: "…," she told reporters."""
    sign = next_sign(passage, group.end, end)
    if sign is None or sign - group.end > 10 or passage.written(sign) == ":":
        return False
    opening = _opening(passage, group, start)
    behind = opening is not None and (
        passage.written(opening) in '»”"' or passage.written(opening - 1) in '»”"' or passage.quoted(opening)
    )
    verbs = any(passage.tag(i) in ("VERB", "AUX") for i in range(group.end, sign))
    return behind and not verbs and passage.fold(group.end) not in passage.lexicon.words.that


def _may_invert(passage: Passage, group: VerbGroup) -> bool:
    at = skip_adverbs(passage, group.end)
    return may_name(passage, at) or may_name(passage, at + 1) or may_name(passage, at + 2)


def _is_speaker(passage: Passage, source: Chars) -> bool:
    positions = range(passage.at(source[0]), passage.at(source[1]))
    return any(may_name(passage, at) for at in positions) and not any(
        passage.group_at(at) and passage.tag(at) in ("VERB", "AUX") for at in positions
    )


def _circumstance_only(passage: Passage, at: int, end: int) -> bool:
    """Whether nothing but "in a statement on Monday" stands between a verb and the next sign."""
    if passage.fold(at) not in passage.lexicon.words.stops - {"that", "as", "by", "but", "and", "this"}:
        return False
    sign = next_sign(passage, at, end)
    return sign is not None and sign - at < 10


def _quote_before(passage: Passage, group: VerbGroup, start: int) -> int | None:
    """The closing mark of a quotation that only a name and its appositions part from a verb."""
    for at in range(group.begin - 1, max(start, group.begin - _LONGEST_NAME), -1):
        if passage.written(at) in '»”"' or (passage.quoted(at) and not passage.quoted(at + 1)):
            return at
        other = passage.group_at(at)
        if passage.ends_at(at) or (other is not None and other.form == "finite"):
            return None
    return None


def _opening(passage: Passage, group: VerbGroup, start: int) -> int | None:
    """The position of the sign before the subject of an incise; an apposition's commas are passed over."""
    quote = _quote_before(passage, group, start)
    if quote is not None:
        return quote
    signs = [
        i for i in range(group.begin - 1, max(start, group.begin - 24), -1) if passage.written(i) in _BEFORE
    ]
    for number, at in enumerate(signs):
        if passage.written(at) != "," or at < group.begin - 1:
            further = signs[number + 1] if number + 1 < len(signs) else None
            apposed = passage.written(group.begin - 1) == "," and further is not None and number <= 1
            return further if apposed and passage.written(at) == "," else at
    return None


# as attributions
