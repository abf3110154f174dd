"""What is done with many articles at once: asked for in a form, done in one step, stopped without a trace."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotation.operations import SavedFilter, SaveFilter, TagArticles, saved_filters
from annotation.operations import bulk as bulk_module
from annotation.records import Article, AssignmentState
from gui import corpus_control
from gui.corpus_filters import CorpusFilters
from gui.dialogs.all_tags import AllTagsDialog
from gui.dialogs.assignment import AssignmentDialog
from gui.dialogs.metadata import MetadataDialog
from gui.dialogs.tagging import TaggingDialog
from gui.dialogs.wording import WordingDialog
from gui.tasks import Cancelled, Progress
from gui.views.corpus import CorpusRoom
from tests.annotation.newsroom import newsroom_file
from tests.gui.furnished import Window

ALL = ["a1", "a2", "a3"]
Answer = Callable[[Callable[[QDialog], object]], None]


@pytest.fixture
def corpus(window: Window, tmp_path: Path) -> Window:
    """The newsroom in the Corpus room, everything selected."""
    window.open(newsroom_file(tmp_path))
    window.shell.enter("corpus")
    window.rest()
    room(window).table.selectAll()
    return window


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Fills in the next form, and agrees; a form that is filled with False is cancelled."""

    def prepare(fill: Callable[[QDialog], object]) -> None:
        def exec_(dialog: QDialog) -> int:
            agreed = fill(dialog) is not False
            return int(QDialog.DialogCode.Accepted if agreed else QDialog.DialogCode.Rejected)

        for kind in (AllTagsDialog, AssignmentDialog, MetadataDialog, TaggingDialog, WordingDialog):
            monkeypatch.setattr(kind, "exec", exec_)

    return prepare


def room(window: Window) -> CorpusRoom:
    found = window.shell.rooms.room
    assert isinstance(found, CorpusRoom)
    return found


def articles(window: Window) -> dict[str, Article]:
    return {one.id: one for one in window.articles()}


def states(window: Window) -> dict[str, tuple[str, str]]:
    me = window.session.me
    found = window.session.read(lambda reader: reader.queue(me))
    return {one.article: (one.state.value, one.reason) for one in found}


def type_tags(text: str) -> Callable[[QDialog], None]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, TaggingDialog)
        dialog.line.setText(text)
        dialog.take_typed()

    return fill


def test_articles_are_tagged_in_one_step(corpus: Window, answer: Answer) -> None:
    answer(type_tags("war, énergie"))
    corpus.do("corpus.tag")
    assert {one.tags for one in articles(corpus).values()} == {("war", "énergie")}
    assert corpus.session.undo_stack.count() == 1
    corpus.do("edit.undo")
    assert {one.tags for one in articles(corpus).values()} == {()}


def test_very_many_are_tagged_in_parts_and_undone_at_once(
    corpus: Window, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_control, "PART", 1)
    monkeypatch.setattr(bulk_module, "PART", 1)
    answer(type_tags("war"))
    corpus.do("corpus.tag")
    corpus.rest()
    assert {one.tags for one in articles(corpus).values()} == {("war",)}
    assert corpus.session.undo_stack.count() == 1
    assert corpus.session.undo_stack.undoText() == "Tag 3 articles: war"
    corpus.session.wait = lambda _title, work: work(Progress(lambda _step: None))
    corpus.do("edit.undo")
    assert {one.tags for one in articles(corpus).values()} == {()}


def test_stopping_leaves_nothing_done(
    corpus: Window, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_control, "PART", 1)
    monkeypatch.setattr(bulk_module, "PART", 1)
    original = TagArticles.apply

    def stop_at_the_last(operation: TagArticles, writer: object) -> None:
        if "a3" in operation.articles:
            raise Cancelled
        original(operation, writer)  # type: ignore[arg-type]  # the writer of the operation

    monkeypatch.setattr(TagArticles, "apply", stop_at_the_last)
    answer(type_tags("war"))
    corpus.do("corpus.tag")
    corpus.rest()
    assert {one.tags for one in articles(corpus).values()} == {()}
    assert corpus.session.undo_stack.count() == 0
    assert corpus.notices == ("Stopped. Everything is as it was.",)


def test_nothing_happens_where_the_form_is_cancelled(corpus: Window, answer: Answer) -> None:
    answer(lambda _dialog: False)
    for action in ("corpus.tag", "corpus.edit", "corpus.assign", "corpus.flag", "corpus.skip", "corpus.tags"):
        corpus.do(action)
    assert corpus.session.undo_stack.count() == 0
    assert states(corpus) == {}


def test_metadata_are_set_and_replaced(corpus: Window, answer: Answer) -> None:
    def set_values(dialog: QDialog) -> None:
        assert isinstance(dialog, MetadataDialog)
        dialog.lines["outlet"].setText("Le Matin")
        dialog.boxes["outlet"].setChecked(True)
        dialog.lines["authors"].setText("Éva Roux; Bo")
        dialog.boxes["authors"].setChecked(True)

    answer(set_values)
    corpus.do("corpus.edit")
    assert {(one.outlet, one.authors) for one in articles(corpus).values()} == {
        ("Le Matin", ("Éva Roux", "Bo"))
    }

    def replace_words(dialog: QDialog) -> None:
        assert isinstance(dialog, MetadataDialog)
        assert dialog.lines["outlet"].text() == "Le Matin"
        dialog.pages.setCurrentIndex(1)
        dialog.sought.setText("matin")
        dialog.by.setText("Soir")

    answer(replace_words)
    corpus.do("corpus.edit")
    assert {one.outlet for one in articles(corpus).values()} == {"Le Soir"}


def test_what_is_no_day_is_said_and_nothing_changes(corpus: Window, answer: Answer) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MetadataDialog)
        dialog.lines["published"].setText("May")
        dialog.boxes["published"].setChecked(True)

    answer(fill)
    corpus.do("corpus.edit")
    assert "is no day" in corpus.notices[0]
    assert {one.published for one in articles(corpus).values()} == {None}


def test_articles_are_done_flagged_with_a_reason_and_to_do_again(corpus: Window, answer: Answer) -> None:
    corpus.do("corpus.done")
    assert states(corpus) == dict.fromkeys(ALL, ("done", ""))

    def say_why(dialog: QDialog) -> None:
        assert isinstance(dialog, WordingDialog)
        dialog.line.setEditText(" Page blank ")

    answer(say_why)
    corpus.do("corpus.flag")
    assert states(corpus) == dict.fromkeys(ALL, ("flagged", "Page blank"))
    corpus.do("corpus.skip")
    assert states(corpus) == dict.fromkeys(ALL, ("skipped", "Page blank"))
    corpus.do("corpus.reopen")
    assert states(corpus) == dict.fromkeys(ALL, ("todo", ""))


def test_articles_are_handed_out_by_a_plan_that_is_shown_first(
    corpus: Window, answer: Answer, qtbot: QtBot
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AssignmentDialog)
        dialog.person_wanted.emit("Zoë")
        for box in dialog.people.values():
            box.setChecked(box.text() in ("Ann", "Zoë"))
        dialog.overlap.setValue(34)
        qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.articles == 3)
        assert "of which everybody gets 1" in dialog.outcome.text()

    answer(fill)
    corpus.do("corpus.assign")
    people = {one.name: one.id for one in corpus.session.people()}
    queues = {
        name: corpus.session.read(lambda reader, who=people[name]: len(reader.queue(who)))  # type: ignore[misc]  # the name is bound
        for name in ("Ann", "Zoë")
    }
    assert queues == {"Ann": 2, "Zoë": 2}

    def move(dialog: QDialog) -> None:
        assert isinstance(dialog, AssignmentDialog)
        dialog.pages.setCurrentIndex(1)
        dialog.origin.setCurrentText("Ann")
        dialog.target.setCurrentText("nobody")

    answer(move)
    corpus.do("corpus.assign")
    assert corpus.session.read(lambda reader: reader.queue(people["Ann"])) == []


def test_articles_are_removed_and_brought_back(corpus: Window) -> None:
    corpus.do("corpus.remove")
    corpus.rest()
    assert articles(corpus) == {}
    corpus.do("edit.undo")
    assert sorted(articles(corpus)) == ALL


def test_tags_are_renamed_coloured_and_removed_in_one_form(corpus: Window, answer: Answer) -> None:
    corpus.session.apply(TagArticles(articles=ALL, add=("war", "peace")))
    told: list[str] = []

    def manage(dialog: QDialog) -> None:
        if isinstance(dialog, WordingDialog):
            dialog.line.setEditText("peace")
            return
        assert isinstance(dialog, AllTagsDialog)
        dialog.list.setCurrentRow(1)
        assert dialog.tag == "war"
        dialog._rename()
        told.append(dialog.list.item(0).text())
        dialog.list.setCurrentRow(0)
        dialog._remove()
        told.append(str(dialog.list.count()))

    answer(manage)
    corpus.do("corpus.tags")
    assert told == ["peace  (3)", "0"]
    assert {one.tags for one in articles(corpus).values()} == {()}


def filters_of(corpus: Window) -> CorpusFilters:
    (found,) = room(corpus).findChildren(CorpusFilters)
    return found


def test_a_filter_is_saved_shown_renamed_and_removed(
    corpus: Window, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = room(corpus)
    corpus.do("corpus.filter-save")
    assert corpus.notices == ("There is nothing to save: search or filter first.",)
    found.search.setText("roux OR dépêche")
    found.set_filters(["-stance:favor"])

    def name_it(dialog: QDialog) -> None:
        assert isinstance(dialog, WordingDialog)
        dialog.line.setEditText("Mine")

    answer(name_it)
    corpus.do("corpus.filter-save")
    (kept,) = corpus.session.read(saved_filters)
    assert kept == SavedFilter("Mine", "(roux OR dépêche) -stance:favor")
    found.clear_filters()
    corpus.rest()
    assert found.model.ids == ALL
    found.show_query(kept.query)
    corpus.rest()
    assert found.model.ids == ["a2", "a3"]
    filters = filters_of(corpus)
    answer(lambda dialog: dialog.line.setEditText("Yours") if isinstance(dialog, WordingDialog) else None)
    filters.rename(kept)
    assert [one.name for one in corpus.session.read(saved_filters)] == ["Yours"]
    filters.remove(SavedFilter("Yours", ""))
    assert corpus.session.read(saved_filters) == []


def test_the_menu_of_filters_uses_one(corpus: Window) -> None:
    corpus.session.apply(SaveFilter(name="Dispatches", query="dépêche"))
    filters_of(corpus).show()
    menu = next(one for one in room(corpus).children() if type(one).__name__ == "QMenu")
    next(action for action in menu.actions() if action.text() == "Dispatches").trigger()  # type: ignore[attr-defined]  # it is a menu
    menu.close()  # type: ignore[attr-defined]  # it is a menu
    corpus.rest()
    assert room(corpus).model.ids == ["a3"]


def test_progress_is_written_to_a_file(corpus: Window, tmp_path: Path) -> None:
    corpus.do("corpus.done")
    corpus.furniture.corpus.save_progress(tmp_path / "progress.csv")
    corpus.rest()
    assert "Rita,3,3" in (tmp_path / "progress.csv").read_text(encoding="utf-8-sig")
    corpus.furniture.corpus.save_progress(tmp_path)
    corpus.rest()
    assert "cannot be written" in corpus.notices[-1]


def test_a_project_that_is_read_only_offers_none_of_it(window: Window, tmp_path: Path) -> None:
    window.open(newsroom_file(tmp_path), read_only=True)
    window.shell.enter("corpus")
    window.rest()
    room(window).table.selectAll()
    for action in (
        "corpus.tag",
        "corpus.edit",
        "corpus.assign",
        "corpus.done",
        "corpus.remove",
        "corpus.tags",
    ):
        assert not window.is_enabled(action)


def test_the_open_article_is_flagged_with_a_reason(corpus: Window, answer: Answer) -> None:
    corpus.furniture.open_article("a2")
    corpus.rest()
    answer(lambda dialog: dialog.line.setEditText("Blank") if isinstance(dialog, WordingDialog) else None)
    corpus.do("article.flag")
    corpus.rest()
    assert states(corpus)["a2"] == (AssignmentState.FLAGGED.value, "Blank")
