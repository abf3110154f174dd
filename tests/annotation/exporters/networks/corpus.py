"""Small corpora of stances and citations, and the sample of Discourse Network Analyzer where it is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotation.exporters import EXPORTERS, Report, choose_options
from annotation.exporters._losses import Losses
from annotation.exporters._networks.building import build_network, frame_of
from annotation.exporters._networks.events import Event, gather_events
from annotation.exporters._networks.kinds import kind_of_network
from annotation.exporters._networks.network import Network
from annotation.exporters._networks.options import Plan, read_plan
from annotation.exporters._networks.parties import Party
from annotation.exporters._networks.selecting import select_by_article, select_by_value
from annotation.importers import IMPORTERS, Imported, SourceFile
from annotation.records import Annotation, Annotator, Article, Entity, Json, Reader, digest
from tests.contracts.shelf import CLARA, Shelf, place

REPOSITORY = Path(__file__).resolve().parents[4]
SAMPLES = REPOSITORY.parent / "shared" / "data" / "imports" / "dna"


@dataclass(frozen=True)
class Corpus(Shelf):
    """A shelf whose articles have dates and outlets."""

    held: tuple[Article, ...] = ()
    people: tuple[Annotator, ...] = (CLARA,)

    def articles(self) -> Iterator[Article]:
        return iter(self.held)

    def annotators(self) -> dict[str, Annotator]:
        return {person.id: person for person in self.people}


def article(id_: str, published: str | None = "2024-01-01", outlet: str | None = "Daily") -> Article:
    text = TEXT
    return Article(id=id_, title=f"On {id_}", text_sha256=digest(text), length=len(text), outlet=outlet,
                   published=published)  # fmt: skip


TEXT = "Ana says so. Bo says no. They say so."


def stance(
    id_: str, holder: str, concept: str, polarity: str, in_: str = "a1", /, **more: Json
) -> Annotation:
    """A stance of a holder of the registry, or of nobody where it is ""."""
    features: dict[str, Json] = {"concept": concept, "polarity": polarity, **more}
    if holder:
        features["holder"] = {"entity": holder}
    return record(id_, "stance", in_, {"evidence": "says so"}, features)


def record(id_: str, layer: str, in_: str, quotes: dict[str, str], features: dict[str, Json]) -> Annotation:
    spans = {role: (place(TEXT, quote),) for role, quote in quotes.items()}
    return Annotation(id=id_, article=in_, annotator=CLARA.id, layer=layer, spans=spans,
                      features=features)  # fmt: skip


def corpus(*records: Annotation, articles: tuple[Article, ...] = (article("a1"),)) -> Corpus:
    """The records with a registry of Ana, Bo and Cy."""
    people = tuple(Entity(id=name.lower(), name=name, type="PER") for name in ("Ana", "Bo", "Cy"))
    texts = {one.id: TEXT for one in articles}
    return Corpus(texts, tuple(records), (), people, articles)


def plan(**chosen: str) -> Plan:
    """A plan of options given with underscores."""
    return read_plan({name.replace("_", "-"): value for name, value in chosen.items()})


def network(reader: Reader, **chosen: str) -> Network:
    """The one network of a reader."""
    made, losses = plan(**chosen), Losses()
    kind = kind_of_network(made)
    loaded = select_by_article(
        gather_events(reader, lambda *now: None, made, (kind.layer,), losses).events, made, losses
    )
    selected = select_by_value(loaded, made, kind, losses)
    return build_network(selected, frame_of(loaded, made, kind), made, kind)


def square(found: Network) -> dict[tuple[str, str], float]:
    """{(row, column): weight}, without zeros, both halves of a symmetric matrix."""
    lines = zip(found.matrix.rows, found.matrix.lines(), strict=True)
    return {
        (row, column): weight
        for row, line in lines
        for column, weight in zip(found.matrix.columns, line, strict=True)
        if weight
    }


def event(actor: str, concept: str, polarity: str = "favor", **more: Any) -> Event:
    """An event without an article."""
    known: dict[str, Any] = {"id": "e", "layer": "stance", "article": "a1", **more}
    return Event(actor=Party(actor) if actor else None, concept=concept, polarity=polarity, **known)


def write(name: str, reader: Reader, out: Path, **chosen: str) -> Report:
    """Export a corpus with options given with underscores."""
    exporter = EXPORTERS[name]
    options = choose_options(exporter, {key.replace("_", "-"): value for key, value in chosen.items()})
    return exporter.export(reader, out, lambda *now: None, options)


def sample(version: int = 3) -> Corpus:
    """The sample of a version of Discourse Network Analyzer, imported."""
    place = SAMPLES / f"sample_dna{version}.dna"
    if not place.is_file():
        pytest.skip("the sample of Discourse Network Analyzer is not beside this repository")
    file = SourceFile(name=place.name, data=place.read_bytes(), siblings={})
    found = [one for one in IMPORTERS["dna"].read(file) if isinstance(one, Imported)]
    ids = {annotation.annotator for one in found for annotation in one.annotations}
    return Corpus(
        {one.article.id: one.text for one in found},
        tuple(annotation for one in found for annotation in one.annotations),
        (),
        tuple({entity.id: entity for one in found for entity in one.entities}.values()),
        tuple(one.article for one in found),
        tuple(Annotator(id=id_, name=id_) for id_ in sorted(ids)),
    )
