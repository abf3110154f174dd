"""Events become networks of each kind."""

from annotation.exporters._losses import Losses
from annotation.exporters._networks.building import build_matrix
from annotation.exporters._networks.kinds import kind_of_network
from annotation.exporters._networks.network import Node
from annotation.exporters._networks.selecting import select_by_value
from tests.annotation.exporters.networks.corpus import (
    article,
    corpus,
    event,
    network,
    plan,
    record,
    square,
    stance,
)

STANCES = corpus(
    stance("t1", "ana", "war", "favor", target={"entity": "bo"}),
    stance("t2", "bo", "war", "against", target={"entity": "ana"}),
    stance("t3", "bo", "tax", "favor", target={"concept": "the toll"}),
    stance("t4", "cy", "tax", "favor"),
)


def test_actors_by_concepts_are_signed() -> None:
    assert square(network(STANCES)) == {
        ("Ana", "war"): 1,
        ("Bo", "war"): -1,
        ("Bo", "tax"): 1,
        ("Cy", "tax"): 1,
    }


def test_those_who_agree_and_those_who_do_not_are_tied() -> None:
    assert square(network(STANCES, network="actor-congruence")) == {("Bo", "Cy"): 1, ("Cy", "Bo"): 1}
    assert square(network(STANCES, network="actor-conflict")) == {("Ana", "Bo"): 1, ("Bo", "Ana"): 1}


def test_actors_towards_actors_have_a_direction() -> None:
    found = network(STANCES, network="actor-actor")
    assert square(found) == {("Ana", "Bo"): 1, ("Bo", "Ana"): -1}
    assert found.directed
    assert found.row_nodes == (
        Node(name="Ana", mode="actor", type="PER", frequency=2),
        Node(name="Bo", mode="actor", type="PER", frequency=2),
    )


def citations() -> list[tuple[str, str, str]]:
    return [
        ("s1", "ana", "a1"),
        ("s2", "bo", "a1"),
        ("s3", "bo", "a2"),
        ("s4", "cy", "a2"),
        ("s5", "cy", "a3"),
    ]


CITED = corpus(
    *(record(id_, "source", in_, {"source": "says"}, {"speaker": who}) for id_, who, in_ in citations()),
    articles=(article("a1"), article("a2", outlet="Weekly"), article("a3")),
)


def test_sources_of_the_same_article_or_outlet_are_used_together() -> None:
    found = square(network(CITED, network="source-co-use"))
    assert found == {("Ana", "Bo"): 1, ("Bo", "Ana"): 1, ("Bo", "Cy"): 1, ("Cy", "Bo"): 1}
    assert square(network(CITED, network="source-co-use", co_use="outlet"))["Ana", "Cy"] == 1


def test_outlets_are_tied_to_their_sources() -> None:
    found = network(CITED, network="outlet-source")
    assert square(found) == {("Daily", "Ana"): 1, ("Daily", "Bo"): 1, ("Daily", "Cy"): 1,
                             ("Weekly", "Bo"): 1, ("Weekly", "Cy"): 1}  # fmt: skip
    assert [node.mode for _id, node in found.nodes()] == ["outlet", "outlet", "actor", "actor", "actor"]


def test_isolates_are_all_names_of_the_days_chosen() -> None:
    chosen = {"exclude_concepts": "war"}
    assert network(STANCES, **chosen).matrix.rows == ("Bo", "Cy")
    with_isolates = network(STANCES, isolates="yes", **chosen)
    assert (with_isolates.matrix.rows, with_isolates.matrix.columns) == (("Ana", "Bo", "Cy"), ("tax", "war"))
    assert [node.frequency for node in with_isolates.row_nodes] == [0, 1, 1]


def test_weak_ties_are_left_out_whatever_their_sign() -> None:
    twice = corpus(*STANCES.records, stance("t5", "bo", "war", "against"))
    found = network(twice, minimum="1.5")
    assert square(found) == {("Bo", "war"): -2}
    assert found.weak == 3
    assert found.matrix.rows == ("Ana", "Bo", "Cy")


def test_favor_and_against_that_cancel_out_are_no_tie_but_are_counted() -> None:
    both = corpus(stance("t1", "ana", "war", "favor"), stance("t2", "ana", "war", "against"))
    found = network(both)
    assert (square(found), found.matrix.cancelled) == ({}, 1)
    assert square(network(both, qualifier="combine")) == {("Ana", "war"): 3}


def test_nothing_makes_an_empty_network_of_each_kind() -> None:
    for kind in ("actor-concept", "actor-congruence", "actor-actor", "source-co-use", "outlet-source"):
        for normalization in ("no", "activity", "jaccard"):
            found = network(corpus(), network=kind, normalization=normalization)
            assert (len(found.matrix), [*found.nodes()], [*found.matrix.lines()]) == (0, [], [])


def test_thousands_of_names_are_no_square_in_memory() -> None:
    made = plan(network="actor-congruence")
    events = [event(f"actor {number}", f"concept {number % 700}") for number in range(2_100)]
    kind = kind_of_network(made)
    names = (sorted({event.value("actor") for event in events}), sorted({one.concept for one in events}))
    found = build_matrix(select_by_value(events, made, kind, Losses()), names, kind)
    assert len(found) == 700 * 3
    assert {*found.weight.tolist()} == {1.0}
