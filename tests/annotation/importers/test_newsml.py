"""NewsML: texts however an item holds them, and who provides it."""

import pytest

from tests.annotation.importers.building import article, read

ITEM = (
    '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta>'
    "<versionCreated>2024-03-02T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Cranes</headline>"
    "</contentMeta><contentSet>{content}</contentSet></newsItem>"
)
PAGE = "<body><h1>Cranes</h1><p>One.</p><p>Two.</p></body>"


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineXML><html>{PAGE}</html></inlineXML>",
        '<inlineData contenttype="text/html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</inlineData>',
        '<inlineData contenttype="text/plain">One.\n\nTwo.</inlineData>',
    ],
)
def test_the_text_is_the_same_in_every_form_and_without_its_headline(content: str) -> None:
    found = article("newsml", ITEM.format(content=content).encode())
    assert (found.article.title, found.text) == ("Cranes", "One.\n\nTwo.")


@pytest.mark.parametrize(
    "said",
    [
        "<NewsComponent><NewsLines><CreditLine>Bay News</CreditLine></NewsLines></NewsComponent>",
        '<Metadata><Provider><Party FormalName="Bay News"/></Provider></Metadata>',
        '<metadata><dc element="dc.publisher" value="Bay News"/></metadata>',
    ],
)
def test_older_items_name_their_house_elsewhere(said: str) -> None:
    text = "<HeadLine>Cranes</HeadLine><DataContent><p>One.</p></DataContent>"
    found = article("newsml", f"<NewsML><NewsItem>{said}{text}</NewsItem></NewsML>".encode())
    assert (found.article.outlet, found.text) == ("Bay News", "One.")


def test_results_and_events_are_no_text() -> None:
    sports = "<sports-content><team><name>Bay Tugs</name></team></sports-content>"
    for data in (sports, "<conceptSet><concept><name>A fair</name></concept></conceptSet>"):
        content = f'<inlineXML contenttype="application/xml">{data}</inlineXML>'
        found = read("newsml", ITEM.format(content=content).encode())
        assert [type(one).__name__ for one in found] == ["Skipped"]
