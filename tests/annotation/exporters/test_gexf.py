"""GEXF is read back by NetworkX."""

from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]  # NetworkX ships no types
from lxml import etree

from tests.annotation.exporters.networks.corpus import corpus, write
from tests.annotation.exporters.test_graphml import ODD


def test_nodes_and_ties_come_back_with_all_that_is_known_of_them(tmp_path: Path) -> None:
    (place,) = write("gexf", ODD, tmp_path / "out.gexf").files
    graph = nx.read_gexf(place)
    assert graph.nodes["Ana"] == {"label": "Ana", "mode": "actor", "type": "PER", "frequency": 1}
    assert (graph.edges["Bo", "war"]["weight"], graph.edges["Bo", "war"]["sign"]) == (-1, -1)
    assert graph.nodes["tax & <toll>"]["mode"] == "concept"


def test_a_directed_network_comes_back_with_its_directions(tmp_path: Path) -> None:
    (place,) = write("gexf", ODD, tmp_path / "out", network="actor-actor").files
    graph = nx.read_gexf(place)
    assert graph.is_directed()
    assert set(graph.edges) == {("Ana", "Bo"), ("Bo", "Ana")}


def test_the_day_of_writing_is_not_in_the_file(tmp_path: Path) -> None:
    (place,) = write("gexf", ODD, tmp_path / "out").files
    assert "lastmodified" not in place.read_text("utf-8")


def test_the_graph_has_no_attribute_that_the_schema_does_not_know(tmp_path: Path) -> None:
    (place,) = write("gexf", ODD, tmp_path / "out").files
    graph = etree.parse(place).getroot().find("{http://www.gexf.net/1.2draft}graph")
    assert graph is not None
    assert set(graph.attrib) <= {"defaultedgetype", "idtype", "mode", "timeformat", "start", "end"}


def test_nobody_comes_back_as_an_empty_graph(tmp_path: Path) -> None:
    (place,) = write("gexf", corpus(), tmp_path / "out").files
    assert len(nx.read_gexf(place)) == 0
