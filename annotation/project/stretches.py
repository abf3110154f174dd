"""The annotations of a long article in two goes: those of its beginning at once, the others raw."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from annotation.project.reader import ProjectReader
from annotation.project.rows import TABLES
from annotation.records import Annotation

RawAnnotation = tuple[Any, ...]
"""A row as the file has it, to be decoded by `decode_annotations`."""

# The first offset of the spans' JSON, such as 3 in {"mention":[[3,7]]}: a cast reads as far as the digits go.
_START = "CAST(substr(spans, instr(spans, '[[') + 2, 12) AS INTEGER)"
_TABLE = TABLES[Annotation]


def raw_annotations(
    reader: ProjectReader, article: str, annotators: Sequence[str], end: int | None = None
) -> list[RawAnnotation]:
    """The annotations of some annotators as they are in the file, in no order.

    With `end`, only those whose first role starts before that code point. Twenty thousand rows are read in
    a tenth of the time in which they are decoded, which needs no project and can be done elsewhere.
    """
    marks = ", ".join("?" * len(annotators))
    before = f"AND {_START} < ?" if end is not None else ""
    sql = f"""SELECT {", ".join(_TABLE.columns)} FROM {_TABLE.name}
              WHERE article = ? AND annotator IN ({marks}) {before}"""
    values = [article, *annotators, *([] if end is None else [end])]
    return cast(list[RawAnnotation], reader.db.execute(sql, values).fetchall())


def decode_annotations(rows: Iterable[RawAnnotation]) -> list[Annotation]:
    """The annotations of raw rows. Raises Unreadable for a row that holds no annotation."""
    columns = _TABLE.columns
    return [cast(Annotation, _TABLE.decode(dict(zip(columns, row, strict=True)))) for row in rows]
