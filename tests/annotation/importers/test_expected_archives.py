"""The real files of archives beside the repository, line by line as their EXPECTED.md says."""

from pathlib import Path

import pytest

from annotation.importers import Imported, ImportFailure, Skipped
from annotation.operations.recognising import find_importer, load_file

FILES = Path(__file__).parents[4] / "shared" / "data" / "imports"

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the real files are not beside this repository")


def read(path: str, format_: str) -> list[Imported | Skipped]:
    """Everything in a file, whose format must be found."""
    file = load_file(FILES / path)
    importer = find_importer(file)
    assert importer.name == format_
    return list(importer.read(file))


def articles(path: str, format_: str) -> list[Imported]:
    return [found for found in read(path, format_) if isinstance(found, Imported)]


def test_europresse_in_its_old_layout() -> None:
    first, second, third = articles("europresse/europresse_test1.html", "europresse")
    one = first.article
    assert (one.title, one.outlet, one.section) == ("A heading: some text", "l'Humanité", "Politique")
    assert (one.published, one.authors) == ("2013-10-05", ())
    assert one.metadata["document"] == "news·20121004·PO·2040056000"
    assert "éèêù" in first.text
    two = second.article
    assert (two.title, two.outlet) == ("Another heading with colored text inside", "Mag")
    assert (two.published, two.authors) == ("2012-10-03", ("Second Author",))
    assert second.text == "Contents of the article.\n\n(1) A note."
    assert two.metadata["document"] == "news·20100903·HU·175071"
    assert two.metadata["certificate document"] == "news·20121003·HU·175071"
    three = third.article
    assert (three.title, three.outlet, three.section) == ("Heading", "Magazine 1", "Éditorial")
    assert (three.published, three.page, three.authors) == ("2012-10-04", "03", ("Author Name",))
    assert three.metadata["kicker"] == "Subtitle"
    assert third.text == "This is a test: a test"


def test_europresse_in_its_layout_of_articles() -> None:
    found = articles("europresse/europresse_test2.html", "europresse")
    assert [one.article.outlet for one in found] == ["Newspaper"] * 4
    assert [(one.article.section, one.article.published, one.article.page) for one in found] == [
        ("Communication", "2006-03-14", "16"),
        ("Politique", "2006-03-14", "12"),
        ("Economie", "2006-03-13", "MDE6"),
        ("Dernière heure", "2006-03-13", "32"),
    ]
    assert [one.article.authors for one in found] == [("Author",), ("Ariane Chemin",), (), ("Author",)]
    assert [one.article.title for one in found] == ["Title", "Title", "A heading", "Title"]
    assert found[2].article.metadata["kicker"] == "TRIBUNES"
    assert [one.text for one in found] == [
        "Some text: a mark.",
        "Some text.",
        "A paragraph.",
        "Text.\n\nText.",
    ]


def test_factiva_as_a_page() -> None:
    first, second = (one.article for one in articles("factiva/factiva_test.html", "factiva-html"))
    assert (first.title, first.outlet, first.published) == ("Test 1", "Test newspaper", "2011-12-29T15:32:00")
    assert (first.page, first.lang, first.metadata["words"]) == ("26", "fr", 295)
    assert first.metadata["id"] == "TESTFR0020111229e7ct0001r"
    assert second.metadata["id"] == "TESTFR0020111229e7ct0015j"


def test_factiva_as_an_answer_in_xml() -> None:
    found = [one.article for one in articles("factiva/factiva_test.xml", "factiva-xml")]
    assert [one.outlet for one in found] == ["My Newspaper"] * 3
    assert [one.published for one in found] == [
        "2012-01-09T01:35:58Z",
        "2012-01-06T01:05:06Z",
        "2012-05-06T01:07:06Z",
    ]
    assert [one.lang for one in found] == ["en", "fr", "en"]
    assert found[0].title == "TEST - first test article"
    assert [one.metadata["words"] for one in found] == [942, 780, 531]


def test_lexisnexis_as_text() -> None:
    found = articles("lexisnexis/sample.TXT", "lexisnexis-txt")
    assert [one.article.outlet for one in found] == [
        "Guardian.com", "Guardian", "The Sun (England)", "The Times (London)", "The Times (London)",
        "The Times (London)", "Guardian", "MAIL ON SUNDAY (London)", "Sunday Mirror", "DAILY MAIL (London)",
    ]  # fmt: skip
    days = ["11"] * 6 + ["08", "10", "10", "09"]
    assert [one.article.published for one in found] == [f"2010-01-{day}" for day in days]
    assert [bool(one.article.authors) for one in found] == [True] * 9 + [False]
    words = [355, 927, 677, 453, 918, 471, 607, 698, 446, 2968]
    assert [one.article.metadata["words"] for one in found] == words
    assert not any("Edition" in one.article.title for one in found)
    assert found[4].article.title.startswith("Lorem ipsum dolor sit amet, consectetur adipiscing elit.")
    assert found[4].article.title.endswith("eget aliquet ex finibus ut.")
    for one in found:
        assert not any(
            mark in one.text for mark in ("LOAD-DATE", "PUBLICATION-TYPE", "DOCUMENTS", "All Rights")
        )
        assert 0.75 < len(one.text.split()) / one.article.metadata["words"] < 1.25


def test_nexis_uni_as_a_word_document() -> None:
    found = articles("lexisnexis/sample.DOCX", "nexis-docx")
    assert len(found) == 10
    assert {one.article.outlet for one in found} == {"The Guardian(London)"}
    published = [one.article.published or "" for one in found]
    assert all("2019-07-01" <= date[:10] <= "2019-07-04" and date.endswith("+00:00") for date in published)
    assert published[0] == "2019-07-01T09:20:00+00:00"
    assert [one.article.section for one in found][:2] == ["POLITICS", "POLITICS"]
    assert "copyright" not in found[0].article.metadata
    assert all("copyright" in one.article.metadata for one in found[1:])
    assert not any("Client/Matter" in one.text or "End of Document" in one.text for one in found)


def test_nexis_uni_without_articles() -> None:
    with pytest.raises(ImportFailure, match="holds no articles"):
        read("lexisnexis/test.DOCX", "nexis-docx")


def test_lexisnexis_as_a_page() -> None:
    first, second = (one.article for one in articles("lexisnexis/lexisnexis_test_en.html", "lexisnexis-html"))
    assert (first.title, first.outlet, first.published) == ("Heading One", "Some Newspaper", "1991-12-19")
    assert (first.authors, first.metadata["words"]) == (("PAPER AUTHOR",), 584)
    assert (second.title, second.published) == ("First part; Second part", "1993-01-28")
    assert second.metadata["words"] == 121


def test_lexisnexis_in_french() -> None:
    found = [one.article for one in articles("lexisnexis/lexisnexis_test_fr.html", "lexisnexis-html")]
    assert len(found) == 3
    assert (found[0].title, found[0].published) == ("Title of first article", "2013-04-12")
    assert [one.metadata["words"] for one in found] == [143, 70, 359]
    assert found[1].authors == ("Author 2",)


def test_lexisnexis_with_a_document_that_it_cannot_show() -> None:
    first, _second = articles("lexisnexis/lexisnexis_test_copyright_error.html", "lexisnexis-html")
    assert (first.article.published, first.article.metadata["words"]) == ("2018-12-31", 44)
    assert "resize" not in first.text
    assert "Octopus Financial\tFrankfurt" in first.text


@pytest.mark.parametrize(
    ("file", "addresses"),
    [
        ("whirlwind.warc.gz", ["https://an.wikipedia.org/wiki/Escopete"]),
        ("whirlwind.warc.wet.gz", ["https://an.wikipedia.org/wiki/Escopete"]),
        ("example.warc", ["http://example.com/"]),
        ("example.warc.gz", ["http://example.com/"]),
        ("example-iana.org-chunked.warc", ["http://www.iana.org/"]),
        ("example-trunc.warc", ["http://example.com/"]),
        ("example.arc.gz", ["http://example.com/"]),
        ("post-test.warc.gz", []),
        ("example-bad-non-chunked.warc.gz", []),
    ],
)
def test_crawls(file: str, addresses: list[str]) -> None:
    assert [one.article.url for one in articles(f"warc/{file}", "warc")] == addresses


def test_a_damaged_crawl_says_so() -> None:
    (found,) = read("warc/example-bad-non-chunked.warc.gz", "warc")
    assert isinstance(found, Skipped)
    assert found.failed
    assert "damaged" in found.reason


def test_feeds() -> None:
    first, second = (one.article for one in articles("rss/feed-with-sitemap-namespace.xml", "rss"))
    assert (first.title, first.published) == ("Lorem Ipsum Dolor Sit Amet", "2025-01-24T15:32:41-05:00")
    assert second.title == "Consectetur Adipiscing Elit"
    (sitemap,) = read("rss/sitemap-news.xml", "rss")
    assert isinstance(sitemap, Skipped)
    assert sitemap.urls


@pytest.mark.parametrize("path", sorted((FILES / "rss").glob("feedparser_*.xml")), ids=lambda path: path.stem)
def test_a_feed_of_a_single_entry(path: Path) -> None:
    if "rss_version" in path.name:
        with pytest.raises(ImportFailure, match="holds no articles"):
            read(f"rss/{path.name}", "rss")
    else:
        assert len(read(f"rss/{path.name}", "rss")) == 1


def test_newsml_and_ninjs() -> None:
    (fed,) = articles("newsml_nitf/LISTING_2_NewsML-G2_Text_Document.xml", "newsml")
    assert fed.article.title == 'Fed to halt QE to avert "bubble"'
    (preview,) = articles("newsml_nitf/LISTING_22_Sports_story_in_NewsML-G2NITF.xml", "newsml")
    assert preview.article.title.startswith("Preview: Arizona Diamondbacks (29-23) at Philadelphia Phillies")
    (captain,) = articles("newsml_nitf/ninjs31_004_simple_text_article.json", "newsml")
    assert captain.article.title == "Captain of wrecked cruise ship on trial in Italy"
    assert captain.article.published == "2013-07-09T10:37:00Z"
    assert captain.text.count("\n\n") == 3


def test_what_of_newsml_is_no_article() -> None:
    with pytest.raises(ImportFailure, match="holds no articles"):
        read("newsml_nitf/LISTING_6_Simple_NewsML-G2_Package.xml", "newsml")
    assert not articles("newsml_nitf/ap_metadata_example.xml", "newsml")


def test_a_fragment_of_nitf() -> None:
    name = "newsml_nitf/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml"
    (found,) = articles(name, "nitf")
    assert found.article.published is None
    assert found.text.startswith("(Sports Network) - With the Philadelphia Phillies")


def test_tei_with_an_id_that_is_used_twice() -> None:
    found = articles("tei/oclc_4770057679-i_1.TEIP5.xml", "tei")
    assert len(found) == 53
    assert len({one.article.id for one in found}) == 53
    assert {one.article.published for one in found} == {"1906-02-25"}
    assert {one.article.lang for one in found} == {"ar"}


@pytest.mark.parametrize("language", ["english", "french", "japanese"])
def test_the_declaration_as_pdf(language: str) -> None:
    (found,) = articles(f"pdf/UDHR_{language}.pdf", "pdf")
    text = FILES / "pdf" / f"UDHR_{language}.txt"
    if text.is_file():
        words = text.read_text("utf-8-sig").split()
        read_words = found.text.split()
        same = sum(one == other for one, other in zip(read_words, words, strict=False))
        assert same > 0.95 * len(read_words)
    assert len(found.text) > 900


def test_a_manifesto_as_pdf() -> None:
    (found,) = articles("pdf/UK_natl_2005_en_PVP.pdf", "pdf")
    assert found.article.metadata["pages"] == 13
    assert "www.ProtestVoteParty.org" in found.article.metadata["running heads"]
    assert "while the Lib-Dem’s have remained" in found.text
    assert "2 of 13" not in found.text


@pytest.mark.parametrize(
    ("file", "format_"),
    [
        ("test.docx", "docx"),
        ("UK_2015_EccentricParty.docx", "docx"),
        ("ID1.docx", "docx"),
        ("ID2.odt", "odt"),
    ],
)
def test_documents(file: str, format_: str) -> None:
    (found,) = articles(f"docx/{file}", format_)
    assert found.text


def test_a_binary_word_document_is_refused_clearly() -> None:
    with pytest.raises(ImportFailure, match=r"is a Word 97-2003 document \(\.doc\): save it as \.docx"):
        read("docx/test.doc", "docx")
