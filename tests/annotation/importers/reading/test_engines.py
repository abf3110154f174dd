"""What pages tell search engines about their articles."""

import json
from typing import Any

import pytest

from annotation.importers._reading.engines import data_for_engines
from annotation.importers._reading.markup import parse_html

ARTICLE = {"@type": "NewsArticle", "headline": "Cranes &amp; tugs", "datePublished": "2024-03-01"}
PERSON = {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}


def said(*scripts: Any) -> list[tuple[str, str]]:
    written = [one if isinstance(one, str) else json.dumps(one) for one in scripts]
    tags = "".join(f"<script type='application/ld+json'>{one}</script>" for one in written)
    return list(data_for_engines(parse_html(f"<html><head>{tags}</head><body><p>x</p></body></html>")))


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@graph": [{"@type": "WebPage", "headline": "No"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        "<!-- " + json.dumps(ARTICLE) + " -->",
        json.dumps(ARTICLE)[:-1] + ",}",
    ],
)
def test_an_article_is_found_wherever_and_however_it_stands(script: Any) -> None:
    assert dict(said(script)) == {"headline": "Cranes & tugs", "datepublished": "2024-03-01"}


def test_people_and_houses_may_be_described_elsewhere() -> None:
    house = {"@type": "Organization", "@id": "#post", "name": "Bay Post"}
    article = {**ARTICLE, "author": [{"@id": "#ann"}, "Bo Ek"], "publisher": {"@id": "#post"}}
    found = dict(said({"@graph": [article, PERSON, house]}))
    assert (found["authors"], found["publisher"]) == ("Ann Lee; Bo Ek", "Bay Post")


def test_a_section_is_the_first_of_several() -> None:
    assert dict(said({**ARTICLE, "articleSection": ["Harbour", "News"]}))["section"] == "Harbour"


@pytest.mark.parametrize("script", ["{", "[[[", {"@type": "Person", "name": "Ann"}, [], "null"])
def test_what_is_no_article_says_nothing(script: Any) -> None:
    assert said(script) == []
