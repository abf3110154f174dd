"""Texts that Label Studio shows in another form than its data hold: web pages and conversations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotation.importers._reading.markup import paragraphs_of, parse_html
from annotation.importers._reading.paragraphs import text_of
from annotation.records import Span

_MARKUP = re.compile(r"<(?:p|div|br|h\d|html|body|span|ul|table|a)\b[^<>]*>", re.IGNORECASE)
_SPEAKERS, _WORDS = ("author", "speaker", "name", "role"), ("text", "content", "utterance", "message")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is read, and how places in the data are found in it."""

    text: str
    raw: str = ""
    """The words of a web page as its elements hold them, with all blanks."""
    starts: tuple[int, ...] = ()
    """Where what each speaker says begins."""

    def span(self, value: Mapping[str, Any]) -> Span | None:
        """Where the region of a result stands in the text; None for one that is not there."""
        return self._said(value) if self.starts else self._quoted(value)

    def _said(self, value: Mapping[str, Any]) -> Span | None:
        numbers = [value.get(key) for key in ("start", "startOffset", "end", "endOffset")]
        if not all(str(number).isdigit() for number in numbers):
            return None
        first, start, last, end = (int(str(number)) for number in numbers)
        if max(first, last) >= len(self.starts):
            return None
        span = Span(self.starts[first] + start, self.starts[last] + end)
        return span if span.start < span.end <= len(self.text) else None

    def _quoted(self, value: Mapping[str, Any]) -> Span | None:
        """The quoted words, of several places with the same words the one that the offsets mean."""
        quote = " ".join(str(value.get("text") or "").split())
        if not quote:
            return None
        start = (value.get("globalOffsets") or {}).get("start")
        before = self.raw[:start] if isinstance(start, int) else ""
        words = re.compile(r"\s+".join(map(re.escape, quote.split())))
        places = [Span(*found.span()) for found in words.finditer(self.text)]
        number = len(words.findall(before))
        return places[min(number, len(places) - 1)] if places else None


def shown(value: Any) -> Shown | None:
    """A web page or a conversation as a text; None for a value that is a text as it stands, or nothing."""
    if isinstance(value, str) and _MARKUP.search(value):
        root = parse_html(value)
        return Shown(text_of(paragraphs_of(root)), raw="".join(map(str, root.itertext())))
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return _conversation(value)
    return None


def _conversation(turns: Sequence[Mapping[str, Any]]) -> Shown | None:
    key = next((name for name in _WORDS if all(isinstance(turn.get(name), str) for turn in turns)), "")
    if not key:
        return None
    text, starts = "", []
    for turn in turns:
        who = next((str(turn[name]) for name in _SPEAKERS if turn.get(name)), "")
        text += ("\n\n" if text else "") + (f"{who}: " if who else "")
        starts.append(len(text))
        text += turn[key]
    return Shown(text, starts=tuple(starts))
