"""Correcting the text of the open article."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.operations.text_correction import CorrectText
from gui.session import Session
from gui.views import text_corrector
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST, TEXT, span


def test_the_action_asks_for_another_text_of_the_open_article(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_session: Session, article: str, _parent: QWidget) -> None:
        asked.append(article)

    monkeypatch.setattr(text_corrector, "correct_text", ask)
    bench.shell.actions_table["article.correct-text"].trigger()
    assert asked == [FIRST]


def test_the_article_is_shown_anew_with_its_records_in_their_places(bench: Bench, qtbot: QtBot) -> None:
    words = "La Ligue du lac"
    fixed = TEXT.replace(words, "🌊 La Ligue des lacs")
    before = len(bench.desk.records)
    bench.session.apply(CorrectText(article=FIRST, text=fixed, actor=bench.session.me))
    qtbot.waitUntil(lambda: bench.desk.text == fixed)
    assert len(bench.desk.records) == before
    assert bench.desk.article is not None
    bench.session.undo_stack.undo()
    qtbot.waitUntil(lambda: bench.desk.text == TEXT)
    assert span(words)
