"""How much of the articles' texts an export may write, where somebody else's rights are in the way."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, runtime_checkable

from annotation.records.article import Article
from annotation.records.reader import Reader
from annotation.records.span import Span


class Shown(StrEnum):
    """What of a text may be read in the files."""

    WHOLE = "whole"
    QUOTES = "quotes"
    """Only the words that chosen records mark."""
    NOTHING = "nothing"


@runtime_checkable
class SparingReader(Reader, Protocol):
    """A reader whose texts are covered: as long as they are, but with other letters where nothing is shown.

    A format that can do without texts leaves them out; any other writes the covered ones, in which every
    position still holds.
    """

    @property
    def shown(self) -> Shown:
        """What of the texts may be read."""


@runtime_checkable
class SigningReader(SparingReader, Protocol):
    """A sparing reader that has signs for words that may not be read, by which those alike are known."""

    def stand_in(self, article: Article, spans: Sequence[Span]) -> str:
        """A sign that stands for words that may not be read: the same for the same words of the project."""
