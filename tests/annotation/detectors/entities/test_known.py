"""Known places, organisations and peoples."""

import pytest

from annotation.detectors._entities.known import (
    entity_of,
    load_known,
    load_names,
    load_peoples,
    load_towns,
)
from annotation.detectors._language import available_languages, read_table
from annotation.detectors._tokens import phrase, tokenize


def key_of(words: str, lang: str = "fr") -> str | None:
    tokens = tokenize(words, lang)
    found = load_names(lang).find(tokens, [token.fold for token in tokens], 0)
    return found[1].key if found and found[0] == len(tokens) else None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("OTAN", "nato"),
        ("Otan", "nato"),
        ("Alliance atlantique", "nato"),
        ("alliance atlantique", None),
        ("Etats-Unis", "united-states"),
        ("ÉTATS-UNIS", "united-states"),
        ("état", None),
        ("UE", "european-union"),
        ("Ue", None),
        ("Un", None),
        ("mer Noire", "black-sea"),
        ("Mer Noire", "black-sea"),
        ("Congo", ""),
    ],
)
def test_capitals_count_and_accents_do_not(words: str, key: str | None) -> None:
    assert key_of(words) == key


def test_a_name_that_a_hyphen_ties_more_to_is_another_one() -> None:
    tokens = tokenize("Saint-Denis-sur-Huisne brûle.", "fr")
    assert load_names("fr").find(tokens, [token.fold for token in tokens], 0) is None
    assert key_of("Saint-Denis") is not None


def test_the_many_towns_are_no_names_like_others() -> None:
    tokens = tokenize("Montbéliard", "fr")
    found = load_towns("fr").find(tokens, [token.fold for token in tokens], 0)
    assert found is not None
    assert (found[1].key, found[1].type) == ("towns/FR/Montbéliard", "GPE")
    assert key_of("Montbéliard") is None
    entity = entity_of("towns/FR/Montbéliard", "fr")
    assert entity is not None
    assert entity.name == "Montbéliard"


def test_a_name_and_its_translation_and_acronym_are_one() -> None:
    assert key_of("BCE") == key_of("Banque centrale européenne") == key_of("ECB", "en")
    assert key_of("Moscou") == key_of("Moscow", "en") == "moscow"


def test_an_entry_is_called_as_its_language_does() -> None:
    french, english = entity_of("nato", "fr"), entity_of("nato", "en")
    assert french is not None
    assert english is not None
    assert (french.id, french.name, french.wikidata) == ("nato", "OTAN", "Q7184")
    assert (english.id, english.name, english.type) == ("nato", "NATO", "ORG")
    assert {"Alliance atlantique", "North Atlantic Treaty Organization"} <= set(french.aliases)
    assert french.name not in french.aliases


def test_what_no_list_knows_has_no_entry() -> None:
    assert entity_of("atlantis", "fr") is None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("nord-coréen", "north-korea"),
        ("nord-coréennes", "north-korea"),
        ("Néerlandais", "netherlands"),
        ("turque", "turkey"),
        ("grecques", "greece"),
        ("lettones", "latvia"),
        ("bretonne", "brittany"),
        ("européens", ""),
        ("congolais", ""),
    ],
)
def test_peoples_are_known_in_every_form(words: str, key: str) -> None:
    folds = phrase(words, "fr")
    assert load_peoples("fr").find(folds, 0) == (len(folds), key)


def test_an_english_people_of_two_words_is_one() -> None:
    assert load_peoples("en").find(phrase("North Koreans", "en"), 0) == (2, "north-korea")


@pytest.mark.parametrize("lang", available_languages())
def test_what_is_said_of_a_key_is_said_of_a_known_one(lang: str) -> None:
    known, facts = load_known(lang), read_table("known")
    for section in facts.values():
        for entry in section.values():
            for fact in ("capital", "country", "acts_for"):
                assert entry.get(fact, "france") in load_known("fr")
    assert len(known) > 1000
    assert all(known[key].names for key in known)


def test_no_wikidata_item_stands_for_two_things() -> None:
    items = [
        entry["wikidata"]
        for section in read_table("known").values()
        for entry in section.values()
        if "wikidata" in entry
    ]
    assert len(items) == len(set(items))
