"""Whom records name."""

import pytest

from annotation.project.boards.parties import CONCEPT, Names, Party, reference_id
from annotation.records import Json

NAMES = {"otan": ("OTAN", "ORG"), "roux": ("Nina Roux", "PER"), "r2": ("nina roux", "PER")}


@pytest.fixture
def names() -> Names:
    return Names(NAMES)


def test_one_party_is_made_for_each_name(names: Names) -> None:
    assert names.entity("otan") is names.words("l’Otan")
    assert names.entity("gone") == Party(key="e:gone", name="gone")
    assert names.words("Le maire") == Party(key="w:maire", name="Le maire")
    assert names.words("…") is None


def test_a_name_that_two_share_stays_words(names: Names) -> None:
    found = names.words("Nina Roux", "PER")
    assert found == Party(key="w:nina roux", name="Nina Roux", type="PER")


def test_concepts_are_the_same_whatever_their_case(names: Names) -> None:
    assert names.concept("La  réforme") is names.concept("la réforme")
    assert names.concept(" ") is None


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"entity": "otan"}, "e:otan"),
        ("otan", "e:otan"),
        ({"concept": "paix"}, "c:paix"),
        ({"annotation": "m"}, "e:roux"),
        ("m", "e:roux"),
        ({"annotation": "w"}, "w:maire"),
        ({"annotation": "gone"}, None),
        ({"annotation": "empty"}, None),
        ({}, None),
        (None, None),
        ("", None),
        (3, None),
    ],
)
def test_references_lead_to_parties(value: Json, key: str | None, names: Names) -> None:
    versions = {
        ("m", ""): ("otan", "", ""),
        ("m", "ann"): ("roux", "", ""),
        ("w", ""): ("", "le maire", "PER"),
        ("empty", ""): ("", "", ""),
    }
    found = names.referred(value, "ann", versions)
    assert (found.key if found else None) == key


def test_a_concept_is_no_actor(names: Names) -> None:
    found = names.concept("paix")
    assert found is not None
    assert found.type == CONCEPT


@pytest.mark.parametrize(
    ("value", "id_"), [("x", "x"), ({"annotation": "x"}, "x"), ({"entity": "x"}, ""), (None, ""), (True, "")]
)
def test_references_hold_the_id_of_a_record(value: Json, id_: str) -> None:
    assert reference_id(value) == id_
