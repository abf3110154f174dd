"""What a person types to find articles, parsed: words, "phrases", prefix*, key:value, OR, minus, brackets.

    query  = all (OR all)*            all   = part+ (AND and a blank mean the same)
    part   = [-|NOT] (bracket | term | words)
    bracket = ( query )               term  = key:value[,value…]  |  key>=number (also > < <= =)
    words  = word | word* | "phrase"  value = word | word* | "several words"

Nothing is refused for being unfinished: an open quote or bracket ends at the end, an operator without a side
is passed over. A word without letters and digits is nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from annotation.project.errors import ProjectError

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_TOKEN = re.compile(
    r"""(?P<space>\s+) | (?P<open>\() | (?P<close>\))
      | (?P<compare>-?[^\W\d][\w.]*\s?(?:>=|<=|>|<|=)\s?\d+(?=[\s)]|$))
      | (?P<term>-?[^\W\d][\w.]*:(?!//)(?:"[^"]*"?\*?|[^\s"(),]+)?(?:,(?:"[^"]*"?\*?|[^\s"(),]+))*)
      | (?P<phrase>-?"[^"]*"?)
      | (?P<minus>-(?=\())
      | (?P<word>[^\s"()]+)""",
    re.VERBOSE,
)
_VALUE = re.compile(r'"(?P<quoted>[^"]*)"?(?P<star>\*?)|(?P<plain>[^\s"(),]+)')
_COMPARISON = re.compile(r"(-?)([^\W\d][\w.]*)\s?(>=|<=|>|<|=)\s?(\d+)")
_OPERATORS = frozenset({"AND", "OR", "NOT"})
MOST_PARTS = 400
DEEPEST = 40
"""Brackets within brackets."""


class QueryError(ProjectError):
    """What was typed cannot be searched for."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that follow each other in the title or the text; the last one may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a term."""

    text: str
    prefix: bool = False
    exact: bool = False
    """Whether it stood in quotes: then it means the whole value."""


@dataclass(frozen=True, slots=True)
class Term:
    """A key with the values of which one must hold."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A key that has a number, and what that must be: ">=", "<=", ">", "<" or "="."""

    key: str
    sign: str
    number: int


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class AllOf:
    """What must hold together."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Of which something must hold."""

    parts: tuple["Query", ...]


Query = Words | Term | Comparison | Not | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of what was typed, and where it begins."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def tokens_of(typed: str) -> list[Token]:
    """The pieces of what was typed, blanks left out, quotes of every language as straight ones."""
    found = _TOKEN.finditer(typed.translate(_QUOTES).replace("\x00", " "))
    return [
        Token(str(match.lastgroup), match.group(), match.start())
        for match in found
        if match.lastgroup != "space"
    ]


def parse_query(typed: str) -> Query | None:
    """What was typed as a query; None where it holds nothing to search for.

    Raises QueryError where it has too many parts, or brackets too deep in each other.
    """
    tokens = tokens_of(typed)
    if len(tokens) > 4 * MOST_PARTS:
        raise QueryError("The search has too many words: leave some out.")
    return _Parser(tokens).parse()


class _Parser:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    def parse(self) -> Query | None:
        """The whole query; a bracket that closes what nothing opened is passed over."""
        parts: list[Query] = []
        while self._place < len(self._tokens):
            found = self._any()
            parts += [found] if found else []
            self._place += 1
        return _joined(AllOf, parts)

    def _any(self) -> Query | None:
        parts = [self._all()]
        while self._is("OR"):
            self._place += 1
            parts.append(self._all())
        return _joined(AnyOf, [part for part in parts if part])

    def _all(self) -> Query | None:
        parts: list[Query] = []
        while self._place < len(self._tokens) and not self._is("OR") and self._token.kind != "close":
            found = self._part()
            parts += [found] if found else []
        return _joined(AllOf, parts)

    def _part(self) -> Query | None:
        token = self._token
        self._place += 1
        if token.kind == "word" and token.text == "AND":
            return None
        if token.kind == "minus" or (token.kind == "word" and token.text == "NOT"):
            ends = self._place >= len(self._tokens) or self._is("OR") or self._token.kind == "close"
            return None if ends else _negated(self._part())
        if token.kind == "open":
            return self._bracket()
        return _leaf(token)

    def _bracket(self) -> Query | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError("The search has brackets within brackets within brackets: leave some out.")
        found = self._any()
        self._place += 1  # the bracket that closes it, or the end
        self._depth -= 1
        return found

    @property
    def _token(self) -> Token:
        return self._tokens[self._place]

    def _is(self, word: str) -> bool:
        here = self._tokens[self._place] if self._place < len(self._tokens) else None
        return here is not None and here.kind == "word" and here.text == word


def _joined(kind: type[AllOf] | type[AnyOf], parts: list[Query]) -> Query | None:
    if len(parts) > 1:
        return kind(tuple(parts))
    return parts[0] if parts else None


def _negated(part: Query | None) -> Query | None:
    if isinstance(part, Not):
        return part.part
    return Not(part) if part else None


def _leaf(token: Token) -> Query | None:
    if token.kind == "compare" and (match := _COMPARISON.fullmatch(token.text)):
        minus, key, sign, number = match.groups()
        found: Query = Comparison(key.lower(), sign, min(int(number), 2**53))
        return Not(found) if minus else found
    is_minus = token.text.startswith("-") and len(token.text) > 1
    text = token.text[1:] if is_minus else token.text
    leaf = _term(text) if token.kind == "term" else _words(text)
    return _negated(leaf) if is_minus else leaf


def _term(text: str) -> Term:
    key, _colon, rest = text.partition(":")
    values = tuple(_value(match) for match in _VALUE.finditer(rest))
    return Term(key.lower(), values)


def _value(match: re.Match[str]) -> Value:
    plain = match["plain"]
    if plain is None:
        return Value(match["quoted"].strip(), prefix=bool(match["star"]), exact=not match["star"])
    prefix = plain.endswith("*") and len(plain) > 1
    return Value(plain.rstrip("*") if prefix else plain, prefix=prefix)


def _words(text: str) -> Words | None:
    words = "".join(char if _belongs_to_a_word(char) else " " for char in text).split()
    prefix = text.endswith("*") and not text.startswith('"')
    return Words(" ".join(words), prefix) if words else None


def _belongs_to_a_word(char: str) -> bool:
    """Whether it is a letter, a digit, or a mark upon a letter."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def leaves(query: Query | None) -> Iterator[Words | Term | Comparison]:
    """The words, terms and comparisons of a query in the order in which they were typed."""
    if isinstance(query, Not):
        yield from leaves(query.part)
    elif isinstance(query, AllOf | AnyOf):
        for part in query.parts:
            yield from leaves(part)
    elif query is not None:
        yield query


def written(query: Query | None) -> str:
    """A query as somebody would type it; parsing that gives the query again."""
    if query is None:
        return ""
    if isinstance(query, Words):
        if query.prefix:
            return f"{query.text.replace(' ', '-')}*"
        return f'"{query.text}"' if " " in query.text or query.text in _OPERATORS else query.text
    if isinstance(query, Term):
        return f"{query.key}:{','.join(map(written_value, query.values))}"
    if isinstance(query, Comparison):
        return f"{query.key}{query.sign}{query.number}"
    if isinstance(query, Not):
        return f"-{_within(query.part)}"
    joint = " OR " if isinstance(query, AnyOf) else " "
    return joint.join(map(_within, query.parts))


def _within(query: Query) -> str:
    return f"({written(query)})" if isinstance(query, AllOf | AnyOf) else written(query)


def written_value(value: Value) -> str:
    """A value as somebody would type it."""
    is_plain = re.fullmatch(r'[^\s"(),]+', value.text) and (value.text == "*" or value.text[-1] != "*")
    if value.exact or not is_plain:
        return f'"{value.text}"' + ("*" if value.prefix else "")
    return value.text + ("*" if value.prefix else "")


def term(key: str, *values: str) -> str:
    """A term for exactly these values, as somebody would type it."""
    quoted = (Value(value.replace('"', " "), exact=not value.isalnum()) for value in values)
    return f"{key}:{','.join(map(written_value, quoted))}"
