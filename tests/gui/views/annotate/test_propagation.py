"""Labelling all like a record: looked through in a panel, done in one step, stopped as if never begun."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.operations import AddArticles, ArticleSuggestions, Discard, StoreSuggestions
from annotation.project import ProjectReader, Writer
from annotation.records import Annotation, Span, Status, Suggestion
from gui.models.mention_rows import Grouping
from gui.views.propagating import Propagator
from gui.views.propagation import EVERYWHERE, HERE, PropagationPanel
from tests.annotation.newsroom import imported
from tests.gui.views.annotate.conftest import Bench

MORE = {
    "m1": "Lina Maro rit.\n\nLINA MARO parle à Lina Marro.",
    "m2": "Avec Lina Maro, dit Lina Maro.",
}


@pytest.fixture
def many(bench: Bench) -> Bench:
    """Two articles more that name Lina Maro; a suggestion in the second."""
    articles = tuple(imported(id_, text) for id_, text in MORE.items())
    bench.session.apply(AddArticles(imported=articles), undoable=False)
    suggestion = Suggestion(
        key="1",
        layer="entity",
        spans={"mention": (Span(5, 14),)},
        features={"type": "PER"},
        origin="entities/1",
    )
    found = ArticleSuggestions(article="m2", lang="fr", suggestions=(suggestion,))
    bench.session.apply(StoreSuggestions(found=(found,)), undoable=False)
    bench.text.setFocus()
    bench.press("J")
    return bench


def propagator(bench: Bench) -> Propagator:
    found = bench.room.findChild(Propagator)
    assert found is not None
    return found


def panel_of(bench: Bench) -> PropagationPanel:
    panel = propagator(bench).panel
    assert panel is not None
    return panel


def opened(bench: Bench, qtbot: QtBot, key: str = "Ctrl+L") -> PropagationPanel:
    bench.press(key)
    panel = panel_of(bench)
    settled(panel, qtbot)
    return panel


def settled(panel: PropagationPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.stop.text() == "Close")


def click(widget: QWidget, word: str) -> None:
    button = next(one for one in widget.findChildren(QWidget) if getattr(one, "text", str)() == word)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def labelled(bench: Bench) -> dict[str, int]:
    """{article: how many labels of mine it has}"""
    me, records = bench.session.me, dict[str, list[Annotation]]()
    for article in ("eau", *MORE):
        records[article] = bench.session.read(
            partial(ProjectReader.annotations, article=article, annotators=[me])
        )
    return {key: sum(one.counts for one in found) for key, found in records.items() if found}


def test_the_panel_lists_the_article_first_then_the_corpus(many: Bench, qtbot: QtBot) -> None:
    panel = opened(many, qtbot)
    assert (panel.wanted[0], panel.rows.total) == (HERE, 3)
    assert panel.do.text() == "Label 3"
    click(panel.scope, "Corpus")
    settled(panel, qtbot)
    assert panel.rows.total == 6
    assert panel.count.text() == "6 of 6 chosen · 3 articles"
    assert panel.rows.row(1).words == "Lina Maro"
    assert panel.rows.row(1).after.startswith(" a accusé l’Union verte")


def test_case_accents_and_spelling_may_differ(many: Bench, qtbot: QtBot) -> None:
    panel = opened(many, qtbot)
    click(panel.scope, "Corpus")
    click(panel.likeness, "Accents and case may differ")
    settled(panel, qtbot)
    assert panel.rows.total == 7
    assert not panel.least.isVisible()
    click(panel.likeness, "Variants")
    settled(panel, qtbot)
    assert panel.least.isVisible()
    assert panel.rows.total == 8
    panel.least.setFocus()
    QTest.keyClick(panel.least, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: panel.rows.total == 7)
    click(panel.grouping, "By wording")
    assert panel.rows.row(0).words == "“Lina Maro”"
    assert Grouping(panel.grouping.selected) is Grouping.WORDS


def test_everything_chosen_is_labelled_in_one_step_that_says_how_many(many: Bench, qtbot: QtBot) -> None:
    panel = opened(many, qtbot)
    click(panel.scope, "Corpus")
    settled(panel, qtbot)
    panel.list.setFocus()
    panel.list.choose(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    QTest.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: propagator(many).panel is None)
    assert labelled(many) == {"eau": 2, "m1": 1, "m2": 2}
    stack = many.session.undo_stack
    assert stack.undoText() == "Label 5 mentions of Lina Maro"
    assert many.said == "Done: Label 5 mentions of Lina Maro"
    stack.undo()
    assert labelled(many) == {}
    stack.redo()
    assert labelled(many) == {"eau": 2, "m1": 1, "m2": 2}


def test_what_was_rejected_is_never_brought_back(many: Bench, qtbot: QtBot) -> None:
    (suggestion,) = many.session.read(lambda reader: reader.annotations("m2", ["machine"]))
    many.session.apply(Discard(annotations=(suggestion.id,), actor=many.session.me))
    panel = opened(many, qtbot)
    click(panel.scope, "Corpus")
    settled(panel, qtbot)
    assert panel.rows.total == 5
    assert panel.count.text().endswith("one stays as it is")
    click(panel, "Label 5")
    qtbot.waitUntil(lambda: propagator(many).panel is None)
    records = many.session.read(lambda reader: reader.annotations("m2", [many.session.me]))
    assert [one.status for one in records] == [Status.REJECTED, Status.ACCEPTED]


@pytest.mark.parametrize(("answer", "status"), [("Accept 3", Status.ACCEPTED), ("Reject 3", Status.REJECTED)])
def test_identical_suggestions_are_decided_together(
    many: Bench, qtbot: QtBot, answer: str, status: Status
) -> None:
    panel = opened(many, qtbot, "Shift+Enter")
    assert panel.windowTitle() == "Suggestions like this"
    assert (panel.wanted[0], panel.rows.total) == (EVERYWHERE, 3)
    click(panel, answer)
    qtbot.waitUntil(lambda: propagator(many).panel is None)
    records = many.session.read(lambda reader: reader.annotations("m2", [many.session.me]))
    assert [one.status for one in records] == [status]
    assert many.session.undo_stack.undoText() == f"{answer} suggestions of Lina Maro"


def test_a_row_shows_its_words_in_their_article_and_the_panel_stays(many: Bench, qtbot: QtBot) -> None:
    panel = opened(many, qtbot)
    click(panel.scope, "Corpus")
    settled(panel, qtbot)
    row = next(
        place for place in range(panel.rows.rowCount()) if panel.rows.mention_at(place).article == "m2"
    )
    panel.list.choose(row + 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert many.desk.article is not None
    assert many.desk.article.id == "m2"
    assert many.text.selection() == (5, 14)
    assert panel.isVisible()


def test_a_box_is_ticked_and_a_group_folded_with_the_mouse(many: Bench, qtbot: QtBot) -> None:
    panel = opened(many, qtbot)
    view = panel.list.viewport()
    second = panel.list.visualRect(panel.rows.index(1)).center().y()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(54, second))
    assert panel.rows.number_chosen == 2
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(14, second - 26))
    assert panel.rows.rowCount() == 1
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.rows.rowCount() == 4
    click(panel, "None")
    assert not panel.do.isEnabled()
    click(panel, "All")
    assert panel.do.text() == "Label 3"


def test_nothing_to_label_is_said(many: Bench, qtbot: QtBot) -> None:
    many.choose("préfet")
    many.press("E")
    panel = opened(many, qtbot)
    assert panel.nothing.isVisible()
    assert not panel.do.isEnabled()


def test_what_is_stopped_is_taken_back_whole(
    many: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotation.operations.alike_labels._BATCH", 2)
    panel = opened(many, qtbot)
    click(panel.scope, "Corpus")
    settled(panel, qtbot)
    written, go_on = threading.Event(), threading.Event()
    put = Writer.put

    def slow(writer: Writer, record: Annotation) -> None:
        put(writer, record)
        written.set()
        go_on.wait(10)

    monkeypatch.setattr(Writer, "put", slow)
    click(panel, "Label 6")
    qtbot.waitUntil(written.is_set)
    assert panel.stop.text() == "Cancel"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    go_on.set()
    settled(panel, qtbot)
    monkeypatch.setattr(Writer, "put", put)
    assert panel.count.text() == "Stopped: nothing was changed."
    assert labelled(many) == {}
    assert many.stored() == []
    assert not many.session.undo_stack.canUndo()
    assert many.desk.suggestions == 7


def test_esc_closes_the_panel_and_gives_the_keyboard_back(many: Bench, qtbot: QtBot) -> None:
    panel = opened(many, qtbot)
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert propagator(many).panel is None
    qtbot.waitUntil(many.text.hasFocus)


def test_the_panel_goes_with_the_project(many: Bench, qtbot: QtBot) -> None:
    opened(many, qtbot)
    many.session.close()
    assert propagator(many).panel is None


def test_the_panel_goes_with_a_room_that_is_made_anew(many: Bench, qtbot: QtBot) -> None:
    panel = opened(many, qtbot)
    gone: list[bool] = []
    panel.destroyed.connect(lambda: gone.append(True))
    many.shell.rooms.remake()
    qtbot.waitUntil(lambda: bool(gone))


def test_a_record_of_several_roles_has_none_like_it(many: Bench, qtbot: QtBot) -> None:
    many.desk.select(many.seen("a déclaré", "source").id)
    propagator(many).open(decides=False)
    assert propagator(many).panel is None
    assert not many.shell.actions_table["record.alike-everywhere"].isEnabled()


def test_where_one_only_looks_nothing_can_be_labelled(
    many: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(many.session), "writable", False)
    propagator(many).open(decides=False)
    settled(panel_of(many), qtbot)
    assert not panel_of(many).do.isEnabled()
    propagator(many).close()
