"""Matrix and list of stances as files."""

from collections.abc import Callable, Iterator, Sequence

from annotation.i18n import _
from annotation.operations.boards.counts import POLARITIES, Counts
from annotation.operations.boards.matrix import Line, Matrix
from annotation.operations.boards.sheets import Cell
from annotation.project.boards.stances import Evidence
from gui.views.boards.polarity import polarity_words

Name = Callable[[Line | None], str]


def matrix_header(matrix: Matrix, name: Name, *, net: bool) -> list[str]:
    """A column for each target; without `net`, one for each target and polarity."""
    heads = [name(line) for line in (*matrix.columns, None)]
    if net:
        return [_("Holder"), *heads]
    return [_("Holder"), *(f"{head}: {polarity_words(one)}" for head in heads for one in POLARITIES)]


def matrix_rows(matrix: Matrix, name: Name, *, net: bool) -> Iterator[Sequence[Cell]]:
    """A row for each holder, the totals last."""
    for place, line in enumerate((*matrix.rows, None)):
        found: list[Counts | None] = []
        for column, other in enumerate((*matrix.columns, None)):
            if line is None:
                found.append(other.counts if other else matrix.total)
            elif other is None:
                found.append(line.counts)
            else:
                cell = matrix.cells.get((place, column))
                found.append(cell.counts if cell else None)
        cells: list[Cell] = []
        for counts in found:
            if net:
                cells.append(counts.net if counts is not None else None)
            else:
                cells += [counts.of(one) if counts is not None else None for one in POLARITIES]
        yield [name(line), *cells]


def evidence_header() -> list[str]:
    """The heads of a list of stances."""
    return [
        _("Holder"), _("Polarity"), _("Target"), _("Evidence"), _("Carried by"), _("Article"), _("Outlet"),
        _("Date"), _("Annotator"), _("Status"), "polarity", "article", "id",
    ]  # fmt: skip


def evidence_row(row: Evidence, polarity: str) -> Sequence[Cell]:
    """One stance as cells."""
    return [
        row.holder,
        polarity,
        row.target,
        row.quote,
        row.carrier,
        row.title,
        row.outlet,
        row.published,
        row.annotator,
        row.status,
        row.polarity,
        row.article,
        row.id,
    ]
