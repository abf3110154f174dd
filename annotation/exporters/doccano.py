"""Doccano JSONL: spans and relations, one article of one annotator a line."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._lines import write_lines
from annotation.exporters._losses import Losses
from annotation.exporters._marks import mark_up
from annotation.exporters._people import by_person
from annotation.exporters._pieces import count_usual_losses, in_pieces
from annotation.exporters._sheet import Sheet
from annotation.exporters._unsaid import read_and_count
from annotation.i18n import _
from annotation.records import Annotation, Reader

_HOLDS = ()


class DoccanoExporter:
    """For a project of the kind “sequence labelling” with relations. Offsets are code points."""

    name = "doccano"
    label = "Doccano"
    extension = ".jsonl"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words, attributions as linked words."""
        place = out if out.suffix == self.extension else out / "doccano.jsonl"
        losses, counts = Losses(), [0, 0]

        def rows() -> Iterator[dict[str, Any]]:
            number = 1
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                counts[0] += 1
                for records in _works(sheet):
                    row, held = _row(sheet, records, number, losses)
                    number += len(row["entities"]) + len(row["relations"])
                    counts[1] += held
                    yield row

        write_lines(place, rows())
        return Report(files=(place,), articles=counts[0], annotations=counts[1], losses=losses.report())


def _works(sheet: Sheet) -> list[Sequence[Annotation]]:
    """The records of each annotator; an article that has none is a line all the same."""
    found = by_person(sheet)
    return [found[person] for person in sorted(found)] or [()]


def _row(
    sheet: Sheet, records: Sequence[Annotation], first: int, losses: Losses
) -> tuple[dict[str, Any], int]:
    """A line, and how many records it holds; ids count on from `first`."""
    marked = mark_up(sheet, records)
    count_usual_losses(marked, losses)
    losses.add(_("fields beside the label"), _("left out"), sum(len(mark.features) for mark in marked.marks))
    pieces, links = in_pieces(marked, losses)
    ids = {piece.key: number for number, piece in enumerate(pieces, first)}
    row = {
        "id": sheet.article.id,
        "text": sheet.text,
        "entities": [
            {
                "id": ids[piece.key],
                "label": piece.mark.label,
                "start_offset": piece.span.start,
                "end_offset": piece.span.end,
            }
            for piece in pieces
        ],
        "relations": [
            {"id": number, "from_id": ids[link.source], "to_id": ids[link.target], "type": link.label}
            for number, link in enumerate(links, first + len(pieces))
        ],
        "meta": {
            "article": sheet.article.id,
            "title": sheet.article.title,
            **({"annotator": sheet.book.annotator(records[0])} if records else {}),
        },
    }
    return row, len(records) - len(marked.wordless)


plug = DoccanoExporter()
