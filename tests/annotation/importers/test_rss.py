"""Feeds: what their entries say about texts, people and days."""

from tests.annotation.importers.building import article, articles

RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>Bay Post</title><item><title>Cranes</title><link>https://post.example/1</link>"
    "{inside}</item></channel></rss>"
)


def feed(inside: str) -> bytes:
    return RSS.format(inside=inside).encode()


def test_what_a_program_adds_to_each_entry_is_no_text() -> None:
    html = "<p>They came.</p><p>The post <a>Cranes</a> appeared first on <a>Bay Post</a>.</p>"
    content = f"<content:encoded><![CDATA[{html}]]></content:encoded>"
    found = article("rss", feed(f"<description>Short</description>{content}"))
    assert found.text == "They came."
    assert found.article.metadata["boilerplate"] == ["The post Cranes appeared first on Bay Post."]


def test_captions_of_pictures_are_no_text() -> None:
    figure = "<figure><img src='x'/><figcaption>A crane</figcaption></figure>"
    html = f"<p>They came.</p>{figure}<p>All saw it.</p>"
    found = article("rss", feed(f"<content:encoded><![CDATA[{html}]]></content:encoded>"))
    assert found.text == "They came.\n\nAll saw it."


def test_the_name_behind_an_address_is_the_author() -> None:
    author = "<author>a.lee@post.org (Ann Lee)</author>"
    found = article("rss", feed(f"{author}<description>They came.</description>"))
    assert found.article.authors == ("Ann Lee",)


def test_a_day_with_a_blank_before_its_time_is_iso_all_the_same() -> None:
    found = article("rss", feed("<pubDate>2024-03-01 10:00</pubDate><description>They came.</description>"))
    assert found.article.published == "2024-03-01T10:00:00"


def test_faults_in_the_xml_do_not_cost_the_entries() -> None:
    inside = "<description>Tugs & cranes with <b>an open tag</description></item><item><title>B & C</title>"
    found = articles("rss", feed(f"{inside}<description>Two &eacute;</description>"))
    assert [one.article.title for one in found] == ["Cranes", "B & C"]
    assert found[1].text == "Two é"
