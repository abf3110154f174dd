"""Nodes can be told apart, and ties name them."""

from tests.annotation.exporters.networks.corpus import corpus, network, stance


def test_an_actor_and_a_concept_of_the_same_name_are_two_nodes() -> None:
    found = network(corpus(stance("t", "ana", "Ana", "favor"), stance("u", "bo", "Ana (concept)", "favor")))
    assert found.row_ids == ("Ana", "Bo")
    assert found.column_ids == ("Ana (concept) (concept)", "Ana (concept)")
    assert [(tie.source, tie.target) for tie in found.ties()] == [
        ("Ana", "Ana (concept) (concept)"),
        ("Bo", "Ana (concept)"),
    ]


def test_a_tie_has_its_sign_and_where_polarities_are_combined_their_names() -> None:
    records = (stance("t", "ana", "war", "favor"), stance("u", "ana", "tax", "against"))
    assert [tie.sign for tie in network(corpus(*records)).ties()] == [-1, 1]
    combined = network(corpus(*records), qualifier="combine")
    assert [(tie.weight, tie.meaning) for tie in combined.ties()] == [(2, "against"), (1, "favor")]


def test_nodes_without_a_tie_are_counted() -> None:
    found = network(corpus(stance("t", "ana", "war", "favor")), isolates="yes", exclude_actors="Ana")
    assert found.untied == 2
    assert network(corpus(stance("t", "ana", "war", "favor")), network="actor-congruence").untied == 1
