"""The table that measures see."""

from annotation.agreement import Labelled, tabulate
from annotation.measures import Units
from annotation.records import Annotation
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator, mention, record


def table(*records: Annotation, field: str | None = None, layer: str = "entity") -> Units:
    labelled = Labelled(article="a", text=TEXT, records={"anna": [], "ben": [], **by_annotator(*records)})
    return tabulate([labelled], CODEBOOK, layer, field)


def test_aligned_records_share_a_row() -> None:
    units = table(mention("1", "anna", "Parlement"), mention("2", "ben", "Le Parlement"), field="type")
    (row,) = units.rows
    assert {who: unit.value for who, unit in row.units.items()} == {"anna": "ORG", "ben": "ORG"}
    assert units.annotators == ("anna", "ben")
    assert units.total == 2
    assert units.lengths == {"a": len(TEXT)}


def test_who_found_nothing_is_there_and_who_did_not_look_is_not() -> None:
    units = table(mention("1", "anna", "Parlement"))
    assert units.workers == {"a": frozenset({"anna", "ben"})}
    alone = tabulate([Labelled(article="a", text=TEXT, records={"anna": []})], CODEBOOK, "entity")
    assert list(alone.by_article()) == []


def test_references_to_the_same_thing_have_the_same_value() -> None:
    holders = [
        mention("1", "anna", "Odile Vernay", "PER", entity="vernay"),
        record("2", "anna", "stance", evidence="accuse", holder={"annotation": "1"}),
        record("3", "ben", "stance", evidence="accuse", holder={"entity": "vernay"}),
    ]
    (row,) = table(*holders, layer="stance", field="holder").rows
    assert row.units["anna"].value == row.units["ben"].value


def test_other_layers_and_unknown_fields_are_left_out() -> None:
    units = table(
        mention("1", "anna", "Parlement"), record("2", "ben", "source", cue="Selon"), field="nothing"
    )
    (row,) = units.rows
    assert row.units["anna"].value is None


def test_a_field_that_does_not_apply_has_no_value() -> None:
    figure = record("1", "anna", "figure", mention="12 millions d’euros", comparator="=", value_min="3")
    (row,) = table(figure, layer="figure", field="value_min").rows
    assert row.units["anna"].value is None


def test_no_articles_give_an_empty_table() -> None:
    units = tabulate([], CODEBOOK, "entity")
    assert (units.rows, units.annotators, units.total) == ((), (), 0)
