"""Graphs have what a network knows."""

import pytest

from annotation.exporters import ExportFailure
from annotation.exporters._networks.graphs import to_graph
from tests.annotation.exporters.networks.corpus import corpus, network, stance

RECORDS = (
    stance("t", "ana", "war", "against", target={"entity": "bo"}),
    stance("u", "bo", "war", "favor", target={"entity": "ana"}),
)


def test_a_graph_has_nodes_of_both_modes_and_signed_ties() -> None:
    graph = to_graph(network(corpus(*RECORDS)), 10)
    assert graph.nodes["Ana"] == {"label": "Ana", "mode": "actor", "type": "PER", "frequency": 1}
    assert graph.edges["Ana", "war"] == {"weight": -1.0, "sign": -1}


def test_a_directed_network_is_a_directed_graph() -> None:
    graph = to_graph(network(corpus(*RECORDS), network="actor-actor"), 10)
    assert graph.is_directed()
    assert graph.edges["Bo", "Ana"]["weight"] == 1


def test_more_ties_than_memory_holds_are_refused_with_advice() -> None:
    with pytest.raises(ExportFailure, match="2 ties"):
        to_graph(network(corpus(*RECORDS)), 1)


def test_nodes_have_numbers_where_names_are_no_ids() -> None:
    graph = to_graph(network(corpus(*RECORDS)), 10, numbered=True)
    assert dict(graph.nodes(data="label")) == {"n0": "Ana", "n1": "Bo", "n2": "war"}
    assert graph.edges["n0", "n2"]["weight"] == -1
