"""The Corpus room: searched, sorted and opened by keys and clicks, and true to what changes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotation.operations import Accept, AddArticles, EditArticle, RemoveArticles, TagArticles
from annotation.project import ProjectError, ProjectReader, SortKey, create_project
from annotation.project.corpus_reader import CorpusReader
from annotation.records import MACHINE, Article
from gui.models.corpus_table import COLUMNS
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.corpus import CorpusRoom
from gui.widgets.row_table import ranges
from tests.annotation.newsroom import ANN, imported, newsroom_file
from tests.gui.focus import focus

OTHERS = (
    imported("z", "Zoo et grève.", title="Zèbres", outlet="Le Matin", published="2025-03-02"),
    imported("e", "Une élue parle.", title="Élue contre élu", outlet="Écho", lang="fr"),
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The newsroom with two more articles, open; Ann annotates."""
    tasks = Tasks()
    made = Session(tasks, "Ann")
    with qtbot.waitSignal(made.opened):
        made.open(newsroom_file(tmp_path))
    made.apply(AddArticles(imported=OTHERS), undoable=False)
    yield made
    made.close()
    tasks.close()


Open = Callable[[], CorpusRoom]


@pytest.fixture
def open_room(shell: Shell, session: Session, qtbot: QtBot) -> Open:
    """Shows the room, its articles listed."""

    def do() -> CorpusRoom:
        room = CorpusRoom(session, shell.actions_table)
        shell.setCentralWidget(room)
        shell.resize(1280, 760)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        qtbot.waitUntil(lambda: not session.tasks.running)
        room.entered()
        return room

    return do


@pytest.fixture
def room(open_room: Open) -> CorpusRoom:
    return open_room()


def titles(room: CorpusRoom) -> list[str]:
    model = room.model
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def ids(room: CorpusRoom) -> str:
    return " ".join(room.model.ids)


def settle(room: CorpusRoom, qtbot: QtBot) -> None:
    """Wait until what was asked for is shown."""
    qtbot.waitUntil(lambda: not room._pause.isActive() and not room._session.tasks.running)


def click_head(room: CorpusRoom, field: str, qtbot: QtBot) -> None:
    header = room.table.horizontalHeader()
    section = [name for name, _key in COLUMNS].index(field)
    x = header.sectionViewportPosition(section) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    settle(room, qtbot)


# ---------------------------------------------------------------- listing


def test_the_articles_are_listed_and_counted(room: CorpusRoom) -> None:
    assert titles(room) == ["Title a1", "Title a2", "Title a3", "Zèbres", "Élue contre élu"]
    assert "5 articles" in [one.text() for one in room.findChildren(QLabel)]
    assert room.table.isVisible()
    assert room.panes() == (room.search, room.table)


def test_an_empty_project_says_what_belongs_here(open_room: Open, session: Session) -> None:
    session.apply(RemoveArticles(articles=("a1", "a2", "a3", "z", "e")))
    room = open_room()
    assert room.parts.empty.isVisible()
    assert room.parts.empty.button.text() == "Import articles…"
    assert "0 articles" in [one.text() for one in room.findChildren(QLabel)]


def test_one_article_is_one_article(open_room: Open, session: Session) -> None:
    session.apply(RemoveArticles(articles=("a1", "a2", "a3", "z")))
    assert "one article" in [one.text() for one in open_room().findChildren(QLabel)]


def test_a_project_that_cannot_be_read_is_said(
    open_room: Open, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    session.failed.connect(lambda error: said.append(str(error)))

    def fail(*_given: object) -> object:
        raise ProjectError("It is damaged.")

    monkeypatch.setattr(ProjectReader, "corpus_ids", fail)
    assert titles(open_room()) == []
    assert said == ["It is damaged."]


def test_rows_that_cannot_be_read_are_empty_and_it_is_said_once(
    open_room: Open, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    session.failed.connect(lambda error: said.append(str(error)))

    def fail(*_given: object, **_named: object) -> object:
        raise ProjectError("It is damaged.")

    monkeypatch.setattr(CorpusReader, "rows", fail)
    room = open_room()
    room.table.viewport().repaint()
    assert titles(room) == [""] * 5
    assert said == ["It is damaged."]


def test_once_the_project_is_closed_rows_are_empty(room: CorpusRoom, session: Session) -> None:
    room.model.refresh(frozenset(room.model.ids))
    session.close()
    assert titles(room) == [""] * 5
    room.reload()


# ---------------------------------------------------------------- searching


def test_typing_narrows_after_a_moment(room: CorpusRoom, qtbot: QtBot) -> None:
    QTest.keyClicks(room.search, "greve")
    settle(room, qtbot)
    assert titles(room) == ["Zèbres"]
    room.search.clear()
    settle(room, qtbot)
    assert len(titles(room)) == 5


def test_enter_in_the_search_goes_to_the_first_that_was_found(room: CorpusRoom, qtbot: QtBot) -> None:
    room.search.setFocus()
    QTest.keyClicks(room.search, "Title")
    QTest.keyClick(room.search, Qt.Key.Key_Return)
    settle(room, qtbot)
    assert room.table.hasFocus()
    assert room.selected == ("a1",)


def test_enter_where_nothing_was_found_stays_in_the_search(room: CorpusRoom, qtbot: QtBot) -> None:
    room.search.setFocus()
    QTest.keyClicks(room.search, "xyz")
    QTest.keyClick(room.search, Qt.Key.Key_Return)
    settle(room, qtbot)
    assert room.parts.nothing.isVisible()
    assert room.search.hasFocus()


def test_an_older_answer_never_takes_the_place_of_a_newer_one(room: CorpusRoom, qtbot: QtBot) -> None:
    asked = room._asked
    room.search.setText("greve")
    room.reload()
    assert asked is not None
    room._show(asked, ["a1"], None)
    settle(room, qtbot)
    assert ids(room) == "z"


# ---------------------------------------------------------------- sorting


def test_nothing_is_sorted_to_begin_with(room: CorpusRoom) -> None:
    assert room.table.horizontalHeader().sortIndicatorSection() == -1


def test_a_head_sorts_up_then_down_then_not_at_all(room: CorpusRoom, qtbot: QtBot) -> None:
    header = room.table.horizontalHeader()
    click_head(room, "title", qtbot)
    assert ids(room) == "e a1 a2 a3 z"
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.AscendingOrder)
    click_head(room, "title", qtbot)
    assert ids(room) == "z a3 a2 a1 e"
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)
    click_head(room, "title", qtbot)
    assert ids(room) == "a1 a2 a3 z e"
    assert header.sortIndicatorSection() == -1


def test_counts_sort_as_well(room: CorpusRoom, qtbot: QtBot) -> None:
    click_head(room, "suggestions", qtbot)
    assert ids(room) == "a2 a1 a3 z e"
    click_head(room, "suggestions", qtbot)
    assert ids(room) == "a1 a2 a3 z e"
    assert room._sort == (SortKey.SUGGESTIONS, True)


def test_another_head_begins_ascending(room: CorpusRoom, qtbot: QtBot) -> None:
    for field in ("title", "title", "length"):
        click_head(room, field, qtbot)
    assert ids(room) == "z e a3 a2 a1"


# ---------------------------------------------------------------- opening, choosing


def test_enter_and_a_double_click_open_an_article(room: CorpusRoom) -> None:
    wanted: list[str] = []
    room.article_wanted.connect(wanted.append)
    room.table.selectRow(1)
    QTest.keyClick(room.table, Qt.Key.Key_Return)
    where = room.table.visualRect(room.model.index(3, 1)).center()
    QTest.mouseClick(room.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(room.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wanted == ["a2", "z"]


def test_enter_in_a_table_without_rows_opens_nothing(open_room: Open, session: Session, qtbot: QtBot) -> None:
    session.apply(RemoveArticles(articles=("a1", "a2", "a3", "z", "e")))
    room = open_room()
    with qtbot.assertNotEmitted(room.article_wanted):
        QTest.keyClick(room.table, Qt.Key.Key_Return)


def test_arrows_walk_through_the_rows(room: CorpusRoom) -> None:
    room.table.selectRow(0)
    QTest.keyClick(room.table, Qt.Key.Key_Down)
    QTest.keyClick(room.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert room.selected == ("a2", "a3")


def test_what_is_selected_stays_so_in_another_order(room: CorpusRoom, qtbot: QtBot) -> None:
    room.table.selectRow(3)
    QTest.keyClick(room.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert room.selected == ("z", "e")
    click_head(room, "title", qtbot)
    assert room.selected == ("e", "z")
    assert room._current == "e"


def test_an_article_can_be_shown_and_one_that_is_not_listed_changes_nothing(room: CorpusRoom) -> None:
    room.show_article("a3")
    assert room.selected == ("a3",)
    room.show_article("gone")
    assert room.selected == ("a3",)


def test_of_a_hundred_thousand_all_can_be_selected_and_sorted_anew(
    room: CorpusRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [f"n{number}" for number in range(100_000)]
    monkeypatch.setattr(ProjectReader, "corpus_ids", lambda _reader, _query: list(reversed(many)))
    monkeypatch.setattr(ProjectReader, "corpus_rows", lambda _reader, _ids, _who: [])
    room._show(room._asked, many, None)  # type: ignore[arg-type]  # something was asked
    room.table.selectAll()
    room.reload()
    settle(room, qtbot)
    assert len(room.selected) == 100_000
    assert room.selected[0] == "n99999"


# ---------------------------------------------------------------- following


def shown(room: CorpusRoom, article: str, field: str) -> str:
    row = room.model.row_of(article)
    assert row is not None
    column = [name for name, _key in COLUMNS].index(field)
    return str(room.model.data(room.model.index(row, column)))


def test_counts_follow_what_is_annotated(room: CorpusRoom, session: Session) -> None:
    assert (shown(room, "a1", "labels"), shown(room, "a1", "suggestions")) == ("0", "5")
    found = session.read(lambda reader: reader.annotations("a1", [MACHINE.id]))
    session.apply(Accept(annotations=(found[0].id,), actor=ANN.id))
    assert (shown(room, "a1", "labels"), shown(room, "a1", "suggestions")) == ("1", "4")
    session.undo_stack.undo()
    assert shown(room, "a1", "labels") == "0"


def test_articles_that_come_and_go_are_listed_without_losing_the_place(
    room: CorpusRoom, session: Session, qtbot: QtBot
) -> None:
    room.table.selectRow(1)
    session.apply(AddArticles(imported=(imported("new", "Words."),)))
    settle(room, qtbot)
    assert ids(room).endswith("new")
    session.apply(RemoveArticles(articles=("a1",)))
    settle(room, qtbot)
    assert ids(room) == "a2 a3 z e new"
    assert room.selected == ("a2",)


def test_a_title_that_changes_is_shown_at_once(room: CorpusRoom, session: Session) -> None:
    session.apply(EditArticle(article="a1", values={"title": "Another"}))
    assert titles(room)[0] == "Another"
    assert session.read(lambda reader: reader.get(Article, "a1")).title == "Another"


def test_progress_is_that_of_who_annotates(room: CorpusRoom, session: Session, qtbot: QtBot) -> None:
    session.annotate_as(session.people()[1])
    settle(room, qtbot)
    assert shown(room, "a1", "state") == ""


def test_a_room_for_an_empty_new_project_has_its_button(
    shell: Shell, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    create_project(tmp_path / "new.selon").close()
    with qtbot.waitSignal(session.opened):
        session.open(tmp_path / "new.selon")
    room = CorpusRoom(session, shell.actions_table)
    qtbot.addWidget(room)
    with qtbot.waitSignal(room.listed):
        room.reload()
    assert room.model.rowCount() == 0


# ---------------------------------------------------------------- layout


def test_widths_of_columns_are_kept(room: CorpusRoom, open_room: Open) -> None:
    room.table.setColumnWidth(2, 177)
    kept = room.layout_state()
    again = open_room()
    again.restore_layout(kept)
    assert again.table.columnWidth(2) == 177


@pytest.mark.parametrize("state", ["", "nonsense", "[1]", "[1, 2", '["a","b","c","d","e","f","g"]', "3"])
def test_words_of_another_version_change_nothing(state: str, room: CorpusRoom) -> None:
    before = room.table.widths
    room.restore_layout(state)
    assert room.table.widths == before


@pytest.mark.parametrize(
    ("numbers", "found"),
    [([], []), ([3], [(3, 3)]), ([1, 2, 3, 7, 9, 10], [(1, 3), (7, 7), (9, 10)])],
)
def test_numbers_are_runs(numbers: list[int], found: list[tuple[int, int]]) -> None:
    assert ranges(numbers) == found


# ---------------------------------------------------------------- filters, columns, panes


def test_filters_narrow_and_are_taken_away(room: CorpusRoom, qtbot: QtBot) -> None:
    room.set_filters(["outlet:matin"])
    settle(room, qtbot)
    assert ids(room) == "z"
    room.chips.chips[0].cross.click()
    settle(room, qtbot)
    assert ids(room) == "a1 a2 a3 z e"


def test_a_search_over_labels_finds_and_what_cannot_be_searched_is_said_below(
    room: CorpusRoom, qtbot: QtBot
) -> None:
    room.search.setText("stance:favor target:OTAN")
    settle(room, qtbot)
    assert ids(room) == "a1"
    room.search.setText("stanse:favor")
    settle(room, qtbot)
    assert ids(room) == "a1"
    assert "did you mean “stance:”" in room.parts.trouble.text()
    room.search.setText("")
    settle(room, qtbot)
    assert room.parts.trouble.isHidden()


def test_what_is_filtered_by_follows_what_is_done(room: CorpusRoom, session: Session, qtbot: QtBot) -> None:
    room.set_filters(["tag:none"])
    settle(room, qtbot)
    session.apply(TagArticles(articles=("a1", "z"), add=("x",)))
    settle(room, qtbot)
    assert ids(room) == "a2 a3 e"


def test_facets_are_counted_among_what_is_shown(room: CorpusRoom, qtbot: QtBot) -> None:
    room.parts.toggle("facets")
    room.facets.folds["outlet"].set_open(True)
    settle(room, qtbot)
    assert list(room.facets.lists["outlet"].rows) == ["", "Le Matin", "Écho"]
    room.facets.lists["outlet"].picked.emit("Écho", False)
    settle(room, qtbot)
    assert ids(room) == "e"
    assert list(room.facets.lists["outlet"].rows) == ["", "Le Matin", "Écho"], (
        "its own filter narrows no facet"
    )
    room.search.setText("élue")
    settle(room, qtbot)
    assert list(room.facets.lists["outlet"].rows) == ["Écho"]


def test_details_follow_the_current_row(room: CorpusRoom, qtbot: QtBot) -> None:
    room.parts.toggle("details")
    room.table.selectRow(3)
    qtbot.waitUntil(lambda: "Zèbres" in room.details.text.toPlainText())
    room.table.selectRow(4)
    qtbot.waitUntil(lambda: "Élue contre élu" in room.details.text.toPlainText())
    settle(room, qtbot)


def test_progress_takes_the_place_of_the_table(room: CorpusRoom, qtbot: QtBot) -> None:
    room.parts.toggle_board()
    settle(room, qtbot)
    assert room.board.isVisible()
    assert room.board.summary.text().startswith("0 of")
    room.parts.toggle_board()
    assert room.table.isVisible()


def test_columns_order_and_panes_come_back(open_room: Open, qtbot: QtBot) -> None:
    room = open_room()
    room.show_columns(("tags", "labels.stance", "outlet", "unknown"), {"tags": 222})
    room.parts.toggle("details")
    click_column(room, "outlet", qtbot)
    state = room.layout_state()
    other = open_room()
    other.restore_layout(state)
    settle(other, qtbot)
    assert other.table.columns == ["title", "tags", "labels.stance", "outlet"]
    assert other.table.widths["tags"] == 222
    assert other.parts.is_shown("details")
    assert other._sort == ("outlet", False)
    assert ids(other) == "e z a1 a2 a3"
    other.restore_layout("[100, 100]")
    assert len(other.table.columns) == 4


def click_column(room: CorpusRoom, column: str, qtbot: QtBot) -> None:
    room.table.horizontalHeader().sectionClicked.emit(room.table.columns.index(column))
    settle(room, qtbot)


def test_keys_of_the_table_act_on_what_is_selected(room: CorpusRoom) -> None:
    table = room._actions
    assert not table["corpus.tag"].isEnabled(), "nothing is writable before the window says so"
    keys = {
        "corpus.tag": "T",
        "corpus.edit": "E",
        "corpus.assign": "A",
        "corpus.flag": "F",
        "corpus.done": "D",
    }
    for action, key in keys.items():
        assert table.specs[action].keys == (key,)


def test_after_the_progress_an_empty_corpus_still_says_how_to_begin(
    room: CorpusRoom, session: Session, qtbot: QtBot
) -> None:
    room.set_filters(["outlet:nobody"])
    qtbot.waitUntil(lambda: room.model.rowCount() == 0 and not session.tasks.running)
    room.parts.toggle_board()
    room.parts.toggle_board()
    assert room.parts.nothing.isVisible()
    assert focus() is room.parts.nothing.button, "and the keyboard is where the way out is"
