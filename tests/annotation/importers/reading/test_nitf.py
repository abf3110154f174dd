"""Articles in NITF."""

from annotation.importers._reading.draft import Draft
from annotation.importers._reading.markup import parse_xml
from annotation.importers._reading.nitf import byline_of, nitf_draft


def draft(body: str, head: str = "") -> Draft:
    return nitf_draft(parse_xml(f"<nitf>{head}<body>{body}</body></nitf>".encode()))


def test_a_fragment_without_a_head_is_read() -> None:
    found = draft(
        "<body.head><hedline><hl1>A\n   title</hl1></hedline></body.head>"
        "<body.content><p>One\n  line.</p></body.content>"
    )
    assert (found.title, found.text, found.published) == ("A title", "One line.", None)


def test_captions_and_abstracts_are_no_text() -> None:
    found = draft(
        "<body.head><abstract><p>Short.</p></abstract></body.head>"
        "<body.content><p>One.</p><media><media-caption>A photo</media-caption></media></body.content>"
    )
    assert found.text == "One."
    assert (found.metadata["abstract"], found.metadata["captions"]) == ("Short.", "A photo")


def test_the_date_of_issue_comes_first() -> None:
    issue = '<docdata><date.issue norm="20240301T081500Z"/></docdata>'
    head = f'<head>{issue}<pubdata date.publication="20240229"/></head>'
    assert draft("<body.content><p>x</p></body.content>", head).published == "2024-03-01T08:15:00+00:00"


def test_the_byline_as_printed_is_taken() -> None:
    nitf = parse_xml(
        b'<nitf><byline class="normalized_byline">Lee, Ann</byline><byline>By Ann Lee</byline></nitf>'
    )
    assert byline_of(nitf) == "By Ann Lee"


def test_tables_and_lists_are_lines() -> None:
    found = draft(
        "<body.content><ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table></body.content>"
    )
    assert found.text == "a\n\nb\n\nc\td"


def test_a_job_beside_the_name_and_a_heading_in_the_text_are_kept_apart() -> None:
    nitf = parse_xml(
        b'<nitf><head><pubdata position.section="News" position.sequence="A1"/></head><body><body.head>'
        b"<hedline><hl1>Cranes</hl1><hl2>A town waits</hl2></hedline><byline>By <person>Ann Lee</person>"
        b"<byttl>Staff Writer</byttl></byline></body.head><body.content><p>One.</p><hl2>Then</hl2><p>Two.</p>"
        b"</body.content></body></nitf>"
    )
    draft = nitf_draft(nitf)
    assert (draft.authors, draft.page) == (("Ann Lee",), "A1")
    assert (draft.metadata["subtitle"], draft.text) == ("A town waits", "One.\n\nThen\n\nTwo.")
