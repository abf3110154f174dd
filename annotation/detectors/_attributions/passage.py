"""One paragraph as the rules of attribution see it: tokens, quotations, sentences, and its parse, if any."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotation.detectors._attributions.lexicon import Cue, CueLexicon
from annotation.detectors._attributions.record import Chars
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token, tokenize

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Node

_END = re.compile(r"[.!?…]+[\"»”’)]*(?=\s|$)")
_OPENS = "«“„‹"
_NO_VERBS = ("NOUN", "PROPN", "ADP", "DET", "PRON", "ADV", "SCONJ")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; `closed` is False where the paragraph ends before it does."""

    start: int
    end: int
    closed: bool = True


@dataclass
class Passage:
    """A prepared paragraph being read. Positions are those of tokens; stretches are code points."""

    text: str
    language: Language
    lexicon: CueLexicon
    doc: "Doc | None"

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the paragraph."""
        return tokenize(self.text, self.language.code)

    @cached_property
    def folds(self) -> list[str]:
        """The tokens as they are looked up."""
        return [token.fold for token in self.tokens]

    @cached_property
    def _nodes(self) -> "dict[int, Node]":
        nodes: dict[int, Node] = {}
        for node in self.doc or ():
            nodes.update(dict.fromkeys(range(node.idx, node.idx + len(node)), node))
        return nodes

    def node(self, at: int) -> "Node | None":
        """The parsed word that holds the token at a position."""
        return self._nodes.get(self.tokens[at].start) if 0 <= at < len(self.tokens) else None

    def fold(self, at: int) -> str:
        """The token at a position as it is looked up, "" outside the paragraph."""
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def written(self, at: int) -> str:
        """The token at a position as it is written, "" outside the paragraph."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def tag(self, at: int) -> str:
        """The word class of the token at a position, "" where it is not known."""
        node = self.node(at)
        return node.pos_ if node is not None else ""

    def at(self, char: int) -> int:
        """The position of the first token that starts at or after a code point."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.tokens[middle].start < char else (low, middle)
        return low

    def chars(self, start: int, end: int) -> Chars:
        """The stretch from one position to before another."""
        return self.tokens[start].start, self.tokens[end - 1].end

    # quotations

    @cached_property
    def quotes(self) -> list[Quote]:
        """The outermost quotations in order."""
        return list(_find_quotes(self.text, self.language.quotes))

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return frozenset(i for i, token in enumerate(self.tokens) if self.quote_at(token.start) is not None)

    def quote_at(self, char: int) -> Quote | None:
        """The quotation that holds a code point."""
        return next((quote for quote in self.quotes if quote.start <= char < quote.end), None)

    def quoted(self, at: int) -> bool:
        """Whether the token at a position stands inside a quotation."""
        return at in self._quoted

    # sentences

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences as pairs of positions; a quotation is never cut."""
        bounds = [0, *(self.at(end) for end in self._ends()), len(self.tokens)]
        pairs = itertools.pairwise(bounds)
        return [(start, end) for start, end in pairs if end > start]

    def _ends(self) -> Iterator[int]:
        for match in _END.finditer(self.text):
            end = match.end()
            rest = self.text[end:].lstrip()
            inside = self.quote_at(match.start())
            if (inside and end < inside.end) or not rest or self._is_abbreviation(match):
                continue
            first = next((letter for letter in rest if letter.isalnum()), "")
            if first.isupper() or first.isdigit() or rest[0] in _OPENS + '"—–' or self._closes(match.start()):
                yield end

    def _closes(self, dot: int) -> bool:
        """Whether a full stop before a small letter ends a sentence all the same: after a long word."""
        word = re.search(r"[^\W\d_]+$", self.text[:dot])
        return self.text[dot] == "." and word is not None and len(word.group()) > 4

    def _is_abbreviation(self, match: re.Match[str]) -> bool:
        if not match.group().startswith(".") or len(match.group()) > 1:
            return False
        before = re.search(r"([\w.]+)$", self.text[: match.start()])
        word = before.group(1) if before else ""
        return word.casefold() in self.language.abbreviations or (len(word) == 1 and word.isupper())

    # cues

    def cue_at(self, at: int) -> tuple[int, Cue] | None:
        """The cue that begins at a position and the position after it; nouns and titles are none."""
        found = self.lexicon.cues.find(self.folds, at)
        if found is None:
            return None
        tag, before = self.tag(at), self.fold(at - 1)
        if tag in _NO_VERBS and not self._is_inverted(found[0]) and not self._follows_speech(at):
            return None
        if not tag and before in self.language.determiners and before not in self.lexicon.words.clitics:
            return None
        return found

    def _follows_speech(self, at: int) -> bool:
        """Whether a word stands where a verb of saying does, whatever a parser calls it: "…, dit Luc"."""
        back = at - 1 if self.fold(at - 1) not in ("s'", "m'") else at - 2
        return back >= 0 and self.written(back) in ',!?»”"…' and not self.tokens[at].capital

    def _is_inverted(self, after: int) -> bool:
        tied = self.lexicon.words.pronouns | {"t"}
        return self.written(after) == "-" and self.fold(after + 1) in tied


def _find_quotes(text: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[Quote]:
    closing = dict(pairs)
    start, depth, mark = -1, 0, ""
    for at, letter in enumerate(text):
        if start < 0:
            if letter in closing and (letter != "'" or text[at - 1 : at].isspace()):
                start, depth, mark = at, 1, letter
            continue
        if letter == closing[mark]:
            depth -= 1
        elif letter == mark:
            depth += 1
        if depth == 0:
            yield Quote(start, at + 1)
            start = -1
    if start >= 0 and (start == 0 or mark != '"' or text[start - 1].isspace()):
        yield Quote(start, len(text), closed=False)
