"""Rows light up whole under the pointer; the title takes the room that the others leave."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotation.project import CorpusRow, LayerCount
from gui.models.corpus_table import COLUMNS, CorpusTable
from gui.theme import ThemeSwitch, current_theme
from gui.views.article_table import ArticleTable
from gui.views.corpus_cells import cell_words, tip_words

ROW = CorpusRow(
    id="", title="A title", outlet="Echo", published="2025-05-12T08:30:00+02:00", lang="fr", length=2211,
    state="done", counts={"entity": LayerCount(labels=3)},
)  # fmt: skip


def fetch(ids: Sequence[str]) -> list[CorpusRow]:
    return [replace(ROW, id=id_) for id_ in ids]


@pytest.fixture
def table(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> ArticleTable:
    model = CorpusTable(fetch, cell_words, tip_words)
    model.show_articles([f"a{number}" for number in range(200)])
    made = ArticleTable(model)
    made.resize(1100, 400)
    shown(made)
    return made


def colour(table: ArticleTable, row: int, column: int) -> QColor:
    """The ground of a cell, near its lower right corner."""
    rect = table.visualRect(table.model().index(row, column))
    return table.viewport().grab().toImage().pixelColor(rect.bottomRight() - QPoint(3, 3))


def point_at(table: ArticleTable, row: int, column: int = 1) -> None:
    QTest.mouseMove(table.viewport(), table.visualRect(table.model().index(row, column)).center())


def test_the_whole_row_under_the_pointer_is_tinted_and_no_other(table: ArticleTable, qtbot: QtBot) -> None:
    point_at(table, 2)
    qtbot.waitUntil(lambda: colour(table, 2, 0) == current_theme()["hover"])
    last = len(COLUMNS) - 1
    assert {colour(table, 2, column).name() for column in range(last + 1)} == {
        current_theme()["hover"].name()
    }
    assert colour(table, 1, 1) == colour(table, 3, last) == current_theme()["paper"]


def test_the_tint_goes_with_the_pointer(table: ArticleTable, qtbot: QtBot) -> None:
    point_at(table, 2)
    point_at(table, 5, 4)
    qtbot.waitUntil(lambda: colour(table, 5, 0) == current_theme()["hover"])
    assert colour(table, 2, 1) == current_theme()["paper"]
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert colour(table, 5, 1) == current_theme()["paper"]


def test_pointing_below_the_last_row_tints_nothing(table: ArticleTable) -> None:
    table.model().show_articles(["a0"])  # type: ignore[attr-defined]  # it is a CorpusTable
    point_at(table, 0)
    QTest.mouseMove(table.viewport(), QPoint(40, 300))
    assert colour(table, 0, 1) == current_theme()["paper"]


def test_a_row_that_is_gone_is_no_trouble(table: ArticleTable) -> None:
    point_at(table, 4)
    table.model().show_articles(["a0"])  # type: ignore[attr-defined]  # it is a CorpusTable
    table._hover(-1)
    table.verticalScrollBar().valueChanged.emit(0)
    assert colour(table, 0, 1) == current_theme()["paper"]


def test_a_selected_row_looks_selected_under_the_pointer_as_well(table: ArticleTable) -> None:
    table.selectRow(2)
    before = colour(table, 2, 1)
    point_at(table, 2)
    assert before == colour(table, 2, 1) == current_theme()["selected"]


@pytest.mark.parametrize("width", [1400, 900, 500])
def test_the_title_has_what_the_others_leave_and_never_too_little(width: int, table: ArticleTable) -> None:
    table.resize(width, 400)
    left = table.viewport().width() - sum(table.widths.values())
    assert table.columnWidth(0) == max(260, left)
    assert table.horizontalScrollBar().maximum() == (0 if left >= 260 else 260 - left)


def test_a_column_that_is_drawn_wider_takes_it_from_the_title(table: ArticleTable) -> None:
    before = table.columnWidth(0)
    table.setColumnWidth(1, table.columnWidth(1) + 60)
    assert table.columnWidth(0) == before - 60


def test_widths_from_elsewhere_are_kept_within_reason(table: ArticleTable) -> None:
    table.set_widths({"outlet": 1, "published": 99_999, "unknown": 7})
    assert (table.widths["outlet"], table.widths["published"]) == (48, 1000)
    assert set(table.widths) == {name for name, _key in COLUMNS[1:]}


def test_columns_are_those_of_the_model_and_can_be_moved(table: ArticleTable, qtbot: QtBot) -> None:
    table.articles.show_columns(("tags", "labels.stance"), {"labels.stance": "Stances"})
    table.restore_order({"tags": 77})
    assert table.columns == ["title", "tags", "labels.stance"]
    assert table.widths["tags"] == 77
    with qtbot.waitSignal(table.columns_moved):
        table.horizontalHeader().moveSection(2, 1)
    assert table.columns == ["title", "labels.stance", "tags"]
    table.restore_order({})
    assert table.columns == ["title", "tags", "labels.stance"]
    assert table.articles.title("labels.stance") == "Stances"


def test_selecting_a_hundred_thousand_rows_asks_the_table_little(table: ArticleTable, qtbot: QtBot) -> None:
    asked: list[int] = []

    class Counted(CorpusTable):
        def rowCount(self, *given: object) -> int:
            asked.append(1)
            return 100_000

    model = Counted(fetch, cell_words, tip_words)
    model.show_articles([f"a{number}" for number in range(100_000)])
    large = ArticleTable(model)
    qtbot.addWidget(large)
    large.resize(1100, 400)
    large.show()
    qtbot.waitExposed(large)
    large.selectAll()
    large.grab()
    assert len(large.selected_rows) == 100_000
    assert len(asked) < 5_000


def test_where_titles_have_plenty_of_room_outlets_get_some_of_it(table: ArticleTable) -> None:
    place = table.articles.columns.index("outlet")
    usual = table.columnWidth(place)
    table.resize(1900, 400)
    assert table.columnWidth(place) > usual
    assert sum(table.columnWidth(each) for each in range(len(COLUMNS))) == table.viewport().width()
    table.resize(1100, 400)
    assert table.columnWidth(place) == usual
    table.setColumnWidth(place, 77)
    table.resize(1900, 400)
    assert table.columnWidth(place) == 77, "a width that somebody set stays"
