"""The questions of the Corpus room that no other file asks."""

from pathlib import Path

from annotation.operations import AddArticles, Assign, TagArticles
from annotation.project import CorpusQuery, QueueWish
from tests.annotation.newsroom import ANN, BOB, imported, newsroom


def test_small_questions_have_answers(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        corpus = project.read.corpus
        project.apply(
            AddArticles(imported=(imported("n", "x", outlet="O", published="2024-05-01", lang="fr"),))
        )
        project.apply(TagArticles(articles=("n",), add=("war zone",)))
        project.apply(Assign(articles=("a2", "n"), annotator=ANN.id))
        assert corpus.tagged("war zone") == ["n"]
        assert corpus.tagged("war") == []
        assert corpus.assigned() == ["a2", "n"]
        assert (corpus.last_position(ANN.id), corpus.last_position(BOB.id)) == (2, 0)
        assert corpus.values("month", ["n", "a1"]) == {"n": "2024-05", "a1": ""}
        assert corpus.values("outlet", ["n"]) == {"n": "O"}
        assert [hit.article for hit in corpus.hits("dépêche")] == ["a3"]
        assert corpus.ids(CorpusQuery(filters="tag:*")) == ["n"]
        assert list(corpus.queue(ANN.id, QueueWish()).articles) == ["a2", "n"]
