"""Verbs of saying with what belongs to them."""

import pytest

from annotation.detectors._attributions.verbs import read_group
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("code", "text", "cue", "lemma", "form"),
    [
        ("fr", "Elle a vivement condamné", "a vivement condamné", "condamner", "finite"),
        ("fr", "Il s'est dit choqué", "s'est dit", "se dire", "finite"),
        ("fr", "Il n'a pas précisé", "n'a pas précisé", "préciser", "finite"),
        ("fr", "a-t-elle ajouté", "a-t-elle ajouté", "ajouter", "finite"),
        ("fr", "ajoute-t-il", "ajoute-t-il", "ajouter", "finite"),
        ("fr", "Il a, de son côté, revendiqué", "a, de son côté, revendiqué", "revendiquer", "finite"),
        ("fr", "Elle a dû rappeler", "a dû rappeler", "rappeler", "finite"),
        ("fr", "Il n'a ni confirmé ni infirmé", "n'a ni confirmé ni infirmé", "infirmer", "finite"),
        ("fr", "Elle part, ajoutant", "ajoutant", "ajouter", "gerund"),
        ("fr", "Il part et promis", "promis", "promettre", "participle"),
        ("en", "She has repeatedly denied", "has repeatedly denied", "deny", "finite"),
        ("en", "They did not confirm", "did not confirm", "confirm", "finite"),
        ("en", "He is calling", "is calling", "call", "finite"),
        ("en", "We want to discuss", "to discuss", "discuss", "infinitive"),
    ],
)
def test_a_verb_has_its_auxiliaries_and_negations(
    code: str, text: str, cue: str, lemma: str, form: str
) -> None:
    here = passage(text, code)
    found = [here.groups[at] for at in sorted(here.groups)][-1]
    assert words(here, here.chars(found.first, found.end)) == [cue]
    assert (found.cue.lemma, found.form) == (lemma, form)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("une demande", "demande"),
        ("la hausse inquiète", "inquiete"),
        ("c'est-à-dire", "dire"),
        ("Le Monde Annonce", "annonce"),
    ],
)
def test_a_noun_an_adjective_or_a_name_is_no_verb_of_saying(text: str, verb: str) -> None:
    here = passage(text)
    assert read_group(here, here.folds.index(verb)) is None


@pytest.mark.parametrize(
    ("code", "text", "verb", "passive", "negated"),
    [
        ("fr", "La Russie a été accusée", "accusee", True, False),
        ("fr", "Il s'est défendu", "defendu", False, False),
        ("fr", "Elle n'exclut pas", "exclut", False, True),
        ("en", "He was accused", "accused", True, False),
        ("en", "She hasn't said", "said", False, True),
    ],
)
def test_passive_and_negation_are_told(code: str, text: str, verb: str, passive: bool, negated: bool) -> None:
    here = passage(text, code)
    found = here.groups[here.folds.index(verb)]
    assert (found.passive, found.negated) == (passive, negated)


def test_the_subject_tied_to_a_verb_is_found() -> None:
    here = passage("a-t-elle ajouté, dit-il")
    assert [words(here, here.groups[at].tied) for at in sorted(here.groups)] == [["elle"], ["il"]]
