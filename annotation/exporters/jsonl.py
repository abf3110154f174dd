"""Selon JSONL: one article a line with everything that was said about it, lossless both ways."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._lines import write_lines
from annotation.exporters._selon import article_row, entity_row
from annotation.exporters._sheet import read_sheets
from annotation.records import Reader


class JsonlExporter:
    """Writes `articles.jsonl` and `entities.jsonl` to a folder, or the articles alone to one file."""

    name = "jsonl"
    label = "Selon JSONL"
    extension = ".jsonl"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write everything that the reader gives; nothing is lost."""
        alone = out.suffix == self.extension
        files = [out] if alone else [out / "articles.jsonl", out / "entities.jsonl"]
        if not alone:
            write_lines(files[1], map(entity_row, reader.entities()))
        rows = [0, 0]

        def lines() -> Iterable[dict[str, Any]]:
            for sheet in read_sheets(reader, progress):
                rows[0] += 1
                rows[1] += len(sheet.records)
                yield article_row(sheet)

        write_lines(files[0], lines())
        return Report(files=tuple(files), articles=rows[0], annotations=rows[1])


plug = JsonlExporter()
