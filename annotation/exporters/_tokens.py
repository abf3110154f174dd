"""Tokens for formats that tag words: spaCy's rules for the article's language, never a trained model."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from annotation.exporters._base import Choice, Option
from annotation.exporters._losses import Losses
from annotation.i18n import _
from annotation.records import Span

if TYPE_CHECKING:  # spaCy takes a second to load, and only formats of tokens need it
    from spacy.language import Language


EDGES = Option(
    name="edges",
    label="Records that do not begin and end with a word",
    default="widen",
    choices=(
        Choice(value="widen", label="Take in the whole words"),
        Choice(value="drop", label="Leave them out"),
    ),
)
"""What becomes of words that tokens do not fit."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The tokens that hold a span: `first` up to `end`, half open; whether their edges are the span's."""

    first: int
    end: int
    exact: bool


class TokenText:
    """A text as tokens. Tokens of nothing but white space count as tokens here, and are no words."""

    def __init__(self, text: str, lang: str) -> None:
        """Cut `text` by the rules for `lang`, or by those for any language where there are none."""
        self.doc = _pipeline(lang)(text)
        self._text = text
        # A token of spaCy is an object made anew each time; its numbers alone are had at once.
        numbers = self.doc.to_array(["IDX", "LENGTH", "IS_SPACE", "SENT_START"]).tolist()
        self.starts: list[int] = [start for start, _length, _space, _first in numbers]
        """The first code point of each token."""
        self.ends: list[int] = [start + length for start, length, _space, _first in numbers]
        """The code point after the last of each token."""
        self.spaces: list[bool] = [bool(space) for _start, _length, space, _first in numbers]
        """Whether each token is nothing but white space."""
        self._first = [first == 1 for _start, _length, _space, first in numbers]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.starts)

    @property
    def tokenizer(self) -> str:
        """The name of the rules, such as "spacy.blank:fr"."""
        return f"spacy.blank:{self.doc.lang_}"

    def state(self, losses: Losses) -> None:
        """Say in the report by which rules an article was cut."""
        losses.add(_("articles cut into words by {tokenizer}", tokenizer=self.tokenizer),
                   _("other programs may cut them elsewhere"))  # fmt: skip

    def fit(self, span: Span) -> Fit | None:
        """The tokens that hold all of a span; None where it holds no code point of any."""
        first = bisect_right(self.ends, span.start)
        end = bisect_left(self.starts, span.end)
        if first >= end:
            return None
        return Fit(first, end, self.starts[first] == span.start and self.ends[end - 1] == span.end)

    def fit_or_count(self, span: Span, losses: Losses, *, widen: bool) -> Fit | None:
        """The tokens of a span that a format can hold; None, and counted, for one that is left out."""
        fit = self.fit(span)
        if fit is None:
            losses.add(_("pieces of nothing but white space"), _("left out"))
        elif not fit.exact:
            done = _("the whole words are tagged") if widen else _("left out")
            losses.add(_("pieces that begin or end within a word"), done)
        return fit if fit and (fit.exact or widen) else None

    @cached_property
    def sentences(self) -> Sequence[Sequence[int]]:
        """The numbers of the words of each sentence or line that has any."""
        found: list[list[int]] = []
        sentence: list[int] = []
        for number, is_space in enumerate(self.spaces):
            if sentence and (self._first[number] or "\n" in self.word(number)):
                found.append(sentence)
                sentence = []
            if not is_space:
                sentence.append(number)
        return [*found, sentence] if sentence else found

    def word(self, number: int) -> str:
        """The words of a token."""
        return self._text[self.starts[number] : self.ends[number]]


@cache
def _pipeline(lang: str) -> "Language":
    import spacy  # noqa: PLC0415 - see above

    try:
        nlp = spacy.blank(lang or "xx")
    except ImportError:
        nlp = spacy.blank("xx")
    nlp.max_length = 1 << 30
    nlp.add_pipe("sentencizer")
    return nlp
