"""What the search of the corpus found is labelled, after a look at each, in one step of undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.operations import AddArticles
from annotation.project import create_project
from annotation.records import Annotation
from gui.views.annotate import AnnotateRoom
from gui.views.corpus import CorpusRoom
from gui.views.hit_labelling import LabelChoice, phrase_of
from gui.views.propagation import EVERYWHERE, PropagationPanel
from tests.annotation.newsroom import imported
from tests.gui.furnished import Window

TEXTS = {"a1": "Lina Maro rit, dit LINA MARO.", "a2": "Avec Lina Maro.", "a3": "Personne."}


@pytest.fixture
def found(window: Window, tmp_path: Path) -> tuple[Window, CorpusRoom]:
    """A window whose corpus is searched for a name."""
    path = tmp_path / "names.selon"
    with create_project(path) as project:
        project.apply(AddArticles(imported=tuple(imported(*pair) for pair in TEXTS.items())))
    window.open(path)
    room = window.shell.rooms.room
    assert isinstance(room, CorpusRoom)
    room.search.setText('"lina maro"')
    room.reload()
    window.rest()
    assert room.model.rowCount() == 2
    return window, room


def opened(window: Window, room: CorpusRoom) -> tuple[PropagationPanel, LabelChoice]:
    """The panel, opened by its keys, with what it found."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.shell, Qt.Key.Key_L, held)
    panel, choice = room.hits.panel, room.hits.choice
    assert panel is not None
    assert choice is not None
    window.rest()
    return panel, choice


def labels(window: Window) -> list[Annotation]:
    me = window.session.me
    return window.session.read(
        lambda reader: [one for article in TEXTS for one in reader.annotations(article, [me])]
    )


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ('"Lina Maro"', "Lina Maro"),
        ("Lina Maro", "Lina Maro"),
        ("outlet:Monde grève", "grève"),
        ("grève -lundi", "grève"),
        ("outlet:Monde", ""),
        ("", ""),
        ("un OR deux", ""),
    ],
)
def test_the_words_of_a_search_are_what_is_labelled(search: str, words: str) -> None:
    assert phrase_of(search) == words


def test_all_hits_are_labelled_in_one_step_with_the_layer_and_tag_that_are_chosen(
    found: tuple[Window, CorpusRoom],
) -> None:
    window, room = found
    panel, choice = opened(window, room)
    assert panel.rows.total == 3
    choice.tags.setCurrentIndex(choice.tags.findData("PER"))
    window.rest()
    panel.rows.toggle(1)
    QTest.mouseClick(panel.do, Qt.MouseButton.LeftButton)
    window.rest()
    made = labels(window)
    assert [(one.layer, one.features) for one in made] == [("entity", {"type": "PER"})] * 2
    assert window.session.undo_stack.count() == 1
    window.do("edit.undo")
    window.rest()
    assert labels(window) == []


def test_another_layer_looks_at_what_is_free_for_it(found: tuple[Window, CorpusRoom]) -> None:
    window, room = found
    panel, choice = opened(window, room)
    QTest.mouseClick(panel.do, Qt.MouseButton.LeftButton)
    window.rest()
    panel, choice = opened(window, room)
    assert panel.rows.total == 0
    choice.layers.setCurrentIndex(choice.layers.findData("stance"))
    window.rest()
    assert panel.rows.total == 3
    assert panel.mark.hue == choice.layer.hue


def test_the_whole_corpus_can_be_looked_through(found: tuple[Window, CorpusRoom]) -> None:
    window, room = found
    room.set_filters(["title:nothing"])
    window.rest()
    panel, _choice = opened(window, room)
    assert panel.rows.total == 0
    panel.scope.select(EVERYWHERE)
    panel.searching.emit()
    window.rest()
    assert panel.rows.total == 3


def test_a_hit_is_shown_in_its_article(found: tuple[Window, CorpusRoom]) -> None:
    window, room = found
    panel, _choice = opened(window, room)
    panel.jumped.emit(panel.rows.mention_at(0))
    annotate = window.shell.rooms.room
    assert isinstance(annotate, AnnotateRoom)
    assert annotate.article.text.selection() == (0, 9)


def test_without_words_there_is_nothing_to_label(found: tuple[Window, CorpusRoom]) -> None:
    window, room = found
    room.search.setText("lang:fr")
    assert not window.is_enabled("corpus.label-hits")
    room.hits.open("lang:fr")
    assert room.hits.panel is None
