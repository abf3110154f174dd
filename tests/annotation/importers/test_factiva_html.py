"""Factiva in HTML: what the page marks as text, and what stands around it."""

import pytest

from tests.annotation.importers.building import article

PAGE = (
    "<html><head><title>Factiva</title></head><body><div class='article'><div class='article deArticle'>"
    "<div>Hafenstadt</div><div id='hd'><span class='deHeadline{counted}'>{title}</span></div>"
    "<div class='author'>Von Max Muster</div><div>320 Wörter</div><div>1 April 2017</div><div>blatt.de</div>"
    "{details}<div>Deutsch</div><div>Copyright 2017. BLATT GMBH &amp; CO. KG </div>"
    "<p class='articleParagraph dearticleParagraph'>Der <b>Kran</b>\n steht.</p>{after}"
    "<p>{end} BLATTO0020170402ed410003n</p></div></div>"
    "<br><table><tr><td>Zusammenfassung der Suche</td></tr><tr><td>Text</td><td>Kran</td></tr></table>"
    "</body></html>"
)


def page(title: str = "Titel", counted: str = "", details: str = "<div>BLATTO</div>", after: str = "",
         end: str = "Dokument") -> bytes:  # fmt: skip
    return PAGE.format(title=title, counted=counted, details=details, after=after, end=end).encode()


def test_captions_and_the_publisher_are_no_part_of_the_text() -> None:
    found = article("factiva-html", page(after="<p>Der Kran im Bild.</p><p>Blatt Syndication (BLATT)</p>"))
    assert found.text == "Der Kran steht."
    assert found.article.metadata["below"] == ["Der Kran im Bild.", "Blatt Syndication (BLATT)"]


def test_the_number_that_the_list_gives_an_article_is_no_part_of_its_headline() -> None:
    assert article("factiva-html", page("20) Kran; still", " counted")).article.title == "Kran; still"
    assert article("factiva-html", page("20) Kran; still")).article.title == "20) Kran; still"


def test_the_time_may_follow_the_codes_of_the_source() -> None:
    details = "<div>BLATTO</div><div>BLAT</div><div>16:17:47</div><div>0</div>"
    found = article("factiva-html", page(details=details)).article
    assert (found.published, found.outlet, found.page) == ("2017-04-01T16:17:47", "blatt.de", None)
    assert (found.section, found.authors, found.lang) == ("Hafenstadt", ("Max Muster",), "de")


@pytest.mark.parametrize("end", ["Document", "Documento", "文件", "Документ", "문서"])
def test_the_line_with_the_number_may_be_in_any_language(end: str) -> None:
    found = article("factiva-html", page(end=end))
    assert found.article.metadata["id"] == "BLATTO0020170402ed410003n"
    assert found.text == "Der Kran steht."
