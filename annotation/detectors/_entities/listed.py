"""The names of a paragraph that the lists know."""

from collections.abc import Iterator

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_SHORT = 3
"""Letters of the longest name that says nothing where everything is in capitals."""


def read_listed(line: Line, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Known places, organisations and peoples; what may be something else as well is marked as weak."""
    at = 0
    while at < len(line.tokens):
        found = gazetteer.names.find(line.tokens, line.folds, at)
        if found is not None and not _is_part(line, at, found[0]) and not _is_lost(line, at, found[0]):
            end, written = found
            code = "weak" if written.weak else "list"
            yield Mention(
                line.tokens[at].start, line.tokens[end - 1].end, written.type, (code,), key=written.key
            )
            at = end
            continue
        people = read_people(line, at, gazetteer)
        if people is not None:
            yield people
        at = line.after(people.end) if people else at + 1


def read_people(line: Line, at: int, gazetteer: Gazetteer) -> Mention | None:
    """The noun of a people that begins at a position with a capital: "Néerlandais"."""
    found = gazetteer.peoples.find(line.folds, at)
    if found is None or not line.named(at) or line.shouting or _is_part(line, at, found[0]):
        return None
    code = "people" if not line.opens(at) or found[0] > at + 1 else "weak"
    start, end = line.tokens[at].start, line.tokens[found[0] - 1].end
    return Mention(start, end, "NORP", (code,), key=found[1])


def _is_part(line: Line, start: int, end: int) -> bool:
    """Whether a known name is only part of a longer word: the France of "Île-de-France"."""
    before = line.written(start - 1) == "-" and line.touches(start) and line.touches(start - 1)
    after = line.written(end) == "-" and line.touches(end) and line.touches(end + 1)
    return before or (after and line.written(end + 1)[:1].isalpha())


def _is_lost(line: Line, start: int, end: int) -> bool:
    """Whether everything is in capitals, so that a short acronym may be any word."""
    return line.shouting and end == start + 1 and len(line.written(start)) <= _SHORT
