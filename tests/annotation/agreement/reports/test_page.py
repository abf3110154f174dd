"""A report as a page."""

import re

from lxml import html

from annotation.agreement.reports import Report
from annotation.agreement.reports.page import page


def test_it_is_one_page_that_loads_nothing(report: Report) -> None:
    read = html.document_fromstring(page(report))
    assert not list(read.iter("script", "link", "img"))
    assert not [one for one in read.iter() if "src" in one.attrib or "href" in one.attrib]
    heads = ["".join(map(str, one.itertext())) for one in read.iter("h1")]
    assert len(heads) == 1
    assert heads[0].endswith("A & <B>_50 %")
    assert len(list(read.iter("table"))) >= 6


def test_each_interval_is_drawn_with_its_ends_in_words(report: Report) -> None:
    drawn = re.findall(r'aria-label="([^"]+)"', page(report))
    assert len(drawn) == sum(one.low is not None for one in report.findings)
    assert all("–" in one for one in drawn)
