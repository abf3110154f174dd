"""Organisations that the words beside a name give away."""

import pytest

from annotation.detectors._entities.agreement import Stretches
from annotation.detectors._entities.cued import judge_cued, load_cues, read_cued
from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._entities.mention import Mention
from tests.annotation.detectors.entities.reader import line_of, read, typed


def cued(text: str, lang: str = "fr", *named: str) -> list[str]:
    """The organisations that words beside them give away, where a model sees the names `named`."""
    line = line_of(text, lang)
    items = [
        Mention(line.text.index(one), line.text.index(one) + len(one), "PER", ("model",)) for one in named
    ]
    found = read_cued(line, load_gazetteer(lang), load_cues(lang), Stretches(items))
    return [line.text[item.start : item.end] for item in found]


def judged(text: str, words: str, kind: str) -> str:
    line = line_of(text)
    start = line.text.index(words)
    item = Mention(start, start + len(words), kind, ("model",))
    made = judge_cued(line, item, load_gazetteer("fr"), load_cues("fr"))
    return made.type if made else kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Les salariés de Ferrovel débrayent.", ["Ferrovel"]),
        ("Le patron d’Olvane se tait.", ["Olvane"]),
        ("On l’assure chez Norvel & Brun.", ["Norvel & Brun"]),
        ("La fusion entre Norvel et Banco Alto est faite.", ["Norvel", "Banco Alto"]),
        ("Norvel, filiale de rien, gagne.", ["Norvel"]),
        ("Norvel, une jeune entreprise, gagne.", []),
        ("Norvel, une entreprise née hier, gagne.", ["Norvel"]),
        ("Il vend tout à l’américain Redvel.", ["Redvel"]),
        ("Le président de Norvel se tait.", ["Norvel"]),
        ("Le président américain Redvel se tait.", []),
        ("Chez Claire Morin, on rit.", []),
        ("Chez Mme Morin, on rit.", []),
        ("Le patron de Paris se tait.", []),
        ("Les salariés de la région débrayent.", []),
        ("Chez les Français, on rit.", []),
    ],
)
def test_words_beside_a_name_make_it_an_organisation(text: str, names: list[str]) -> None:
    assert cued(text) == names


def test_what_may_be_a_person_is_left_where_a_model_sees_one() -> None:
    assert cued("Un membre de Norvel se tait.") == ["Norvel"]
    assert cued("Un membre de Norvel se tait.", "fr", "Norvel") == []


def test_english_has_words_of_its_own() -> None:
    assert cued("Shares of Norvel fell, said an analyst at Redvel.", "en") == ["Norvel", "Redvel"]


@pytest.mark.parametrize(
    ("text", "words", "kind", "expected"),
    [
        ("Selon Norvel, tout va.", "Norvel", "LOC", "ORG"),
        ("Selon Norvel, tout va.", "Norvel", "PER", "PER"),
        ("Pour Terres libres, tout va.", "Terres libres", "LOC", "ORG"),
        ("Il part pour Norvel, demain.", "Norvel", "LOC", "LOC"),
        ("La candidate de Demain libre parle.", "Demain libre", "MISC", "ORG"),
        ("La candidate de Morin parle.", "Morin", "PER", "PER"),
        ("Les salariés de Morin parlent.", "Morin", "PER", "ORG"),
    ],
)
def test_a_name_of_the_model_is_judged_by_the_words_before_it(
    text: str, words: str, kind: str, expected: str
) -> None:
    assert judged(text, words, kind) == expected


def test_a_person_named_in_full_elsewhere_stays_one() -> None:
    found = typed(read("Anne Velmor parle. Chez Velmor, on rit.", parse=True))
    assert found == [("Anne Velmor", "PER"), ("Velmor", "PER")]
