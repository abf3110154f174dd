from tests.annotation.importers.reading_samples import articles, refusal, sample


def test_what_the_document_says_of_itself_is_known() -> None:
    (article,) = articles(sample("cas-json/hopital.json"))
    assert (article.article.lang, article.article.metadata["documentId"]) == ("fr", "hopital")


def test_json_of_old_versions_is_refused_with_advice() -> None:
    assert "XMI" in refusal("cas-json", '{"_context": {}, "_views": {}}')


def test_another_file_is_refused() -> None:
    assert refusal("cas-json", "{}")
    assert refusal("cas-json", '{"%FEATURE_STRUCTURES": []}')
