"""Phrases that name a source, such as "selon X" or "according to X"; the rest is the content."""

from collections.abc import Iterator, Sequence

from annotation.detectors._attributions.appositions import is_apposition
from annotation.detectors._attributions.inserted import quote_after_colon
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.speech import speech_of
from annotation.detectors._attributions.stretches import pieces

_STOPS = '.;:?!—–()«“»”"'
_RELATIVES = ("qui", "laquelle", "lequel", "lesquels", "lesquelles", "whom", "which")


def read_according(passage: Passage, start: int, end: int, cuts: Sequence[int] = ()) -> Iterator[Attribution]:
    """The attributions of one sentence whose source is named by a phrase; no content goes beyond a cut."""
    for at in range(start, end):
        if passage.quoted(at):
            continue
        found = _phrase(passage, at, start)
        if found is None or found[1] <= found[0]:
            continue
        source_start = found[0]
        content = _content(passage, start, min((cut for cut in cuts if cut > at), default=end), at, found)
        if content:
            yield Attribution(
                content=content, source=(passage.chars(*found),),
                cue=(passage.chars(at, source_start),), cue_type="selon-pp", kind=_kind(passage, at),
                speech=speech_of(passage, content), rule="according",
                why=f"{passage.written(at).lower()} + source",
            )  # fmt: skip


def _kind(passage: Passage, at: int) -> str:
    return (
        "belief"
        if passage.fold(at) in passage.lexicon.according.beliefs
        and passage.fold(at + 1) not in ("source", "sources", "bonne", "meme")
        else "assertion"
    )


def _phrase(passage: Passage, at: int, start: int) -> tuple[int, int] | None:
    """The position after the cue and the one after the source, where the phrase begins at `at`."""
    words = passage.lexicon.according
    found = words.phrases.find(passage.folds, at)
    if found is not None:
        after = found[0]
        excluded = words.not_sources.find(passage.folds, after)
        still = passage.fold(after) in words.sources_still and _is_known_source(passage, after + 1)
        if excluded and not still:
            return None
        if passage.fold(after) in _RELATIVES:
            return after, after + 1
        if passage.fold(at) == "per" and not (
            passage.tokens[after].capital or passage.fold(after) in passage.language.determiners
        ):
            return None
        return after, _source_end(passage, after)
    if words.of_source.find(passage.folds, at) is not None and (
        at == start or passage.written(at - 1) == ","
    ):
        return at + 1, _source_end(passage, at + 1)
    opened = words.open.find(passage.folds, at)
    if opened is None or not (at == start or passage.written(at - 1) == ","):
        return None
    if passage.fold(opened[0]) in _RELATIVES:
        return opened[0], opened[0] + 1
    end = _source_end(passage, opened[0])
    named = passage.written(end) == "," and _is_person(passage, opened[0], end)
    return (opened[0], end) if named else None


def _is_known_source(passage: Passage, at: int) -> bool:
    """Whether a word, or the one after an adjective, names a kind of source: "un récent sondage"."""
    anonymous = passage.lexicon.words.anonymous
    return any(passage.describes(i) or passage.fold(i) in anonymous for i in (at, at + 1, at + 2))


def _is_person(passage: Passage, start: int, end: int) -> bool:
    """Whether "pour X," speaks of somebody: a name without an article, or a role."""
    if (
        passage.tokens[start].capital
        and end - start <= 4
        and passage.fold(start) not in passage.language.small_words
    ):
        return True
    known = passage.lexicon.described
    if passage.fold(start) in ("lui", "elle", "eux", "elles", "beaucoup", "certains"):
        return True
    person = (
        known.types.get(passage.word(start + 1)) in ("person", "group")
        or passage.word(start + 1) in known.roles
    )
    return person and passage.fold(start) in passage.language.articles


def _source_end(passage: Passage, after: int) -> int:
    """Where the source ends: at a comma that closes it or at the sentence's next sign."""
    end = after
    while end < len(passage.tokens) and not _closes(passage, after, end):
        end += 1
    return end


def _closes(passage: Passage, start: int, at: int) -> bool:
    text = passage.written(at)
    if text == ",":
        return not (_goes_on(passage, at) or _apposed(passage, start, at))
    if text in "()":
        return not _is_bracket(passage, start, at)
    if text in '«“"»”':
        quote = passage.quote_at(passage.tokens[at].start)
        return quote is None or quote.end - quote.start > 30 or at == start
    if passage.fold(at) in passage.lexicon.words.relatives and at > start:
        return True
    if text == ".":
        return not (
            passage.fold(at - 1) in passage.language.abbreviations or len(passage.written(at - 1)) == 1
        )
    if text in _STOPS:
        return True
    return (
        at > start
        and passage.fold(at) in ("que", "qu'", "that")
        and passage.fold(at - 1) not in ("tels", "telles", "ainsi")
    )


def _is_bracket(passage: Passage, start: int, at: int) -> bool:
    if passage.written(at) == ")":
        return any(passage.written(i) == "(" for i in range(start, at))
    return any(passage.written(i) == ")" for i in range(at + 1, min(at + 8, len(passage.tokens))))


def _apposed(passage: Passage, start: int, comma: int) -> bool:
    """Whether a comma leads to more about a person just named, which another comma or the end closes."""
    named = passage.tokens[comma - 1].capital and comma > start
    closed = next(
        (i for i in range(comma + 1, min(comma + 16, len(passage.tokens))) if passage.written(i) in ",."),
        None,
    )
    role = (
        passage.word(comma + 1) in passage.lexicon.described.roles
        or passage.tokens[min(comma + 1, len(passage.tokens) - 1)].kind == "number"
    )
    return named and closed is not None and role and is_apposition(passage, comma + 1, len(passage.tokens))


def _goes_on(passage: Passage, comma: int) -> bool:
    """Whether a comma joins the members of a list: "ukrainiennes, sud-coréennes et occidentales"."""
    following = comma + 1
    for at in range(following, min(following + 6, len(passage.tokens))):
        if passage.written(at) in ",.;:" and at > following:
            break
        joined = passage.fold(at) in ("et", "and") and following < at <= following + 4
        if joined:
            return _same_kind(passage, comma - 1, following) and _same_kind(passage, comma - 1, at + 1)
    return False


def _same_kind(passage: Passage, some: int, other: int) -> bool:
    tags = {"NOUN": "N", "PROPN": "N", "ADJ": "A", "VERB": "A"}
    first, second = tags.get(passage.tag(some)), tags.get(passage.tag(other))
    if passage.doc is not None and "A" in (first, second):
        return first == second and passage.tokens[some].capital == passage.tokens[other].capital
    last = passage.fold(some)[-1:] == passage.fold(other)[-1:] == "s"
    return last and passage.tokens[some].capital == passage.tokens[other].capital


def _content(passage: Passage, start: int, end: int, at: int, source: tuple[int, int]) -> tuple[Chars, ...]:
    """What is credited to the source: all around the phrase, or what follows "selon qui" or "mais selon"."""
    last = next(
        (i for i in range(source[1], end) if passage.written(i) == ";" and not passage.quoted(i)), end
    )
    resume = _after_relative(passage, source[1], last)
    after = pieces(passage, resume, last)
    if passage.fold(source[0]) in _RELATIVES or (
        passage.fold(at - 1) in ("mais", "et", "but", "and") and at - 1 > start
    ):
        return (after,) if after else ()
    count = _count_before(passage, start, end, at)
    if count is not None:
        return (count,)
    before = pieces(passage, _first(passage, start, at), at)
    before = quote_after_colon(passage, at, before) if at - start > 2 else before
    if after is not None and not _goes_on_after(passage, resume, last, before):
        after = None
    return tuple(filter(None, (before, after)))


def _count_before(passage: Passage, start: int, end: int, at: int) -> Chars | None:
    """The number that one of several sources gives: "5 000 personnes selon la police, 9 000 selon la CGT"."""
    others = sum(passage.fold(i) == passage.fold(at) for i in range(start, end))
    if others < 2 or passage.written(at - 1) == ",":
        return None
    for i in range(at - 1, max(start, at - 6) - 1, -1):
        if passage.tokens[i].kind == "number":
            return pieces(passage, i, at)
        if passage.written(i) in ",;:—–(":
            return None
    return None


def _first(passage: Passage, start: int, at: int) -> int:
    return next(
        (i + 1 for i in range(at - 1, start, -1) if passage.written(i) == ";" and not passage.quoted(i)),
        start,
    )


def _goes_on_after(passage: Passage, at: int, last: int, before: Chars | None) -> bool:
    """Whether what follows a source belongs to what it says: not "…, selon X, qui …" nor "…, a ajouté Y"."""
    if before is None:
        return True
    while at < last and passage.written(at) == ",":
        at += 1
    group = passage.group_at(at)
    return group is None or group.form not in ("gerund", "participle")


def _after_relative(passage: Passage, at: int, last: int) -> int:
    """The position after a relative clause or an apposition about the source: "selon X, qui cite Y, …"."""
    relative = passage.fold(at) in passage.lexicon.words.relatives | {"dont", "whose", "where"}
    at -= relative
    if not relative and passage.fold(at + 1) not in passage.lexicon.words.relatives | {
        "dont",
        "whose",
        "where",
    }:
        return at
    return next((i for i in range(at + 1, last) if passage.written(i) == "," and not passage.quoted(i)), last)
