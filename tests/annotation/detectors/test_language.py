"""A language is a folder of TOML files."""

from pathlib import Path

import pytest

from annotation.detectors import _language
from annotation.detectors._attributions.lexicon import load_cues
from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._language import (
    LanguageError,
    Phrases,
    available_languages,
    fold,
    load_language,
    read_table,
)


def test_french_and_english_have_a_folder() -> None:
    assert {"fr", "en"} <= set(available_languages())


@pytest.mark.parametrize("code", available_languages())
def test_every_language_has_all_that_the_detectors_read(code: str) -> None:
    assert load_language(code).small_words
    assert len(load_lexicon(code).numbers.simple) > 20
    assert len(load_cues(code).nouns.words) > 50
    assert len(read_table(f"{code}/cue_verbs")["verb"]) > 5
    assert len(load_gazetteer(code).names) > 100


def test_a_language_without_a_folder_is_named_in_the_error() -> None:
    with pytest.raises(LanguageError, match="xx"):
        load_language("xx")


def test_a_damaged_file_is_named_in_the_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "resources" / "languages"
    (folder / "zz").mkdir(parents=True)
    (folder / "zz" / "language.toml").write_text("name = ", encoding="utf-8")
    monkeypatch.setattr(_language, "LANGUAGES", folder)
    monkeypatch.setattr(_language, "RESOURCES", tmp_path / "resources")
    with pytest.raises(LanguageError, match=r"language\.toml"):
        read_table("zz/language")


def test_a_file_that_lacks_a_key_is_named_in_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "languages"
    (folder / "yy").mkdir(parents=True)
    (folder / "yy" / "language.toml").write_text('name = "Y"', encoding="utf-8")
    monkeypatch.setattr(_language, "LANGUAGES", folder)
    with pytest.raises(LanguageError, match="yy"):
        load_language("yy")


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Élysée", "elysee"), ("à", "à"), ("À", "à"), ("NŒUD", "noeud"), ("Straße", "strasse"), ("", "")],
)
def test_words_are_looked_up_without_capitals_and_accents(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_the_longest_phrase_is_found() -> None:
    phrases = Phrases([(("plus", "de"), 1), (("plus", "de", "la", "barre"), 2), (("plus",), 3)])
    words = ["plus", "de", "la", "barre", "plus", "de", "la", "fin", "plus"]
    assert phrases.find(words, 0) == (4, 2)
    assert phrases.find(words, 4) == (6, 1)
    assert phrases.find(words, 8) == (9, 3)
    assert phrases.find(words, 1) is None
    assert phrases.find(words, 99) is None


def test_of_two_equal_phrases_the_first_counts() -> None:
    phrases = Phrases([(("a",), 1), (("a",), 2), ((), 3)])
    assert phrases.find(["a"], 0) == (1, 1)
    assert list(phrases) == [("a",)]
    assert len(phrases) == 1
