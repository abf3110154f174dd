"""What stands before a verb and belongs to it."""

import pytest

from annotation.detectors._attributions.auxiliaries import Before, read_before
from tests.annotation.detectors.attributions.reader import passage


def before(text: str, verb: str, code: str = "fr") -> tuple[Before, str]:
    """What stands before a verb, and the first word that belongs to it."""
    here = passage(text, code)
    found = read_before(here, here.folds.index(verb))
    return found, here.folds[found.first]


@pytest.mark.parametrize(
    ("code", "text", "verb", "first", "kinds"),
    [
        ("fr", "Elle a souvent promis", "promis", "a", {"having"}),
        ("fr", "La ville est accusée", "accusee", "est", {"being"}),
        ("fr", "Il ne veut pas promettre", "promettre", "ne", {"negated", "modal"}),
        ("fr", "Il s'est félicité", "felicite", "s'", {"being", "reflexive"}),
        ("fr", "Elle part, dit", "dit", "dit", set()),
        ("en", "They have not confirmed", "confirmed", "have", {"having", "negated"}),
    ],
)
def test_auxiliaries_pronouns_and_negations_are_told_apart(
    code: str, text: str, verb: str, first: str, kinds: set[str]
) -> None:
    found, begin = before(text, verb, code)
    told = {name for name in ("having", "being", "modal", "negated", "reflexive") if getattr(found, name)}
    assert (begin, told) == (first, kinds)


def test_a_pronoun_between_an_auxiliary_and_its_verb_is_the_subject() -> None:
    found, begin = before("a-t-il ajouté", "ajoute")
    assert found.pronoun == (4, 6)
    assert begin == "a"


def test_what_stands_before_a_quotation_mark_belongs_to_no_verb_after_it() -> None:
    assert before("Il a « promis", "promis")[1] == "promis"
