"""The room as a whole: layers, finding, menus, cards, reading only, other people, long articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotation.codebook import built_in_codebook
from annotation.operations import (
    Accept,
    AddArticles,
    ApplyCodebook,
    ArticleSuggestions,
    EditArticle,
    PutAnnotator,
    PutEntity,
    RemoveArticles,
    StoreSuggestions,
)
from annotation.records import Annotator, Entity, Span, Status, Suggestion
from gui.editors.entity import NameEditor
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch
from gui.views.annotate import AnnotateRoom
from gui.views.sheet import LONG
from gui.widgets.chip_bar import SwitchChip
from gui.widgets.dates import date_words
from gui.widgets.marked_text import Visibility
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench, open_room
from tests.gui.views.annotate.projects import FIRST, GREENS, SECOND, TITLE, article, span


def chip(bench: Bench, layer: str) -> SwitchChip:
    found = bench.room.bar.chips.findChildren(SwitchChip)
    return next(one for one in found if one.chip.key == layer)


def opened(bench: Bench) -> str:
    return bench.desk.article.id if bench.desk.article else ""


# ------------------------------------------------------------ what is shown


def test_the_article_has_its_headline_and_its_own_title_is_not_said_twice(bench: Bench) -> None:
    assert bench.text.accessibleName() == TITLE
    assert bench.desk.text.startswith(TITLE)
    assert bench.text.headline == ("", f"Le Relais · {date_words('2026-03-02')} · français")
    bench.session.apply(EditArticle(article=FIRST, values={"title": "Autre titre"}), undoable=False)
    assert bench.text.headline[0] == "Autre titre"


def test_the_title_stays_in_sight_when_the_text_is_scrolled(bench: Bench) -> None:
    bench.shell.resize(900, 360)
    assert not bench.room.article.sticky.isVisible()
    bar = bench.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bench.room.article.sticky.isVisible()


def test_chips_and_ghosts_tell_labels_from_suggestions(bench: Bench) -> None:
    suggestion = bench.seen("Lina Maro")
    mark = bench.text.mark(f"{suggestion.id}\x1fmention")
    assert mark is not None
    assert (mark.label, mark.ghost, mark.hue) == ("Person", True, "entity")
    bench.press("J", "Enter")
    mark = bench.text.mark(f"{bench.seen('Lina Maro').id}\x1fmention")
    assert mark is not None
    assert not mark.ghost


def test_the_roles_of_the_selected_record_are_named(bench: Bench) -> None:
    said = bench.seen("a déclaré", "source")
    labels = {
        mark.id.partition("\x1f")[2]: mark.label for mark in bench.text.marks() if mark.id.startswith(said.id)
    }
    assert labels == {"source": "Person", "cue": "", "content": ""}
    bench.desk.select(said.id)
    labels = {
        mark.id.partition("\x1f")[2]: mark.label for mark in bench.text.marks() if mark.id.startswith(said.id)
    }
    assert labels == {"source": "Source", "cue": "Cue", "content": "Content"}


def test_a_stance_has_its_sign_and_an_arc_from_holder_to_target(bench: Bench) -> None:
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T", "Enter", "2")
    bench.type("union")
    bench.press("Enter", "Enter")
    mark = bench.text.mark(f"{bench.record.id}\x1fevidence")
    assert mark is not None
    assert (mark.glyph, mark.label) == ("−", "Against")
    (arc,) = bench.room.article.arcs
    assert arc.source == f"{bench.seen('Lina Maro').id}\x1fmention"
    assert arc.target == f"{bench.seen('Union verte').id}\x1fmention"
    assert arc.label == "− Against"
    bench.press("Esc")
    assert bench.room.article.arcs == ()


def test_a_record_of_a_changed_entity_is_named_anew(bench: Bench) -> None:
    bench.desk.select(bench.seen("Union verte").id)
    renamed = Entity(id=GREENS.id, name="Union des Verts", type="ORG")
    bench.session.apply(PutEntity(entity=renamed), undoable=False)
    editor = bench.room.inspector.form(bench.record).editors["entity"]
    assert isinstance(editor, NameEditor)
    assert editor.line.text() == "Union des Verts"


# ------------------------------------------------------------ layers


def test_the_bar_counts_layers_and_suggestions(bench: Bench) -> None:
    assert [(one.chip.text, one.chip.count) for one in bench.room.bar.chips.findChildren(SwitchChip)] == [
        ("Entities", 4), ("Figures", 1), ("Sources", 2), ("Stances", 0),
    ]  # fmt: skip
    assert bench.room.bar.left.text() == "7 suggestions left"
    bench.press("J", "X")
    assert chip(bench, "entity").chip.count == 3
    assert bench.room.bar.left.text() == "6 suggestions left"


def test_a_click_on_a_layer_dims_it_and_another_hides_it(bench: Bench) -> None:
    QTest.mouseClick(chip(bench, "entity"), Qt.MouseButton.LeftButton)
    assert bench.room.article.visibility.get("entity", Visibility.SHOWN) is Visibility.DIMMED
    QTest.mouseClick(chip(bench, "entity"), Qt.MouseButton.LeftButton)
    assert bench.room.article.visibility.get("entity", Visibility.SHOWN) is Visibility.HIDDEN
    bench.room.open_article(SECOND)
    assert bench.room.article.visibility.get("entity", Visibility.SHOWN) is Visibility.HIDDEN


def test_picking_shows_the_layers_that_can_be_picked_and_gives_the_others_back(bench: Bench) -> None:
    bench.choose("12 millions")
    bench.press("F", "R")
    assert bench.room.article.visibility.get("entity", Visibility.SHOWN) is Visibility.DIMMED
    assert bench.room.article.visibility.get("source", Visibility.SHOWN) is Visibility.SHOWN
    bench.press("Esc")
    assert bench.room.article.visibility.get("entity", Visibility.SHOWN) is Visibility.SHOWN


# ------------------------------------------------------------ finding, cards, menus


def test_words_are_found_whatever_their_apostrophes_and_blanks(bench: Bench) -> None:
    bench.press("/")
    bench.type("l'union  VERTE")
    assert bench.text.selection() == (span("l’Union verte").start, span("l’Union verte").end)
    bench.press("Enter")
    assert bench.text.selection() == (span("l’Union verte", 2).start, span("l’Union verte", 2).end)
    bench.press("Enter", "Enter")
    assert bench.text.selection() == (span("l’Union verte").start, span("l’Union verte").end)
    bench.press("Shift+Enter", "Esc")
    assert focus() is bench.text
    assert bench.text.selection() == (span("L’Union verte").start, span("L’Union verte").end)


def test_what_is_found_can_be_labelled_at_once(bench: Bench) -> None:
    bench.press("/")
    bench.type("préfet")
    bench.press("Esc", "E")
    assert bench.labels() == [("entity", "préfet")]


def test_the_card_shows_after_a_rest_on_a_record_and_goes_with_the_pointer(
    bench: Bench, qtbot: QtBot
) -> None:
    card = bench.room.article.card
    bench.text.set_selection(span("Union").start, span("Union").end)
    place = bench.text.rect_of_selection().center()
    bench.text.clear_selection()
    QTest.mouseMove(bench.text.viewport(), place)
    qtbot.waitUntil(lambda: card.record == bench.seen("Union verte").id)
    assert "87% sure" in card.text
    assert "a name of the model" in card.text
    assert "Stands for" in card.text
    QTest.mouseMove(bench.text.viewport(), QPoint(4, 4))
    assert card.record == ""


@pytest.mark.parametrize(("words", "first"), [("préfet", "Entity"), ("", "Accept")])
def test_the_context_menu_has_what_can_be_done_here(
    bench: Bench, words: str, first: str, qtbot: QtBot
) -> None:
    if words:
        bench.choose(words)
    else:
        bench.press("J")
    bench.text.context_requested.emit(bench.text.caret, bench.text.mapToGlobal(QPoint(40, 40)))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == first
    menu.close()


# ------------------------------------------------------------ other projects, people, codebooks


@pytest.fixture
def looking(file: Path, tasks: Tasks, shell: Shell, qtbot: QtBot) -> Iterator[Bench]:
    """The room on the project opened read-only."""
    session = Session(tasks, "Ana")
    session.open(file, read_only=True)
    qtbot.waitUntil(lambda: session.is_open)
    made = open_room(shell, session, qtbot)
    made.room.open_article(FIRST)
    made.room.focus_article()
    yield made
    session.close()


def test_read_only_means_looking_works_and_nothing_changes(looking: Bench) -> None:
    assert looking.room.read_only.isVisible()
    looking.press("J", "Enter", "X", "2", "Del", "N")
    assert looking.desk.words(looking.record) == "Lina Maro"
    assert not looking.room.inspector.accept.isEnabled()
    editor = looking.room.inspector.form(looking.record).editors["type"]
    assert not editor.isEnabled()
    assert looking.room.inspector.note.isReadOnly()
    looking.choose("préfet")
    looking.press("E", "T")
    looking.drag("Ligue du lac")
    assert looking.room.maker.bar is None
    assert looking.stored() == []
    assert looking.failures == []


def test_another_annotator_sees_their_own_work(bench: Bench) -> None:
    bench.press("J", "Enter")
    ben = Annotator(id="ben", name="Ben")
    bench.session.apply(PutAnnotator(annotator=ben), undoable=False)
    bench.session.annotate_as(ben)
    assert bench.desk.suggestions == 7
    assert bench.room.queue.rows.rowCount() == 0


def test_another_codebook_brings_other_layers_keys_and_forms(bench: Bench) -> None:
    toml = built_in_codebook().replace('[layer.figure]\nkey = "F"', '[layer.figure]\nkey = "Z"')
    bench.session.apply(ApplyCodebook(toml=toml), undoable=False)
    bench.room.focus_article()
    bench.choose("12 millions")
    bench.press("F")
    assert bench.stored() == []
    bench.press("Z")
    assert bench.labels() == [("figure", "12 millions")]


def test_an_article_that_is_removed_is_closed(bench: Bench) -> None:
    bench.session.apply(RemoveArticles(articles=(FIRST,)), undoable=False)
    assert bench.desk.article is None
    assert bench.room.empty.isVisible()


def test_closing_the_project_leaves_an_empty_room(bench: Bench) -> None:
    bench.press("J")
    bench.session.close()
    assert bench.desk.article is None
    assert bench.room.queue.rows.rowCount() == 0
    assert bench.text.text == ""


def test_a_long_article_can_be_read_before_all_of_its_records_are_there(closed: Bench, qtbot: QtBot) -> None:
    add_long_article(closed)
    filled: list[int] = []
    closed.desk.filled.connect(lambda: filled.append(len(closed.desk.records)))
    closed.room.open_article("long")
    assert opened(closed) == "long"
    assert len(closed.desk.records) == 2
    qtbot.waitUntil(lambda: filled == [5])
    assert closed.room.records.rows.rowCount() == 5
    assert closed.text.mark_count == 5
    closed.room.open_article("long")
    closed.room.open_article(SECOND)
    qtbot.waitUntil(lambda: not closed.session.tasks.running)
    assert opened(closed) == SECOND
    assert filled == [5]


def test_what_is_decided_while_records_are_read_stays_decided(closed: Bench, qtbot: QtBot) -> None:
    add_long_article(closed)
    filled: list[int] = []
    closed.desk.filled.connect(lambda: filled.append(1))
    closed.room.open_article("long")
    closed.room.focus_article()
    closed.press("J", "Enter")
    qtbot.waitUntil(lambda: bool(filled))
    assert closed.desk.suggestions == 4
    assert len(closed.desk.records) == 5
    assert closed.record.status is Status.SUGGESTED
    assert {record.status for record in closed.desk.records} == {Status.SUGGESTED, Status.ACCEPTED}


def add_long_article(bench: Bench) -> None:
    """An article of more than LONG code points, with five suggestions: two of them at its beginning."""
    long = article("long", "Long", "Un mot et un autre. " * (LONG // 19))
    places = (3, 4000, 60_000, 99_000, 100_003)
    found = tuple(
        Suggestion(key=str(at), layer="entity", spans={"mention": (Span(at, at + 3),)},
                   features={"type": "PER"}, origin="entities/1")
        for at in places
    )  # fmt: skip
    bench.session.apply(AddArticles(imported=(long,)), undoable=False)
    every = ArticleSuggestions(article="long", lang="fr", suggestions=found)
    bench.session.apply(StoreSuggestions(found=(every,)), undoable=False)


def test_an_article_that_does_not_exist_leaves_everything_as_it_is(bench: Bench) -> None:
    bench.room.open_article("nowhere")
    assert opened(bench) == FIRST


def test_changes_of_others_in_the_background_are_drawn(bench: Bench) -> None:
    door = bench.session.door()
    found = bench.seen("Lina Maro")
    door.apply(Accept(annotations=(found.id,), actor="ana"))
    QApplication.processEvents()
    assert bench.seen("Lina Maro").id != found.id


# ------------------------------------------------------------ the window


def test_the_panes_are_walked_with_f6(bench: Bench) -> None:
    bench.press("J")
    assert bench.room.panes() == (
        bench.room.queue.view, bench.text, bench.room.inspector, bench.room.records.view,
    )  # fmt: skip
    bench.shell.actions_table["go.next-pane"].trigger()
    assert bench.room.inspector.isAncestorOf(focus())
    bench.shell.actions_table["go.next-pane"].trigger()
    assert focus() is bench.room.records.view


def test_the_zoom_is_kept_and_the_title_grows_with_it(bench: Bench) -> None:
    bench.text.set_zoom(1.5)
    assert bench.shell.settings.zoom == 1.5
    first = bench.text.document().firstBlock().begin().fragment()
    assert first.charFormat().font().pixelSize() == 39


def test_the_last_article_is_opened_again(bench: Bench, qtbot: QtBot) -> None:
    bench.room.open_article(SECOND)
    room = AnnotateRoom(bench.session, bench.shell.actions_table, bench.shell.settings)
    qtbot.addWidget(room)
    assert opened(bench) == SECOND
    assert room.desk.article == bench.desk.article


def test_a_room_that_is_made_anew_takes_the_keys_over(bench: Bench) -> None:
    bench.shell.rooms.remake()
    room = bench.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    assert room is not bench.room
    room.focus_article()
    bench.press("J", "Enter")
    assert [one.layer for one in bench.stored()] == ["entity"]


def test_marks_follow_the_theme(bench: Bench, themes: ThemeSwitch) -> None:
    before = bench.text.grab().toImage().pixelColor(3, 3)
    themes.choose("dark")
    assert bench.text.grab().toImage().pixelColor(3, 3) != before
