"""The pane beside the table: everything that is known of one article."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.operations import Accept, MarkArticles, TagArticles
from annotation.project import CorpusQuery
from annotation.records import AssignmentState
from gui.theme import ThemeSwitch
from gui.views.corpus_details import DetailsPane
from tests.annotation.newsroom import ANN, named, newsroom


@pytest.fixture
def pane(tmp_path: Path, shown: Callable[[QWidget], QWidget]) -> DetailsPane:
    with newsroom(tmp_path) as project:
        project.apply(TagArticles(articles=("a1",), add=("<war>",)))
        project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
        flagged = AssignmentState.FLAGGED
        project.apply(
            MarkArticles(articles=("a1",), annotator=ANN.id, state=flagged, reason="Blank", actor=ANN.id)
        )
        found = project.read.corpus.preview("a1", CorpusQuery(search="otan"))
        made = DetailsPane(project.read.codebook)
    made.resize(360, 500)
    shown(made)
    made.show_preview(found, 1)
    return made


def test_it_shows_what_is_known_where_it_hit_and_who_did_what(pane: DetailsPane) -> None:
    text = pane.text.toPlainText()
    for part in ("Title a1", "<war>", "Found here", "l’OTAN", "Ann: one label · flagged · “Blank”",
                 "Beginning", "one label, one suggestion"):  # fmt: skip
        assert part in text
    assert "font-weight:600" in pane.text.toHtml()


def test_nothing_chosen_is_said_and_many_are_counted(pane: DetailsPane, qtbot: QtBot) -> None:
    pane.show_preview(pane._preview, 12)
    assert pane._hint.text() == "12 articles are selected"
    with qtbot.waitSignal(pane.open_wanted):
        pane.open.click()
    pane.show_preview(None, 0)
    assert "Choose an article" in pane.text.toPlainText()
    assert not pane.open.isEnabled()


def test_it_is_drawn_anew_in_another_theme(pane: DetailsPane, themes: ThemeSwitch) -> None:
    before = pane.text.toHtml()
    themes.choose("dark")
    assert pane.text.toHtml() != before
