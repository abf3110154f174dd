import json
from typing import Any

import pytest

from annotation.importers import Imported
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


LONG = "The first crane came at dawn, and the town that had waited for it held its breath."


@pytest.mark.parametrize(
    "written",
    [
        {"posts": [{"title": "A", "text": LONG}]},
        {"count": 1, "publications": [{"headline": "A", "paragraphs": [LONG]}], "facets": [{"x": 1}]},
        {"n1": {"title": "A", "text": LONG}, "n2": {"title": "A", "text": LONG}},
        [{"article": {"title": "A", "body": LONG}, "score": 3}],
        {"response": {"results": [{"webTitle": "A", "fields": {"bodyText": LONG, "body": "<p>x</p>"}}]}},
    ],
)
def test_articles_are_found_however_they_are_wrapped(written: Any) -> None:
    found = [one for one in read_bytes("json", json.dumps(written)) if isinstance(one, Imported)]
    assert {(one.article.title, one.text) for one in found} == {("A", LONG)}


def test_a_piece_of_a_web_page_is_read_as_paragraphs() -> None:
    row = {"title": "A", "body": "<p>One &amp; <b>two</b>.</p><p>Three.</p>"}
    row["date"] = "2024-03-01T05:00:00+0000"
    (found,) = read_bytes("json", json.dumps([row]))
    assert isinstance(found, Imported)
    assert found.text == "One & two.\n\nThree."
    assert found.article.published == "2024-03-01T05:00:00+00:00"


def test_a_byline_in_an_object_gives_its_names() -> None:
    row = {"title": "A", "text": LONG, "byline": {"original": "By Ann Lee and Bo Ek", "person": []}}
    (found,) = read_bytes("json", json.dumps([row]))
    assert isinstance(found, Imported)
    assert found.article.authors == ("Ann Lee", "Bo Ek")
