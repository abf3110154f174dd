"""The database is one that Discourse Network Analyzer 3 makes itself, and gives the same networks."""

import base64
import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotation.exporters import Report
from annotation.exporters.dna import hash_password
from annotation.records import Entity, Json, Status
from tests.annotation.exporters.networks.corpus import (
    SAMPLES,
    Corpus,
    corpus,
    network,
    sample,
    square,
    stance,
)
from tests.annotation.exporters.round import read, write
from tests.contracts.shelf import Shelf, full_shelf, record


def ask(place: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(place)) as connection:
        return connection.execute(sql).fetchall()


def exported(shelf: Shelf, tmp_path: Path, **chosen: str) -> Path:
    (place,) = write("dna", shelf, tmp_path / "x.dna", **chosen).files
    return place


VALUES = """
    SELECT v.Variable, coalesce(e.Value, l.Value, i.Value, b.Value) FROM STATEMENTS s
    JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId JOIN VARIABLES v ON v.StatementTypeId = t.ID
    LEFT JOIN DATASHORTTEXT d ON d.StatementId = s.ID AND d.VariableId = v.ID
    LEFT JOIN ENTITIES e ON e.ID = d.Entity
    LEFT JOIN DATALONGTEXT l ON l.StatementId = s.ID AND l.VariableId = v.ID
    LEFT JOIN DATAINTEGER i ON i.StatementId = s.ID AND i.VariableId = v.ID
    LEFT JOIN DATABOOLEAN b ON b.StatementId = s.ID AND b.VariableId = v.ID
    WHERE s.ID = {statement} ORDER BY v.ID
"""


def values(place: Path, statement: int = 1) -> dict[str, Any]:
    return dict(ask(place, VALUES.format(statement=statement)))


def counted(report: Report) -> set[tuple[str, int]]:
    return {(loss.what, loss.count) for loss in report.losses}


def test_every_row_points_at_rows_that_are_there(tmp_path: Path) -> None:
    place = exported(full_shelf(), tmp_path, layers="all")
    assert ask(place, "PRAGMA foreign_key_check") == []
    assert ask(place, "PRAGMA integrity_check") == [("ok",)]
    assert ask(place, "SELECT count(*) FROM STATEMENTS") == [(9,)]


def test_every_statement_has_a_value_for_each_of_its_variables(tmp_path: Path) -> None:
    place = exported(full_shelf(), tmp_path, layers="all")
    for statement in range(1, 10):
        assert None not in values(place, statement).values()


def test_the_tables_have_the_columns_of_the_program_s_own(tmp_path: Path) -> None:
    own = SAMPLES / "sample_dna3.dna"
    if not own.is_file():
        pytest.skip("the sample of Discourse Network Analyzer is not here")
    place, tables = exported(full_shelf(), tmp_path), "SELECT name FROM sqlite_master WHERE type = 'table'"
    assert sorted(ask(place, tables)) == sorted(ask(own, tables))
    for (name,) in ask(own, tables):
        assert ask(place, f"PRAGMA table_info({name})") == ask(own, f"PRAGMA table_info({name})")


def test_a_stance_is_a_statement_of_a_person_on_a_concept(tmp_path: Path) -> None:
    place = exported(
        corpus(stance("t1", "ana", "tax", "against", target={"concept": "the budget"})), tmp_path
    )
    found = values(place)
    assert list(found)[:5] == ["person", "organization", "concept", "agreement", "target"]
    assert list(found.values())[:5] == ["Ana", "", "tax", -1, "the budget"]
    assert ask(place, "SELECT Label FROM STATEMENTTYPES") == [("DNA Statement",), ("Attribution",)]


@pytest.mark.parametrize(
    ("concept", "wanted"), [("either", "tax"), ("concept", "tax"), ("target", "the budget")]
)
def test_a_concept_is_the_topic_or_the_target(concept: str, wanted: str, tmp_path: Path) -> None:
    shelf = corpus(stance("t1", "ana", "tax", "favor", target={"concept": "the budget"}))
    assert values(exported(shelf, tmp_path, concept=concept))["concept"] == wanted


def test_who_is_no_person_acts_as_an_organisation(tmp_path: Path) -> None:
    shelf = corpus(
        stance("t1", "ana", "tax", "favor"), stance("t2", "bo", "tax", "favor", organization="Bo & Co")
    )
    party = Entity(id="ana", name="The party", type="ORG")
    place = exported(replace(shelf, registry=(party, *shelf.registry[1:])), tmp_path)
    assert [values(place, n)["person"] for n in (1, 2)] == ["", "Bo"]
    assert [values(place, n)["organization"] for n in (1, 2)] == ["The party", "Bo & Co"]


def test_stances_between_are_0_or_left_out_and_listed(tmp_path: Path) -> None:
    shelf = corpus(stance("t1", "ana", "tax", "mixed"), stance("t2", "bo", "tax", "neutral"),
                   stance("t3", "bo", "tax", "favor"))  # fmt: skip
    scale = write("dna", shelf, tmp_path / "a.dna")
    assert ("stances that are mixed, or without a polarity", 1) in counted(scale)
    assert [values(tmp_path / "a.dna", n)["agreement"] for n in (1, 2, 3)] == [0, 0, 1]
    yes_no = write("dna", shelf, tmp_path / "b.dna", agreement="boolean")
    assert ("stances that are neither for nor against", 2) in counted(yes_no)
    assert (yes_no.annotations, values(tmp_path / "b.dna")["agreement"]) == (1, 1)


def test_the_registry_tells_the_attributes_of_names(tmp_path: Path) -> None:
    shelf = corpus(stance("t1", "ana", "tax", "favor"))
    ana = Entity(id="ana", name="Ana", type="PER", aliases=("A.", "Ann"), wikidata="Q1", note="tall")
    place = exported(replace(shelf, registry=(ana,)), tmp_path)
    told = ask(place, """SELECT a.AttributeVariable, v.AttributeValue FROM ATTRIBUTEVALUES v
        JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId JOIN ENTITIES e ON e.ID = v.EntityId
        WHERE e.Value = 'Ana'""")  # fmt: skip
    assert dict(told) == {"Type": "PER", "Alias": "A.|Ann", "Notes": "tall", "Wikidata": "Q1"}
    (found,) = read("dna", place)
    (entity,) = found.entities
    assert replace(entity, id="ana") == ana


def test_line_ends_of_two_signs_move_positions_and_astral_signs_count_twice(tmp_path: Path) -> None:
    text = {"a0": "🏥\r\n👍\r\nAna says no"}
    one = record("t1", "stance", text, {"evidence": ["says"]}, {"polarity": "against"})
    report = write("dna", Shelf(text, (one,)), tmp_path / "x.dna")
    assert ask(tmp_path / "x.dna", "SELECT Text, Start, Stop FROM DOCUMENTS, STATEMENTS") == [
        ("🏥\n👍\nAna says no", 10, 14)
    ]
    assert ("line ends of two signs", 2) in counted(report)


def test_a_record_without_words_stands_at_the_first_word(tmp_path: Path) -> None:
    features: dict[str, Json] = {"polarity": "favor"}
    some, none = (record(f"t{n}", "stance", {"a0": "", "a1": ""}, {}, features, f"a{n}") for n in (0, 1))
    report = write("dna", Shelf({"a0": "\n🏥 Ana", "a1": " "}, (some, none)), tmp_path / "x.dna")
    assert ask(tmp_path / "x.dna", "SELECT Start, Stop FROM STATEMENTS") == [(1, 3)]
    assert {(loss.what, loss.done, loss.count) for loss in report.losses} >= {
        ("records without words", "placed at the first word of the article", 1),
        ("records without words", "left out", 1),
    }  # fmt: skip


def test_names_that_are_too_long_are_cut_and_listed(tmp_path: Path) -> None:
    shelf = corpus(stance("t1", "ana", "x" * 300, "favor"))
    report = write("dna", shelf, tmp_path / "x.dna")
    assert len(values(tmp_path / "x.dna")["concept"]) == 190
    assert "titles and names that are too long" in {loss.what for loss in report.losses}


def test_rejected_records_are_no_statements(tmp_path: Path) -> None:
    shelf = corpus(replace(stance("t1", "ana", "tax", "favor"), status=Status.REJECTED))
    report = write("dna", shelf, tmp_path / "x.dna")
    assert report.annotations == 0
    assert ("rejected records", 1) in counted(report)


def test_coders_see_each_other_and_sign_in_with_the_password_that_was_chosen(tmp_path: Path) -> None:
    place = exported(full_shelf(), tmp_path, password="pass word é")
    assert [name for (name,) in ask(place, "SELECT Name FROM CODERS")] == ["Admin", "Clara"]
    assert ask(place, "SELECT Coder, OtherCoder FROM CODERRELATIONS") == [(1, 2), (2, 1)]
    for (secret,) in ask(place, "SELECT Password FROM CODERS"):
        raw = base64.b64decode(secret)
        digest = hashlib.sha256(raw[:16] + "pass word é".encode()).digest()
        for _round in range(99_999):
            digest = hashlib.sha256(digest).digest()
        assert digest == raw[16:]


def test_a_password_is_hashed_as_the_program_hashes_its_own() -> None:
    own = SAMPLES / "sample_dna3.dna"
    if not own.is_file():
        pytest.skip("the sample of Discourse Network Analyzer is not here")
    (secret,) = ask(own, "SELECT Password FROM CODERS WHERE ID = 1")[0]
    assert len(base64.b64decode(hash_password("sample"))) == len(base64.b64decode(secret)) == 48


@pytest.mark.parametrize("agreement", ["scale", "boolean"])
def test_the_sample_of_the_program_comes_back_and_gives_the_same_network(
    agreement: str, tmp_path: Path
) -> None:
    before = sample()
    place = exported(before, tmp_path, concept="target", agreement=agreement)
    found = read("dna", place)
    stances = [record for one in found for record in one.annotations if record.layer == "stance"]
    assert len(stances) == 40
    entities = {entity.id: entity for one in found for entity in one.entities}
    after = Corpus(
        {one.article.id: one.text for one in found}, tuple(stances), (), tuple(entities.values()),
        tuple(one.article for one in found), tuple(person for one in found for person in one.annotators),
    )  # fmt: skip
    for kind, actor in (("actor-congruence", "holder"), ("actor-concept", "organization")):
        some, other = (network(one, network=kind, actor=actor, concept="target") for one in (before, after))
        assert square(some) == square(other)
        assert len(some.matrix)
    assert [one.article.published for one in found] == [one.published for one in before.held]


def test_numbers_of_agreement_come_back_and_weigh_as_the_program_weighs_them(tmp_path: Path) -> None:
    war: Json = {"concept": "war"}
    before = corpus(
        stance("t1", "ana", "", "against", target=war, agreement=-3),
        stance("t2", "bo", "", "favor", target=war, agreement=2),
        stance("t3", "cy", "", "neutral", target=war),
    )
    (found,) = read("dna", exported(before, tmp_path))
    after = Corpus(
        {found.article.id: found.text},
        found.annotations,
        (),
        found.entities,
        (found.article,),
        found.annotators,
    )
    chosen = {"concept": "target", "strength": "agreement"}
    for one in (before, after):
        assert square(network(one, **chosen)) == {("Ana", "war"): -3, ("Bo", "war"): 2}
        near = square(network(one, network="actor-congruence", **chosen))
        assert near == pytest.approx({
            ("Ana", "Cy"): 1 - 3 / 5, ("Cy", "Ana"): 1 - 3 / 5,
            ("Bo", "Cy"): 1 - 2 / 5, ("Cy", "Bo"): 1 - 2 / 5,
        })  # fmt: skip
