"""Long tips are broken into lines, and plain words stay plain."""

from PySide6.QtGui import QTextDocument

from gui.widgets.tip import tip_words


def test_short_words_stay_as_they_are() -> None:
    assert tip_words("A person") == "A person"
    assert tip_words("") == ""


def test_long_words_and_lines_become_rich_text() -> None:
    for text in ("word " * 40, "one\ntwo"):
        assert tip_words(text).startswith("<qt>")


def test_signs_of_html_are_words() -> None:
    document = QTextDocument()
    document.setHtml(tip_words("<b>not bold</b> & so on\nend"))
    assert document.toPlainText() == "<b>not bold</b> & so on\nend"
