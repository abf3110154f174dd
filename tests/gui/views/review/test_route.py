"""The way through the clusters of an article."""

from dataclasses import replace

from annotation.adjudication import Asked, Cluster, Kind, Wish
from gui.views.review.route import Route
from tests.annotation.adjudication.projects import RECORDS
from tests.annotation.adjudication.tables import compared

CLUSTERS = compared(*RECORDS).clusters


def kinds(found: list[Cluster]) -> list[Kind]:
    return [one.kinds[0] for one in found]


def test_what_matters_comes_first_if_wanted() -> None:
    route = Route(by_importance=True)
    found = route.listed(CLUSTERS)
    assert kinds(found) == sorted(kinds(found), key=list(Kind).index)
    assert route.next_open(CLUSTERS, None, 1) == found[0]
    assert Route().listed(CLUSTERS) == [one for one in CLUSTERS if not one.is_agreed]


def test_the_ends_are_joined_and_backwards_is_the_other_way_round() -> None:
    route = Route(wish=Wish(agreed=True))
    first, last = route.listed(CLUSTERS)[0], route.listed(CLUSTERS)[-1]
    conflicts = [one for one in CLUSTERS if not one.is_agreed]
    assert route.next_open(CLUSTERS, last.id, 1) == conflicts[0]
    assert route.next_open(CLUSTERS, first.id, -1) == [one for one in conflicts if one != first][-1]


def test_what_is_wanted_comes_before_the_rest_and_what_waits_after() -> None:
    wish = Wish(layers=frozenset({"figure"}))
    found = Route(wish=wish).next_open(CLUSTERS, None, 1)
    assert found is not None
    assert found.layer == "figure"
    asked = (Asked(annotator="ben", text="?", asked="2026"),)
    waiting = [replace(one, asked=asked) if not one.is_agreed else one for one in CLUSTERS]
    assert Route().next_open(waiting, None, 1) in [one for one in waiting if not one.is_agreed]
    one_free = [*waiting[:-1], CLUSTERS[-1]] if not CLUSTERS[-1].is_agreed else waiting
    chosen = Route().next_open(one_free, None, 1)
    assert chosen is not None


def test_nothing_open_is_nothing_to_go_to() -> None:
    assert Route().next_open((), None, 1) is None
