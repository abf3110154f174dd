"""Figures with whoever vouches for them."""

from annotation.project.boards.chosen import Chosen
from annotation.project.boards.reader import BoardReader


def test_figures_come_with_their_source(boards: BoardReader) -> None:
    found = {one.id: one for one in boards.figures(boards.keys(Chosen(), "figure"), boards.names())}
    assert {id_: one.source.name if one.source else "" for id_, one in found.items()} == {
        "f1": "Nina Roux", "f2": "Police", "f3": "Police",
    }  # fmt: skip
    ranged = found["f3"]
    assert (ranged.comparator, ranged.value, ranged.value_min, ranged.value_max) == (
        "range",
        "",
        "3000",
        "5000",
    )
    assert (found["f1"].counted, found["f1"].unit, found["f1"].vague) == ("manifestants", "", False)


def test_quotes_are_on_one_line(boards: BoardReader) -> None:
    assert boards.quotes(["f1", "s4", "gone"]) == {"f1": "10 000 manifestants", "s4": "Nina Roux"}
