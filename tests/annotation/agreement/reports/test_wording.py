"""The words of a report."""

from dataclasses import replace

from annotation.agreement.reports import Report
from annotation.agreement.reports.wording import coefficients, heading, interval, number, sections


def test_numbers_have_three_digits_and_what_is_missing_a_dash(report: Report) -> None:
    assert number(0.12345) == "0.123"
    assert number(None) == "–"
    assert "…" in interval(report.findings[0])
    assert interval(replace(report.findings[0], low=None, high=None)) == ""


def test_all_tables_have_rows_as_wide_as_their_heads(report: Report) -> None:
    named = sections(report)
    assert len(named) >= 6
    for _name, table in named:
        assert all(len(row) == len(table[0]) for row in table)


def test_pairs_have_a_table_of_their_own(report: Report) -> None:
    trio = replace(
        report, findings=[replace(one, annotators=("x", *one.annotators)) for one in report.findings]
    )
    both = replace(trio, findings=[*trio.findings, *report.findings], worked={**report.worked, "x": 1},
                   people={**report.people, "x": "Xenia"}, records={**report.records, "x": 3})  # fmt: skip
    assert len(coefficients(both)) == len(trio.findings) + 1
    assert len(coefficients(both, pairs=True)) == len(report.findings) + 1


def test_the_heading_says_what_the_figures_stand_on(report: Report) -> None:
    title, under = heading(report)
    assert report.title in title
    assert report.codebook in under
