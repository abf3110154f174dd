"""An article that is reviewed while its text is corrected."""

from pytestqt.qtbot import QtBot

from annotation.operations.text_correction import CorrectText
from annotation.records import Article
from tests.gui.views.review.conftest import Bench


def test_the_article_is_compared_anew(bench: Bench, qtbot: QtBot) -> None:
    article = bench.desk.article
    assert article is not None
    text = bench.session.read(lambda reader: reader.text(reader.get(Article, article.id)))
    clusters = len(bench.desk.comparison.clusters) if bench.desk.comparison else 0
    assert clusters
    bench.session.apply(CorrectText(article=article.id, text=f"Première ligne.\n\n{text}", actor="rita"))
    qtbot.waitUntil(lambda: not bench.session.tasks.running)
    assert bench.desk.article is not None
    assert bench.desk.article.text_sha256 != article.text_sha256
    assert bench.desk.comparison is not None
    assert len(bench.desk.comparison.clusters) == clusters
