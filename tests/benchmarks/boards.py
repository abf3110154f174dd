"""How long the boards take over a large corpus: attributions sorted, found and shown, stances as a matrix."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.operations.boards.comparing import compare_figures
from annotation.operations.boards.layout import lay_out
from annotation.operations.boards.matrix import MatrixPlan, Order, build_matrix
from annotation.operations.boards.picture import PicturePlan, build_picture
from annotation.project import open_project
from annotation.project.boards.attributions import AttributionQuery, AttributionSort
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.figures import Figure
from annotation.project.boards.parties import Names
from annotation.project.boards.reader import BoardReader
from annotation.project.boards.stances import Stance
from tests.benchmarks._claims import claims_file
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "boards"
_BATCH = 4_000
_SCREEN = 24


def run(*, quick: bool) -> Iterator[Measurement]:
    """Everything that boards ask a project with this many records of each layer, and make of the answers."""
    count, runs = (60, 1) if quick else (100_000, 5)
    with TemporaryDirectory() as name:
        path = claims_file(Path(name), count)
        size = f"{count} records of each layer"
        loop = times(partial(_bare_loop, path), runs)
        with open_project(path, read_only=True) as project:
            for metric, action in _questions(project.read.boards).items():
                baseline = ("a loop over the rows by json.loads", loop) if metric in _WHOLE else None
                yield milliseconds(NAME, size, metric, times(action, runs), baseline=baseline)


_WHOLE = ("list all attributions", "read all stances")


def _bare_loop(path: Path) -> int:
    """What any program has to do: read the records of one layer and understand them."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT id, article, spans, features FROM annotations WHERE layer = 'stance'")
        return sum(len(json.loads(features)) + len(json.loads(spans)) for _id, _a, spans, features in rows)


def _questions(boards: BoardReader) -> dict[str, Callable[[], object]]:
    """What is measured, by its name."""
    names = boards.names()
    ids = boards.attributions(AttributionQuery())
    spread = ids[:: max(1, len(ids) // _SCREEN)]
    stances = _stances(boards, names)
    figures = _figures(boards, names)
    picture = build_picture(stances, PicturePlan())

    def ask(**query: object) -> Callable[[], object]:
        return partial(boards.attributions, AttributionQuery(**query))  # type: ignore[arg-type]  # its fields

    return {
        "list all attributions": ask(),
        "sort attributions by date": ask(sort=AttributionSort.PUBLISHED),
        "sort attributions by speaker": ask(sort=AttributionSort.WHO),
        "find attributions by words": ask(search="personne 12"),
        "narrow attributions to a value": ask(facets={"source_type": frozenset({"media"})}),
        "count speakers": partial(boards.speakers, AttributionQuery()),
        "rows of a screen": partial(boards.attribution_rows, ids[:_SCREEN], Chosen(), names),
        "rows of a screen, each of another article": partial(
            boards.attribution_rows, spread, Chosen(), names
        ),
        "read all stances": partial(_stances, boards, names),
        "build the matrix": partial(build_matrix, stances, MatrixPlan()),
        "build the matrix, alike together": partial(build_matrix, stances, MatrixPlan(order=Order.CLUSTER)),
        "evidence of a screen": partial(boards.evidence, [one.id for one in stances[:_SCREEN]], names),
        "build the network": partial(build_picture, stances, PicturePlan()),
        "lay the network out": partial(lay_out, picture),
        "compare all figures": partial(compare_figures, figures),
    }


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]


def _stances(boards: BoardReader, names: Names) -> list[Stance]:
    keys = boards.keys(Chosen(), "stance")
    return [one for batch in _batches(keys) for one in boards.stances(batch, names)]


def _figures(boards: BoardReader, names: Names) -> list[Figure]:
    keys = boards.keys(Chosen(), "figure")
    return [one for batch in _batches(keys) for one in boards.figures(batch, names)]
