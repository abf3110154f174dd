"""Reading a paragraph from left to right."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._figures.reading import Reading, read_figures, writes_foreign_decimals

WORDS = st.sampled_from(
    [
        "12",
        "3,5",
        "1.000",
        "mille",
        "cent",
        "dix",
        "un",
        "une",
        "de",
        "d'",
        "et",
        "à",
        "entre",
        "plus",
        "moins",
        "environ",
        "%",
        "€",
        "euros",
        "km",
        "ans",
        "millions",
        "milliard",
        "sur",
        "-",
        "/",
        "(",
        ".",
        ",",
        "quelques",
        "pays",
        "le",
        "la",
        "fois",
        "plus",
        "2024",
        "mai",
        "1er",
        "e",
        "½",
        "$",
        "par",
        "an",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(["fr", "en"]))
def test_figures_are_in_order_apart_and_inside_the_text(text: str, code: str) -> None:
    found = read_figures(text, code, {}, Reading())
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_a_range_has_two_ends_in_order(text: str) -> None:
    for item in read_figures(text, "fr", {}, Reading()):
        if item.comparator == "range":
            assert item.low is not None
            assert item.high is not None
            assert item.low < item.high
            assert item.value is None


def test_what_was_read_is_remembered_for_later_paragraphs() -> None:
    reading = Reading()
    read_figures("Le plan coûte 3 euros.", "fr", {}, reading)
    found = read_figures("La somme sera versée.", "fr", {}, reading)
    assert [(item.kind, item.unit, item.vague) for item in found] == [("money", "EUR", True)]


def test_digits_after_a_name_belong_to_it() -> None:
    assert read_figures("Le char Leopard 2 et la chaîne France 24.", "fr", {}, Reading()) == []


def values(text: str, code: str = "fr") -> list[tuple[str, str]]:
    return [(item.kind, str(item.value)) for item in read_figures(text, code, {}, Reading())]


def test_a_currency_named_in_full_completes_those_after_it() -> None:
    found = read_figures("Il paie 900 francs suisses, puis 800 francs.", "fr", {}, Reading())
    assert [item.unit for item in found] == ["CHF", "CHF"]
    assert [item.unit for item in read_figures("Il paie 800 francs.", "fr", {}, Reading())] == [""]


def test_years_are_dates_and_counts_are_not() -> None:
    assert values("Ils étaient 1500 en 1990.") == [("cardinal", "1500"), ("date", "1990")]
    assert values("La réforme vaut jusqu'en 2035.") == [("date", "2035")]
    assert values("Plus de 2000 ont signé.") == [("cardinal", "2000")]


def test_an_identifier_is_no_figure() -> None:
    assert values("Le message 783499116076687360 a disparu.") == []


def test_comparators_hold_for_shares_and_multipliers() -> None:
    found = read_figures("Près d'un Français sur trois paie plus du double.", "fr", {}, Reading())
    assert [(item.kind, item.comparator) for item in found] == [("fraction", "~"), ("multiplier", ">")]


def test_decimals_of_another_language_are_noticed() -> None:
    assert writes_foreign_decimals("Le taux passe de 12.5 à 13.75 %.", "fr")
    assert not writes_foreign_decimals("Le taux passe de 12.5 à 13,75 %.", "fr")
    assert not writes_foreign_decimals("The rate goes from 12.5 to 13.75.", "en")


def test_scores_school_classes_and_names_are_left() -> None:
    for text in (
        "Battus 6-4, 3-6.",
        "Un collège sans notes jusqu'en quatrième.",
        "L'association Les Deux Rives.",
    ):
        assert values(text) == []
