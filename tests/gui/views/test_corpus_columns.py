"""Choosing columns: ticked one by one, found by name, brought back as at first."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.codebook import built_in_codebook, load_codebook
from gui.models.corpus_table import COLUMNS
from gui.views.corpus_columns import ColumnChooser, column_titles

CODEBOOK = load_codebook(built_in_codebook())


@pytest.fixture
def owner(shown: Callable[[QWidget], QWidget]) -> QWidget:
    made = QWidget()
    made.resize(900, 700)
    return shown(made)


def test_every_layer_and_every_key_of_metadata_is_a_column() -> None:
    titles = column_titles(CODEBOOK, ["rubrique"])
    assert titles["labels.stance"] == "Stances"
    assert titles["suggestions.stance"] == "Stances, suggested"
    assert titles["meta.rubrique"] == "rubrique"
    assert "title" not in titles


def test_a_tick_adds_at_the_end_and_takes_away(owner: QWidget) -> None:
    told: list[tuple[str, ...]] = []
    chooser = ColumnChooser(owner, column_titles(CODEBOOK, []), ["title", "outlet", "state"])
    chooser.chosen.connect(told.append)
    chooser.open_under(owner.rect(), owner)
    chooser.boxes["tags"].click()
    chooser.boxes["outlet"].click()
    assert told == [("outlet", "state", "tags"), ("state", "tags")]
    chooser._reset()
    assert told[-1] == tuple(name for name, _key in COLUMNS[1:])
    assert chooser.boxes["outlet"].isChecked()
    assert not chooser.boxes["tags"].isChecked()
    chooser.dismiss()


def test_a_column_is_found_by_its_name(owner: QWidget, qtbot: QtBot) -> None:
    chooser = ColumnChooser(owner, column_titles(CODEBOOK, ["Élan"]), [])
    chooser.open_under(owner.rect(), owner)
    chooser.line.setText("elan")
    shown = [name for name, box in chooser.boxes.items() if box.isVisible()]
    assert shown == ["meta.Élan"]
    chooser.dismiss()
