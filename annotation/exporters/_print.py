"""Articles set for paper, by reportlab: the text with its marks and numbers, the records in tables below."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]  # it ships no types
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    LongTable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    TableStyle,
)

from annotation.codebook import Layer
from annotation.exporters._losses import Losses
from annotation.exporters._segments import Segment, cut
from annotation.exporters._sheet import Sheet, read_fields
from annotation.i18n import _
from annotation.records import Annotation
from resources import RESOURCES

_SERIF, _BOLD = "SourceSerif", "SourceSerif-Bold"
_FONTS = {_SERIF: "SourceSerifPro-Regular.ttf", _BOLD: "SourceSerifPro-Semibold.ttf"}
_MARGIN = 62
_FAINT = "#5b636d"
_SPACES = dict.fromkeys([*range(0x2000, 0x200B), 0x202F, 0x205F], "\u00a0")
"""Spaces of other widths, which the fonts do not have."""
_LONGEST_CELL = 600
"""Code points of a cell: a longer one might not fit on a page."""


@cache
def _font(name: str) -> Any:
    font = TTFont(name, RESOURCES / "fonts" / _FONTS[name])
    pdfmetrics.registerFont(font)
    return font


class Printer:
    """Sets article after article and writes what it has set."""

    def __init__(self, losses: Losses) -> None:
        """Count in `losses` what the fonts cannot show."""
        self._known = frozenset(_font(_SERIF).face.charToGlyph) | {0x0A, 0x0D, 0x09, 0x20, 0xA0}
        _font(_BOLD)
        self._losses = losses
        self._story: list[Any] = []
        self._body = ParagraphStyle("body", fontName=_SERIF, fontSize=10.5, leading=17, spaceAfter=5)
        self._small = ParagraphStyle("small", fontName=_SERIF, fontSize=8.5, leading=11)
        self._faint = ParagraphStyle("faint", parent=self._small, textColor=HexColor(_FAINT))
        self._title = ParagraphStyle("title", fontName=_BOLD, fontSize=18, leading=23, spaceAfter=6)
        self._heading = ParagraphStyle("heading", fontName=_BOLD, fontSize=11, leading=15, spaceBefore=14,
                                       spaceAfter=4, keepWithNext=1)  # fmt: skip

    def add(self, sheet: Sheet) -> None:
        """Set an article on a new page."""
        article = sheet.article
        about = " · ".join(filter(None, (article.outlet, article.published, ", ".join(article.authors))))
        self._story += [PageBreak()] if self._story else []
        self._story += [
            Paragraph(self._plain(article.title), self._title),
            Paragraph(self._plain(about), self._faint),
        ]
        self._story.append(Spacer(1, 12))
        numbers = {record.id: number for number, record in enumerate(sheet.records, 1)}
        lines = list(self._lines(sheet, numbers))
        again = bool(lines) and lines[0] == self._plain(article.title)
        self._story += [Paragraph(line, self._body) for line in lines[again:]]
        for layer in sheet.book.codebook.layers:
            records = [record for record in sheet.records if record.layer == layer.id]
            if records:
                self._story.append(Paragraph(self._plain(f"{layer.texts} ({len(records)})"), self._heading))
                self._story.append(self._table(sheet, layer, records, numbers))

    def write(self, place: Path, title: str) -> None:
        """Write what was set since the last time; an empty page where that is nothing."""
        with place.open("wb") as file:
            document = SimpleDocTemplate(
                file, pagesize=A4, invariant=1, title=title, author="Selon", leftMargin=_MARGIN,
                rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN,
            )  # fmt: skip
            document.build(self._story or [Spacer(1, 1)])
        self._story = []

    def _plain(self, text: str) -> str:
        """Text for a paragraph, with a box for what the fonts do not have."""
        text = text.translate(_SPACES)
        missing = sum(1 for char in text if ord(char) not in self._known)
        self._losses.add(_("characters that the fonts do not have"), _("each shown as a box"), missing)
        shown = "".join(char if ord(char) in self._known else "\u25a1" for char in text) if missing else text
        return escape(shown, quote=False)

    # the text

    def _lines(self, sheet: Sheet, numbers: Mapping[str, int]) -> Iterator[str]:
        """Each line of the text as a paragraph's markup; empty ones are left out."""
        line: list[str] = []
        for segment in cut(len(sheet.text), sheet.records):
            text = sheet.text[segment.span.start : segment.span.end]
            pieces = text.split("\n")
            for number, piece in enumerate(pieces):
                if number:
                    if "".join(line).strip():
                        yield "".join(line)
                    line = []
                line.append(self._marked(sheet, segment, piece))
            line.append(self._ends(segment, numbers))
        if "".join(line).strip():
            yield "".join(line)

    def _marked(self, sheet: Sheet, segment: Segment, text: str) -> str:
        """The words in the colour of the shortest record that holds them, underlined for the others."""
        plain = self._plain(text)
        if not segment.held or not text.strip():
            return plain
        hues = [layer.hue for record, _role in segment.held if (layer := sheet.book.layer(record))]
        for hue in hues[:-1]:
            plain = f'<u color="{hue}">{plain}</u>'
        return f'<font backColor="{_light(hues[-1])}">{plain}</font>' if hues else plain

    def _ends(self, segment: Segment, numbers: Mapping[str, int]) -> str:
        """The numbers of the records whose words end with a segment."""
        ending = [
            str(numbers[record.id])
            for record, role in segment.held
            if record.spans[role][-1].end == segment.span.end
        ]
        told = ",".join(dict.fromkeys(ending))
        return f'<super size="6.5"><font color="{_FAINT}">{told}</font></super>' if told else ""

    # the records

    def _table(
        self, sheet: Sheet, layer: Layer, records: Iterable[Annotation], numbers: Mapping[str, int]
    ) -> Any:
        """A row a record: its number, its words by role, its fields in one cell."""
        roles = list(layer.roles)
        header = ["", *(role.text for role in roles), _("Fields")]
        rows = [[Paragraph(self._plain(name), self._faint) for name in header]]
        for record in records:
            words = [self._cell(sheet.words(record.spans.get(role.id, ()))) for role in roles]
            rows.append([self._cell(str(numbers[record.id])), *words, self._cell(_fields(sheet, record))])
        width = A4[0] - 2 * _MARGIN - 24
        table = LongTable(
            rows, colWidths=[24, *[width / (len(header) - 1)] * (len(header) - 1)], repeatRows=1
        )
        table.setStyle(TableStyle([
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#d8dce1")),
            ("LINEABOVE", (0, 0), (-1, 0), 1.2, HexColor(layer.hue)),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]))  # fmt: skip
        return table

    def _cell(self, text: str) -> Any:
        short = text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}…"
        return Paragraph(self._plain(short), self._small)


def _fields(sheet: Sheet, record: Annotation) -> str:
    told = [f"{field}: {value}" for field, value in read_fields(sheet, record)]
    return "; ".join([*told, sheet.book.annotator(record)])


def _light(hue: str) -> str:
    """The colour mixed with four parts of white, on which black is easy to read."""
    parts = (int(hue[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.22):02x}" for part in parts)
