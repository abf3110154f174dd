"""Names out of bylines, and nothing that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers._reading.bylines import authors_of


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By PAPER AUTHOR", ("PAPER AUTHOR",)),
        ("BY STEPHEN POLLARD", ("STEPHEN POLLARD",)),
        ("Ross Ihaka and Robert Gentleman", ("Ross Ihaka", "Robert Gentleman")),
        ("Mattha Busby (now), Andrew Sparrow (earlier)", ("Mattha Busby", "Andrew Sparrow")),
        ("Daniel Boffey in Brussels", ("Daniel Boffey",)),
        ("By Ann Lee, Transport Editor", ("Ann Lee",)),
        ("Ann Lee Politics Editor", ("Ann Lee",)),
        ("Élise Marchand et Yann Le Gall", ("Élise Marchand", "Yann Le Gall")),
        ("Propos recueillis par Jeanne Roux", ("Jeanne Roux",)),
        ("Von Anna Berg und Jens Thor", ("Anna Berg", "Jens Thor")),
        ("Von der Leyen", ("der Leyen",)),
        ("Lucía Ortega y Gasset", ("Lucía Ortega y Gasset",)),
        ("Ana Ruiz y Juan Gil", ("Ana Ruiz", "Juan Gil")),
        ("Paul Nizan ; Inès Haddad", ("Paul Nizan", "Inès Haddad")),
        ("AFP", ("AFP",)),
        ("Paulo Santalucia and Frances d'Emilio", ("Paulo Santalucia", "Frances d'Emilio")),
        ("Ann Lee ann.lee@post.example", ("Ann Lee",)),
        ("John Smith Jr.", ("John Smith Jr.",)),
        ("Ann Lee, Ann Lee", ("Ann Lee",)),
        ("", ()),
        ("by", ("by",)),
        ("—", ()),
    ],
)
def test_the_names_of_a_byline(byline: str, names: tuple[str, ...]) -> None:
    assert authors_of(byline) == names


def test_names_with_the_family_first_are_turned() -> None:
    assert authors_of("Lee, Ann; Ek, Bo", family_first=True) == ("Ann Lee", "Bo Ek")
    assert authors_of("Reuters; Lee, Ann, Jr", family_first=True) == ("Reuters", "Lee, Ann, Jr")


def test_a_sentence_is_no_name() -> None:
    assert authors_of("x" * 200) == ()


@given(byline=st.text(max_size=80))
def test_any_byline_gives_names_without_blanks_around_them(byline: str) -> None:
    assert all(name == name.strip() and name for name in authors_of(byline))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Berg, Anna; Thor, Jens", ("Anna Berg", "Jens Thor")),
        ("Berg, Anna", ("Anna Berg",)),
        ("von der Leyen, Ursula", ("Ursula von der Leyen",)),
        ("MARTIN, Paul et ROUX, Jeanne", ("Paul MARTIN", "Jeanne ROUX")),
        ("Roux, Jeanne; avec AFP", ("Jeanne Roux", "AFP")),
        ("Jeanne Roux (avec AFP)", ("Jeanne Roux", "AFP")),
        ("Reuters, AFP", ("Reuters", "AFP")),
        ("(Reuters)", ("Reuters",)),
        ("Carl Dunn; Harbour Writer", ("Carl Dunn",)),
        ("By ANN LEE; Bo Ek contributed reporting from Oslo.", ("ANN LEE", "Bo Ek")),
        ("De notre correspondante à Berlin, Jeanne Roux", ("Jeanne Roux",)),
        ("Von unserem Korrespondenten Jens Thor", ("Jens Thor",)),
        ("Van onze verslaggever Jan de Vries", ("Jan de Vries",)),
        ("dal nostro inviato Marco Rossi", ("Marco Rossi",)),
        ("Marco Rossi - Roma", ("Marco Rossi",)),
        ("Ein Gastbeitrag von Anna Berg", ("Anna Berg",)),
        ("Words: Ann Lee; Photographs: Bo Ek", ("Ann Lee",)),
        ("Interview: Anna Berg", ("Anna Berg",)),
        ("Ann Lee, PhD", ("Ann Lee",)),
        ("Jeanne Roux@jroux", ("Jeanne Roux",)),
        ("a.lee@post.example", ()),
        ("N/A", ()),
        ("Unknown", ()),
    ],
)
def test_bylines_of_many_houses_give_the_names_alone(byline: str, names: tuple[str, ...]) -> None:
    assert authors_of(byline) == names
