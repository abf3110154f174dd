"""What a detector is: it reads one prepared article and returns suggestions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from annotation.records import Suggestion

if TYPE_CHECKING:  # spaCy takes a second to import and only the worker process needs it
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article, prepared for reading.

    `text` has exactly as many code points as the article from `start` on: typographic apostrophes and special
    spaces are replaced one for one, so `start + i` is always the article's position of `text[i]`.
    """

    start: int
    text: str
    doc: "Doc | None" = None
    """The parse of `text`, where a pipeline for the language is installed."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as detectors see it."""

    text: str
    """The frozen text."""
    lang: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    found: tuple[Suggestion, ...] = ()
    """What the detectors that ran before (`Detector.after`) have suggested."""
    model: str = ""
    """Name and version of the pipeline that parsed it, "" where there was none."""
    cues: Mapping[str, str] = field(default_factory=dict)
    """{words that researchers marked as a cue by themselves: their kind of attribution, "" if not told}"""


class Detector(Protocol):
    """A plug of this room. Its module offers an instance as `plug`."""

    @property
    def name(self) -> str:
        """The name of the module, with dashes."""

    @property
    def version(self) -> str:
        """Raised whenever the same text may give other suggestions."""

    @property
    def layers(self) -> tuple[str, ...]:
        """Ids of the layers that its suggestions belong to."""

    @property
    def after(self) -> tuple[str, ...]:
        """Names of detectors whose suggestions this one reads."""

    def detect(self, document: Document) -> Iterable[Suggestion]:
        """Suggestions, with keys unique within the detector that start with its name, such as "figures/3"."""
