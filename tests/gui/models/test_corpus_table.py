"""The corpus as a table: only what is looked at is fetched, a portion at a time, once."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from annotation.i18n import use_language
from annotation.project import CorpusRow, LayerCount
from gui.models.corpus_table import COLUMNS, CorpusTable, column_title, state_words

ROW = CorpusRow(
    id="", title="", outlet="Echo", published="2025-03-02", lang="fr", length=1200, state="done",
    counts={"entity": LayerCount(labels=3, suggestions=4)},
)  # fmt: skip
MANY = 100_000


class Shelf:
    """Gives rows by id, and remembers which were asked for; those in `gone` are not there."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.gone: set[str] = set()

    def fetch(self, ids: Sequence[str]) -> list[CorpusRow]:
        self.asked.append(list(ids))
        return [replace(ROW, id=id_, title=f"Title {id_}") for id_ in ids if id_ not in self.gone]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def table(shelf: Shelf, qapp: QApplication) -> CorpusTable:
    return CorpusTable(
        shelf.fetch, lambda row, field: str(getattr(row, field)), lambda row, field: f"all of {row.title}"
    )


def ids(number: int) -> list[str]:
    return [f"a{place}" for place in range(number)]


def cell(table: CorpusTable, row: int, column: int = 0, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return table.data(table.index(row, column), role)


def test_it_is_a_model_as_qt_wants_it(table: CorpusTable) -> None:
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    for number in (0, 1, 300, 2):
        table.show_articles(ids(number))
    table.refresh(frozenset({"a1"}))
    assert tester.model() is table
    assert (table.rowCount(), table.columnCount()) == (2, len(COLUMNS))
    assert (table.rowCount(table.index(0, 0)), table.columnCount(table.index(0, 0))) == (0, 0)


def test_a_table_without_articles_asks_for_nothing(table: CorpusTable, shelf: Shelf) -> None:
    table.show_articles([])
    assert (table.rowCount(), table.ids, shelf.asked) == (0, [], [])


def test_cells_show_what_is_known(table: CorpusTable) -> None:
    table.show_articles(["x"])
    assert [cell(table, 0, column) for column in range(3)] == ["Title x", "Echo", "2025-03-02"]
    assert cell(table, 0, 0, Qt.ItemDataRole.ToolTipRole) == "all of Title x"
    assert cell(table, 0, 0, Qt.ItemDataRole.DecorationRole) is None


def test_numbers_stand_at_the_right(table: CorpusTable) -> None:
    table.show_articles(["x"])
    role = Qt.ItemDataRole.TextAlignmentRole
    sides = [table.data(table.index(0, column), role) for column in range(len(COLUMNS))]
    right = [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides]
    fields = [field for (field, _key), is_right in zip(COLUMNS, right, strict=True) if is_right]
    assert fields == ["length", "labels", "suggestions"]


def test_of_a_hundred_thousand_articles_only_what_is_looked_at_is_fetched(
    table: CorpusTable, shelf: Shelf
) -> None:
    table.show_articles(ids(MANY))
    assert table.rowCount() == MANY
    assert shelf.asked == []
    for row in (5, 6, 70_000):
        assert cell(table, row) == f"Title a{row}"
    assert [len(asked) for asked in shelf.asked] == [128, 128]
    assert "a70000" in shelf.asked[1]


def test_a_view_of_a_hundred_thousand_fetches_the_portions_in_view_alone(
    table: CorpusTable, shelf: Shelf, qtbot: QtBot
) -> None:
    table.show_articles(ids(MANY))
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.resize(800, 600)
    view.show()
    qtbot.waitUntil(lambda: bool(shelf.asked))
    view.scrollToBottom()
    qtbot.waitUntil(lambda: f"a{MANY - 1}" in shelf.asked[-1])
    assert sum(len(asked) for asked in shelf.asked) <= 4 * 128


def test_a_row_is_fetched_once(table: CorpusTable, shelf: Shelf) -> None:
    table.show_articles(ids(10))
    for _time in range(3):
        cell(table, 4)
    assert len(shelf.asked) == 1


def test_what_changed_is_fetched_anew_and_nothing_else(
    table: CorpusTable, shelf: Shelf, qtbot: QtBot
) -> None:
    table.show_articles(ids(300))
    cell(table, 0)
    cell(table, 200)
    changed: list[int] = []
    table.dataChanged.connect(lambda first, last: changed.append(first.row()))
    table.refresh(frozenset({"a3", "a201", "a290", "unknown"}))
    assert sorted(changed) == [3, 201], "what was never fetched need not be drawn anew"
    cell(table, 3)
    assert shelf.asked[-1] == ["a3"]


def test_an_article_that_is_gone_is_an_empty_row_and_not_asked_for_again(
    table: CorpusTable, shelf: Shelf
) -> None:
    shelf.gone = {"a1"}
    table.show_articles(ids(3))
    assert [cell(table, row) for row in (0, 1, 1, 2)] == ["Title a0", "", "", "Title a2"]
    assert cell(table, 1, 0, Qt.ItemDataRole.ToolTipRole) == ""
    assert len(shelf.asked) == 1


def test_articles_are_found_by_id_and_by_row(table: CorpusTable) -> None:
    table.show_articles(["x", "y"])
    assert (table.article(1), table.row_of("y"), table.row_of("z")) == ("y", 1, None)
    table.show_articles(["y"])
    assert (table.row_of("y"), table.row_of("x")) == (0, None)


def test_heads_are_in_the_language_spoken_now(table: CorpusTable) -> None:
    def heads() -> list[str]:
        return [table.headerData(place, Qt.Orientation.Horizontal) for place in range(len(COLUMNS))]

    english = heads()
    assert english[:3] == ["Title", "Outlet", "Date"]
    use_language("fr")
    assert heads() != english
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    assert table.headerData(4, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) is not None


def test_every_column_and_state_has_words() -> None:
    assert all(column_title(field) for field, _key in COLUMNS)
    states = ("todo", "started", "done", "skipped", "flagged")
    assert len({state_words(state) for state in states}) == 5
    assert state_words("") == state_words("unheard of") == ""


def test_an_index_of_nothing_is_harmless(table: CorpusTable) -> None:
    table.show_articles(ids(2))
    assert not table.index(5, 0, QModelIndex()).isValid()
