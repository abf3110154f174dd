import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotation.importers.dna import polarity, published
from tests.annotation.importers.reading_samples import (
    SAMPLES,
    SECOND,
    articles,
    read,
    reasons,
    refusal,
    said,
    sample,
)

each_version = pytest.mark.parametrize("version", [2, 3])


@each_version
def test_statements_are_stances_of_persons_on_concepts(version: int) -> None:
    (article,) = articles(sample(f"dna/version{version}.dna"))
    (person,) = [entity for entity in article.entities if entity.name == "Marc Leroy"]
    stance = {"holder": {"entity": person.id}, "target": {"concept": "fermer la gare"}}
    first, second, note = said(article)
    words = ["Marc Leroy s’oppose à la fermeture 🚫 de la gare"]
    assert first == (
        "stance",
        {"evidence": words},
        {**stance, "polarity": "against", "organization": "Ville de Brest"},
    )
    assert second == ("stance", {"evidence": ["il la soutient"]}, {**stance, "polarity": "favor"})
    assert note == ("entity", {"mention": ["il la soutient"]}, {"type": "MISC", "raw_label": "Annotation"})
    assert article.annotations[2].note == "à revoir"


@each_version
def test_documents_keep_what_is_known_of_them(version: int) -> None:
    (article,) = articles(sample(f"dna/version{version}.dna"))
    known = article.article
    assert article.text == SECOND
    assert (known.title, known.outlet, known.section, known.authors) == (
        "La gare",
        "Le Phare",
        "Local",
        ("Ann Lee",),
    )
    assert known.published == "2026-02-03"


@each_version
def test_persons_come_into_the_registry_with_what_is_known_of_them(version: int) -> None:
    (article,) = articles(sample(f"dna/version{version}.dna"))
    person, town = article.entities
    assert (town.name, town.type) == ("Ville de Brest", "ORG")
    assert (person.name, person.type, person.aliases, person.note) == (
        "Marc Leroy",
        "PER",
        ("Leroy",),
        "Type: élu",
    )


@each_version
def test_who_is_in_no_statement_comes_into_the_registry_and_idle_coders_are_said(
    version: int, tmp_path: Path
) -> None:
    path = tmp_path / "more.dna"
    path.write_bytes((SAMPLES / "dna" / f"version{version}.dna").read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        kind = db.execute("SELECT ID FROM VARIABLES WHERE Variable = 'person'").fetchone()[0]
        table = "ENTITIES" if version == 3 else "ATTRIBUTES"
        db.execute(f"INSERT INTO {table} (ID, VariableId, Value) VALUES (9001, ?, 'Ida Moreau')", [kind])
        columns = [row[1] for row in db.execute("PRAGMA table_info(CODERS)")]
        copied = ", ".join({"ID": "9002", "Name": "'Idle Hand'"}.get(one, one) for one in columns)
        db.execute(f"INSERT INTO CODERS SELECT {copied} FROM CODERS LIMIT 1")
    found = read(path)
    (article,) = articles(found)
    assert [entity.name for entity in article.entities] == ["Marc Leroy", "Ville de Brest", "Ida Moreau"]
    assert any("Idle Hand" in reason for reason in reasons(found))


def test_both_versions_of_a_project_are_the_same() -> None:
    two, three = (articles(sample(f"dna/version{version}.dna"))[0] for version in (2, 3))
    assert (two.article.id, two.annotations, two.entities) == (
        three.article.id,
        three.annotations,
        three.entities,
    )


@each_version
def test_a_statement_outside_its_document_is_said(version: int) -> None:
    assert reasons(sample(f"dna/version{version}.dna")) == [
        "One mark lies outside its text and was left out."
    ]


@pytest.mark.parametrize(
    ("agreement", "scaled", "found"),
    [
        (1, False, "favor"),
        (0, False, "against"),
        (-2, True, "against"),
        (0, True, "neutral"),
        ("x", False, "neutral"),
    ],
)
def test_agreement_is_a_polarity(agreement: object, scaled: bool, found: str) -> None:
    assert polarity(agreement, scaled=scaled) == found


@pytest.mark.parametrize(
    ("date", "milliseconds", "found"),
    [
        (1770076800, False, "2026-02-03"),
        (1770076800000, True, "2026-02-03"),
        (-86400, False, "1969-12-31"),
        (1770080400, False, "2026-02-03T01:00:00Z"),
        (10**18, False, None),
        (None, False, None),
    ],
)
def test_dates_are_seconds_or_milliseconds(date: object, milliseconds: bool, found: str | None) -> None:
    assert published(date, milliseconds=milliseconds) == found


def test_another_file_is_refused() -> None:
    assert refusal("dna", b"text")
    assert refusal("dna", b"SQLite format 3\x00" + b"\x00" * 100)
