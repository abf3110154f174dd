"""CoNLL in other layouts as one word a line with its tag last: CoNLL-U, OntoNotes, words with bars."""

import re
from collections.abc import Callable, Iterator, Sequence

_UNIVERSAL = 10
"""Columns of CoNLL-U."""
_ONTONOTES = 11
"""Columns that a word of OntoNotes has at least; the eleventh is the first with names."""
_NAMES = 10
_WORD_NUMBER = re.compile(r"^\d+(?:[-.]\d+)?$")
_ENTITY = re.compile(r"(?:^|\|)(?:NER|NE|Entity|name)=([BIESLUO](?:-[^|]+)?)(?:\||$)")
_BARRED = re.compile(r"^\S+\|\S+\|(?:O|[BI]-\S+)$")
_SHARE = 0.9


def plain_columns(text: str) -> str:
    """The text with a word and a tag on each line; a text that has them already stays as it is."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rewrite = _rewriter(lines)
    return "\n".join(rewrite(lines)) if rewrite else text


def is_other_layout(lines: Sequence[str]) -> bool:
    """Whether lines are of one of the layouts that `plain_columns` rewrites."""
    return _rewriter(lines) is not None


def _rewriter(lines: Sequence[str]) -> Callable[[Sequence[str]], Iterator[str]] | None:
    said = [line for line in lines if line.strip() and not line.startswith("#")][:400]
    if len(said) < 2:
        return None
    if _mostly(said, _is_universal):
        return _of_universal
    if any(line.startswith("#begin document") for line in lines[:20]) and _mostly(said, _is_ontonotes):
        return _of_ontonotes
    return _of_barred if _mostly(said, _is_barred) else None


def _mostly(lines: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, lines)) >= _SHARE * len(lines)


def _is_universal(line: str) -> bool:
    cells = line.split("\t")
    return (
        len(cells) == _UNIVERSAL
        and _WORD_NUMBER.match(cells[0]) is not None
        and cells[6].isdigit() | (cells[6] == "_")
    )


def _is_ontonotes(line: str) -> bool:
    cells = line.split()
    return len(cells) >= _ONTONOTES and cells[1].isdigit() and cells[2].isdigit()


def _is_barred(line: str) -> bool:
    words = line.split()
    return len(words) > 1 and all(map(_BARRED.match, words))


def _of_universal(lines: Sequence[str]) -> Iterator[str]:
    """Words as they are printed: of a word and the parts that grammar sees in it, the word."""
    covered = 0
    for line in lines:
        cells = line.split("\t")
        if len(cells) != _UNIVERSAL or line.startswith("#"):
            covered = 0 if not line.strip() else covered
            yield line
        elif "-" in cells[0]:
            covered = int(cells[0].partition("-")[2])
            yield _word(cells[1], cells[9], "O")
        elif "." not in cells[0] and int(cells[0]) > covered:
            tag = _ENTITY.search(cells[9])
            yield _word(cells[1], cells[9], tag[1] if tag else "O")


def _word(form: str, misc: str, tag: str) -> str:
    glued = "SpaceAfter=No" if "SpaceAfter=No" in misc.split("|") else "_"
    return f"{form}\t_\t{glued}\t{tag}"


def _of_ontonotes(lines: Sequence[str]) -> Iterator[str]:
    """Names in brackets, "(PERSON*" to "*)", as tags."""
    label = ""
    for line in lines:
        cells = line.split()
        if line.startswith("#") or len(cells) < _ONTONOTES:
            yield line
            continue
        name = cells[_NAMES]
        opened = re.match(r"^\(([^*()]+)", name)
        label = opened[1] if opened else label
        yield f"{cells[3]}\t{'B-' if opened else 'I-'}{label}" if label else f"{cells[3]}\tO"
        label = "" if name.endswith(")") else label


def _of_barred(lines: Sequence[str]) -> Iterator[str]:
    """A sentence a line, each word with its part of speech and its tag behind bars."""
    for line in lines:
        for word in line.split():
            form, _bar, tag = word.rpartition("|")
            yield f"{form.rpartition('|')[0]}\t{tag}"
        yield ""
