"""Rows of a cluster, and records made of their answers."""

from annotation.adjudication.rows import answer, content
from annotation.records import Span
from tests.annotation.adjudication.tables import compared, only
from tests.annotation.agreement.labels import CODEBOOK, mention, record

FIGURE, SOURCE = CODEBOOK.layers[1], CODEBOOK.layers[2]


def test_roles_come_before_fields_in_the_order_of_the_codebook() -> None:
    cluster = only(compared(record("1", "anna", "source", cue="Selon", speech="indirect")))
    keys = [row.key for row in cluster.rows]
    assert keys[:4] == ["role:source", "role:cue", "role:content", "role:addressee"]
    assert keys[4:] == [f"field:{field.id}" for field in SOURCE.fields]


def test_what_the_codebook_does_not_know_is_compared_too() -> None:
    cluster = only(compared(mention("1", "anna", "Parlement", odd="x"), mention("2", "ben", "Parlement")))
    assert cluster.row("field:odd").differs


def test_spans_that_cover_the_same_words_are_the_same_answer() -> None:
    one = record("1", "anna", "entity", mention=[(0, 5), (5, 9)], type="ORG")
    other = record("2", "ben", "entity", mention=[(0, 9)], type="ORG")
    assert not only(compared(one, other)).row("role:mention").differs


def test_a_field_that_does_not_apply_says_nothing() -> None:
    figure = record("1", "anna", "figure", mention="12 millions d’euros", comparator="=", value_min="1")
    part = FIGURE.field("value_min")
    assert part is not None
    assert answer(figure, part) is None


def test_three_answers_are_told_apart_the_most_frequent_first() -> None:
    cluster = only(
        compared(
            mention("1", "anna", "Parlement", "GPE"),
            mention("2", "ben", "Parlement"),
            mention("3", "cleo", "Parlement"),
        )
    )
    assert [option.value for option in cluster.row("field:type").options] == ["ORG", "GPE"]


def test_references_that_mean_the_same_are_one_answer() -> None:
    cluster = only(
        compared(
            record("1", "anna", "stance", evidence="accuse", holder={"entity": "vernay"}),
            record("2", "ben", "stance", evidence="accuse", holder={"concept": "Odile Vernay"}),
        )
    )
    assert not cluster.row("field:holder").differs


def test_content_leaves_out_what_is_empty_and_what_does_not_apply() -> None:
    answers = {
        "role:mention": (Span(0, 3),),
        "field:kind": "money",
        "field:comparator": "=",
        "field:value_min": "3",
        "field:unit": "EUR",
        "field:per": None,
    }
    spans, features = content(answers, FIGURE)
    assert spans == {"mention": (Span(0, 3),)}
    assert features == {"kind": "money", "comparator": "=", "unit": "EUR"}


def test_content_keeps_a_no() -> None:
    assert content({"field:negated": False}, SOURCE) == ({}, {"negated": False})
