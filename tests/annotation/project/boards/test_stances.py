"""Stances as matrices and networks need them, and as evidence."""

from annotation.operations import AddAnnotations, PutEntity
from annotation.project import Project
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.reader import BoardReader
from annotation.project.boards.stances import Stance
from annotation.records import Entity
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN


def stances(boards: BoardReader) -> dict[str, Stance]:
    return {one.id: one for one in boards.stances(boards.keys(Chosen(), "stance"), boards.names())}


def ends(stance: Stance) -> tuple[str, str]:
    return (stance.holder.name if stance.holder else "", stance.target.name if stance.target else "")


def test_holders_and_targets_are_named_however_they_are_given(boards: BoardReader) -> None:
    found = stances(boards)
    assert {id_: ends(one) for id_, one in found.items()} == {
        "t1": ("Nina Roux", "OTAN"),
        "t2": ("Ali Ben", "OTAN"),
        "t3": ("Nina Roux", "la réforme"),
        "t4": ("Nina Roux", "la réforme"),
    }
    assert (found["t2"].polarity, found["t2"].topic, found["t2"].published) == (
        "against", "war", "2024-04-02T08:00:00",
    )  # fmt: skip


def test_a_name_that_is_added_is_the_partys_name(boards: BoardReader, project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="ben", name="Ali Ben", type="PER")))
    holder = stances(boards)["t2"].holder
    assert holder is not None
    assert holder.key == "e:ben"


def test_a_holder_that_is_gone_is_none(boards: BoardReader, project: Project) -> None:
    source = record("s9", "d1", "source", {"cue": ["Selon"]}, speech="indirect")
    odd = record("t9", "d1", "stance", {"evidence": ["affirmé"]}, holder={"annotation": "s9"},
                 target={"entity": "otan"}, polarity="mixed")  # fmt: skip
    project.apply(AddAnnotations(annotations=(source, odd), actor=ANN.id))
    assert ends(stances(boards)["t9"]) == ("Selon", "OTAN")


def test_evidence_has_words_place_and_carrier(boards: BoardReader) -> None:
    first, second = boards.evidence(["t3", "gone", "t1"], boards.names())
    assert (first.quote, first.polarity, first.holder, first.target) == (
        "bonne",
        "favor",
        "Nina Roux",
        "la réforme",
    )
    assert (first.carrier, first.annotator, first.status, first.title) == (
        "Nina Roux",
        "Bob",
        "accepted",
        "Entretien",
    )
    assert (second.id, second.carrier, second.outlet) == ("t1", "", "Le Matin")
    assert boards.evidence([], boards.names()) == []
