from tests.annotation.importers.reading_samples import articles, refusal, said, sample


def test_entities_and_groups_of_spans_are_records() -> None:
    (article,) = articles(sample("docbin/hopital.spacy"))
    assert said(article) == [
        (
            "entity",
            {"mention": ["Anne Roche"]},
            {"type": "PER", "kb_id": "Q1", "entity": article.entities[0].id},
        ),
        ("entity", {"mention": ["Brest"]}, {"type": "LOC"}),
        ("source", {"content": ["Nous n’avons pas le choix"]}, {}),
    ]


def test_what_is_known_of_the_document_is_kept() -> None:
    (article,) = articles(sample("docbin/hopital.spacy"))
    assert article.article.metadata["labels"] == ["santé"]
    assert article.article.title == "L’hôpital"
    assert "guessed" not in article.article.metadata


def test_another_file_is_refused() -> None:
    assert refusal("docbin", b"text")
