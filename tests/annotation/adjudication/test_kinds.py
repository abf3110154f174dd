"""In which ways annotators disagree."""

from annotation.adjudication import Kind
from annotation.records import Annotation
from tests.annotation.adjudication.tables import compared
from tests.annotation.agreement.labels import mention, record


def kinds(*records: Annotation) -> list[tuple[Kind, ...]]:
    return [cluster.kinds for cluster in compared(*records).clusters]


def test_the_same_record_is_agreed() -> None:
    assert kinds(mention("1", "anna", "Parlement"), mention("2", "ben", "Parlement")) == [(Kind.AGREED,)]


def test_a_record_of_one_alone_is_missed() -> None:
    assert kinds(mention("1", "anna", "Parlement")) == [(Kind.MISSED,)]


def test_other_words_are_a_boundary() -> None:
    assert kinds(mention("1", "anna", "Le Parlement"), mention("2", "ben", "Parlement")) == [(Kind.BOUNDARY,)]


def test_another_tag_of_the_chip_is_a_label() -> None:
    assert kinds(mention("1", "anna", "Brume", "GPE"), mention("2", "ben", "Brume", "LOC")) == [(Kind.LABEL,)]


def test_another_value_is_a_field_and_another_name_a_reference() -> None:
    one = mention("1", "anna", "Brume", "GPE", mention_level="NAM", entity="brume")
    assert kinds(one, mention("2", "ben", "Brume", "GPE", mention_level="NOM", entity="brume")) == [
        (Kind.FIELD,)
    ]
    assert kinds(one, mention("2", "ben", "Brume", "GPE", mention_level="NAM")) == [(Kind.REFERENCE,)]


def test_a_cluster_can_be_of_several_kinds() -> None:
    found = kinds(
        mention("1", "anna", "Le Parlement", "GPE"),
        mention("2", "ben", "Parlement", "ORG"),
        mention("3", "cleo", "Parlement", "ORG"),
        mention("4", "cleo", "Union", "ORG"),
    )
    assert found == [(Kind.BOUNDARY, Kind.LABEL), (Kind.MISSED,)]


def test_pointers_at_records_that_mean_the_same_are_no_disagreement() -> None:
    figure = {"mention": "12 millions d’euros", "kind": "money"}
    found = kinds(
        record("s1", "anna", "source", cue="accuse", speech="indirect"),
        record("s2", "ben", "source", cue="accuse", speech="indirect"),
        record("f1", "anna", "figure", **figure, source="s1"),
        record("f2", "ben", "figure", **figure, source="s2"),
    )
    assert found == [(Kind.AGREED,), (Kind.AGREED,)]


def test_pointers_at_records_that_differ_are_a_reference() -> None:
    figure = {"mention": "12 millions d’euros", "kind": "money"}
    found = kinds(
        record("s1", "anna", "source", cue="accuse", speech="indirect"),
        record("s2", "ben", "source", cue="Selon", speech="indirect"),
        record("f1", "anna", "figure", **figure, source="s1"),
        record("f2", "ben", "figure", **figure, source="s2"),
    )
    assert found == [(Kind.MISSED,), (Kind.REFERENCE,), (Kind.MISSED,)]


def test_one_record_against_two_parts_of_it_is_split() -> None:
    found = kinds(
        record("1", "anna", "stance", evidence="rejeté mardi le budget de l’Union", polarity="against"),
        record("2", "ben", "stance", evidence="rejeté mardi", polarity="against"),
        record("3", "ben", "stance", evidence="le budget de l’Union", polarity="against"),
    )
    assert len(found) == 2
    assert all(Kind.SPLIT in kinds for kinds in found)
    assert any(Kind.MISSED in kinds for kinds in found)


def test_a_name_within_a_name_that_both_marked_is_no_split() -> None:
    found = kinds(
        mention("1", "anna", "Parlement de Brume"),
        mention("2", "ben", "Parlement de Brume"),
        mention("3", "ben", "Parlement"),
        mention("4", "ben", "Brume", "GPE"),
    )
    assert found == [(Kind.AGREED,), (Kind.MISSED,), (Kind.MISSED,)]
