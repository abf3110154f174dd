"""What one language knows about names."""

import pytest

from annotation.detectors._entities.gazetteer import load_gazetteer, load_nouns
from annotation.detectors._language import available_languages
from annotation.detectors._tokens import phrase


@pytest.mark.parametrize("lang", available_languages())
def test_every_language_has_its_words(lang: str) -> None:
    gazetteer, nouns = load_gazetteer(lang), load_nouns(lang)
    assert len(gazetteer.names) > 1000
    assert len(gazetteer.given) > 300
    assert nouns.roles.find(phrase("president" if lang == "en" else "président", lang), 0)
    assert gazetteer is load_gazetteer(lang)


def test_only_a_model_without_governments_leaves_places_to_guess() -> None:
    assert load_gazetteer("fr").guesses_places
    assert not load_gazetteer("en").guesses_places


def test_a_civility_says_whether_it_is_kept() -> None:
    civil = load_gazetteer("fr").civil
    assert civil.find(("M", "."), 0) == (2, True)
    assert civil.find(("Me",), 0) == (1, False)
