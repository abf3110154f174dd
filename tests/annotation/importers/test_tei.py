"""TEI: what headers and divisions say about articles."""

from annotation.importers import Skipped
from tests.annotation.importers.building import article, articles, read

FILE = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{title}</title>'
    "{authors}</titleStmt><sourceDesc>{source}</sourceDesc></fileDesc></teiHeader><text><body>{body}</body></text>"
    "</TEI>"
)


def tei(body: str, source: str = "", authors: str = "", title: str = "Cranes") -> bytes:
    return FILE.format(title=title, authors=authors, source=source, body=body).encode()


def test_an_author_who_is_named_twice_is_one() -> None:
    source = "<biblStruct><analytic><author>Lee, Ann</author></analytic>"
    source += "<monogr><title level='j'>Bay Post</title>"
    source += "<imprint><date when='1898-03-01'/><biblScope unit='page'>3</biblScope></imprint>"
    source += "</monogr></biblStruct>"
    name = "<author><persName><forename>Ann</forename> <surname>Lee</surname></persName></author>"
    found = article("tei", tei("<head>Cranes</head><p>One.</p>", source, name))
    assert (found.article.authors, found.article.outlet) == (("Ann Lee",), "Bay Post")
    assert (found.article.page, found.article.published) == ("3", "1898-03-01")


def test_the_headline_is_no_part_of_the_text() -> None:
    found = article("tei", tei("<div><head>Cranes</head><p>One.</p><p>Two.</p></div>"))
    assert (found.article.title, found.text) == ("Cranes", "One.\n\nTwo.")


def test_the_source_of_an_issue_is_the_newspaper() -> None:
    body = "<div type='article'><head>A</head><p>One.</p></div>"
    body += "<div type='article'><head>B</head><p>Two.</p></div>"
    body += "<div type='advertisement'><p>Buy soap.</p></div>"
    found = articles("tei", tei(body, "<bibl><title>Bay Post</title><date when='1898-03-01'/></bibl>"))
    assert [(one.article.title, one.article.outlet, one.text) for one in found] == [
        ("A", "Bay Post", "One."),
        ("B", "Bay Post", "Two."),
    ]


def test_what_people_say_one_after_the_other_stays_apart() -> None:
    found = article("tei", tei("<u>One.</u><u><seg>Two</seg> <seg>three.</seg></u>"))
    assert found.text == "One.\n\nTwo three."


def test_names_that_are_marked_are_counted_where_they_stay_behind() -> None:
    body = "<p><persName>Ann <name>Lee</name></persName> left <placeName>Brest</placeName>.</p>"
    told = [one.reason for one in read("tei", tei(body)) if isinstance(one, Skipped)]
    assert told == ["2 names are marked in the texts; their words came in, the marks did not."]
    assert [one for one in read("tei", tei("<p>Nobody.</p>")) if isinstance(one, Skipped)] == []
