"""Sentences with a verb of saying put into them: what stands on both sides of it is the content."""

from annotation.detectors._attributions.incises import Incise
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.phrases import phrase_after
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.speech import speech_of
from annotation.detectors._attributions.stretches import pieces, skip_adverbs

_PLACES = ("chez", "au", "aux", "dans", "du", "à", "auprès")
"""Where "on" speaks: "rétorque-t-on chez l'assureur"."""
_NARRATED = 16
"""Tokens after an incise within which a verb tells that the story goes on."""
_SHORTEST = 12
"""Code points of the shortest sentence that is attributed without quotation marks."""


def read_incise(passage: Passage, incise: Incise, start: int, end: int) -> Attribution | None:
    """The attribution of a sentence with an incise: what stands on both sides of it is the content."""
    first = next(
        (
            i + 1
            for i in range(incise.begin - 1, start, -1)
            if passage.written(i) == ";" and not passage.quoted(i)
        ),
        start,
    )
    left = pieces(passage, first, incise.begin)
    right = (
        pieces(passage, incise.resume, _content_end(passage, incise, end)) if incise.resume < end else None
    )
    left = quote_after_colon(passage, incise.begin, left)
    right = None if left and _turns(passage, incise.resume, left) else right
    content = tuple(filter(None, (left, right)))
    if not content or (not _all_quoted(passage, content) and sum(b - a for a, b in content) < _SHORTEST):
        return None
    group = incise.group
    speech = speech_of(passage, content)
    source = _of_source(passage, incise, end) or incise.source
    return Attribution(
        content=content, source=(source,) if source else (), cue=(passage.chars(group.first, group.end),),
        kind=group.cue.kind("quote", "incise", "tied"), speech=speech, negated=group.negated,
        rule=f"incise {speech}", why=f"{group.cue.lemma} beside what is said",
    )  # fmt: skip


def _turns(passage: Passage, at: int, left: Chars) -> bool:
    """Whether the text goes on with words of its own: "…, répond X, mais elle se demande …"."""
    whole = any(passage.tag(i) in ("VERB", "AUX") for i in range(passage.at(left[0]), passage.at(left[1])))
    if passage.quote_at(left[0]) is not None and _narrates(passage, at):
        return True
    return whole and passage.fold(at) in ("mais", "but", "tandis", "while", "alors")


def _narrates(passage: Passage, at: int) -> bool:
    """Whether unquoted words tell what was done, in the simple past: « Soit », dit-il, et il partit."""
    after = passage.fold(at) in ("et", "puis")
    verbs = (passage.node(i) for i in range(at, min(at + _NARRATED, len(passage.tokens))))
    return (
        after
        and not passage.quoted(at)
        and any(node is not None and {"Tense=Past", "VerbForm=Fin"} <= set(node.morph) for node in verbs)
    )


def quote_after_colon(passage: Passage, at: int, left: Chars | None) -> Chars | None:
    """What stands before a position, from a colon on where one leads to a quotation: "X jubile : « … »"."""
    quote = passage.quote_at(passage.tokens[at - 1].start) or passage.quote_at(passage.tokens[at - 2].start)
    if left is None or quote is None or not left[0] < quote.start:
        return left
    return (quote.start, quote.end) if passage.written(passage.at(quote.start) - 1) == ":" else left


def _of_source(passage: Passage, incise: Incise, end: int) -> Chars | None:
    """Who is meant by "on": "a-t-on appris de source policière", "indique-t-on au ministère"."""
    if incise.source is None or passage.text[incise.source[0] : incise.source[1]].casefold() != "on":
        return None
    after = skip_adverbs(passage, incise.group.end)
    if (
        after < end
        and passage.fold(after) in ("de", "auprès", "aupres")
        and passage.fold(after + 1) in ("source", "sources", "bonne", "meme", "de")
    ):
        return phrase_after(passage, after + 1 + (passage.fold(after + 1) == "de"), end)
    if after < end and passage.fold(after) in _PLACES:
        found = phrase_after(passage, after + 1 + (passage.fold(after + 1) in ("de", "d'")), end)
        return (passage.tokens[after].start, found[1]) if found else None
    return None


def _content_end(passage: Passage, incise: Incise, end: int) -> int:
    """Where what resumes after an incise stops: at "; " or before another incise's circumstances."""
    return next(
        (i for i in range(incise.resume, end) if passage.written(i) == ";" and not passage.quoted(i)), end
    )


def _all_quoted(passage: Passage, content: tuple[Chars, ...]) -> bool:
    return all(passage.quote_at(a) is not None for a, _ in content)
