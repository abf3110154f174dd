"""Acronyms in brackets behind the full name of an organisation: "Organisation du Nord (ODN)"."""

from collections.abc import Sequence
from dataclasses import replace

from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention
from annotation.detectors._language import fold

_BRACKETS = {"(": ")", "[": "]"}
_LETTERS = range(2, 9)
"""How many letters an acronym in brackets has."""
_CODES = ("bracketed", "acronym")


def short_form(line: Line, item: Mention) -> str:
    """The acronym in brackets after a name, "" where there is none."""
    at = line.after(item.end)
    close = _BRACKETS.get(line.written(at), "")
    short = line.written(at + 1)
    fits = bool(close) and line.written(at + 2) == close and len(short) in _LETTERS and short[1:].isupper()
    initials = {word[0] for word in line.folds[line.first(item.start) : at] if word}
    return short if fits and fold(short[0]) in initials and line.first(item.start) + 1 < at else ""


def with_short_forms(found: Sequence[list[Mention]], lines: Sequence[Line]) -> list[list[Mention]]:
    """The names of each paragraph, with the acronyms behind those of organisations as organisations."""
    return [_with_short(line, items) for line, items in zip(lines, found, strict=True)]


def _with_short(line: Line, items: list[Mention]) -> list[Mention]:
    made: dict[int, Mention] = {}
    for item in items:
        if item.type == "ORG" and short_form(line, item):
            token = line.tokens[line.after(item.end) + 1]
            made[token.start] = Mention(token.start, token.end, "ORG", _CODES)
    if not made:
        return items
    kept = [_judged(item, made) for item in items]
    return sorted([*kept, *made.values()], key=lambda item: (item.start, -item.end))


def _judged(item: Mention, made: dict[int, Mention]) -> Mention:
    """The name as an organisation's where it is one of the acronyms, which is then no more to be made."""
    same = made.get(item.start)
    if same is None or same.end != item.end:
        return item
    del made[item.start]
    known = "list" in item.evidence
    return item if known else replace(item, type="ORG", key="").because(*_CODES)
