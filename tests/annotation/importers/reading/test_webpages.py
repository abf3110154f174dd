"""Articles out of saved pages, and what of them is a guess."""

import socket

import pytest

from annotation.importers._reading.webpages import read_page

TEXT = "".join(
    f"<p>Paragraph {number} of the article is long enough to be one, says the mayor of the town.</p>"
    for number in range(4)
)


def page(head: str = "", body: str = f"<article><h1>The crane</h1>{TEXT}</article>") -> str:
    return f'<html lang="en-GB"><head><title>The crane | Post</title>{head}</head><body>{body}</body></html>'


def test_the_text_is_the_articles() -> None:
    draft = read_page(
        page(body=f"<nav>menu</nav><article><h1>The crane</h1>{TEXT}</article><footer>© Post</footer>")
    )
    assert draft.text.count("\n\n") == 3
    assert draft.text.startswith("Paragraph 0")
    assert (draft.title, draft.lang) == ("The crane", "en")


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2024-03-01T08:15+01:00">',
            "2024-03-01T08:15+01:00",
        ),
        ('<meta name="DC.date" content="1 March 2024">', "2024-03-01"),
        ('<meta name="pubdate" content="20240301">', "2024-03-01"),
        (LD.format('{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-01"}]}'), "2024-03-01"),
        (LD.format('[{"@type": ["ReportageNewsArticle"], "datePublished": "2024-03-01"}]'), "2024-03-01"),
    ],
)
def test_a_date_that_the_page_states_is_no_guess(head: str, published: str) -> None:
    draft = read_page(page(head))
    assert (draft.published, draft.guessed) == (published, [])


def test_a_date_that_is_found_by_its_looks_is_a_guess() -> None:
    draft = read_page(
        page(body=f"<article><h1>The crane</h1><p>Published on 3 February 2021</p>{TEXT}</article>")
    )
    assert draft.published == "2021-02-03"
    assert "published" in draft.guessed


def test_authors_and_other_fields_are_read() -> None:
    head = (
        '<meta property="og:site_name" content="Northern Post">'
        '<meta name="author" content="By Ann Lee and Bo Ek">'
        '<meta property="article:section" content="Ports"><meta property="article:tag" content="a">'
        '<meta property="article:tag" content="b"><link rel="canonical" href="https://post.example/crane">'
    )
    draft = read_page(page(head), "https://post.example/crane?x=1")
    assert (draft.outlet, draft.section, draft.authors) == ("Northern Post", "Ports", ("Ann Lee", "Bo Ek"))
    assert (draft.url, draft.metadata["tags"]) == ("https://post.example/crane", "a; b")


BROKEN = ["{", "[1, null]", '{"@type": 3}', '{"@graph": 1}', '{"@type": "Article", "author": 7}']


@pytest.mark.parametrize("data", BROKEN)
def test_broken_data_for_engines_does_no_harm(data: str) -> None:
    assert read_page(page(f'<script type="application/ld+json">{data}</script>')).title == "The crane"


def test_a_page_without_an_article_is_read_whole() -> None:
    assert read_page("<p>Just words.</p>").text == "Just words."
    assert (
        read_page("<html><body><main><p>Short.</p></main><footer>©</footer></body></html>").text == "Short."
    )


def test_letters_and_their_accents_stay_as_they_are() -> None:
    accented = TEXT.replace("mayor", "e\u0301lu")
    draft = read_page(page(body=f"<article><h1>Titre</h1>{accented}</article>"))
    assert "e\u0301lu" in draft.text


def test_no_network_is_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    remote = '<base href="http://nowhere.invalid/"><img src="/x.png"><iframe src="http://nowhere.invalid/">'
    assert read_page(page(remote + '<script src="http://nowhere.invalid/x.js"></script>')).text


CRANES = "The first crane came to the harbour at dawn on Monday, and the town held its breath. " * 3


def page_of(head: str, main: str) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{main}</body></html>"


def test_the_name_of_the_newspaper_is_no_part_of_the_headline() -> None:
    head = "<meta property='og:title' content='Cranes come | Bay Post'>"
    head += "<meta property='og:site_name' content='Bay Post'>"
    draft = read_page(page_of(head, f"<article><h1>Cranes come</h1><p>{CRANES}</p></article>"))
    assert (draft.title, draft.outlet, draft.text) == ("Cranes come", "Bay Post", CRANES.strip())
    draft = read_page(page_of("<meta property='og:title' content='Cranes – and tugs'>", f"<p>{CRANES}</p>"))
    assert draft.title == "Cranes – and tugs"


def test_headline_and_day_above_the_text_are_no_part_of_it() -> None:
    above = "<h1>Cranes come</h1><p>Published 1 March 2024, 10:15</p>"
    draft = read_page(page_of("<title>Cranes come</title>", f"<article>{above}<p>{CRANES}</p></article>"))
    assert (draft.text, draft.published) == (CRANES.strip(), "2024-03-01")
    assert "published" in draft.guessed
    short = "<p>Le 5 mars 2024, tout change.</p>"
    draft = read_page(page_of("<title>C</title>", f"<article>{short}<p>{CRANES}</p></article>"))
    assert draft.text.startswith("Le 5 mars 2024, tout change.")


def test_a_year_in_the_text_is_no_date_of_the_article() -> None:
    draft = read_page(page_of("<title>C</title>", f"<article><p>{CRANES} It opened in 1998.</p></article>"))
    assert draft.published is None


def test_a_saved_page_knows_its_address() -> None:
    saved = "<!-- saved from url=(0024)https://post.example/a -->"
    assert read_page(saved + page_of("<title>C</title>", f"<p>{CRANES}</p>")).url == "https://post.example/a"
