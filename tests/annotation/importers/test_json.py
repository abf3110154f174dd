from annotation.importers.json import flat, opened
from tests.annotation.importers.reading_samples import (
    SECOND,
    TEXT,
    articles,
    read_bytes,
    reasons,
    refusal,
    sample,
)


def test_what_a_scraper_found_is_known() -> None:
    (one,) = articles(sample("json/scraped.json"))
    article = one.article
    assert one.text == SECOND
    assert (article.title, article.outlet, article.authors) == ("La gare", "phare.example", ("Ann Lee",))
    assert (article.published, article.lang, article.url) == (
        "2026-02-03T17:03:00",
        "fr",
        "https://phare.example/gare",
    )


def test_articles_in_an_answer_are_found() -> None:
    (one,) = articles(sample("json/wrapped.json"))
    assert (one.text, one.article.outlet, one.article.published) == (TEXT, "Le Phare", "2026-02-03T08:00:00Z")


def test_a_broken_line_stops_nothing() -> None:
    found = sample("json/lines.jsonl")
    assert [one.article.title for one in articles(found)] == ["Un", "Deux"]
    assert reasons(found) == ["Entry 2 is not an object and was left out."]


def test_objects_around_a_list_are_opened_but_not_those_of_an_article() -> None:
    assert opened({"response": {"docs": [{"a": 1}]}}) == [{"a": 1}]
    assert opened({"hits": {"hits": [{"_source": {"a": 1}}]}}) == [{"a": 1}]
    article = {"text": "t", "items": [{"a": 1}]}
    assert opened(article) == [article]


def test_what_is_said_in_meta_is_said_of_the_article() -> None:
    assert flat({"text": "t", "meta": {"source": "s", "text": "u"}}) == {"text": "t", "source": "s"}


def test_half_characters_do_no_harm() -> None:
    (one,) = articles(read_bytes("json", '{"text": "a\\ud83d b", "title": "\\ud83d\\ude00"}'))
    assert (one.text, one.article.title) == ("a\ufffd b", "😀")


def test_other_json_is_refused() -> None:
    assert refusal("json", "[1, 2]")
    assert "no column" in refusal("json", '{"a": {"b": 1}}')
