"""Opening, making and closing projects from the menu, the welcome page and the list of recent ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_documents_path

from annotation.operations import AddArticles
from annotation.project import ProjectError, create_project, open_project
from annotation.records import AssignmentState
from gui.dialogs import files
from gui.projects import _make_sample
from tests.annotation.newsroom import imported, newsroom_file
from tests.gui.furnished import Window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@pytest.fixture
def locked(path: Path) -> Iterator[Path]:
    """A project that another program has open for writing."""
    with open_project(path):
        yield path


def answer(monkeypatch: pytest.MonkeyPatch, asking: str, path: Path | None) -> None:
    """Let a person choose this file when they are asked."""
    monkeypatch.setattr(files, asking, lambda _parent: path)


# ---------------------------------------------------------------- opening and making


@pytest.mark.parametrize(("action", "writable"), [("project.open", True), ("project.open-read-only", False)])
def test_a_chosen_project_opens(
    action: str, writable: bool, window: Window, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "ask_for_project", path)
    with window.qtbot.waitSignal(window.session.opened):
        window.do(action)
    assert (window.session.path, window.session.writable) == (path, writable)


@pytest.mark.parametrize("action", ["project.open", "project.open-read-only", "project.new"])
def test_who_chooses_nothing_gets_nothing(
    action: str, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "ask_for_project", None)
    answer(monkeypatch, "ask_for_new_project", None)
    window.do(action)
    window.rest()
    assert not window.session.is_open
    assert window.notices == ()


def test_a_new_project_is_made_where_it_was_asked_for(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "ask_for_new_project", tmp_path / "press 2024.selon")
    with window.qtbot.waitSignal(window.session.opened):
        window.do("project.new")
    assert window.shell.windowTitle() == "press 2024 — Selon"
    assert window.session.read(lambda reader: reader.count_articles()) == 0


def test_a_new_project_never_replaces_a_file(
    window: Window, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    answer(monkeypatch, "ask_for_new_project", path)
    window.do("project.new")
    window.rest()
    assert "exists already" in window.notices[0]
    assert path.read_bytes() == before


def test_a_project_that_cannot_be_opened_is_said_and_what_is_open_stays(
    window: Window, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes.selon").write_text("Dear diary")
    window.open(path)
    window.furniture.projects.open(tmp_path / "notes.selon")
    window.rest()
    assert window.session.path == path
    assert "not a Selon project" in window.notices[0]
    window.furniture.projects.open(path)
    assert window.notices == (), "what was said of another file is over"


def test_a_project_in_use_can_be_opened_read_only_with_one_click(window: Window, locked: Path) -> None:
    window.furniture.projects.open(locked)
    window.rest()
    assert not window.session.is_open
    assert "another window or program" in window.notices[0]
    with window.qtbot.waitSignal(window.session.opened):
        window.press_notice()
    assert not window.session.writable
    assert window.notices == ("Open read-only: you can look at everything and change nothing.",)


def test_that_a_project_is_read_only_is_forgotten_with_it(window: Window, path: Path) -> None:
    window.open(path, read_only=True)
    window.do("project.close")
    assert window.notices == ()


def test_a_project_that_takes_long_to_come_can_be_given_up(window: Window, path: Path) -> None:
    window.furniture.projects.open(path)
    activity = window.furniture.projects._activity
    assert activity is not None
    activity.cancelled.emit()
    window.rest()
    window.qtbot.waitUntil(lambda: window.session.tasks.project.idle)
    assert not window.session.is_open
    assert window.furniture.projects._activity is None
    open_project(path).close()


# ---------------------------------------------------------------- recent projects


def recent(window: Window) -> list[str]:
    return [bound.action.text() for bound in window.shell.actions_table.members("project.recent")]


def test_opened_projects_stand_in_the_menu_the_latest_first(
    window: Window, path: Path, tmp_path: Path
) -> None:
    assert recent(window) == []
    assert not window.shell.menus["project/recent"].menuAction().isEnabled()
    create_project(tmp_path / "other.selon").close()
    for name in (path, tmp_path / "other.selon"):
        window.open(name)
    assert recent(window) == ["other", "newsroom"]
    with window.qtbot.waitSignal(window.session.opened):
        window.do(f"project.recent:{path}")
    assert recent(window) == ["newsroom", "other"]


def test_projects_of_the_same_name_are_told_apart_and_signs_are_shown_as_they_are(
    window: Window, tmp_path: Path
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        create_project(tmp_path / folder / "R&D.selon").close()
        window.open(tmp_path / folder / "R&D.selon")
    assert recent(window) == ["R&&D — b", "R&&D — a"]


def test_a_recent_project_that_is_gone_can_be_taken_off_the_list(window: Window, path: Path) -> None:
    window.open(path)
    window.do("project.close")
    path.rename(path.with_name("moved.selon"))
    window.do(f"project.recent:{path}")
    window.rest()
    assert "There is no project at" in window.notices[0]
    assert recent(window) == ["newsroom"], "the drive may come back"
    window.press_notice()
    assert recent(window) == []
    assert window.shell.settings.recent_projects == []


def test_a_file_that_never_was_a_recent_project_is_on_no_list(window: Window, tmp_path: Path) -> None:
    window.furniture.projects.open(tmp_path / "none.selon")
    window.rest()
    notice = next(iter(window.shell.messages._notices.values()))
    assert notice.doer is None


# ---------------------------------------------------------------- the sample


def sample(window: Window) -> Path:
    with window.qtbot.waitSignal(window.session.opened, timeout=20_000):
        window.do("project.sample")
    window.rest()
    return window.session.path


def test_the_sample_is_made_once_read_by_itself_and_waits_in_the_visitors_queue(window: Window) -> None:
    path = sample(window)
    assert path == user_documents_path() / "Selon" / "Sample.selon"
    assert len(window.workers.jobs) == 9
    queue = window.session.read(lambda reader: reader.article_queue(window.session.me))
    assert list(queue.articles) == window.session.read(lambda reader: reader.article_ids())
    assert set(queue.states.values()) <= {AssignmentState.TODO}
    assert not window.session.undo_stack.canUndo()


def test_a_second_time_the_same_sample_is_opened_with_all_that_was_done_in_it(window: Window) -> None:
    path = sample(window)
    window.session.apply(AddArticles(imported=(imported("mine", "My words."),)))
    window.do("project.close")
    assert sample(window) == path
    assert "mine" in window.session.read(lambda reader: reader.article_ids())
    assert len(window.workers.jobs) == 9, "nothing is read by itself again"
    window.do("project.sample")
    window.rest()
    assert window.session.undo_stack.count() == 0
    assert window.session.path == path


def test_a_damaged_sample_can_be_made_anew_beside_it(window: Window) -> None:
    path = sample(window)
    window.do("project.close")
    path.write_bytes(path.read_bytes()[:5000])
    window.do("project.sample")
    window.rest()
    assert "damaged" in window.notices[0]
    with window.qtbot.waitSignal(window.session.opened, timeout=20_000):
        window.press_notice()
    window.rest()
    again = path.with_name("Sample 2.selon")
    assert window.session.path == again
    window.do("project.close")
    assert sample(window) == again, "the one that is whole"


def test_a_sample_in_use_can_be_opened_read_only(window: Window) -> None:
    path = sample(window)
    window.do("project.close")
    with open_project(path):
        window.do("project.sample")
        window.rest()
        with window.qtbot.waitSignal(window.session.opened):
            window.press_notice()
        assert not window.session.writable


def test_where_the_sample_cannot_be_made_one_sentence_says_so(window: Window) -> None:
    user_documents_path().parent.mkdir(parents=True, exist_ok=True)
    user_documents_path().write_text("a file in the place of the folder")
    window.do("project.sample")
    window.rest()
    assert "for the sample cannot be made" in window.notices[0]
    assert not window.session.is_open


def test_a_sample_that_came_in_the_meantime_is_opened(path: Path, tmp_path: Path) -> None:
    with _make_sample(path) as project:
        assert project.read.count_articles() == 3
    with pytest.raises(ProjectError, match="cannot be made"):
        _make_sample(path / "below a file" / "Sample.selon")
