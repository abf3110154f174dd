"""Keys that no action has are on the sheet of keys all the same."""

import pytest
from PySide6.QtGui import QKeySequence

from annotation.i18n import use_language
from gui.views.article_keys import article_keys


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_of_the_article_is_named(language: str, qapp: object) -> None:
    use_language(language)
    group = article_keys()
    assert group.title
    assert all(text and keys for text, keys in group.rows)
    named = [key for _text, keys in group.rows for key in keys]
    assert len(set(named)) == len(named) == 13
    shown = [QKeySequence(key, QKeySequence.SequenceFormat.NativeText) for key in named]
    assert len([key for key in shown if key.toString()]) == 10, "the others are done with the mouse"
