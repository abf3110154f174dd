"""Stances in what something is called."""

import pytest

from annotation.detectors._stances.judgements import read_judgement, read_predication
from tests.annotation.detectors.stances.reader import node, scene, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le syndicat juge l'idée « prématurée ».", [("syndicat", "against", "idée")]),
        ("Le syndicat qualifie ce texte de dangereux.", [("syndicat", "against", "texte")]),
        ("Le syndicat juge la réforme nécessaire.", [("syndicat", "favor", "réforme")]),
        ("Le syndicat voit dans ce texte un recul.", [("syndicat", "against", "texte")]),
        ("Le syndicat juge le texte trop coûteux.", [("syndicat", "against", "texte")]),
        ("Le texte est jugé inacceptable par le syndicat.", [("syndicat", "against", "texte")]),
        ("Le syndicat juge la réforme technique.", []),
        ("Le tribunal juge une affaire de vol.", []),
    ],
)
def test_an_adjective_decides_what_it_is_to_be_called_so(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert triples(text) == expected


def test_english_judgements_are_read() -> None:
    assert triples("The union described the plan as “reckless”.", "en") == [("union", "against", "plan")]


def test_what_somebody_says_that_something_is_is_their_stance() -> None:
    text = "« Cette décision est inacceptable », a dit Ada Morin."
    said = [("Ada Morin", "a dit", "« Cette décision est inacceptable »")]
    assert triples(text, "fr", {"Ada Morin": "PER"}, said) == [("Ada Morin", "against", "décision")]


def test_what_nobody_is_credited_with_is_no_stance() -> None:
    here = scene("Cette décision est inacceptable.")
    word = node(here, "inacceptable")
    assert not [*read_predication(here, word), *read_judgement(here, word)]
