"""Networks as pictures draw them."""

import pytest

from annotation.operations.boards.picture import Mode, Picture, PicturePlan, build_picture, ids_between
from tests.annotation.operations.boards.stances import stances

SAID = stances("a + b", "a + b", "b - a", "c = a", "a - PEACE", "b - PEACE", "c + PEACE", ". + a")


def ties(picture: Picture) -> set[tuple[str, str, str, float]]:
    return {(edge.source, edge.target, edge.polarity, edge.weight) for edge in picture.edges}


def test_stances_for_and_against_tie_actors() -> None:
    picture = build_picture(SAID, PicturePlan(concepts=False))
    assert ties(picture) == {("a", "b", "favor", 2.0), ("b", "a", "against", 1.0)}
    assert [(node.party.key, node.activity) for node in picture.nodes] == [("a", 3), ("b", 3)]
    assert picture.directed
    assert picture.edges[-1].ids == ("0", "1")


def test_other_polarities_and_concepts_are_shown_on_demand() -> None:
    picture = build_picture(SAID, PicturePlan(polarities=frozenset({"neutral"})))
    assert ties(picture) == {("c", "a", "neutral", 1.0)}
    assert "PEACE" in {node.party.key for node in build_picture(SAID, PicturePlan()).nodes}


def test_weak_ties_are_left_out() -> None:
    assert ties(build_picture(SAID, PicturePlan(minimum=2))) == {("a", "b", "favor", 2.0)}
    assert build_picture([], PicturePlan()) == Picture()


@pytest.mark.parametrize(
    ("mode", "tied", "ids"),
    [(Mode.CONGRUENCE, [("a", "b")], ("4", "5")), (Mode.CONFLICT, [("a", "c"), ("b", "c")], ("4", "6"))],
)
def test_those_who_agree_or_disagree_are_tied(
    mode: Mode, tied: list[tuple[str, str]], ids: tuple[str, ...]
) -> None:
    picture = build_picture(SAID, PicturePlan(mode=mode))
    assert sorted((edge.source, edge.target) for edge in picture.edges) == tied
    assert not picture.directed
    edge = next(one for one in picture.edges if (one.source, one.target) == tied[0])
    assert ids_between(SAID, edge, mode) == ids


def test_of_too_many_the_strongest_are_shown() -> None:
    said = stances(*(f"n{n} + hub" for n in range(10)), "n3 - hub", "n4 - hub")
    picture = build_picture(said, PicturePlan(most=3))
    assert [node.party.key for node in picture.nodes] == ["hub", "n3", "n4"]
    assert picture.hidden == 8
    assert {edge.source for edge in picture.edges} == {"n3", "n4"}


def test_of_too_many_edges_the_strongest_are_shown() -> None:
    said = stances("a + b", "a + b", "b - c", "c + d", "c + d", "c + d")
    picture = build_picture(said, PicturePlan(most_edges=2))
    assert ties(picture) == {("a", "b", "favor", 2.0), ("c", "d", "favor", 3.0)}
    assert (picture.thinned, picture.hidden) == (1, 0)
    alone = build_picture(said, PicturePlan(most_edges=1))
    assert ({node.party.key for node in alone.nodes}, alone.thinned, alone.hidden) == ({"c", "d"}, 2, 2)


def test_the_stances_of_an_edge_are_its_own() -> None:
    edge = build_picture(SAID, PicturePlan()).edges[0]
    assert ids_between(SAID, edge, Mode.STANCES) == edge.ids
