"""Detection in the window: one at a time, others wait, it can be stopped, it ends with its project."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotation.detectors import Detection, Job, WorkerLostError
from annotation.detectors._runner import Failure
from annotation.operations import AddArticles, ChangeSetting, RemoveArticles
from annotation.operations.unfinished import UNFINISHED, Scope, Unfinished, unfinished_in
from annotation.project import create_project
from annotation.records import Span
from gui.detection import DetectionControl
from gui.views.annotate import AnnotateRoom
from gui.widgets.activity import Activity
from tests.annotation.newsroom import imported, newsroom_file
from tests.gui.furnished import Window, first_word


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    """The newsroom; the article a3 alone has no suggestions."""
    window.open(newsroom_file(tmp_path))
    return window


@pytest.fixture
def control(opened: Window) -> DetectionControl:
    return opened.furniture.detection


def test_the_worker_is_started_soon_after_a_project_was_opened_for_writing(opened: Window) -> None:
    opened.qtbot.waitUntil(lambda: opened.workers.warm)


def test_who_only_looks_needs_no_worker(window: Window, tmp_path: Path) -> None:
    window.open(newsroom_file(tmp_path), read_only=True)
    window.furniture.detection._soon.timeout.emit()
    window.furniture.detection.detect(["a3"])
    assert not window.workers.warm
    assert window.session.tasks.running == ()


def test_every_article_without_suggestions_is_read(opened: Window, control: DetectionControl) -> None:
    with opened.qtbot.waitSignal(control.finished) as told:
        opened.do("detect.corpus")
    assert told.args is not None
    assert told.args[0].articles == 1
    assert opened.workers.jobs == ["a3"]
    assert opened.suggestions("a3") == 1
    assert opened.notices == ()


def test_where_all_was_read_already_one_is_told_and_nothing_begins(
    opened: Window, control: DetectionControl
) -> None:
    control.detect(["a3"])
    opened.rest()
    opened.do("detect.corpus")
    assert opened.notices == ("Every article has been read already.",)
    assert not control.running


def test_nothing_to_read_is_no_work(opened: Window, control: DetectionControl) -> None:
    control.detect([])
    assert not control.running


def test_while_it_reads_it_can_be_stopped_and_not_be_begun_again(
    opened: Window, control: DetectionControl
) -> None:
    assert not opened.is_enabled("detect.cancel")
    opened.workers.hold()
    opened.do("detect.corpus")
    assert (opened.is_enabled("detect.cancel"), opened.is_enabled("detect.corpus")) == (True, False)
    opened.do("detect.cancel")
    opened.rest()
    assert (opened.is_enabled("detect.cancel"), opened.is_enabled("detect.corpus")) == (False, True)
    assert (opened.suggestions("a3"), opened.notices) == (0, ())


def test_what_was_read_when_it_was_stopped_stays(opened: Window, control: DetectionControl) -> None:
    texts = tuple(imported(f"b{number}", "Nina spoke.") for number in range(3))
    opened.session.apply(AddArticles(imported=texts))

    def answer(job: Job) -> Detection:
        if job.id == "b1":
            opened.workers.hold()
        found = first_word(job)
        return Detection("fr", found.suggestions, found.models, heard=found.heard)

    opened.workers.answer = answer
    control.detect(["b0", "b1", "b2"])
    opened.qtbot.waitUntil(lambda: opened.workers.jobs == ["b0", "b1"])
    control.cancel()
    opened.rest()
    assert opened.suggestions("b2") == 0
    assert {opened.suggestions(one) for one in ("b0", "b1")} <= {0, 1}


def test_what_is_asked_for_meanwhile_comes_after_it_each_article_once(
    opened: Window, control: DetectionControl
) -> None:
    opened.workers.hold()
    control.detect(["a3"])
    control.detect(["a1"])
    control.detect(["a2", "a1"])
    assert len(opened.session.tasks.running) == 1
    opened.workers.let_go()
    opened.rest()
    assert opened.workers.jobs == ["a3", "a1", "a2"]


def test_stopping_it_forgets_what_waits(opened: Window, control: DetectionControl) -> None:
    opened.workers.hold()
    control.detect(["a3"])
    control.detect(["a1"])
    control.cancel()
    opened.rest()
    assert opened.workers.jobs == []
    assert not control.running


def test_the_cancel_of_the_panel_stops_the_worker_at_once(
    opened: Window, control: DetectionControl, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.workers.hold()
    begun: list[Activity] = []
    begin = opened.shell.begin_activity

    def begin_and_keep(title: str) -> Activity:
        begun.append(begin(title))
        return begun[-1]

    monkeypatch.setattr(opened.shell, "begin_activity", begin_and_keep)
    control.detect(["a1", "a3"])
    assert begun[0].title == "Reading 2 articles"
    begun[0].cancelled.emit()
    opened.rest()
    assert opened.workers.jobs == []


def test_a_worker_that_dies_is_said_and_it_can_be_tried_again(
    opened: Window, control: DetectionControl
) -> None:
    opened.workers.error = WorkerLostError("The detection process stopped while reading article {article}.",
                                           article="a3")  # fmt: skip
    control.detect(["a3"])
    opened.rest()
    assert list(opened.notices) == ["The detection process stopped while reading article a3."]
    opened.workers.error = None
    opened.do("detect.corpus")
    assert list(opened.notices) == []
    opened.rest()
    assert opened.suggestions("a3") == 1


def test_what_waits_is_not_read_after_a_failure(opened: Window, control: DetectionControl) -> None:
    opened.workers.hold()
    opened.workers.error = WorkerLostError("Lost.")
    control.detect(["a3"])
    control.detect(["a1"])
    opened.workers.let_go()
    opened.rest()
    assert (opened.workers.jobs, control.running) == ([], False)


def test_languages_without_a_pipeline_and_parts_that_failed_are_said(
    opened: Window, control: DetectionControl
) -> None:
    answers = {
        "a1": Detection("en"),
        "a2": Detection("fr", failures=(Failure("figures", "It broke."),)),
    }
    opened.workers.answer = lambda job: answers[job.id]
    control.detect(["a1", "a2"])
    opened.rest()
    pipeline, failed = opened.notices
    assert "“en”" in pipeline
    assert failed == "In one article not everything could be read: It broke."


def test_an_article_that_is_removed_meanwhile_stops_nothing(
    opened: Window, control: DetectionControl
) -> None:
    opened.workers.hold()
    control.detect(["a2", "a3"])
    opened.session.apply(RemoveArticles(articles=("a2",)))
    opened.workers.let_go()
    opened.rest()
    assert opened.suggestions("a3") == 1
    assert opened.notices == ()


def test_it_ends_with_its_project_and_the_next_one_is_read_in_turn(
    opened: Window, control: DetectionControl, tmp_path: Path
) -> None:
    other = tmp_path / "other.selon"
    with create_project(other) as project:
        project.apply(AddArticles(imported=(imported("z1", "Nina spoke."),)))
    opened.workers.hold()
    control.detect(["a3"])
    control.detect(["a1"])
    with opened.qtbot.waitSignal(opened.session.opened):
        opened.furniture.projects.open(other)
    opened.workers.let_go()
    control.detect(["z1"])
    opened.rest()
    assert opened.workers.jobs == ["z1"]
    assert (opened.suggestions("z1"), opened.notices) == (1, ())


def test_the_worker_goes_with_the_window(opened: Window, qtbot: QtBot) -> None:
    opened.workers.hold()
    opened.furniture.detection.detect(["a3"])
    opened.shell.close()
    assert opened.workers.closed


# ---------------------------------------------------------------- going on another day


@pytest.fixture
def many(opened: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The newsroom with four articles more, of which detection takes two for many."""
    monkeypatch.setattr("gui.detection.MANY", 2)
    opened.session.apply(AddArticles(imported=tuple(imported(f"b{n}", "Nina spoke.") for n in range(4))))
    return opened


def stop_at(window: Window, article: str) -> None:
    """Have the worker stop when it has read an article."""

    def answer(job: Job) -> Detection:
        if job.id == article:
            window.workers.hold()
        return first_word(job)

    window.workers.answer = answer


def test_what_is_stopped_says_how_much_is_left_and_goes_on(many: Window, control: DetectionControl) -> None:
    stop_at(many, "a3")
    many.do("detect.corpus")
    many.qtbot.waitUntil(lambda: many.workers.jobs == ["a3"])
    many.do("detect.cancel")
    many.rest()
    (notice,) = many.notices
    assert notice in ("5 of 7 articles are still to be read.", "4 of 7 articles are still to be read.")
    many.workers.answer = first_word
    many.workers.let_go()
    many.press_notice()
    assert list(many.notices) == []
    many.rest()
    assert many.workers.jobs[-4:] == ["b0", "b1", "b2", "b3"]
    assert many.session.read(lambda reader: reader.unread_ids()) == []
    assert many.session.read(unfinished_in) is None


def test_what_was_read_of_the_whole_corpus_is_not_read_again(many: Window, control: DetectionControl) -> None:
    unfinished = Unfinished(scope=Scope.ALL, last="b1")
    many.session.apply(ChangeSetting(key=UNFINISHED, value=unfinished.to_json()))
    control.go_on()
    many.rest()
    assert many.workers.jobs == ["b2", "b3"]
    assert many.session.read(unfinished_in) is None


def test_all_articles_are_read_again_where_all_are_wanted(many: Window, control: DetectionControl) -> None:
    control.detect_all()
    many.rest()
    assert many.workers.jobs == ["a1", "a2", "a3", "b0", "b1", "b2", "b3"]


def test_after_a_crash_the_project_says_what_is_left(many: Window, tmp_path: Path) -> None:
    unfinished = Unfinished(scope=Scope.CHOSEN, chosen=("b0", "b1", "b2"), last="b0")
    many.session.apply(ChangeSetting(key=UNFINISHED, value=unfinished.to_json()))
    many.session.close()
    many.open(tmp_path / "newsroom.selon")
    assert many.notices == ("2 of 7 articles are still to be read.",)
    many.press_notice()
    many.rest()
    assert many.workers.jobs == ["b1", "b2"]


def test_who_only_looks_is_not_asked_to_go_on(many: Window, tmp_path: Path) -> None:
    unfinished = Unfinished(scope=Scope.ALL)
    many.session.apply(ChangeSetting(key=UNFINISHED, value=unfinished.to_json()))
    many.session.close()
    many.open(tmp_path / "newsroom.selon", read_only=True)
    assert not any("still to be read" in notice for notice in many.notices)


def test_a_few_articles_leave_no_mark_and_no_wider_one_is_lost(
    many: Window, control: DetectionControl
) -> None:
    control.detect_chosen(["a1"])
    many.rest()
    assert many.session.read(unfinished_in) is None
    left = Unfinished(scope=Scope.UNREAD)
    many.session.apply(ChangeSetting(key=UNFINISHED, value=left.to_json()))
    control.detect_chosen(["a1", "a2", "a3"])
    many.rest()
    assert many.session.read(unfinished_in) == left


def test_a_worker_that_dies_lets_one_go_on(many: Window, control: DetectionControl) -> None:
    many.workers.error = WorkerLostError("Lost.")
    control.detect_new()
    many.rest()
    assert list(many.notices) == ["Lost."]
    many.workers.error = None
    many.press_notice()
    many.rest()
    assert many.workers.jobs == ["a3", "b0", "b1", "b2", "b3"]


def test_how_far_it_came_is_known_when_its_project_closes(
    many: Window, control: DetectionControl, tmp_path: Path
) -> None:
    stop_at(many, "b1")
    control.detect_all()
    many.qtbot.waitUntil(lambda: "b1" in many.workers.jobs)
    many.session.close()
    many.rest()
    many.open(tmp_path / "newsroom.selon")
    assert many.session.read(unfinished_in) is not None


# ---------------------------------------------------------------- some words alone


def select(window: Window, article: str, words: str) -> AnnotateRoom:
    """Open an article and select some words of it."""
    window.furniture.open_article(article)
    room = window.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    start = room.desk.text.index(words)
    room.article.text.set_selection(start, start + len(words))
    return room


def test_some_words_are_read_and_it_is_said_what_is_there(opened: Window) -> None:
    room = select(opened, "a3", "Une dépêche")
    opened.do("detect.selection")
    opened.rest()
    assert room.bar.said.text() == "One suggestion in the selected words."
    assert (opened.workers.jobs, opened.suggestions("a3")) == (["a3"], 1)
    room = select(opened, "a3", "sans rien")
    opened.do("detect.selection")
    opened.rest()
    assert room.bar.said.text() == "Nothing is suggested in the selected words."
    assert opened.suggestions("a3") == 1, "what is outside stays"


def test_nothing_is_read_in_part_while_something_else_is_read(opened: Window) -> None:
    select(opened, "a3", "dépêche")
    opened.workers.hold()
    opened.furniture.detection.detect(["a2"])
    assert not opened.is_enabled("detect.selection")
    opened.furniture.detection.detect_part("a3", Span(0, 3), print)
    opened.workers.let_go()
    opened.rest()
    assert opened.workers.jobs == ["a2"]


def test_reading_some_words_can_fail_and_be_stopped(opened: Window) -> None:
    select(opened, "a3", "dépêche")
    opened.workers.error = WorkerLostError("Lost.")
    opened.do("detect.selection")
    opened.rest()
    assert opened.notices == ("Lost.",)
    assert opened.is_enabled("detect.selection")
