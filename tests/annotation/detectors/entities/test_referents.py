"""Whom and what the names of an article mean."""

import pytest

from annotation.detectors._entities.referents import slug
from tests.annotation.detectors.entities.reader import named, read


@pytest.mark.parametrize(
    ("name", "key"), [("Mark Rutte", "mark-rutte"), ("L’Écho des Îles", "echo-des-iles"), ("…", "x")]
)
def test_a_key_is_the_same_however_a_name_is_written(name: str, key: str) -> None:
    assert slug(name) == key


def test_a_surname_means_the_person_named_in_full() -> None:
    found = read("Hier, Claire Morin a parlé.\nSelon Morin, tout va bien. Et Mme Morin l’a répété.")
    assert named(found) == dict.fromkeys(("Claire Morin", "Morin", "Mme Morin"), "Claire Morin")
    assert {item.entity.id for _, item in found if item.entity} == {"claire-morin"}


def test_the_longest_form_names_the_person() -> None:
    found = read("Ici, Jean Marie Morin a parlé, puis Jean Morin.")
    assert set(named(found).values()) == {"Jean Marie Morin"}


def test_a_surname_of_two_persons_means_neither() -> None:
    found = read("Ici, Claire Morin et Paul Morin ont parlé. Selon Morin, tout va bien.")
    assert named(found) == {"Claire Morin": "Claire Morin", "Paul Morin": "Paul Morin"}


def test_a_name_that_comes_first_means_the_person_too() -> None:
    found = read("Ici, Kim Jong-un a parlé. Les missiles de Kim volent.")
    assert named(found)["Kim"] == "Kim Jong-un"


def test_a_surname_alone_names_nobody() -> None:
    assert named(read("Hier, M. Morin a parlé.")) == {}


def test_an_acronym_in_brackets_means_what_stands_before_it() -> None:
    found = read("La Fédération des Irrigants (FDI) proteste.\nLa FDI insiste.")
    assert set(named(found).values()) == {"Fédération des Irrigants"}
    entity = next(item.entity for words, item in found if words == "FDI")
    assert entity is not None
    assert entity.aliases == ("FDI",)


def test_known_names_have_the_same_key_in_every_language() -> None:
    french, english = read("Le rapport de l’Otan."), read("A report by NATO.", "en")
    assert [item.entity.id for _, item in french if item.entity] == ["nato"]
    assert [item.entity.id for _, item in english if item.entity] == ["nato"]


def test_a_people_means_its_country() -> None:
    assert named(read("Tous les Polonais votent.")) == {"Polonais": "Pologne"}
