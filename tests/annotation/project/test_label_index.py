"""The index of what labels say is a function of the records: made anew it is what the writer kept in step."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations import Accept, Discard, EditFeatures, PutEntity, Revert
from annotation.project import Project, label_index
from annotation.project.connection import protect
from annotation.project.label_index import fill_index, links_of, record_number, value_words, words_of
from annotation.records import Annotation, Entity, Json, Span
from tests.annotation.newsroom import ANN, BOB, named, newsroom

Rows = list[tuple[Any, ...]]
_SHOWN = """SELECT w.word, w.layer, w.field, p.article, p.record, p.decided
            FROM label_places p JOIN label_words w ON w.id = p.word ORDER BY 1, 2, 3, 4, 5"""
_LINKS = """SELECT target, article, w.layer, w.field, record, decided
            FROM label_links l JOIN label_words w ON w.id = l.field ORDER BY 1, 2, 3, 4, 5"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


def rows(project: Project) -> list[Rows]:
    db = project.read.db
    return [
        db.execute(sql).fetchall() for sql in (_SHOWN, _LINKS, "SELECT * FROM entity_words ORDER BY 1, 2")
    ]


def made_anew(project: Project) -> list[Rows]:
    protect(project.read.db, protected=False)
    for table in ("label_places", "label_links", "label_words", "entity_words"):
        project.read.db.execute(f"DELETE FROM {table}")
    fill_index(project.read.db)
    return rows(project)


def words_at(project: Project, record: str) -> dict[str, int]:
    return {row[0]: row[5] for row in rows(project)[0] if row[4] == record_number(record)}


def test_a_record_is_found_by_its_layer_its_values_and_the_words_that_it_marks() -> None:
    record = Annotation(
        id="r", article="a", annotator="p", layer="source",
        spans={"source": (Span(0, 12),), "content": (Span(0, 200),)},
        features={"speech": "direct", "speaker": "Q12", "negated": True, "counted": "Les Soldats", "value": 3,
                  "parent": None},
    )  # fmt: skip
    found = words_of(record, "Mme Éva Roux" + " mot" * 60)
    assert found == {
        ("", "source", ""), ("eva", "source", "source"), ("roux", "source", "source"),
        ("=direct", "source", "speech"), ("=Q12", "source", "speaker"), ("=true", "source", "negated"),
        ("=Les Soldats", "source", "counted"), ("soldats", "source", "counted"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("against", {"=against"}),
        ("PER", {"=PER"}),
        ("Été", {"=Été", "ete"}),
        ({"entity": "otan"}, {"=otan"}),
        ({"concept": "la paix juste"}, {"=la paix juste", "paix", "juste"}),
        ({"annotation": "x"}, set()),
        (["a", "b"], {"=a", "=b"}),
        (False, set()),
        (None, set()),
        (7, set()),
        ("", set()),
        ("x" * 121, set()),
        ("b c d e f g h i j", {"=b c d e f g h i j"}),
    ],
)
def test_values_are_found_as_they_are_and_by_their_words(value: object, words: set[str]) -> None:
    assert value_words(value) == words  # type: ignore[arg-type]  # whatever JSON holds


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_any_value_can_be_indexed(value: object) -> None:
    assert all(isinstance(word, str) for word in value_words(value))  # type: ignore[arg-type]  # any JSON


def test_references_to_records_are_links() -> None:
    features: dict[str, Json] = {
        "holder": {"annotation": "e1"},
        "target": {"entity": "otan"},
        "attribution": "s1",
    }
    record = Annotation(id="t", article="a", annotator="p", layer="stance", spans={}, features=features)
    assert links_of(record) == {("e1", "stance", "holder")}


def test_numbers_of_words_that_were_let_go_are_found_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label_index, "_REMEMBERED", 2)
    project.apply(Accept(annotations=(named(project, "s1").id,), actor=ANN.id))
    kept = rows(project)
    assert kept == made_anew(project)
    index = label_index.LabelIndex(project.read.db)
    numbers = [index.number_of(("", layer, "")) for layer in ("entity", "figure", "source", "stance") * 2]
    assert numbers[:4] == numbers[4:]
    assert len(index._ids) <= 2


def test_what_the_writer_keeps_is_what_would_be_made_anew(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "t1").id, named(project, "e2").id), actor=ANN.id))
    project.apply(Discard(annotations=(named(project, "e1").id,), actor=BOB.id))
    kept = rows(project)
    assert kept[0]
    assert kept[1]
    assert kept == made_anew(project)


def test_a_decided_suggestion_waits_no_more_and_does_again(project: Project) -> None:
    suggestion = named(project, "e2").id
    assert set(words_at(project, suggestion).values()) == {0}
    changes = project.apply(Accept(annotations=(suggestion,), actor=ANN.id))
    own = next(item.record.id for item in changes.items)
    assert set(words_at(project, suggestion).values()) == {3}
    assert words_at(project, own) == {"": 1, "=ORG": 1, "=otan": 1, "otan": 1}
    edited = project.apply(EditFeatures(annotation=own, features={"type": "LOC"}, actor=ANN.id))
    assert words_at(project, own) == {"": 1, "=LOC": 1, "=otan": 1, "otan": 1}
    project.apply(Revert(changes=edited))
    project.apply(Revert(changes=changes))
    assert words_at(project, own) == {}
    assert set(words_at(project, suggestion).values()) == {0}


def test_a_rejected_suggestion_is_decided_and_its_rejection_says_nothing(project: Project) -> None:
    suggestion = named(project, "e2").id
    changes = project.apply(Discard(annotations=(suggestion,), actor=ANN.id))
    assert set(words_at(project, suggestion).values()) == {3}
    assert [words_at(project, item.record.id) for item in changes.items] == [{}]


def test_entities_are_found_by_the_words_of_all_their_names(project: Project) -> None:
    assert ("nato", "otan") in rows(project)[2]
    project.apply(PutEntity(entity=Entity(id="otan", name="Alliance atlantique", type="ORG")))
    assert [row for row in rows(project)[2] if row[1] == "otan"] == [
        ("alliance", "otan"),
        ("atlantique", "otan"),
    ]
