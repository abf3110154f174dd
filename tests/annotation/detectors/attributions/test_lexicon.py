"""Cues by their forms."""

import pytest

from annotation.detectors._attributions.lexicon import load_cues
from annotation.detectors._language import available_languages
from annotation.detectors._tokens import phrase

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
    found = load_cues(code).cues.find(phrase(form, code), 0)
    assert (found[1].lemma if found else None) == lemma


@pytest.mark.parametrize("code", available_languages())
def test_every_cue_has_a_kind_of_the_codebook(code: str) -> None:
    cues = load_cues(code).cues
    found = [cues.find(words, 0) for words in cues]
    assert {item[1].kind for item in found if item} <= KINDS


def test_a_verb_listed_twice_has_all_its_frames() -> None:
    found = load_cues("fr").cues.find(["confirme"], 0)
    assert found is not None
    assert {"quote", "clause", "object"} <= found[1].frames
