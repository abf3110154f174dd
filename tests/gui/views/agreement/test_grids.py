"""What stands behind a coefficient, as grids."""

from annotation.agreement import Finding, Labelled, gather
from annotation.agreement.crossing import ABSENT, Crossing, cross
from annotation.codebook import built_in_codebook, load_codebook
from gui.models.agreement_grid import GridTable
from gui.views.agreement.grids import crossing_grid, pair_grid, people_grid
from gui.views.agreement.study import Behind, Study, crossable
from gui.views.agreement.wish import Wish
from tests.annotation.agreement.labels import TEXT, by_annotator, mention

CODEBOOK = load_codebook(built_in_codebook())
RECORDS = by_annotator(
    mention("1", "anna", "Parlement"),
    mention("2", "ben", "Parlement", "PER"),
    mention("3", "ben", "Odile Vernay"),
)
MATERIAL = gather(
    [Labelled(article="a", text=TEXT, records=RECORDS, untouched=frozenset({"cleo"}))],
    CODEBOOK,
    [("entity", "type")],
)
NAMES = {"anna": "Anna", "ben": "Ben", "cleo": "Cleo"}
STUDY = Study(wish=Wish(), codebook=CODEBOOK, people=NAMES, material=MATERIAL)


def test_a_pair_has_one_value_on_both_sides_and_none_with_itself() -> None:
    found = Finding(layer="entity", field="type", measure="percent", annotators=("anna", "ben"), value=0.5,
                    low=0.25, high=0.75, used=2, total=3)  # fmt: skip
    behind = Behind(key=(("entity", "type"), "percent"), measure="percent", pairs={("anna", "ben"): found})
    grid = pair_grid(STUDY, behind, ("anna", "ben"))
    assert grid.cells[0, 1] is grid.cells[1, 0]
    assert (0, 0) not in grid.cells
    assert grid.cells[0, 1].text == "0.50"
    assert "2/3" in grid.cells[0, 1].tip


def test_what_is_agreed_on_is_told_from_what_is_not() -> None:
    crossing = cross(MATERIAL.tables["entity", "type"])
    grid = crossing_grid(crossing, CODEBOOK, ("entity", "type"), {}, ("Anna", "Ben"))
    org, per, none = (crossing.values.index(value) for value in ("ORG", "PER", ABSENT))
    assert not grid.cells[org, per].agreed
    assert not grid.cells[none, org].agreed
    assert (per, per) not in grid.cells
    assert "Anna" in grid.cells[org, per].tip
    table = GridTable()
    table.show_grid(grid)
    assert table.rowCount() == table.columnCount() == 3


def test_an_empty_crossing_is_an_empty_grid() -> None:
    grid = crossing_grid(Crossing(), CODEBOOK, ("entity", "type"), {}, None)
    assert (grid.rows, grid.cells) == ((), {})


def test_people_have_counts_in_words_that_say_of_what() -> None:
    grid, work = people_grid(MATERIAL, "entity", NAMES)
    assert [one.annotator for one in work] == ["anna", "ben", "cleo"]
    assert grid.cells[2, 2].text == "1"
    assert "left untouched" in grid.cells[2, 2].tip


def test_values_that_are_records_cannot_be_crossed() -> None:
    assert crossable(CODEBOOK, ("entity", None))
    assert crossable(CODEBOOK, ("entity", "type"))
    assert not crossable(CODEBOOK, ("stance", "attribution"))
