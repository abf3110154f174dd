"""Events are counted by row, column and sign."""

import pytest

from annotation.exporters._networks import matrix
from annotation.exporters._networks.matrix import count, total
from tests.annotation.exporters.networks.corpus import corpus, event, network, stance


def test_each_sign_is_counted_for_itself() -> None:
    events = [
        event("Ana", "war"),
        event("Ana", "war"),
        event("Bo", "war", "against"),
        event("Bo", "tax", "mixed"),
    ]
    counts = count(events, ("actor", "concept"), (["Ana", "Bo"], ["tax", "war"]))
    assert {sign: cells.toarray().tolist() for sign, cells in counts.items()} == {
        -1: [[0, 0], [0, 1]],
        0: [[0, 0], [1, 0]],
        1: [[0, 2], [0, 0]],
    }
    assert total(counts).toarray().tolist() == [[0, 2], [1, 1]]


def test_nothing_is_counted_where_nothing_is() -> None:
    counts = count([], ("actor", "concept"), ([], []))
    assert list(counts) == [-1, 1]
    assert total(counts).shape == (0, 0)


def test_full_rows_have_both_halves_of_a_symmetric_matrix() -> None:
    records = [stance(f"t{name}", name, "war", "favor") for name in ("ana", "bo", "cy")]
    found = network(corpus(*records), network="actor-congruence").matrix
    assert list(found.cells()) == [(0, 1, 1), (0, 2, 1), (1, 2, 1)]
    assert list(found.lines()) == [[0, 1, 1], [1, 0, 1], [1, 1, 0]]
    assert len(found) == 3


def test_blocks_of_rows_give_the_same_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said = (("ana", "war"), ("bo", "war"), ("cy", "tax"), ("cy", "war"))
    records = [stance(f"t{name}{concept}", name, concept, "favor") for name, concept in said]
    for kind in ("actor-congruence", "actor-concept"):
        found = network(corpus(*records), network=kind).matrix
        whole = list(found.lines())
        monkeypatch.setattr(matrix, "_BLOCK", 1)
        assert list(found.lines()) == whole
        monkeypatch.undo()
