"""Europresse: what its layouts do to articles."""

import pytest

from tests.annotation.importers.building import article, articles

PAGE = (
    "<html><body><article><header>{header}"
    "<div class='titreArticle'><p class='titreArticleVisu'>Title</p></div>{after}</header>"
    "<section><div class='DocText clearfix'>{text}</div></section><footer>{footer}</footer></article>"
    "</body></html>"
)


def page(header: str = "", after: str = "", text: str = "<p>Text.</p>", footer: str = "") -> bytes:
    outlet = "<span class='DocPublicationName'>Le Temps</span>"
    return PAGE.format(header=outlet + header, after=after, text=text, footer=footer).encode()


def test_where_else_an_article_appeared_is_no_byline() -> None:
    also = "<div class='apd-wrapper'>Aussi paru dans 8 juin 2021 - letemps.example</div>"
    found = article(
        "europresse",
        page(after=f"{also}<p class='sm-margin-bottomNews'>Anne Roche</p>", text=f"{also}<p>Text.</p>"),
    )
    assert found.article.authors == ("Anne Roche",)
    assert found.text == "Text."
    assert found.article.metadata["also in"] == ["Aussi paru dans 8 juin 2021 - letemps.example"] * 2


@pytest.mark.parametrize(
    ("header", "section", "published", "page_"),
    [
        ("Politique, mardi 14 mars 2006, p. 12", "Politique", "2006-03-14", "12"),
        ("Idées<br>mardi 3 janvier 2023 905 mots, p. 25", "Idées", "2023-01-03", "25"),
        ("News, Tuesday, October 4, 2012, p. A1", "News", "2012-10-04", "A1"),
        ("mercredi 4 janvier 2023 - 06:30:00 UTC 88 mots", None, "2023-01-04T06:30:00+00:00", None),
        ("Octobre 2012, p. 4-5", None, "2012-10-01", "4-5"),
        ("", None, None, None),
    ],
)
def test_the_header_holds_section_date_and_page(
    header: str, section: str | None, published: str | None, page_: str | None
) -> None:
    found = article("europresse", page(header=f"<span class='DocHeader'>{header}</span>")).article
    assert (found.section, found.published, found.page) == (section, published, page_)


def test_a_date_in_the_number_of_the_document_is_a_guess() -> None:
    footer = "<p>Numéro de document : news·20060315·LT·0001</p>"
    found = article("europresse", page(footer=footer)).article
    assert (found.published, found.metadata["guessed"]) == ("2006-03-15", ["published"])


def test_an_article_that_is_none_of_the_press_is_left_alone() -> None:
    data = page().replace(b"</article>", b"</article><article><p>An advert.</p></article>", 1)
    assert len(articles("europresse", data)) == 1


def test_hundreds_of_articles_stay_apart() -> None:
    one = page(text="<p>Text {}.</p>").decode().partition("<body>")[2].partition("</body>")[0]
    data = (
        "<html><body>" + "".join(one.replace("{}", str(number)) for number in range(500)) + "</body></html>"
    )
    found = articles("europresse", data.encode())
    assert [one.text for one in found] == [f"Text {number}." for number in range(500)]


def test_a_page_of_the_reader_without_article_elements_is_one_article() -> None:
    data = page(header="<span class='DocHeader'>Idées, mardi 3 janvier 2023, p. 25</span>")
    data = data.replace(b"article>", b"div>").replace(b"<body>", b"<body><nav>Menu</nav>")
    data = data.replace(b"</body>", b"<div>Aide</div></body>")
    found = article("europresse", data)
    assert (found.article.title, found.article.published, found.article.outlet, found.text) == (
        "Title", "2023-01-03", "Le Temps", "Text.",
    )  # fmt: skip


def test_several_such_pages_in_one_stay_apart() -> None:
    one = page().replace(b"article>", b"div>").partition(b"<body>")[2].partition(b"</body>")[0]
    both = one + one.replace(b"Text.", b"Other.")
    found = articles("europresse", b"<html><body>" + both + b"</body></html>")
    assert [item.text for item in found] == ["Text.", "Other."]


def test_the_number_of_words_is_none_of_the_time_zone() -> None:
    header = "<span class='DocHeader'>planete, lundi 3 juin 2024 - 17:03 UTC +0200 1 204 mots</span>"
    found = article("europresse", page(header=header)).article
    assert (found.published, found.metadata["words"]) == ("2024-06-03T17:03:00+02:00", 1204)


def test_a_section_may_stand_above_the_date() -> None:
    header = "<span class='DocTitreSousSection'>Industrie</span><span>mardi 14 mars 2023, p. 12,13</span>"
    found = article("europresse", page(header=header)).article
    assert (found.section, found.published, found.page) == ("Industrie", "2023-03-14", "12,13")


def test_an_issue_of_two_days_has_its_section_alone() -> None:
    header = "<span class='DocHeader'>Sports, samedi 2 et dimanche 3 mars 2024, p. 3</span>"
    assert article("europresse", page(header=header)).article.section == "Sports"


def test_the_address_of_the_original_may_be_a_part_of_the_line() -> None:
    text = "<p>Text.</p><p>Cet article est paru dans <a href='https://letemps.example/3'>Le Temps</a></p>"
    assert article("europresse", page(text=text)).article.url == "https://letemps.example/3"
