"""The names that a model finds, without what does not belong to them."""

from collections.abc import Iterator

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_LONGEST = 90
"""Code points of the longest name that is believed."""
_BREAKS = frozenset(';:!?«»“”"*|<>…•')
_HANGING = frozenset({"VERB", "AUX", "ADP", "DET", "CCONJ", "SCONJ", "PRON", "ADV"})
_NO_PERSON = frozenset({"NOUN", "VERB", "ADV", "INTJ"})
_COMMON = frozenset({"NOUN", "VERB", "ADV", "ADJ", "ADP", "DET", "PRON", "AUX", "INTJ", "CCONJ", "SCONJ"})


def read_modelled(line: Line, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The model's names of a paragraph, trimmed; what never is a name is left out."""
    for item in line.doc.ents if line.doc is not None else ():
        kind = gazetteer.types.get(item.label_)
        if kind is None:
            continue
        first, last = line.first(item.start_char), line.after(item.end_char)
        for start, end in _pieces(line, first, last, kind, gazetteer):
            if _is_name(line, start, end, kind, gazetteer):
                codes = ("model", "common-noun") if _is_doubtful(line, start, end) else ("model",)
                yield Mention(line.tokens[start].start, line.tokens[end - 1].end, kind, codes)


def _pieces(line: Line, first: int, last: int, kind: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The stretch of tokens that is left of a model's name; two where it took two known names for one."""
    while first < last and _breaks(line, first):
        first += 1
    end = next((at for at in range(first + 1, last) if _breaks(line, at)), last)
    start = _begin(line, first, end, gazetteer)
    end = _finish(line, start, _before_clause(line, start, end, gazetteer), gazetteer)
    if kind == "PER":
        end = _before_place(line, start, end, gazetteer)
    joint = _joint(line, start, end, gazetteer)
    if joint:
        yield start, joint
        yield _begin(line, joint + 1, end, gazetteer), end
    elif start < end:
        yield start, end


def _before_clause(line: Line, start: int, end: int, gazetteer: Gazetteer) -> int:
    """The position where a name ends before a verb that a model took in: "Cour des comptes épingle la".

    In a name, an article follows small words such as "de" or "contre" alone, and so does a noun another one.
    """
    for at in range(start + 2, end - 1):
        word, before, after = line.tokens[at], line.tokens[at - 1], line.tokens[at + 1]
        if word.kind != "word" or word.capital or _is_small(line, at, gazetteer):
            continue
        linked = gazetteer.noble.find(line.folds, at + 1) is not None
        if after.fold in line.language.articles and not after.capital and not linked:
            return at
        plain = before.text.islower() and not _is_small(line, at - 1, gazetteer)
        doubled = plain and line.tag(at - 1) == "NOUN"
        if doubled and _is_small(line, at + 1, gazetteer) and line.tag(at) in ("NOUN", "VERB"):
            return at
    return end


def _is_small(line: Line, at: int, gazetteer: Gazetteer) -> bool:
    return line.folds[at] in gazetteer.leading or line.folds[at] in line.language.small_words


def _before_place(line: Line, start: int, end: int, gazetteer: Gazetteer) -> int:
    """The position where a person's name ends before a known place: "Elizabeth II d'Angleterre"."""
    for at in range(start + 1, end - 1):
        link = gazetteer.noble.find(line.folds, at)
        known = gazetteer.names.find(line.tokens, line.folds, link[0]) if link and link[0] < end else None
        if known and known[0] == end and known[1].type == "GPE":
            return at
    return end


def _breaks(line: Line, at: int) -> bool:
    return line.written(at) in _BREAKS


def _begin(line: Line, at: int, end: int, gazetteer: Gazetteer) -> int:
    """The position where a name begins after articles, small words and signs."""
    while at < end:
        if gazetteer.keep.find(line.folds, at) or is_civil(line, at, gazetteer):
            return at
        token = line.tokens[at]
        small = token.fold in gazetteer.leading or token.fold.rstrip("'") in gazetteer.leading
        dropped = _left_civility(line, at, gazetteer)
        if dropped and dropped < end:
            at = dropped
        elif line.named(at) and not small and token.kind == "word":
            return at
        else:
            at += 1
    return at


def is_civil(line: Line, at: int, gazetteer: Gazetteer) -> bool:
    """Whether a civility that belongs to the mention stands at a position, with a name after it."""
    found = gazetteer.civil.find([token.text for token in line.tokens[at : at + 3]], 0)
    return bool(found and found[1] and line.named(at + found[0]))


def _left_civility(line: Line, at: int, gazetteer: Gazetteer) -> int:
    """The position after a civility that does not belong to the mention, 0 where there is none."""
    found = gazetteer.civil.find([token.text for token in line.tokens[at : at + 3]], 0)
    return at + found[0] if found and not found[1] else 0


def _finish(line: Line, start: int, end: int, gazetteer: Gazetteer) -> int:
    while end > start and _is_loose(line, end - 1, gazetteer):
        end -= 1
    return end


def _is_loose(line: Line, at: int, gazetteer: Gazetteer) -> bool:
    """Whether a sign or a small word at the end of a name does not belong to it."""
    token = line.tokens[at]
    if token.kind == "sign":
        return not _is_initial(line, at)
    return token.kind == "word" and not token.capital and _hangs(line, at, gazetteer)


def _hangs(line: Line, at: int, gazetteer: Gazetteer) -> bool:
    return line.folds[at] in gazetteer.leading or line.tag(at) in _HANGING


def _is_initial(line: Line, at: int) -> bool:
    """Whether a full stop at the end belongs to an abbreviation: "U.S."."""
    return line.written(at) == "." and line.written(at - 2) == "." and len(line.written(at - 1)) == 1


def _joint(line: Line, start: int, end: int, gazetteer: Gazetteer) -> int:
    """The position of an "et" or a comma that joins two names of which one is known, else 0."""
    for at in range(start + 1, end - 1):
        if line.written(at) not in (",", "/", "et", "and", "&"):
            continue
        known = gazetteer.names.find(line.tokens, line.folds, start)
        begin = _begin(line, at + 1, end, gazetteer)
        after = gazetteer.names.find(line.tokens, line.folds, begin) if begin < end else None
        if (known and known[0] == at) or (after and after[0] == end):
            return at
    return 0


def _is_name(line: Line, start: int, end: int, kind: str, gazetteer: Gazetteer) -> bool:
    length = line.tokens[end - 1].end - line.tokens[start].start if end > start else 0
    if not 2 <= length <= _LONGEST:
        return False
    words = " ".join(line.folds[start:end])
    small = all(
        fold in line.language.small_words or fold in gazetteer.leading for fold in line.folds[start:end]
    )
    return not (small or words in gazetteer.never or _is_common(line, start, end, kind))


def _is_common(line: Line, start: int, end: int, kind: str) -> bool:
    """Whether a model took for a name what only begins a sentence, or a noun with its determiner."""
    if end - start > 1 or line.tokens[start].text.isupper():
        return False
    if not line.opens(start):
        determined = line.fold(start - 1) in line.language.determiners and kind in ("PER", "ORG")
        return determined and line.tag(start) in ("NOUN", "VERB", "ADJ", "ADV")
    return line.tag(start) in _COMMON and (
        kind != "PER" or line.tag(start) in ("NOUN", "VERB", "ADV", "INTJ")
    )


def _is_doubtful(line: Line, start: int, end: int) -> bool:
    """Whether the parser sees no name in a lone word."""
    lone = end == start + 1 and not line.tokens[start].text.isupper()
    return lone and line.tag(start) in ("NOUN", "VERB", "ADJ", "ADV")
