"""One paragraph as the rules of attribution see it: tokens, quotations, sentences, and its parse, if any."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotation.detectors._attributions.lexicon import CueLexicon
from annotation.detectors._attributions.quotations import Quote, find_quotes
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.verbs import VerbGroup, read_group
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token, tokenize

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Node

_END = re.compile(r"[.!?…]+[\"»”’)]*(?=\s|$)")
_OPENS = "«“„‹"
_STOPS = (".", "!", "?", "…")
_ASKED = ("?", "!")
_DATELINE = 16
"""Tokens within which a dateline ends."""
_LONGEST = 400
"""Tokens of the longest sentence."""
_AHEAD = 40
"""Code points that are looked at beside the end of a sentence."""


@dataclass
class Passage:
    """A prepared paragraph being read. Positions are those of tokens; stretches are code points."""

    text: str
    language: Language
    lexicon: CueLexicon
    doc: "Doc | None"

    def __post_init__(self) -> None:
        """Forget the parse of a line in capitals, where a parser sees nothing but names."""
        if self.text.isupper():
            self.doc = None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the paragraph."""
        return tokenize(self.text, self.language.code)

    @cached_property
    def folds(self) -> list[str]:
        """The tokens as they are looked up."""
        return [token.fold for token in self.tokens]

    @cached_property
    def _nodes(self) -> "list[Node | None]":
        """The parsed word of every token; both are in text order."""
        parsed, at = list(self.doc or ()), 0
        found: list[Node | None] = []
        for token in self.tokens:
            while at + 1 < len(parsed) and parsed[at + 1].idx <= token.start:
                at += 1
            holds = at < len(parsed) and parsed[at].idx <= token.start < parsed[at].idx + len(parsed[at])
            found.append(parsed[at] if holds else None)
        return found

    def node(self, at: int) -> "Node | None":
        """The parsed word that holds the token at a position."""
        return self._nodes[at] if 0 <= at < len(self.tokens) else None

    def fold(self, at: int) -> str:
        """The token at a position as it is looked up, "" outside the paragraph."""
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def written(self, at: int) -> str:
        """The token at a position as it is written, "" outside the paragraph."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def word(self, at: int) -> str:
        """The word at a position as it is looked up, with what hyphens join to it: "porte-parole"."""
        end, tokens = at, self.tokens
        while (
            end + 2 < len(tokens) and tokens[end + 1].text == "-" and tokens[end].end == tokens[end + 1].start
        ):
            if tokens[end + 1].end != tokens[end + 2].start:
                break
            end += 2
        return "".join(self.folds[at : end + 1])

    def ends_at(self, at: int) -> bool:
        """Whether a full stop at a position ends a sentence and no abbreviation or initial."""
        if self.written(at) != ".":
            return False
        before = self.written(at - 1)
        return not (
            before.casefold() in self.language.abbreviations or (len(before) == 1 and before.isupper())
        )

    def describes(self, at: int) -> bool:
        """Whether the word at a position names a kind of source or a role: "ministre", "rapport"."""
        known = self.lexicon.described
        return any(word in known.roles or word in known.types for word in (self.fold(at), self.word(at)))

    def tag(self, at: int) -> str:
        """The word class of the token at a position, "" where it is not known."""
        node = self.node(at)
        return node.pos_ if node is not None else ""

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def verb_form(self, at: int) -> str:
        """What the parse says of the verb at a position: Fin, Inf, Part, Ger; "" where it is none."""
        node = self.node(at)
        found = node.morph.get("VerbForm", []) if node is not None else []
        return found[0] if found else ""

    def at(self, char: int) -> int:
        """The position of the first token that starts at or after a code point."""
        return bisect_left(self._starts, char)

    def chars(self, start: int, end: int) -> Chars:
        """The stretch from one position to before another."""
        return self.tokens[start].start, self.tokens[end - 1].end

    # quotations

    @cached_property
    def quotes(self) -> list[Quote]:
        """The outermost quotations in order."""
        return list(find_quotes(self.text, self.language.quotes))

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return frozenset(
            at for quote in self.quotes for at in range(self.at(quote.start), self.at(quote.end))
        )

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def quote_at(self, char: int) -> Quote | None:
        """The quotation that holds a code point."""
        number = bisect_right(self._quote_starts, char) - 1
        return self.quotes[number] if number >= 0 and char < self.quotes[number].end else None

    def quotes_between(self, low: int, high: int) -> list[Quote]:
        """The quotations that share a code point with a stretch."""
        first = max(0, bisect_right(self._quote_starts, low) - 1)
        last = bisect_left(self._quote_starts, high)
        return [quote for quote in self.quotes[first:last] if quote.end > low]

    def quoted(self, at: int) -> bool:
        """Whether the token at a position stands inside a quotation."""
        return at in self._quoted

    # sentences

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences as pairs of positions; a quotation is never cut."""
        bounds = [self._after_dateline(), *(self.at(end) for end in self._ends()), len(self.tokens)]
        pairs = itertools.pairwise(bounds)
        return [part for start, end in pairs if end > start for part in self._cut(start, end)]

    def _after_dateline(self) -> int:
        """The position after "Paris (AFP) — " at the beginning, 0 where there is none."""
        for at in range(2, min(_DATELINE, len(self.tokens) - 1)):
            dash = self.tokens[at]
            apart = self.tokens[at - 1].end < dash.start and dash.end < self.tokens[at + 1].start
            if dash.text in "-—–" and apart:
                return at + 1 if self.tokens[at - 1].text == ")" and self.tokens[0].capital else 0
        return 0

    def _cut(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A sentence, or parts of what is too long to be one: a table, a text without full stops."""
        while end - start > _LONGEST:
            cut = start + _LONGEST
            while cut < end and self.quoted(cut):
                cut += 1
            yield start, cut
            start = cut
        if end > start:
            yield start, end

    def sentence_of(self, at: int) -> int:
        """The position where the sentence of a position begins."""
        number = bisect_right(self._sentence_starts, at) - 1
        return self._sentence_starts[max(number, 0)] if self._sentence_starts else 0

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def _ends(self) -> Iterator[int]:
        ends = {match.end() for match in _END.finditer(self.text) if self._ends_sentence(match)}
        yield from sorted(ends | set(self._quote_ends()))

    def _ends_sentence(self, match: re.Match[str]) -> bool:
        end, inside = match.end(), self.quote_at(match.start())
        if (inside and end < inside.end) or self._is_abbreviation(match):
            return False
        first = self._rest(end)
        if not first or (inside and self._speaker_follows(end)):
            return False
        return first[0] in _OPENS + '"—–' or _starts_high(first) or self._closes(match.start())

    def _quote_ends(self) -> Iterator[int]:
        """Where a quotation that is a sentence of its own ends: « Il part. » Elle reste."""
        for quote in self.quotes:
            said = self.text[quote.start : quote.end - 1].rstrip()
            rest = self._rest(quote.end)
            begins = _starts_high(rest) or rest[:1] in (*_OPENS, '"', "—")
            if quote.closed and said[-1:] in _STOPS and begins and not self._speaker_follows(quote.end):
                yield quote.end

    def _rest(self, end: int) -> str:
        return self.text[end : end + _AHEAD].lstrip()

    def _speaker_follows(self, end: int) -> bool:
        """Whether a subject and a verb of saying follow, where that is the order: "Who?" Mary asked."""
        if self.language.code == "fr" or self.text[max(0, end - 4) : end - 1].rstrip()[-1:] not in _ASKED:
            return False
        first = self.at(end)
        for at in range(first, min(first + 7, len(self.tokens))):
            if self.tokens[at].kind == "sign" and self.tokens[at].text not in ".-":
                return False
            group = self.group_at(at)
            if group is not None and at > first and "quote" in group.cue.frames:
                return True
        return False

    def _closes(self, dot: int) -> bool:
        """Whether a full stop before a small letter ends a sentence all the same: after a long word."""
        word = re.search(r"[^\W\d_]+$", self.text[max(0, dot - _AHEAD) : dot])
        return self.text[dot] == "." and word is not None and len(word.group()) > 4

    def _is_abbreviation(self, match: re.Match[str]) -> bool:
        if not match.group().startswith(".") or len(match.group()) > 1:
            return False
        before = re.search(r"([\w.]+)$", self.text[max(0, match.start() - _AHEAD) : match.start()])
        word = before.group(1) if before else ""
        return word.casefold() in self.language.abbreviations or (len(word) == 1 and word.isupper())

    # verbs

    @cached_property
    def groups(self) -> dict[int, VerbGroup]:
        """The verbs that may introduce a content, by the position of each."""
        verbs = self.lexicon.verbs
        begun = (at for at, fold in enumerate(self.folds) if verbs.begins(fold))
        return {at: group for at in begun if (group := read_group(self, at))}

    def group_at(self, at: int) -> VerbGroup | None:
        """The verb of saying, thinking or wanting at a position."""
        return self.groups.get(at)


def _starts_high(rest: str) -> bool:
    first = next((letter for letter in rest if letter.isalnum()), "")
    return first.isupper() or first.isdigit()
