"""Entities: persons, organisations, places and peoples, by the installed model and lists of names."""

from collections.abc import Iterator

from annotation.detectors._base import Document
from annotation.detectors._entities.evidence import tell, weigh
from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.reading import read_entities
from annotation.detectors._language import available_languages
from annotation.records import Json, Span, Suggestion


class Entities:
    """Suggests records of the layer `entity`; where no model is installed, lists and capitals still speak."""

    name = "entities"
    version = "3"
    layers = ("entity",)
    after: tuple[str, ...] = ()

    def detect(self, document: Document) -> Iterator[Suggestion]:
        """The names of an article in the order of their spans."""
        if document.lang not in available_languages():
            return
        number = 0
        found = read_entities(document.paragraphs, document.lang)
        for paragraph, mentions in zip(document.paragraphs, found, strict=True):
            for item in mentions:
                number += 1
                span = Span(paragraph.start + item.start, paragraph.start + item.end)
                yield Suggestion(
                    key=f"entities/{number}",
                    layer="entity",
                    spans={"mention": (span,)},
                    features=_features(item),
                    confidence=weigh(item.evidence),
                    why=tell(item.evidence),
                    named={"entity": item.entity} if item.entity else {},
                )


def _features(item: Mention) -> dict[str, Json]:
    features: dict[str, Json] = {"type": item.type, "mention_level": item.level}
    return features | ({"metonymic_type": item.acts_as} if item.acts_as else {})


plug = Entities()
"""The rules of entities: what a model finds, corrected by lists of names."""
