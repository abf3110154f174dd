"""The words of stance, as the data files have them."""

import pytest

from annotation.detectors import available_languages
from annotation.detectors._stances.lexicon import (
    NounCue,
    Sense,
    StanceLexicon,
    StateCue,
    VerbCue,
    load_stances,
)

POLARITIES = {"favor", "against", "neutral", "mixed"}

each_language = pytest.mark.parametrize("code", available_languages())


def cue(code: str, name: str) -> VerbCue:
    found = {item.name: item for items in load_stances(code).verbs.values() for item in items}
    return found[name]


def test_a_cue_is_cut_into_its_verb_the_words_between_and_its_preposition() -> None:
    found = cue("fr", "prendre la defense de")
    assert (found.verb, found.between, found.preposition) == ("prendre", ("la", "defense"), "de")


def test_a_reflexive_cue_is_told_from_the_plain_verb() -> None:
    assert cue("fr", "se opposer à").reflexive
    assert not cue("fr", "rejeter").reflexive


def test_a_particle_of_an_english_verb_stands_between() -> None:
    found = cue("en", "come out against")
    assert (found.verb, found.between, found.preposition) == ("come", ("out",), "against")


def test_the_more_particular_cue_of_a_verb_comes_first() -> None:
    names = [item.name for item in load_stances("en").verbs["stand"]]
    assert names[-1] in {"stand with", "stand by", "stand against"}
    assert names[0] == "stand up for"


def test_a_regular_french_form_leads_to_its_verb() -> None:
    forms = load_stances("fr").forms
    assert forms["reclame"] == "reclamer"
    assert forms["soutient"] == "soutenir"


def test_an_adjective_of_judgement_takes_a_side() -> None:
    judgements = load_stances("fr").judgements
    assert judgements.polarity("scandaleux") == "against"
    assert judgements.polarity("courageux") == "favor"
    assert judgements.polarity("municipal") is None


@each_language
def test_a_word_is_of_the_kind_that_the_file_says(code: str) -> None:
    lexicon = load_stances(code)
    assert lexicon.has("copulas", {"fr": "etre", "en": "be"}[code])
    assert not lexicon.has("copulas", "xyz")


def others(lexicon: StanceLexicon) -> list[NounCue | StateCue]:
    return [*lexicon.nouns.values(), *lexicon.states.values(), *lexicon.predicates.values()]


@each_language
def test_every_polarity_is_one_of_the_codebook(code: str) -> None:
    lexicon = load_stances(code)
    senses: list[Sense] = [item.sense for items in lexicon.verbs.values() for item in items]
    senses += [item.sense for item in others(lexicon)]
    assert {sense.polarity for sense in senses} <= POLARITIES
    assert {sense.negated for sense in senses} <= {*POLARITIES, ""}
    assert all(1 <= sense.intensity <= 3 and 0 < sense.sure <= 1 for sense in senses)
    assert {sense.type for sense in senses} <= {"sentiment", "agreement", "evaluation", "demand"}


@each_language
def test_every_preposition_that_a_cue_names_has_its_forms(code: str) -> None:
    lexicon = load_stances(code)
    named = {item.preposition for items in lexicon.verbs.values() for item in items} - {""}
    named |= {name for item in others(lexicon) for name in item.prepositions}
    assert named <= set(lexicon.prepositions)


def test_both_files_have_the_same_kinds_of_words() -> None:
    assert set(load_stances("fr").words) == set(load_stances("en").words)
