"""Quotations with the verb that carries them: before them, inside them, or none but a colon."""

from collections.abc import Iterator
from dataclasses import replace

from annotation.detectors._attributions.incises import Incise, find_incises
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.quotations import Quote
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.stretches import pieces
from annotation.detectors._attributions.subjects import subject_after, subject_before
from annotation.detectors._attributions.verbs import VerbGroup, read_any_group

_FAR = 40
"""Tokens between a verb and the colon before a quotation."""
_CLOSE = 8
"""Tokens between a verb and a quotation that nothing but its object precedes."""
_COMMA = 4
"""Tokens between a verb and a quotation that a comma precedes."""
_LONGEST_LABEL = 16
"""Tokens of the longest speaker before a colon."""
_LONGEST_CUE = 6
_CLOSING = frozenset(",.;:!?»”—–")


def read_quoted(passage: Passage, start: int, end: int, taken: set[int]) -> Iterator[Attribution]:
    """The attributions that carry a sentence's quotations; `taken` holds the starts of those carried."""
    for quote in quotes_between(passage, start, end):
        if quote.start in taken:
            continue
        found = _carry(passage, quote, start)
        if found is not None:
            taken.add(quote.start)
            yield found


def quotes_between(passage: Passage, start: int, end: int) -> list[Quote]:
    """The quotations that begin between two positions."""
    low, high = passage.tokens[start].start, passage.tokens[end - 1].end
    return [quote for quote in passage.quotes_between(low, high) if low <= quote.start < high]


def _carry(passage: Passage, quote: Quote, start: int) -> Attribution | None:
    first, last = passage.at(quote.start), passage.at(quote.end)
    inside = _inside(passage, quote, first, last)
    if inside is not None:
        return inside
    colon = passage.written(first - 1) == ":" and first > start
    found = _before(passage, quote, start, colon=colon) if first > start else None
    if found is None and colon:
        found = _main_verb(passage, quote, start) or _label(passage, quote, first, start)
    return found


def read_introduction(passage: Passage, quote: Quote, start: int) -> Attribution | None:
    """Who is about to speak, by the verb before the colon that stands right before a quotation."""
    found = _before(passage, quote, start, colon=True)
    return found if found is not None and found.source else _main_verb(passage, quote, start) or found


def _inside(passage: Passage, quote: Quote, first: int, last: int) -> Attribution | None:
    """« …, a-t-il ajouté, … »: the content stands on both sides of the incise."""
    found = next(find_incises(passage, first, last, spoken=True), None)
    if found is None or not _believed(passage, found):
        return None
    left = (quote.start, passage.tokens[found.begin - 1].end)
    right = (passage.tokens[found.resume].start, quote.end) if found.resume < last - 1 else None
    content = tuple(filter(None, (left, right)))
    return _record(passage, quote, found.group, found.source, content, "inside")


def _believed(passage: Passage, found: Incise) -> bool:
    """Whether an incise inside a quotation is one: a subject is tied to it, or has a name or role."""
    if found.group.tied:
        return True
    if found.source is None or passage.lexicon.code == "en":
        return False
    at, after = passage.at(found.source[0]), passage.at(found.source[1])
    if passage.tokens[at].capital or any(
        passage.describes(i) for i in range(at, min(at + 3, len(passage.tokens)))
    ):
        return True
    closed = passage.written(after) in (*_CLOSING, "") or passage.fold(after) in passage.lexicon.words.stops
    return closed and passage.fold(at) in passage.language.articles and "quote" in found.group.cue.frames


def _record(
    passage: Passage,
    quote: Quote,
    group: VerbGroup,
    source: Chars | None,
    content: tuple[Chars, ...],
    rule: str,
) -> Attribution:
    speech = "direct" if _is_whole(passage, content[0][0]) else "mixed"
    return Attribution(
        content=content, source=(source,) if source else (), cue=(passage.chars(group.first, group.end),),
        kind=group.cue.kind("quote", "incise", "clause", "object"), speech=speech, negated=group.negated,
        rule=f"quotation {rule}", why=f"{group.cue.lemma} with a quotation", open=not quote.closed,
    )  # fmt: skip


def _is_whole(passage: Passage, start: int) -> bool:
    """Whether a quotation is a sentence, not some words of one: it begins with a capital or after a colon."""
    at = passage.at(start)
    if at >= len(passage.tokens):
        return True
    words = (i for i in range(at, min(at + 4, len(passage.tokens))) if passage.tokens[i].kind == "word")
    first = next(words, at)
    return passage.tokens[first].capital or passage.written(at - 1) in ":," or at == 0


def _before(passage: Passage, quote: Quote, start: int, *, colon: bool) -> Attribution | None:
    """X a déclaré : « … » / X said, "…" / X a déclaré « … »."""
    first = passage.at(quote.start)
    comma = passage.written(first - 1) == ","
    for at in range(first - 1, max(start, first - (_FAR if colon else _CLOSE + 6)) - 1, -1):
        if (passage.quoted(at) and not colon) or passage.written(at) in ".;!?":
            return None
        group = None if passage.quoted(at) else passage.group_at(at)
        if group is None or group.end > first or not _may_introduce(group, colon=colon):
            continue
        if not colon and not (
            group.cue.frames & {"quote", "object", "call", "blame"}
            and ((comma and first - group.end <= _COMMA) or _touches(passage, group.end, first))
        ):
            return None
        if colon and not group.cue.frames & {"quote", "object", "call", "blame", "clause", "action"}:
            continue
        source = group.tied or subject_before(passage, start, group) or _after(passage, group, first)
        if source is None and colon and group.form in ("gerund", "infinitive"):
            source = _of_main_verb(passage, group, start)
        if source is None and not colon:
            return None
        return _record(passage, quote, group, source, ((quote.start, quote.end),), "after a verb")
    return None


def _may_introduce(group: VerbGroup, *, colon: bool) -> bool:
    """Whether a verb may lead to a quotation: not "ému :", nor how somebody spoke, "en souriant :"."""
    if group.form == "gerund":
        return "clause" in group.cue.frames
    return group.form == "finite" or (colon and group.form == "infinitive")


def _of_main_verb(passage: Passage, group: VerbGroup, start: int) -> Chars | None:
    """The subject of the verb before a gerund or an infinitive: "Il rendit le papier en disant :"."""
    for at in range(group.begin - 1, start, -1):
        other = None if passage.quoted(at) else passage.group_at(at) or read_any_group(passage, at)
        if other is None or other.form != "finite":
            continue
        source = subject_before(passage, start, other)
        if source is not None and _may_speak(passage, source):
            return source
    return None


def _after(passage: Passage, group: VerbGroup, first: int) -> Chars | None:
    """The subject between a verb and the quotation: "Et d'ajouter", "Ainsi parle le maire :"."""
    return (
        subject_after(passage, group, first) if group.form == "finite" and group.begin <= group.at else None
    )


def _touches(passage: Passage, after: int, first: int) -> bool:
    """Whether little but an adverb or an addressee stands between a verb and its quotation."""
    return first - after <= _CLOSE and not any(passage.written(at) == "," for at in range(after, first))


def _main_verb(passage: Passage, quote: Quote, start: int) -> Attribution | None:
    """Any verb before a colon and a quotation: "Elle lève les yeux au ciel : « … »"."""
    colon = passage.at(quote.start) - 1
    for at in range(start, colon):
        group = None if passage.quoted(at) else read_any_group(passage, at)
        node = passage.node(at)
        if group is None or node is None or node.dep_ in ("acl:relcl", "acl", "advcl", "relcl"):
            continue
        source = group.tied or subject_before(passage, start, group)
        if source is None or not _may_speak(passage, source):
            return None
        end = colon if colon - group.first <= _LONGEST_CUE else group.end
        return _record(
            passage, quote, replace(group, end=end), source, ((quote.start, quote.end),), "after a colon"
        )
    return None


def _may_speak(passage: Passage, source: Chars) -> bool:
    words = passage.lexicon.words
    positions = range(passage.at(source[0]), passage.at(source[1]))
    folds = [passage.fold(at) for at in positions]
    if len(folds) == 1 and folds[0] in words.impersonal - {"il"}:
        return False
    named = any(
        passage.tokens[at].capital and passage.fold(at) not in passage.language.small_words
        for at in positions
    )
    return named or any(passage.describes(at) or passage.fold(at) in words.pronouns for at in positions)


def _label(passage: Passage, quote: Quote, first: int, start: int) -> Attribution | None:
    """X : « … », without a verb."""
    end = first - 1
    if end - start > _LONGEST_LABEL or end <= start:
        return None
    source = pieces(passage, start, end)
    if source is None:
        return None
    speaks = _may_speak(passage, source)
    return Attribution(
        content=((quote.start, quote.end),), source=(source,) if speaks else (),
        cue=(passage.chars(end, end + 1),),
        cue_type="colon", speech="direct", rule="colon" if speaks else "colon alone",
        why="colon and quotation", open=not quote.closed, carried_on=not speaks,
    )  # fmt: skip


def read_alone(quote: Quote) -> Attribution:
    """A quotation that is a sentence and that nothing in its sentence attributes to anybody."""
    return Attribution(
        content=((quote.start, quote.end),), cue_type="none", speech="direct", rule="quotation alone",
        why="quotation without a verb", open=not quote.closed, carried_on=True,
    )  # fmt: skip
