"""References are the same when they lead to the same thing."""

from annotation.agreement.referents import NOTHING, Referents
from annotation.fields import Field
from annotation.records import Json
from tests.annotation.agreement.labels import CODEBOOK, TEXT, mention, record

HOLDER, TARGET = (field for key in ("holder", "target") if (field := CODEBOOK.layers[3].field(key)))
FIGURE_SOURCE = CODEBOOK.layers[1].field("source")
SPEAKER = CODEBOOK.layers[2].field("speaker")

PEOPLE = [
    mention("a1", "anna", "Odile Vernay", "PER", entity="vernay"),
    mention("b1", "ben", "Vernay", "PER", entity="vernay"),
    mention("b2", "ben", "Parlement", entity="parlement"),
    record("a3", "anna", "source", cue="Selon", source="le ministre", speaker="ministre"),
    record("b3", "ben", "source", cue="Selon", source="le ministre", basis="m3"),
]


def same(field: Field | None, one: Json, other: Json, clusters: dict[str, str] | None = None) -> bool:
    assert field is not None
    names = {"union": "Union", "vernay": "Odile Vernay"}
    found = Referents(
        text=TEXT, codebook=CODEBOOK, records={r.id: r for r in PEOPLE}, names=names, clusters=clusters or {}
    )
    return found.same(field, one, other)


def test_two_mentions_of_one_entity_are_the_same_holder() -> None:
    assert same(HOLDER, {"annotation": "a1"}, {"annotation": "b1"})
    assert same(HOLDER, {"annotation": "a1"}, {"entity": "vernay"})
    assert not same(HOLDER, {"annotation": "a1"}, {"annotation": "b2"})


def test_an_attribution_stands_in_for_its_speaker() -> None:
    assert same(HOLDER, {"annotation": "a3"}, {"entity": "ministre"})
    assert same(HOLDER, {"annotation": "a3"}, {"annotation": "b3"})


def test_a_concept_is_known_by_its_folded_name() -> None:
    assert same(TARGET, {"concept": "l’Union"}, {"concept": "union"})
    assert same(TARGET, {"concept": "L’UNION"}, {"entity": "union"})
    assert not same(TARGET, {"concept": "budget"}, {"entity": "union"})


def test_pointers_at_records_are_the_same_when_the_records_are_one() -> None:
    assert not same(FIGURE_SOURCE, "a3", "b3")
    assert same(FIGURE_SOURCE, "a3", "b3", {"a3": "c", "b3": "c"})
    assert not same(FIGURE_SOURCE, "a3", "b3", {"a3": "c", "b3": "d"})


def test_a_record_is_the_suggestion_that_it_was_made_from() -> None:
    assert same(FIGURE_SOURCE, "b3", "m3")


def test_a_pointer_at_an_attribution_is_not_known_by_its_speaker() -> None:
    assert not same(FIGURE_SOURCE, "a3", "a1")


def test_entities_are_the_same_by_key_or_by_name() -> None:
    assert same(SPEAKER, "vernay", "vernay")
    assert same(SPEAKER, "vernay", "odile vernay")
    assert not same(SPEAKER, "vernay", None)


def test_a_record_that_is_gone_is_known_by_its_id_alone() -> None:
    assert same(FIGURE_SOURCE, "gone", "gone")
    assert not same(FIGURE_SOURCE, "gone", "lost")
    assert Referents(codebook=CODEBOOK).title("gone") == ""


def test_plain_values_refer_to_nothing() -> None:
    polarity = CODEBOOK.layers[3].field("polarity")
    assert polarity is not None
    referents = Referents(codebook=CODEBOOK)
    assert referents.marks(polarity, "favor") == NOTHING
    assert not referents.refers(polarity, "favor")
    assert referents.refers(HOLDER, {"concept": "x"})
