"""A report as PDF, on A4 across, its tables broken over pages with their heads repeated."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]  # it ships no types
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    CondPageBreak,
    LongTable,
    Paragraph,
    SimpleDocTemplate,
    TableStyle,
)

from annotation.agreement.reports.making import Report
from annotation.agreement.reports.wording import Table, explanation, heading, sections
from annotation.i18n import _
from resources import RESOURCES

_FONTS = {"Report": "SourceSerifPro-Regular.ttf", "Report-Bold": "SourceSerifPro-Semibold.ttf"}
_MARGIN, ROOM = 50, 90
"""Points around a page, and how many a heading needs below it for its table to begin there."""
FAINT, _RULE = "#57606A", "#B6B2A8"
_SPACES = dict.fromkeys([*range(0x2000, 0x200B), 0x202F, 0x205F], "\u00a0")
"""Spaces of other widths, which the fonts do not have."""


def print_report(report: Report, path: Path) -> None:
    """Write the report to `path`."""
    title, _under = heading(report)
    document = make_document(path, title)
    document.build(list(_story(report, document.width)))


def make_document(path: Path, title: str) -> Any:
    """A document on A4 across in the fonts of reports, to be built of flowables."""
    for name, file in _FONTS.items():
        pdfmetrics.registerFont(TTFont(name, RESOURCES / "fonts" / file))
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), _MARGIN)
    return SimpleDocTemplate(
        str(path), pagesize=landscape(A4), title=title, author="Selon", invariant=1, **margins
    )


@dataclass(frozen=True, slots=True)
class Styles:
    """The kinds of paragraphs of a report."""

    body: ParagraphStyle
    faint: ParagraphStyle
    large: ParagraphStyle
    small: ParagraphStyle
    head: ParagraphStyle


def report_styles() -> Styles:
    """The kinds of paragraphs, in the fonts that `make_document` knows."""
    body = ParagraphStyle("body", fontName="Report", fontSize=10, leading=14, spaceAfter=6)
    return Styles(
        body=body,
        faint=ParagraphStyle("faint", parent=body, textColor=HexColor(FAINT)),
        large=ParagraphStyle("large", fontName="Report-Bold", fontSize=18, leading=23, spaceAfter=4),
        small=ParagraphStyle("small", fontName="Report", fontSize=8.5, leading=11),
        head=ParagraphStyle(
            "head", fontName="Report-Bold", fontSize=12, leading=16, spaceBefore=14, spaceAfter=4
        ),
    )


def _story(report: Report, width: float) -> Iterator[Any]:
    style = report_styles()
    title, under = heading(report)
    yield paragraph(title, style.large)
    yield paragraph(under, style.faint)
    yield paragraph(explanation(), style.faint)
    for name, table in sections(report):
        yield CondPageBreak(ROOM)
        yield paragraph(name, style.head)
        yield table_flowable(table, style.small, width)
    yield paragraph(_("Measures"), style.head)
    for measure, citation in report.citations.items():
        yield paragraph(f"{_(report.labels[measure])}: {citation}", style.body)


def paragraph(words: str, style: ParagraphStyle) -> Any:
    """A paragraph of plain text."""
    return Paragraph(plain(words), style)


def plain(words: str) -> str:
    """A text as it stands in marked-up paragraphs."""
    return escape(words.translate(_SPACES))


def table_flowable(table: Table, style: ParagraphStyle, width: float) -> Any:
    """A table as wide as the page; columns take room by their longest cells."""
    lengths = [max(7, *(min(40, len(row[column])) for row in table)) for column in range(len(table[0]))]
    widths = [width * length / sum(lengths) for length in lengths]
    cells = [[paragraph(cell, style) for cell in row] for row in table]
    rules = TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(FAINT)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.25, HexColor(_RULE)), ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6), ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ])  # fmt: skip
    return LongTable(cells, colWidths=widths, repeatRows=1, style=rules)
