"""Nouns that stand for what was named."""

from tests.annotation.detectors.entities.reader import named, read


def nominal(text: str, *, parse: bool = False) -> dict[str, tuple[str, str]]:
    """{words: (type, what they mean)} of the mentions that are no names."""
    return {
        words: (item.type, item.entity.name if item.entity else "")
        for words, item in read(text, parse=parse)
        if item.level == "NOM"
    }


def test_the_alliance_is_the_one_that_was_named() -> None:
    assert nominal("L’OTAN hésite. Puis l’alliance décide.")["alliance"] == ("ORG", "OTAN")
    assert nominal("Puis l’alliance décide.") == {}


def test_an_alliance_of_others_is_not_meant() -> None:
    assert "alliance" not in nominal("L’OTAN hésite. Puis l’alliance de gauche décide.")


def test_a_noun_means_the_name_that_it_introduced() -> None:
    found = nominal("Hier, le syndicat Vardax a protesté.\nLe syndicat demande une réunion.")
    assert found["syndicat"] == ("ORG", "Vardax")


def test_a_noun_that_introduced_two_names_means_neither() -> None:
    found = nominal("Hier, le syndicat Vardax et le syndicat Morix ont protesté.\nLe syndicat insiste.")
    assert "syndicat" not in found


def test_a_government_means_its_country() -> None:
    found = nominal("Le régime de Pyongyang et le gouvernement polonais négocient.")
    assert found["régime de Pyongyang"] == ("ORG", "Corée du Nord")
    assert found["gouvernement polonais"] == ("ORG", "Pologne")


def test_a_nationality_means_the_only_person_close_before() -> None:
    found = nominal("Hier, Claire Morin a parlé.\nTout va bien, a promis la Polonaise.")
    assert found["Polonaise"] == ("NORP", "Claire Morin")


def test_a_nationality_means_nobody_where_two_persons_are_close() -> None:
    found = read("Hier, Claire Morin a vu Paul Duval.\nTout va bien, a promis la Polonaise.")
    assert "Polonaise" not in named(found)


def test_a_role_means_the_person_beside_it_and_so_it_does_later() -> None:
    found = nominal("Ici, la ministre de la Santé, Claire Morin, a parlé.\nLa ministre a souri.")
    assert found == {"ministre de la Santé": ("ROLE", "Claire Morin"), "ministre": ("ROLE", "Claire Morin")}


def test_a_role_after_a_name_means_it_too() -> None:
    found = nominal("Ici, Claire Morin, présidente de la Vardanie, a parlé.")
    assert found["présidente de la Vardanie"] == ("ROLE", "Claire Morin")


def test_a_role_of_two_persons_means_neither() -> None:
    found = nominal("Ici, la ministre Claire Morin a vu la ministre Anne Duval.\nLa ministre a souri.")
    assert found["ministre"][1] == ""
