"""Projects that make schemas stumble, and the schemas that are kept beside the tests."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lxml import etree

from annotation.records import Annotation, Article, Entity
from tests.contracts.shelf import Shelf

SCHEMAS = Path(__file__).resolve().parents[2] / "data" / "schemas"
ID = "a/1 «é»"
"""An id as people give them: nothing that XML would take."""


@cache
def tei_schema() -> etree.RelaxNG:
    """The published schema of TEI, cut down to the elements that exports use."""
    return etree.RelaxNG(etree.parse(SCHEMAS / "tei_selon.rng"))


@dataclass(frozen=True)
class OddShelf(Shelf):
    """A shelf whose article has a language, an address and an outlet that fit no schema as they are."""

    def articles(self) -> Iterator[Article]:
        for one in super().articles():
            yield replace(
                one,
                lang="Français (FR)",
                url="https://a.test/é b",
                outlet="\x01Le « Jour »",
                published="hier",
            )


def odd(shelf: Shelf) -> OddShelf:
    """The same articles and records, with ids, names, keys and notes that fit nothing."""
    texts = {f"{ID} {key}": text for key, text in shelf.texts.items()}
    records = tuple(_odd(one) for one in shelf.records)
    registry = (Entity(id="k y", name="\x0bAna"), Entity(id="k", name=" Bo\u2028"))
    return OddShelf(texts, records, (), registry)


def _odd(record: Annotation) -> Annotation:
    key = "k y" if record.id.endswith(("0", "2")) else "k"
    more = {"entity": key} if record.layer == "entity" else {}
    return replace(
        record,
        id=f"{ID} {record.id}",
        article=f"{ID} {record.article}",
        features={**record.features, **more, "of/one’s own": 1},
        note="\x00 note\r\n",
        created="2026-03-01T00:00:00.000Z",
    )
