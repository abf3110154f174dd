from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotation.i18n import available_languages, current_language
from gui.language import languages, speak


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    speak(qapp, "en")
    QLocale.setDefault(QLocale(QLocale.Language.English))


def test_every_language_has_its_own_name() -> None:
    assert languages().keys() == set(available_languages())
    assert languages()["en"] == "English"


def test_an_unknown_language_is_english(application: QApplication) -> None:
    speak(application, "xx")
    assert current_language() == "en"


def test_the_systems_language_is_spoken_when_none_is_chosen(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELON_LANG", "en")
    speak(application, "")
    assert current_language() == "en"


def test_qts_own_texts_and_numbers_follow(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.language.use_language", lambda _code: None)
    monkeypatch.setattr("gui.language.current_language", lambda: "fr")
    speak(application, "fr")
    assert QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText) == "Suppr"
    assert QLocale().language() == QLocale.Language.French
    monkeypatch.undo()
    speak(application, "en")
    assert QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText) == "Del"


def test_there_is_never_more_than_one_translator(application: QApplication, qtbot: QtBot) -> None:
    for _ in range(3):
        speak(application, "en")
    qtbot.waitUntil(lambda: len(application.findChildren(QTranslator, "selon_translator")) == 1)
