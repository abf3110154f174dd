"""Regular expressions that are tried only where a text holds letters that each of their matches must hold.

Which letters those are is read off the expression itself, so whoever writes one need not think of it. Where
nothing is certain (a wild beginning, a reference to a group) the expression is always tried.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

_MANY = 64
"""Ways to write a part of an expression beyond which it is not spelt out."""
_SMALL = 6
"""Signs of the largest class that is spelt out: [ -]."""
_COPIES = 12
"""Repetitions that are spelt out."""
_ALONE = frozenset([""])
_WIDTHLESS = "bBAZ"
_ASIDE = re.compile(r"\(\?(?:[=!]|<[=!])")
_FLAGS = re.compile(r"\(\?[a-z]+\)")
_OPENING = re.compile(r"\((?:\?(?:[a-z]*:|P<\w+>))?")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(?P<least>\d*)(?P<most>,\d*)?\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_DIGIT, _SPACE = re.compile(r"\d"), re.compile(r"[^\S ]")
_DOTLESS = str.maketrans("İı", "ii")


def unify(text: str) -> str:
    """`text` with all that an expression may take for one another made one: letters, digits, spaces."""
    return _SPACE.sub(" ", _DIGIT.sub("0", text)).translate(_DOTLESS).casefold()


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression with literals of which every match holds one, () where none is sure."""

    pattern: re.Pattern[str]
    literals: tuple[str, ...]

    def finditer(self, text: str, unified: str) -> Iterator[re.Match[str]]:
        """Its matches in a text, of which `unified` is what `unify` makes."""
        for item in self.literals:
            if item in unified:
                return self.pattern.finditer(text)
        return iter(()) if self.literals else self.pattern.finditer(text)


def compile_expressions(*lists: Iterable[str]) -> tuple[Expression, ...]:
    """The expressions of some lists, in order. Raises re.error where one is none."""
    return tuple(
        Expression(re.compile(item), tuple(sorted(find_literals(item)))) for items in lists for item in items
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an expression: all ways to write it, where they are few; else how it begins and ends."""

    ways: frozenset[str] | None = None
    begins: frozenset[str] = _ALONE
    ends: frozenset[str] = _ALONE
    needs: frozenset[str] = frozenset()
    """What one of must stand in it, {} where that is not known."""

    @property
    def surely(self) -> frozenset[str]:
        """What one of must stand in it, {} where that is not known."""
        return self.needs if self.ways is None or "" in self.ways else self.ways


def _spelt(ways: Iterable[str]) -> _Part:
    """A part that is written in a few ways."""
    found = frozenset(map(unify, ways))
    return _Part(found, found, found)


class _Unknown(Exception):
    """A sign whose meaning is left to the engine."""


def find_literals(expression: str) -> frozenset[str]:
    """Unified strings of which every match of an expression holds at least one; {} where none is certain."""
    try:
        found = _Reader(expression).read().surely
    except _Unknown:
        return frozenset()
    return frozenset(item for item in found if not any(other in item for other in found - {item}))


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, expression: str) -> None:
        self._text, self._at = expression, 0

    def read(self) -> _Part:
        """The alternatives up to a closing parenthesis or the end."""
        found = [self._sequence()]
        while self._text.startswith("|", self._at):
            self._at += 1
            found.append(self._sequence())
        return _either(found)

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            parts.append(self._quantified(self._part()))
        return _joined(parts)

    def _part(self) -> _Part:
        sign = self._text[self._at]
        if found := _FLAGS.match(self._text, self._at):
            return self._passed(found, _spelt([""]))
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._class()
        self._at += 1
        if sign == "\\":
            return self._escaped()
        return _Part() if sign == "." else _spelt(["" if sign in "^$" else sign])

    def _group(self) -> _Part:
        aside = _ASIDE.match(self._text, self._at)
        opening = aside or _OPENING.match(self._text, self._at)
        assert opening is not None
        self._at = opening.end()
        if self._text.startswith("?", self._at):
            raise _Unknown
        inner = self.read()
        self._at += 1
        return _spelt([""]) if aside else inner

    def _class(self) -> _Part:
        found = _CLASS.match(self._text, self._at)
        if found is None:
            raise _Unknown
        signs = re.sub(r"\\d|\d-\d", "0", found.group()[1:-1])
        plain = len(signs) <= _SMALL and not signs.startswith("^") and not re.search(r"\\|.-.", signs)
        return self._passed(found, _spelt(signs) if plain else _Part())

    def _escaped(self) -> _Part:
        sign = self._text[self._at]
        self._at += 1
        if sign in _WIDTHLESS:
            return _spelt([""])
        if sign in _CLASSES:
            return _CLASSES[sign]
        if sign == "x":
            self._at += 2
            return _spelt([chr(int(self._text[self._at - 2 : self._at], 16))])
        if sign.isalnum():
            raise _Unknown
        return _spelt([sign])

    def _quantified(self, part: _Part) -> _Part:
        found = _QUANTIFIER.match(self._text, self._at)
        if found is None:
            return part
        if found.group().startswith("?"):
            return self._passed(found, _Part() if part.ways is None else _spelt(part.ways | _ALONE))
        least = int(found.group("least") or found.group().startswith("+"))
        exact = bool(found.group("least")) and found.group("most") is None
        return self._passed(found, _repeated(part, least, is_exact=exact))

    def _passed(self, match: re.Match[str], part: _Part) -> _Part:
        self._at = match.end()
        return part


_CLASSES = {"d": _spelt("0"), "s": _spelt(" "), **dict.fromkeys("SDwW", _Part())}
"""What an expression's classes of signs are once unified."""


def _repeated(part: _Part, least: int, *, is_exact: bool) -> _Part:
    """A part some times, or at least so many times."""
    if least == 0:
        return _Part()
    copies = _joined([part] * min(least, _COPIES))
    if is_exact and least <= _COPIES:
        return copies
    return _Part(None, copies.begins, copies.ends, copies.surely)


def _either(parts: list[_Part]) -> _Part:
    """One of several parts."""
    if len(parts) == 1:
        return parts[0]
    ways = _together(part.ways or frozenset() for part in parts)
    if all(part.ways is not None for part in parts) and len(ways) <= _MANY:
        return _spelt(ways)
    certain = [part.surely for part in parts if part.surely]
    needs = _together(certain if len(certain) == len(parts) else ())
    begins, ends = _together(part.begins for part in parts), _together(part.ends for part in parts)
    return _Part(None, begins, ends, needs)


def _together(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _joined(parts: list[_Part]) -> _Part:
    """One part after the other."""
    run, begins, found = _ALONE, None, list[frozenset[str]]()
    for part in parts:
        longer = _product(run, part.begins)
        if longer is not None and part.ways is not None:
            run = longer
            continue
        longer = run if longer is None else longer
        begins = longer if begins is None else begins
        found += [longer, part.surely]
        run = part.ends
    if begins is None:
        return _Part(run, run, run)
    best = max([*found, run], key=_worth)
    return _Part(None, begins, run, frozenset() if "" in best else best)


def _product(one: frozenset[str], other: frozenset[str]) -> frozenset[str] | None:
    if len(one) * len(other) > _MANY:
        return None
    return frozenset(map("".join, product(one, other)))


def _worth(literals: frozenset[str]) -> tuple[int, int]:
    """How much the presence of literals says: the shortest of them is found most often."""
    return min(map(len, literals), default=0), -len(literals)
