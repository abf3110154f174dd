"""Where the nodes of a picture stand."""

import os
import subprocess
import sys
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from annotation.operations.boards.layout import lay_out
from annotation.operations.boards.picture import Picture, PicturePlan, build_picture
from tests.annotation.operations.boards.stances import stances

REPOSITORY = Path(__file__).parents[4]


def chain(count: int) -> Picture:
    return build_picture(stances(*(f"n{n} + n{n + 1}" for n in range(count))), PicturePlan())


@pytest.mark.parametrize("count", [1, 12, 80])
def test_every_node_has_a_place_of_its_own_and_always_the_same(count: int) -> None:
    picture = chain(count)
    places = lay_out(picture)
    assert set(places) == {node.party.key for node in picture.nodes}
    assert min(dist(one, other) for one, other in combinations(places.values(), 2)) > 0.05
    assert lay_out(picture) == places


def test_the_order_of_sets_moves_nothing() -> None:
    """Strings hash otherwise in each process, and so sets of them have another order."""
    code = (
        "from tests.annotation.operations.boards.test_layout import chain;"
        "from annotation.operations.boards.layout import lay_out; print(sorted(lay_out(chain(9)).items()))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, cwd=REPOSITORY,
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] != ""


def test_parts_that_are_apart_do_not_overlap() -> None:
    places = lay_out(build_picture(stances("a + b", "b + c", "c + a", "x - y", "p - p"), PicturePlan()))
    first = [places[key][0] for key in "abc"]
    assert max(first) < min(places[key][0] for key in "xy") or places["x"][1] > places["a"][1]
    assert "p" in places


def test_nothing_has_no_places() -> None:
    assert lay_out(Picture()) == {}


def test_the_work_stops_between_parts_when_it_is_told_to() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        lay_out(chain(3), stop)
