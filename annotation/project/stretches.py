"""The annotations of a stretch of a long article, found without reading all of them."""

from collections.abc import Sequence
from typing import Any, cast

from annotation.project.reader import ProjectReader
from annotation.project.rows import TABLES
from annotation.records import Annotation

# The first offset of the spans' JSON, such as 3 in {"mention":[[3,7]]}: a cast reads as far as the digits go.
_START = "CAST(substr(spans, instr(spans, '[[') + 2, 12) AS INTEGER)"


def annotations_from(
    reader: ProjectReader, article: str, annotators: Sequence[str], start: int, end: int
) -> list[Annotation]:
    """The annotations of some annotators whose first role starts from `start` on and before `end`.

    In no order. Of twenty thousand annotations it decodes only these; every one is in exactly one of the
    stretches that a text is cut into.
    """
    table, marks = TABLES[Annotation], ", ".join("?" * len(annotators))
    sql = f"""SELECT {", ".join(table.columns)} FROM {table.name}
              WHERE article = ? AND annotator IN ({marks}) AND {_START} >= ? AND {_START} < ?"""
    rows = reader.db.execute(sql, [article, *annotators, start, end])
    found = (cast(dict[str, Any], dict(zip(table.columns, row, strict=True))) for row in rows)
    return [cast(Annotation, table.decode(row)) for row in found]
