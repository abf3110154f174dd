"""The model's names without what does not belong to them."""

import pytest

from annotation.detectors._entities.modelled import is_civil, read_modelled
from tests.annotation.detectors.entities.reader import GAZETTEER, line_of


def modelled(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """What is left of the names, (words, label), that a model has found in a text."""
    line = line_of(text, parse=True)
    assert line.doc is not None
    spans = []
    for words, label in names:
        start = line.text.index(words)
        span = line.doc.char_span(start, start + len(words), label=label, alignment_mode="expand")
        assert span is not None
        spans.append(span)
    line.doc.ents = tuple(spans)
    return [(line.text[item.start : item.end], item.type) for item in read_modelled(line, GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        ("L’Otanie avance.", "L'Otanie", ["Otanie"]),
        ("Il vient de la Vardanie.", "la Vardanie", ["Vardanie"]),
        ("Il a vu Paul Morin hier.", "Paul Morin hier", ["Paul Morin"]),
        ("Il a lu Le Monde hier.", "Le Monde", ["Le Monde"]),
        ("Il a vu M. Morin hier.", "M. Morin", ["M. Morin"]),
        ("Il a vu Me Morin hier.", "Me Morin", ["Morin"]),
        ("La France et Vardanie signent.", "France et Vardanie", ["France", "Vardanie"]),
        ("Le nom « Paul Morin » revient.", "« Paul Morin »", ["Paul Morin"]),
        ("Il a lu Morin : rien.", "Morin : rien", ["Morin"]),
    ],
)
def test_what_does_not_belong_to_a_name_is_cut(text: str, found: str, kept: list[str]) -> None:
    assert [words for words, _ in modelled(text, (found, "LOC"))] == kept


@pytest.mark.parametrize(
    ("text", "found"),
    [("Le PIB recule.", "PIB"), ("Mercredi, il pleut.", "Mercredi"), ("Menace sur la ville.", "Menace")],
)
def test_what_never_is_a_name_is_dropped(text: str, found: str) -> None:
    assert modelled(text, (found, "MISC")) == []


def test_a_person_is_not_the_place_that_follows() -> None:
    text = "On reçoit Élisabeth II d’Angleterre ce soir."
    assert modelled(text, ("Élisabeth II d'Angleterre", "PER")) == [("Élisabeth II", "PER")]


def test_a_label_that_no_type_stands_for_is_left() -> None:
    assert modelled("Il a vu Paul Morin.", ("Paul Morin", "CARDINAL")) == []


def test_without_a_parse_there_is_no_model() -> None:
    assert list(read_modelled(line_of("Paul Morin"), GAZETTEER)) == []


def test_a_civility_belongs_to_the_name_after_it() -> None:
    assert is_civil(line_of("Mme Morin"), 0, GAZETTEER)
    assert not is_civil(line_of("Mme la maire"), 0, GAZETTEER)
    assert not is_civil(line_of("Me Morin"), 0, GAZETTEER)


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        ("La Cour des eaux épingle la gestion.", "Cour des eaux épingle la gestion", "Cour des eaux"),
        ("Le Comité des eaux demande un vote.", "Comité des eaux demande un vote", "Comité des eaux"),
        ("La Ligue contre le bruit gagne.", "Ligue contre le bruit", "Ligue contre le bruit"),
        ("La Fédération des pêcheurs du littoral vote.", "Fédération des pêcheurs du littoral",
         "Fédération des pêcheurs du littoral"),
    ],
)  # fmt: skip
def test_a_name_ends_before_a_verb_that_a_model_took_in(text: str, found: str, kept: str) -> None:
    assert modelled(text, (found, "ORG")) == [(kept, "ORG")]
