"""GraphML is read back by NetworkX."""

import re
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]  # NetworkX ships no types
from lxml import etree

from annotation.records import Entity
from tests.annotation.exporters.networks.corpus import Corpus, corpus, network, square, stance, write

RECORDS = (
    stance("t1", "ana", "war", "favor", target={"entity": "bo"}),
    stance("t2", "bo", "war", "against", target={"entity": "ana"}),
    stance("t3", "odd", "tax & <toll>", "favor"),
)
ODD = Corpus(
    corpus(*RECORDS).texts,
    RECORDS,
    registry=(*corpus().registry, Entity(id="odd", name='"É\x00" 🏥\nLi', type="ORG")),
    held=corpus(*RECORDS).held,
)


def read(out: Path, **chosen: str) -> nx.Graph:
    """The graph with its nodes called by their names."""
    (place,) = write("graphml", ODD, out, **chosen).files
    graph = nx.read_graphml(place)
    return nx.relabel_nodes(graph, dict(graph.nodes(data="label")))


def test_nodes_and_ties_come_back_with_all_that_is_known_of_them(tmp_path: Path) -> None:
    graph = read(tmp_path / "out.graphml")
    assert graph.nodes["Ana"] == {"label": "Ana", "mode": "actor", "type": "PER", "frequency": 1}
    assert graph.nodes["war"]["mode"] == "concept"
    weights = {frozenset(pair): weight for *pair, weight in graph.edges(data="weight")}
    assert weights == {frozenset(pair): weight for pair, weight in square(network(ODD)).items()}
    assert '"É\ufffd" 🏥 Li' in graph
    assert graph.edges["Bo", "war"]["sign"] == -1


def test_a_directed_network_comes_back_with_its_directions(tmp_path: Path) -> None:
    graph = read(tmp_path / "out", network="actor-actor")
    assert {(one, other): sign for one, other, sign in graph.edges(data="sign")} == {
        ("Ana", "Bo"): 1,
        ("Bo", "Ana"): -1,
    }


def test_nobody_comes_back_as_an_empty_graph(tmp_path: Path) -> None:
    (place,) = write("graphml", corpus(), tmp_path / "out").files
    assert len(nx.read_graphml(place)) == 0


def test_ids_and_keys_are_names_that_the_schema_takes(tmp_path: Path) -> None:
    (place,) = write("graphml", ODD, tmp_path / "out", qualifier="combine").files
    root = etree.parse(place).getroot()
    kinds = {"node": "id", "edge": "source", "key": "id", "data": "key"}
    names = [(one, etree.QName(one).localname) for one in root.iter()]
    named = [(one.get(kinds[name], ""), name) for one, name in names if name in kinds]
    assert {kind for _name, kind in named} == set(kinds)
    assert all(re.fullmatch(r"[\w.:-]+", name) for name, _kind in named)
    ids = [name for name, kind in named if kind == "node"]
    assert ids == [f"n{number}" for number in range(len(ids))]
    assert {one.get("attr.type") for one in root.iter() if one.get("attr.type")} == {
        "string",
        "long",
        "double",
    }
