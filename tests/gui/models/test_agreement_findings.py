"""Coefficients as a model."""

from PySide6.QtCore import Qt

from annotation.agreement import Finding
from gui.models.agreement_findings import FIELD, INTERVAL, LAYER, ROW, USED, VALUE, FindingRow, FindingTable
from gui.views.agreement.words import finding_words


def row(layer: str, field: str, value: float | None, measure: str = "percent") -> FindingRow:
    found = Finding(
        layer=layer, field=field, measure=measure, annotators=("a", "b"), value=value, low=value, high=value,
        used=3, total=4,
    )  # fmt: skip
    return FindingRow(
        question=(layer, field), measure=measure, layer=layer, field=field, label=measure, finding=found
    )


WAITING = FindingRow(
    question=("entity", "type"), measure="gamma", layer="entity", field="type", label="γ", seconds=150
)
ROWS = (row("entity", "type", 0.5), WAITING, row("stance", "polarity", None))


def shown() -> FindingTable:
    table = FindingTable(finding_words())
    table.show_rows(ROWS)
    return table


def test_a_layer_is_named_once_where_it_begins() -> None:
    table = shown()
    assert [table.index(place, LAYER).data() for place in range(3)] == ["entity", "", "stance"]
    assert table.index(1, FIELD).data() == "type"
    assert table.headerData(VALUE, Qt.Orientation.Horizontal)
    assert table.headerData(0, Qt.Orientation.Vertical) is None


def test_a_value_stands_with_its_interval_and_what_it_used() -> None:
    table = shown()
    assert [table.index(0, column).data() for column in (VALUE, INTERVAL, USED)] == [
        "0.500", "0.50 … 0.50", "3/4",
    ]  # fmt: skip
    assert table.index(0, VALUE).data(ROW) is ROWS[0]
    assert "3 of 4" in table.index(0, VALUE).data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_not_computed_says_what_it_costs_and_what_is_undefined_has_a_dash() -> None:
    table = shown()
    assert "2 minutes" in table.index(1, INTERVAL).data()
    assert table.index(1, USED).data() == ""
    assert table.index(2, VALUE).data() == "–"


def test_a_coefficient_is_found_by_question_and_measure_else_by_question() -> None:
    table = shown()
    assert table.place_of(("entity", "type"), "gamma") == 1
    assert table.place_of(("entity", "type"), "holsti") == 0
    assert table.place_of(("figure", None), "holsti") is None
