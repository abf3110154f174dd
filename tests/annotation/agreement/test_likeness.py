"""How likely two records are about the same thing."""

from annotation.agreement import Extent, Likeness, Referents
from annotation.records import Annotation
from tests.annotation.agreement.labels import CODEBOOK, TEXT, mention, record


def score(one: Annotation, other: Annotation) -> float:
    referents = Referents.of([one, other], CODEBOOK, TEXT)
    return Likeness(CODEBOOK.layer(one.layer), referents).score(Extent(one), Extent(other))


def test_the_same_words_and_fields_score_most() -> None:
    same = score(mention("1", "a", "Parlement"), mention("2", "b", "Parlement"))
    other_type = score(mention("1", "a", "Parlement"), mention("2", "b", "Parlement", "GPE"))
    wider = score(mention("1", "a", "Parlement"), mention("2", "b", "Le Parlement"))
    assert same > other_type > wider > 0


def test_the_same_words_win_over_two_that_overlap() -> None:
    exact = score(mention("1", "a", "Parlement", "PER"), mention("2", "b", "Parlement", "GPE"))
    near = score(mention("1", "a", "Le Parlement"), mention("2", "b", "Parlement"))
    assert exact > near
    assert exact + 1e-9 > 1.0 > near


def test_a_name_within_a_longer_name_of_another_type_is_another_thing() -> None:
    assert score(mention("1", "a", "Parlement de Brume"), mention("2", "b", "Brume", "GPE")) == 0.0


def test_stances_of_other_holders_on_other_targets_are_two_stances() -> None:
    one = record(
        "1", "a", "stance", evidence="rejeté", holder={"entity": "parlement"}, target={"concept": "budget"}
    )
    turned = record(
        "2", "b", "stance", evidence="rejeté", holder={"concept": "budget"}, target={"entity": "parlement"}
    )
    half = record(
        "3", "b", "stance", evidence="rejeté", holder={"entity": "parlement"}, target={"concept": "union"}
    )
    unsaid = record("4", "b", "stance", evidence="rejeté", polarity="against")
    assert score(one, turned) == 0.0
    assert score(one, half) > 0
    assert score(one, unsaid) > 0


def test_records_without_words_are_known_by_their_fields() -> None:
    one = record("1", "a", "stance", holder={"entity": "x"}, target={"concept": "y"}, polarity="favor")
    same = record("2", "b", "stance", holder={"entity": "x"}, target={"concept": "y"}, polarity="against")
    other = record("3", "b", "stance", holder={"entity": "z"}, target={"concept": "w"}, polarity="favor")
    assert score(one, same) > 0
    assert score(one, other) == 0.0


def test_a_layer_that_the_codebook_lost_is_compared_by_its_words() -> None:
    one, other = mention("1", "a", "Parlement"), mention("2", "b", "Parlement")
    assert Likeness(None, Referents(codebook=CODEBOOK)).score(Extent(one), Extent(other)) > 1
