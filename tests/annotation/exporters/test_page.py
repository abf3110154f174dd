"""A page shows the text as it is, however records overlap, and runs nothing."""

import re
from dataclasses import replace
from html import unescape

from annotation.exporters._page import article, head, marked_text
from annotation.exporters._sheet import Sheet, read_sheets
from tests.contracts.shelf import TEXTS, full_shelf


def sheets() -> list[Sheet]:
    return list(read_sheets(full_shelf(), lambda *now: None))


def test_without_its_tags_the_text_is_the_text() -> None:
    for sheet, text in zip(sheets(), TEXTS, strict=True):
        assert unescape(re.sub(r"<[^>]*>", "", marked_text(sheet))) == text


def test_tags_are_closed_in_order() -> None:
    for sheet in sheets():
        marked = marked_text(sheet)
        assert marked.count("<span") == marked.count("</span>") > 0 or not sheet.records


def test_words_say_what_they_are() -> None:
    assert 'title="Entity · Type: Person · ' in marked_text(sheets()[0])


def test_texts_and_titles_are_no_markup() -> None:
    sheet = sheets()[1]
    evil = replace(sheet, article=replace(sheet.article, title="<script>alert(1)</script>"))
    assert "<script>" not in article(evil)
    assert "<tags>" not in article(evil)


def test_an_address_that_would_run_something_is_no_link() -> None:
    sheet = sheets()[0]
    evil = replace(sheet, article=replace(sheet.article, url="javascript:alert(1)"))
    fine = replace(sheet, article=replace(sheet.article, url="https://example.org/a?b=1&c=2"))
    assert "javascript" not in article(evil)
    assert 'href="https://example.org/a?b=1&amp;c=2"' in article(fine)


def test_records_stand_in_a_table_of_their_layer() -> None:
    page = article(sheets()[0])
    assert "Nous n’avons pas le choix […] Il manque" in page
    assert page.count("<table>") == 4


def test_the_style_is_in_the_page() -> None:
    written = head("x & y", sheets()[0].book.codebook)
    assert "<title>x &amp; y</title>" in written
    assert "--hue:" in written
    assert "http" not in written
