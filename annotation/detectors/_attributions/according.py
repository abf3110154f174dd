"""Phrases that name a source, such as "selon X" or "according to X"; the rest is the content."""

from collections.abc import Iterator

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.stretches import pieces

_STOPS = ".;:?!—–()«“»”"


def read_according(passage: Passage, start: int, end: int) -> Iterator[Attribution]:
    """The attributions of one sentence whose source is named by a phrase."""
    for at in range(start, end):
        found = _phrase(passage, at, start)
        if found is None or passage.quoted(at):
            continue
        source_start, source_end = found
        if source_end <= source_start:
            continue
        content = _content(passage, start, end, at, source_end)
        if content:
            source = passage.chars(source_start, source_end)
            speech = (
                "mixed"
                if any(passage.quote_at(a) or passage.quote_at(b - 1) for a, b in content)
                else "indirect"
            )
            yield Attribution(
                content=content,
                source=(source,),
                cue=(passage.chars(at, source_start),),
                cue_type="selon-pp",
                speech=speech,
                why=f"{passage.written(at).lower()} …",
                confidence=0.9,
            )


def _phrase(passage: Passage, at: int, start: int) -> tuple[int, int] | None:
    """The position after the cue and the one after the source, where the phrase begins at `at`."""
    words = passage.lexicon.according
    found = words.phrases.find(passage.folds, at)
    if found is not None:
        after = found[0]
        excluded = words.not_sources.find(passage.folds, after)
        still = passage.fold(after) in words.sources_still and passage.fold(after + 1) in _known_sources(
            passage
        )
        if excluded and not still:
            return None
        return after, _source_end(passage, after)
    if words.of_source.find(passage.folds, at) is not None:
        return at + 1, _source_end(passage, at + 1)
    opened = words.open.find(passage.folds, at)
    if opened is None or not (at == start or passage.written(at - 1) == ","):
        return None
    end = _source_end(passage, opened[0])
    named = passage.written(end) == "," and _is_person(passage, opened[0], end)
    return (opened[0], end) if named else None


def _known_sources(passage: Passage) -> frozenset[str]:
    lexicon = passage.lexicon
    return frozenset().union(lexicon.words.anonymous, *lexicon.roles.values(), *lexicon.types.values())


def _is_person(passage: Passage, start: int, end: int) -> bool:
    """Whether "pour X," speaks of somebody: a name without an article, or a role."""
    if (
        passage.tokens[start].capital
        and end - start <= 4
        and passage.fold(start) not in passage.language.small_words
    ):
        return True
    roles = frozenset().union(*passage.lexicon.roles.values())
    return passage.fold(start + 1) in roles and passage.fold(start) in passage.language.articles


def _source_end(passage: Passage, after: int) -> int:
    """Where the source ends: at a comma that closes it or at the sentence's next sign."""
    end = after
    while end < len(passage.tokens) and not _closes(passage, after, end):
        end += 1
    return end


def _closes(passage: Passage, start: int, at: int) -> bool:
    text = passage.written(at)
    if text == ",":
        return not _goes_on(passage, at)
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


def _content(passage: Passage, start: int, end: int, at: int, source_end: int) -> tuple[Chars, ...]:
    first = next(
        (i + 1 for i in range(at - 1, start, -1) if passage.written(i) == ";" and not passage.quoted(i)),
        start,
    )
    last = next(
        (i for i in range(source_end, end) if passage.written(i) == ";" and not passage.quoted(i)), end
    )
    source_end = _after_relative(passage, source_end, last)
    before = pieces(passage, first, at)
    after = pieces(passage, source_end, last)
    return tuple(filter(None, (before, after)))


def _after_relative(passage: Passage, at: int, last: int) -> int:
    """The position after a relative clause about the source: "selon X, qui cite Y, …"."""
    if passage.fold(at + 1) not in passage.lexicon.words.relatives:
        return at
    return next((i for i in range(at + 1, last) if passage.written(i) == ","), at)
