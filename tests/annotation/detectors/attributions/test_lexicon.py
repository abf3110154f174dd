"""Cues by their forms."""

import pytest

from annotation.detectors._attributions.lexicon import load_cues
from annotation.detectors._language import available_languages
from annotation.detectors._tokens import phrase

FRAMES = {
    *("quote", "incise", "tied", "clause", "question", "infinitive", "action", "doing", "blame", "call"),
    *("predicate", "feeling", "view", "object", "about"),
}
KINDS = {"assertion", "belief", "knowledge", "intention", "attitude", "decree"}


@pytest.mark.parametrize(
    ("code", "form", "lemma"),
    [
        ("fr", "annonça", "annoncer"),
        ("fr", "jugeait", "juger"),
        ("fr", "préviennent", "prévenir"),
        ("fr", "a-t-elle", None),
        ("fr", "fait savoir", "faire savoir"),
        ("fr", "martelé", "marteler"),
        ("en", "said", "say"),
        ("en", "denies", "deny"),
        ("en", "admitted", "admit"),
        ("en", "pointed out", "point out"),
        ("en", "table", None),
    ],
)
def test_a_form_leads_to_its_verb(code: str, form: str, lemma: str | None) -> None:
    found = load_cues(code).verbs.find(phrase(form, code), 0)
    assert (found[1].plain.lemma if found and found[1].plain else None) == lemma


@pytest.mark.parametrize("code", available_languages())
def test_every_word_has_a_kind_of_the_codebook(code: str) -> None:
    lexicon = load_cues(code)
    forms = [found[1] for words in lexicon.verbs if (found := lexicon.verbs.find(words, 0))]
    cues = [cue for form in forms for cue in (form.plain, form.reflexive) if cue]
    kinds = {kind for cue in cues for kind in cue.kinds.values()}
    kinds |= {noun.kind for noun in lexicon.nouns.words.values()}
    assert kinds <= KINDS
    assert {frame for cue in cues for frame in cue.frames} <= FRAMES


def test_a_verb_listed_twice_has_all_its_frames() -> None:
    found = load_cues("fr").verbs.find(["confirme"], 0)
    assert found is not None
    assert found[1].plain is not None
    assert {"quote", "clause", "object"} <= found[1].plain.frames


def test_a_reflexive_verb_is_another_one() -> None:
    found = load_cues("fr").verbs.find(["inquiete"], 0)
    assert found is not None
    assert found[1].plain is None
    assert found[1].reflexive is not None
    assert found[1].reflexive.lemma == "s'inquiéter"


def test_a_quotation_has_the_kind_of_a_clause() -> None:
    found = load_cues("fr").verbs.find(["estime"], 0)
    assert found is not None
    assert found[1].plain is not None
    assert found[1].plain.kind("quote") == "belief"


def test_plurals_of_states_are_understood() -> None:
    assert load_cues("fr").states.find(["favorables"], 0) is not None
