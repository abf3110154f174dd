"""Copying words as a citation."""

from PySide6.QtGui import QGuiApplication

from annotation.records import Article
from gui.views.citing import citation
from tests.gui.views.annotate.conftest import Bench


def test_a_citation_has_what_is_known_of_the_article() -> None:
    article = Article(
        id="a", title="L’eau", text_sha256="x", length=3, outlet="Le Cadran", published="2024-12-04"
    )
    said = citation("Non !", article)
    assert said.startswith("“Non !” (L’eau, Le Cadran, ")
    assert "2024" in said
    assert citation("Non !", Article(id="a", title="", text_sha256="x", length=3)) == "“Non !”"


def test_the_selected_record_is_copied_as_text(bench: Bench) -> None:
    bench.press("J")
    record = bench.desk.record
    assert record is not None
    bench.shell.actions_table["record.cite"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert bench.desk.words(record) in copied
    assert bench.desk.article is not None
    assert bench.desk.article.title in copied
    assert bench.said == "Copied as a citation."


def test_without_anything_chosen_nothing_is_copied(bench: Bench) -> None:
    QGuiApplication.clipboard().setText("mine")
    bench.desk.select(None)
    bench.shell.actions_table["record.cite"].trigger()
    assert QGuiApplication.clipboard().text() == "mine"
