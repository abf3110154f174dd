"""What a project gives to compare."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from annotation.adjudication import read_comparison, read_material
from annotation.operations import AddAnnotations, MarkProgress, PutAnnotator
from annotation.operations.sample import create_sample_project
from annotation.project import Missing, Project
from annotation.records import Annotation, Annotator, Article, AssignmentState, Span


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    project = create_sample_project(tmp_path_factory.mktemp("sample") / "sample.selon")
    yield project
    project.close()


def names(project: Project, ids: tuple[str, ...]) -> list[str]:
    people = project.ask(lambda reader: reader.annotators())
    return sorted(people[id_].name for id_ in ids)


def test_the_articles_that_two_worked_on_can_be_reviewed(sample: Project) -> None:
    rows = sample.ask(lambda reader: reader.reviewable())
    assert {"hopital-greve", "drones-ukraine", "channel-fishing"} <= {row.id for row in rows}
    assert {"data-centre-levy", "helvantis-bale", "rent-cap"}.isdisjoint({row.id for row in rows})
    assert all(names(sample, row.annotators) == ["Camille", "Noah"] for row in rows)
    assert {row.id for row in rows if row.decided} == {"hopital-greve"}


def test_every_label_of_the_sample_is_in_one_cluster(sample: Project) -> None:
    for row in sample.ask(lambda reader: reader.reviewable()):
        material = sample.ask(partial(read_material, article=row.id))
        found = sample.ask(partial(read_comparison, article=row.id))
        labels = sorted(label.id for records in material.labels.values() for label in records)
        assert sorted(r.id for c in found.clusters for r in c.records.values()) == labels


def test_the_decisions_of_the_sample_are_about_its_clusters(sample: Project) -> None:
    found = sample.ask(lambda reader: read_comparison(reader, "hopital-greve"))
    decided = [cluster for cluster in found.clusters if cluster.decision]
    assert len(decided) == 16
    assert not [cluster.decision.comment for cluster in decided if cluster.changed and cluster.decision]


def test_only_those_chosen_are_compared(sample: Project) -> None:
    (camille,) = [p.id for p in sample.ask(lambda r: r.annotators()).values() if p.name == "Camille"]
    found = sample.ask(lambda reader: read_comparison(reader, "drones-ukraine", [camille]))
    assert found.annotators == (camille,)
    assert all(set(cluster.records) == {camille} for cluster in found.clusters)


def test_who_has_just_begun_is_not_held_against_those_who_are_done(tmp_path: Path) -> None:
    maud = Annotator(id="maud-2", name="Maud-2")
    with create_sample_project(tmp_path / "begun.selon") as project:
        text = project.ask(lambda r: r.text(r.get(Article, "drones-ukraine")))
        place = text.index("Alliés")
        record = Annotation(
            id="one", article="drones-ukraine", annotator=maud.id, layer="entity",
            spans={"mention": (Span(place, place + 6),)}, features={"type": "NORP"},
        )  # fmt: skip
        project.apply(PutAnnotator(annotator=maud))
        project.apply(AddAnnotations(annotations=(record,)))
        found = project.ask(lambda reader: read_comparison(reader, "drones-ukraine"))
        assert names(project, found.annotators) == ["Camille", "Noah"]
        chosen = project.ask(lambda r: read_comparison(r, "drones-ukraine", [maud.id, *found.annotators]))
        assert maud.id in chosen.annotators


def test_suggestions_and_gold_are_not_compared(sample: Project) -> None:
    material = sample.ask(lambda reader: read_material(reader, "hopital-greve"))
    assert {"machine", "gold"}.isdisjoint(material.labels)
    assert material.gold


def test_who_finished_without_a_label_found_nothing(sample: Project) -> None:
    (noah,) = [p.id for p in sample.ask(lambda r: r.annotators()).values() if p.name == "Noah"]
    before = sample.ask(lambda reader: read_material(reader, "data-centre-levy"))
    assert noah not in before.labels
    sample.apply(
        MarkProgress(article="data-centre-levy", annotator=noah, state=AssignmentState.DONE, actor=noah)
    )
    after = sample.ask(lambda reader: read_material(reader, "data-centre-levy"))
    assert after.labels[noah] == []
    rows = sample.ask(lambda reader: reader.reviewable())
    assert "data-centre-levy" in {row.id for row in rows}


def test_an_article_that_is_gone_is_said_so(sample: Project) -> None:
    with pytest.raises(Missing):
        sample.ask(lambda reader: read_comparison(reader, "gone"))
