"""What the tests of written sets share."""

from dataclasses import replace

import pytest

from annotation.operations import Accept, AddAnnotations
from annotation.operations.sets.outcome import Contents, Origin
from annotation.operations.sets.tally import Tally, TallyBook
from annotation.project import Project
from annotation.records import Agreed
from tests.annotation.newsroom import ANN, BOB, annotation, named


@pytest.fixture
def decided(project: Project) -> Project:
    """The newsroom, in which Ann and Bob have labels, and gold has a record."""
    project.apply(Accept(annotations=(named(project, "e1").id, named(project, "s1").id), actor=ANN.id))
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=BOB.id))
    gold = annotation("g1", "gold", "entity", {"mention": ["OTAN"]}, type="ORG")
    project.apply(AddAnnotations(annotations=(replace(gold, note="as Ann said"),)))
    return project


@pytest.fixture
def origin(project: Project) -> Origin:
    """A state of a project."""
    return Origin(name="press", selon="1.2.3", schema=8, codebook="4", codebook_name="News",
                  codebook_toml=project.read.codebook_toml, articles=30, changed="2026-03-01",
                  language="en")  # fmt: skip


@pytest.fixture
def contents(decided: Project) -> Contents:
    """What two parts hold: all of the newsroom, and nothing."""
    reader, full = decided.read, Tally()
    book = TallyBook.of(reader.codebook, reader.annotators())
    for article in reader.articles():
        full.take(replace(article, lang="fr", outlet="Le | Cadran", published="2026-03-02"),
                  reader.annotations(article), book)  # fmt: skip
    agreement = (Agreed(layer="entity", field="type", measure="alpha_nominal", value=0.8125),)
    return Contents(
        tallies={"train": full, "test": Tally()}, groups=3, largest=2, losses=(), agreement=agreement
    )
