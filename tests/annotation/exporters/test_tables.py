"""Tables follow the codebook: a column for each role and field, typed alike in every row."""

from annotation.codebook import Codebook, Layer, Role, built_in_codebook, load_codebook
from annotation.exporters._sheet import read_sheets
from annotation.exporters._tables import Table, everything, lay_out, registry
from annotation.fields import Field
from tests.contracts.shelf import full_shelf


def tables() -> list[Table]:
    return lay_out(load_codebook(built_in_codebook()))


def test_every_row_has_a_cell_for_each_column_of_its_kind() -> None:
    for table in tables():
        for sheet in read_sheets(full_shelf(), lambda *now: None):
            for row in table.rows(sheet):
                for column, cell in zip(table.columns, row, strict=True):
                    assert cell is None or isinstance(cell, column.kind), (table.name, column, cell)


def test_names_of_columns_are_never_twice() -> None:
    for table in tables():
        assert len(set(table.header)) == len(table.header)


def test_a_column_that_holds_two_kinds_of_things_holds_text() -> None:
    yes = Field(id="x", kind="boolean")
    layers = [Layer(id=id_, roles=(Role(id="mention"),), fields=(one,))
              for id_, one in (("one", yes), ("two", Field(id="x", kind="text")))]  # fmt: skip
    wide = everything(Codebook(id="c", layers=tuple(layers)))
    assert {column.name: column.kind for column in wide.columns}["x"] is str


def test_the_registry_is_a_table_of_names() -> None:
    columns, rows = registry(full_shelf())
    assert [column.name for column in columns][:2] == ["key", "name"]
    assert list(rows) == [["ministre", "la ministre", "PER", "Mme la ministre", "", ""]]
