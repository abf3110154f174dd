"""The whole window: rooms, conditions, undo, what is said, and its end."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotation.i18n import current_language
from annotation.operations import Accept, AddArticles, EditArticle, RemoveArticles, own_id
from annotation.operations.sample import create_sample_project
from annotation.project import ProjectError, ProjectReader, create_project, open_project
from annotation.records import MACHINE, Annotation
from gui.furnish import furnish, missing
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.annotate import AnnotateRoom
from gui.views.article_table import ArticleTable
from gui.views.boards.listing import BOARDS
from gui.views.boards.room import BoardsRoom
from gui.views.corpus import CorpusRoom
from gui.views.review.room import ReviewRoom
from gui.views.welcome import WelcomePage
from tests.annotation.newsroom import imported, newsroom_file
from tests.gui.focus import focus
from tests.gui.furnished import Window, Workers

WRITING = ("project.import", "detect.corpus")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@pytest.fixture
def opened(window: Window, path: Path) -> Window:
    """The window with the newsroom open."""
    window.open(path)
    return window


def suggestion(window: Window) -> Annotation:
    return window.session.read(lambda reader: reader.annotations("a1", [MACHINE.id]))[0]


def accept(window: Window) -> None:
    window.session.apply(Accept(annotations=(suggestion(window).id,), actor=window.session.me))


def test_every_action_of_the_table_is_handled_once_each_room_was_entered(
    window: Window, tmp_path: Path
) -> None:
    create_sample_project(tmp_path / "sample.selon").close()
    window.open(tmp_path / "sample.selon")
    window.shell.enter("review")
    window.session.annotate_as(window.session.people()[0])
    window.shell.enter("agreement")
    window.shell.enter("boards")
    boards = window.shell.rooms.room
    assert isinstance(boards, BoardsRoom)
    for board in BOARDS:
        boards.show_board(board.id)
    window.furniture.open_article("hopital-greve")
    window.rest()
    room = window.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    room.desk.select(next(iter(room.desk.records)).id)
    assert window.shell.actions_table.unhandled() == set()


def test_it_begins_with_the_welcome_page_and_four_ways_to_begin(window: Window) -> None:
    assert isinstance(window.shell.rooms.currentWidget(), WelcomePage)
    assert window.shell.windowTitle() == "Selon"
    enabled = ("project.new", "project.open", "project.sample", "project.import")
    assert all(window.is_enabled(name) for name in enabled)
    disabled = (
        "project.export",
        "project.close",
        "edit.undo",
        "edit.redo",
        "detect.corpus",
        "people.annotate-as",
    )
    assert not any(window.is_enabled(name) for name in disabled)


def test_a_project_that_is_named_is_opened_at_once(
    shell: Shell, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.detection.DetectionPool", Workers)
    tasks = Tasks()
    furniture = furnish(shell, tasks, path)
    qtbot.waitUntil(lambda: furniture.session.is_open)
    assert shell.windowTitle() == "newsroom — Selon"
    shell.close()
    tasks.close()


def test_an_open_project_shows_its_articles(opened: Window) -> None:
    assert isinstance(opened.shell.rooms.room, CorpusRoom)
    assert opened.shell.windowTitle() == "newsroom — Selon"
    assert all(opened.is_enabled(name) for name in (*WRITING, "project.export", "project.close"))


def test_a_project_that_is_open_to_look_can_be_exported_and_not_changed(window: Window, path: Path) -> None:
    window.open(path, read_only=True)
    assert not any(window.is_enabled(name) for name in WRITING)
    assert window.is_enabled("project.export")
    assert window.shell.windowTitle() == "newsroom (read-only) — Selon"
    assert any("read-only" in notice for notice in window.notices)
    window.furniture.open_article("a1")
    for name in ("article.done", "detect.article", "suggestion.accept", "record.delete"):
        assert not window.is_enabled(name), name


def test_an_empty_project_has_nothing_to_detect_in(window: Window, tmp_path: Path) -> None:
    create_project(tmp_path / "empty.selon").close()
    window.open(tmp_path / "empty.selon")
    assert window.is_enabled("project.import")
    assert not window.is_enabled("detect.corpus")
    window.session.apply(AddArticles(imported=(imported("b1", "Words."),)))
    assert window.is_enabled("detect.corpus")
    window.session.apply(RemoveArticles(articles=("b1",)))
    assert not window.is_enabled("detect.corpus")


class Shown(QObject):
    """Remembers what was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_no_room_flashes_up_as_a_window_of_its_own_or_loses_the_keyboard(
    window: Window, path: Path, qapp: QApplication
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    window.open(path)
    assert isinstance(focus(), ArticleTable)
    for room in ("annotate", "review", "corpus"):
        window.shell.enter(room)
        window.rest()
        assert window.shell.isAncestorOf(focus())
    window.do("view.language:fr")
    qapp.removeEventFilter(shown)
    assert shown.windows == []


def test_undo_and_redo_say_what_they_would_do(opened: Window) -> None:
    table = opened.shell.actions_table
    assert not opened.is_enabled("edit.undo")
    accept(opened)
    assert table["edit.undo"].text() == "Undo: Accept"
    QTest.keyClick(focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (table["edit.undo"].text(), table["edit.redo"].text()) == ("Undo", "Redo: Accept")
    QTest.keyClick(focus(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (opened.is_enabled("edit.undo"), opened.is_enabled("edit.redo")) == (True, False)


def test_the_bottom_bar_says_when_it_was_saved(opened: Window) -> None:
    assert opened.shell.bottom.words == ""
    accept(opened)
    saved = opened.session.saved_at
    assert saved is not None
    assert opened.shell.bottom.words == f"saved {saved:%H:%M}"


def test_what_could_not_be_done_is_said_until_something_else_is_done(opened: Window) -> None:
    opened.session.apply(EditArticle(article="a1", values={"text": "x"}))
    said = "“text” of an article cannot be changed."
    assert said in opened.notices
    accept(opened)
    assert said not in opened.notices


def test_what_follows_every_act_asks_the_project_nothing(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = opened.session.apply(EditArticle(article="a1", values={"title": "Another"}))
    assert changes is not None
    asked: list[object] = []
    with monkeypatch.context() as patch:
        patch.setattr(opened.session.tasks.project, "call", asked.append)
        opened.furniture._vouch()
        opened.furniture._follow(changes)
    assert asked == []


def test_an_article_of_the_corpus_opens_in_the_annotate_room(opened: Window) -> None:
    corpus = opened.shell.rooms.room
    assert isinstance(corpus, CorpusRoom)
    corpus.article_wanted.emit("a2")
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    assert room.desk.article is not None
    assert room.desk.article.id == "a2"


def test_detection_in_the_open_article_reads_that_one(opened: Window) -> None:
    opened.furniture.open_article("a3")
    opened.do("detect.article")
    opened.rest()
    assert opened.workers.jobs == ["a3"]
    assert opened.suggestions("a3") == 1


def test_the_gold_set_is_exported_from_the_review_room(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(opened.furniture.transfers, "ask_for_gold", lambda: asked.append("gold"))
    room = opened.furniture._make_review()
    opened.qtbot.addWidget(room)
    room.gold_wanted.emit()  # type: ignore[attr-defined]  # the room of reviewing has it
    assert asked == ["gold"]


def test_text_is_shown_larger_and_smaller_by_keys_and_stays_so(opened: Window) -> None:
    opened.furniture.open_article("a1")
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    for _time in range(2):
        QTest.keyClick(focus(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert room.article.text.zoom == opened.shell.settings.zoom == 1.2
    QTest.keyClick(focus(), Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert room.article.text.zoom == 1.1
    opened.shell.enter("review")
    review = opened.shell.rooms.room
    assert isinstance(review, ReviewRoom)
    assert review.article.text.zoom == 1.1
    opened.do("view.zoom-reset")
    assert review.article.text.zoom == opened.shell.settings.zoom == 1
    for _time in range(30):
        opened.do("view.zoom-out")
    assert opened.shell.settings.zoom == 0.6


# ---------------------------------------------------------------- closing


def test_closing_the_project_goes_back_to_the_welcome_page(opened: Window, path: Path) -> None:
    accept(opened)
    opened.do("project.close")
    assert isinstance(opened.shell.rooms.currentWidget(), WelcomePage)
    assert opened.shell.windowTitle() == "Selon"
    assert not opened.is_enabled("edit.undo")
    open_project(path).close()


def test_what_is_being_typed_when_the_window_closes_is_kept(opened: Window, path: Path) -> None:
    accept(opened)
    record = own_id(suggestion(opened), opened.session.me)
    opened.furniture.open_article("a1")
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    room.desk.select(record)
    room.inspector.focus_field("note")
    QTest.keyClicks(room.inspector.note, "typed at the last moment")
    opened.shell.close()
    with open_project(path) as project:
        assert project.read.get(Annotation, record).note == "typed at the last moment"


def test_the_window_closes_while_everything_is_going_on(window: Window, path: Path, tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for number in range(300):
        (files / f"{number}.txt").write_text(f"Title {number}\n\nWords of {number}.")
    window.open(path)
    window.workers.hold()
    window.furniture.detection.detect(["a1", "a2", "a3"])
    window.furniture.imports.import_([files])
    window.furniture.projects.open(tmp_path / "other.selon")
    window.shell.close()
    window.session.tasks.close()
    assert window.workers.closed
    with open_project(path) as project:
        assert project.check() == []


def test_the_window_closes_while_a_project_is_on_its_way(window: Window, path: Path) -> None:
    window.furniture.projects.open(path)
    window.shell.close()
    window.session.tasks.close()
    with open_project(path) as project:
        assert project.check() == []


def test_where_articles_cannot_be_counted_one_hears_of_it(
    window: Window, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_reader: ProjectReader) -> int:
        raise ProjectError("It is damaged.")

    monkeypatch.setattr(ProjectReader, "count_articles", fail)
    window.open(path)
    assert "It is damaged." in window.notices


# ---------------------------------------------------------------- language, recent projects


def test_another_language_is_spoken_while_a_project_is_open(opened: Window) -> None:
    accept(opened)
    opened.furniture.open_article("a1")
    opened.do("view.language:fr")
    opened.rest()
    assert current_language() == "fr"
    table = opened.shell.actions_table
    assert opened.session.undo_stack.undoText() == "Accepter"
    assert "Accepter" in table["edit.undo"].text()
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    assert room.desk.article is not None
    table["edit.undo"].trigger()
    assert not opened.session.undo_stack.canUndo()
    opened.do("view.language:en")
    assert table["edit.redo"].text() == "Redo: Accept"


def test_the_welcome_page_lists_what_was_opened_lately_and_says_what_is_gone(
    window: Window, tmp_path: Path, path: Path
) -> None:
    window.open(path)
    gone = tmp_path / "gone.selon"
    create_project(gone).close()
    window.open(gone)
    window.do("project.close")
    gone.unlink()
    window.furniture._show_recent()
    window.rest()
    page = window.shell.rooms.currentWidget()
    assert isinstance(page, WelcomePage)
    assert [row.path.name for row in page.rows] == ["gone.selon", "newsroom.selon"]
    assert ["not there" in row.place.text() for row in page.rows] == [True, False]
    with window.qtbot.waitSignal(window.session.opened):
        QTest.mouseClick(page.rows[1], Qt.MouseButton.LeftButton)


def test_the_page_that_follows_another_language_lists_them_too(opened: Window) -> None:
    opened.do("project.close")
    opened.do("view.language:fr")
    opened.rest()
    page = opened.shell.rooms.currentWidget()
    assert isinstance(page, WelcomePage)
    assert [row.path.stem for row in page.rows] == ["newsroom"]


def test_what_may_not_be_looked_at_counts_as_missing(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.touch()
    assert missing([str(here), str(tmp_path / "gone"), "\0"]) == {str(tmp_path / "gone"), "\0"}
