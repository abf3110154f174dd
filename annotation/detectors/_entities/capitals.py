"""Names by their capitals, where no model is installed."""

from collections.abc import Iterator

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.modelled import is_civil

_ACRONYM = 6
"""Letters of the longest word in capitals that is taken for an acronym."""


def read_capitals(line: Line, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Runs of words with capitals, each with the type that its form suggests."""
    at = len(line.tokens) if line.shouting else 0
    while at < len(line.tokens):
        end = _run(line, at, gazetteer)
        start = _begin(line, at, end, gazetteer)
        if start < end and _is_name(line, start, end, gazetteer):
            kind = _type(line, start, end, gazetteer)
            yield Mention(line.tokens[start].start, line.tokens[end - 1].end, kind, ("capitals",))
        at = max(end, at + 1)


def _run(line: Line, at: int, gazetteer: Gazetteer) -> int:
    """The position after words with capitals, and small words or hyphens that join them."""
    end = at
    while line.named(end):
        end += 1
        if line.written(end) == "." and len(line.written(end - 1)) == 1 and line.named(end + 1):
            end += 1
        joint = _joint(line, at, end, gazetteer)
        end = joint or end
    return end


def _joint(line: Line, at: int, end: int, gazetteer: Gazetteer) -> int:
    """The position after what joins a capital to the next one, 0 where nothing does."""
    if line.written(end) == "-" and line.touches(end) and line.touches(end + 1):
        tied = end
        while line.written(tied) == "-" and line.touches(tied) and line.touches(tied + 1):
            tied += 2
        return tied if tied <= len(line.tokens) else 0
    if line.fold(end) in gazetteer.particles and line.named(end + 1):
        return end + 1
    noble = gazetteer.noble.find(line.folds, end)
    first = line.fold(at)
    joins = first in gazetteer.given or gazetteer.capital_heads.find(line.folds, at) is not None
    return noble[0] if noble and joins and line.named(noble[0]) else 0


def _begin(line: Line, at: int, end: int, gazetteer: Gazetteer) -> int:
    """The position where a name begins after a small word that only begins a sentence."""
    if at < end and is_civil(line, at, gazetteer):
        return at
    while at < end and (
        line.folds[at] in line.language.small_words
        or line.folds[at] in gazetteer.leading
        or not line.named(at)
    ):
        at += 1
    return at


def _is_name(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    if " ".join(line.folds[start:end]) in gazetteer.never:
        return False
    lone = end - start == 1
    written = line.tokens[start].text
    if lone and (len(written) < 2 or (line.opens(start) and not written.isupper())):
        return line.fold(start) in gazetteer.given
    return True


def _type(line: Line, start: int, end: int, gazetteer: Gazetteer) -> str:
    written = line.words(start, end)
    if line.fold(start) in gazetteer.given:
        return "PER"
    if len(line.written(start)) == 1 and line.written(start + 1) == ".":
        return "PER"
    if gazetteer.place_heads.find(line.folds, start):
        return "LOC"
    if gazetteer.capital_heads.find(line.folds, start):
        return "ORG"
    if end == start + 1:
        if written.isupper():
            return "ORG" if len(written) <= _ACRONYM else "MISC"
        return _lone(line, start, gazetteer)
    if "-" in written and " " not in written:
        return "LOC"
    return "PER" if all(line.named(at) for at in range(start, end)) and end - start <= 3 else "MISC"


def _lone(line: Line, start: int, gazetteer: Gazetteer) -> str:
    """What a single unknown word with a capital is likeliest to be: persons take no article."""
    before = line.fold(start - 1)
    if before in line.language.articles or before in gazetteer.definite:
        return "MISC"
    return "GPE" if before in ("de", "d'") else "PER"
