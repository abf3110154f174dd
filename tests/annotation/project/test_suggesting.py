"""What may be typed next: keys, then values that the project has."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.operations import AddArticles, TagArticles
from annotation.project import Project
from annotation.project.search_keys import search_keys
from annotation.project.suggesting import Completion
from tests.annotation.newsroom import imported, newsroom


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with newsroom(tmp_path_factory.mktemp("suggesting")) as opened:
        opened.apply(AddArticles(imported=(
            imported("m", "x", outlet="Le Monde"), imported("n", "y", outlet="Monde diplomatique"),
            imported("p", "z", outlet="Libération", lang="fr"))))  # fmt: skip
        opened.apply(TagArticles(articles=("m",), add=("war zone", "energy")))
        yield opened


def complete(project: Project, typed: str) -> list[Completion]:
    """What may stand at the bar `|`."""
    place = typed.index("|")
    return project.read.corpus.completions(typed.replace("|", ""), place)


def titles(project: Project, typed: str) -> list[str]:
    return [one.title for one in complete(project, typed)]


def taken(project: Project, typed: str, title: str) -> str:
    """What stands there when one is taken."""
    one = next(one for one in complete(project, typed) if one.title == title)
    text = typed.replace("|", "")
    return text[: one.start] + one.text + text[one.end :]


def test_an_empty_line_offers_every_key_of_articles_and_the_layers(project: Project) -> None:
    found = titles(project, "|")
    assert {f"{key.names[0]}:" for key in search_keys().values() if key.kind != "number"} <= set(found)
    assert "stance:" in found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ou|", ["outlet:"]),
        ("stanc|", ["stance:", "stance_type:"]),
        ("posi|", ["stance:"]),
        ("foo tar|", ["target:"]),
        ("-lang|", ["lang:"]),
        ("foo |", []),
        ("zzz|", []),
        ("outlet:mon|", ["Le Monde", "Monde diplomatique"]),
        ("outlet:libe|", ["Libération"]),
        ('outlet:"Le Monde",lib|', ["Libération"]),
        ("lang:|", ["fr"]),
        ("tag:|", ["none", "energy", "war zone"]),
        ("status:d|", ["done"]),
        ("annotator:b|", ["Bob"]),
        ("assigned:|", ["nobody", "Ann", "Bob"]),
        ("has:s|", ["source", "stance", "suggestions"]),
        ("polarity:|", ["favor", "against", "neutral", "mixed"]),
        ("polarity:défav|", ["against"]),
        ("stance:aga|", ["against"]),
        ("target:ota|", ["OTAN"]),
        ("entity:rou|", ["Nina Roux"]),
        ("nothing:x|", []),
    ],
)
def test_what_fits_what_is_typed_is_offered(typed: str, expected: list[str], project: Project) -> None:
    assert titles(project, typed)[: len(expected)] == expected
    assert bool(titles(project, typed)) == bool(expected)


@pytest.mark.parametrize(
    ("typed", "title", "expected"),
    [
        ("ou|", "outlet:", "outlet:"),
        ("x -ou| y", "outlet:", "x -outlet: y"),
        ("outlet:mon|", "Le Monde", 'outlet:"Le Monde"'),
        ('outlet:"Le Monde",lib|', "Libération", 'outlet:"Le Monde",Libération'),
        ("target:rou| x", "Nina Roux", 'target:"Nina Roux" x'),
    ],
)
def test_what_is_taken_stands_in_its_place(typed: str, title: str, expected: str, project: Project) -> None:
    assert taken(project, typed, title) == expected


def test_a_key_waits_for_a_value_and_says_what_it_is_for(project: Project) -> None:
    (found,) = complete(project, "ou|")
    assert found.goes_on
    assert found.help.startswith("Part of the outlet")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(alphabet='outlet:ag"-*(), é', max_size=15), place=st.integers(0, 15))
def test_wherever_somebody_types_there_is_an_answer(typed: str, place: int, project: Project) -> None:
    for one in project.read.corpus.completions(typed, min(place, len(typed))):
        assert 0 <= one.start <= one.end <= len(typed)
