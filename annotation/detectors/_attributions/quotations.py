"""Where quotations begin and end in a paragraph, whatever marks they use."""

from collections.abc import Iterator
from dataclasses import dataclass

_SINGLE = "'"
_LONGEST_UNCLOSED = 6_000
"""Code points after which a mark that is never closed is no quotation."""
_BEFORE = ' \t([—–-/:;,«“"'
_AFTER = ' \t.,;:!?…)]—–-»”"/'


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; `closed` is False where the paragraph ends before it does."""

    start: int
    end: int
    closed: bool = True


def find_quotes(text: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[Quote]:
    """The outermost quotations in order. Inner ones may use the same marks or others."""
    closing = {open_: close for open_, close in pairs if open_ != "‘"} | {_SINGLE: _SINGLE}
    done, hopeless = 0, set[str]()
    for at, letter in enumerate(text):
        if letter not in closing or at < done or letter in hopeless or not _may_open(text, at):
            continue
        doubled = text.startswith(_SINGLE * 2, at)
        end = _close_of(text, at, letter, closing[letter], doubled)
        if end:
            yield Quote(at, end)
            done = end
        elif _stays_open(text, at, letter):
            yield Quote(at, len(text), closed=False)
            return
        else:
            hopeless.update({letter} - {_SINGLE})


def _may_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == _SINGLE:
        return (not before or before in _BEFORE) and (after == _SINGLE or after.isalnum())
    if text[at] == '"':
        return not before or before in _BEFORE or before.isspace() or not after.isspace()
    return True


def _close_of(text: str, start: int, mark: str, close: str, doubled: bool) -> int:
    """The end of a quotation that begins at `start`, 0 where it is not closed."""
    if mark == _SINGLE:
        return _single_end(text, start, doubled)
    depth = 1
    for at in range(start + 1, len(text)):
        letter = text[at]
        if letter == close:
            depth -= 1
        elif letter == mark:
            depth += 1
        if depth == 0:
            return at + 1
    return text.rfind(close, start + 1) + 1 if mark != close else 0


def _single_end(text: str, start: int, doubled: bool) -> int:
    """The end of a quotation in single marks, which apostrophes must not close."""
    if doubled:
        return text.find(_SINGLE * 2, start + 2) + 2 if _SINGLE * 2 in text[start + 2 :] else 0
    for at in range(start + 2, min(len(text), start + 1_000)):
        if text[at] != _SINGLE:
            continue
        after = text[at + 1 : at + 2]
        possessive = text[at - 1] in "sS" and after == " "
        if (not after or after in _AFTER) and not possessive and not text[at - 1].isspace():
            return at + 1
    return 0


def _stays_open(text: str, start: int, mark: str) -> bool:
    """Whether a mark without its partner begins a quotation that goes on in the next paragraph."""
    if mark == _SINGLE or len(text) - start > _LONGEST_UNCLOSED:
        return False
    return start == 0 or mark != '"' or text[start - 1].isspace()
