"""The dialog that corrects a text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotation.operations import AddAnnotations
from annotation.records import Article
from gui.dialogs.text_correction import CorrectionDialog, correct_text
from gui.session import Session
from gui.tasks import Tasks
from tests.annotation.newsroom import ANN, TEXTS, annotation, newsroom_file


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The newsroom, in which Ann marked a name."""
    tasks = Tasks()
    made = Session(tasks, "Ann")
    with qtbot.waitSignal(made.opened):
        made.open(newsroom_file(tmp_path))
    label = annotation("n", ANN.id, "entity", {"mention": ["OTAN"]}, type="ORG")
    made.apply(AddAnnotations(annotations=(label,), actor=ANN.id), undoable=False)
    yield made
    made.close()
    tasks.close()


def text_of(session: Session, article: str = "a1") -> str:
    return session.read(lambda reader: reader.text(reader.get(Article, article)))


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> CorrectionDialog:
    article = session.read(lambda reader: reader.get(Article, "a1"))
    made = CorrectionDialog(session, article, TEXTS["a1"])
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made._looked is not None)
    return made


def type_in(dialog: CorrectionDialog, text: str, qtbot: QtBot) -> None:
    dialog.beside.other.replace_text(text)
    qtbot.waitUntil(lambda: dialog._looked is not None and dialog._looked.text == text)


def ok(dialog: CorrectionDialog) -> bool:
    return dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()


def test_nothing_can_be_done_before_anything_was_changed(dialog: CorrectionDialog) -> None:
    assert not ok(dialog)
    assert "Nothing is changed yet" in dialog.outcome.text()
    assert dialog.text == TEXTS["a1"]


def test_it_says_what_becomes_of_the_annotations(dialog: CorrectionDialog, qtbot: QtBot) -> None:
    type_in(dialog, TEXTS["a1"].replace("OTAN", "ONU"), qtbot)
    assert dialog.outcome.text() == "6 annotations go along."
    assert dialog.details.text() == "Other words: “OTAN” → “ONU”"
    assert ok(dialog)


def test_what_would_be_lost_has_to_be_allowed(dialog: CorrectionDialog, qtbot: QtBot) -> None:
    type_in(dialog, TEXTS["a1"].replace(" à l’OTAN", ""), qtbot)
    assert dialog.outcome.text() == "4 annotations go along. One has no place in the new text."
    assert dialog.details.text() == "No place: “OTAN”"
    assert not ok(dialog)
    dialog.drop.setChecked(True)
    assert ok(dialog)


def test_a_text_is_cleaned_in_the_dialog(session: Session, qtbot: QtBot) -> None:
    article = session.read(lambda reader: reader.get(Article, "a3"))
    made = CorrectionDialog(session, article, TEXTS["a3"])
    qtbot.addWidget(made)
    type_in(made, TEXTS["a3"] + "\n\nLire aussi : la suite", qtbot)
    made.clean()
    assert made.text == TEXTS["a3"]
    qtbot.waitUntil(lambda: made._looked is not None)


def test_the_text_is_corrected_as_one_step(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agree(asked: CorrectionDialog) -> bool:
        type_in(asked, TEXTS["a1"] + " Fin.", qtbot)
        return True

    monkeypatch.setattr(CorrectionDialog, "exec", agree)
    correct_text(session, "a1", None)  # type: ignore[arg-type] # the tests have no window
    assert text_of(session) == TEXTS["a1"] + " Fin."
    session.undo_stack.undo()
    assert text_of(session) == TEXTS["a1"]
