"""Every reason that a detector gives has a sentence."""

import pytest

from annotation.detectors import analyse, explain
from annotation.records import Annotation

TEXTS = {
    "fr": "Selon la préfecture, plus de 4 000 personnes ont défilé à Lyon en 2019. « Nous étions 10 000 », "
    "assure Marie Colin. Le ministre a condamné l’OTAN et affirme que la moitié des pays, entre 5 et 10 %, a "
    "promis d’agir. La ministre des Finances, Anne Durand : « Non. »\n— Oui, dit Durand. Quelques semaines "
    "plus tard, le 3 mars, 20 euros par jour et 12 km.",
    "en": "According to the police, more than 4,000 people marched. “We were 10,000”, said Mary Collins. The "
    "minister condemned NATO and claims that half of the countries promised to act, two thirds in 2019.",
}


def said(detector: str, why: str) -> str:
    return explain(
        Annotation(id="m", article="a", annotator="machine", layer="l", origin=f"{detector}/1", why=why)
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_the_detectors_say_of_a_text_is_said_in_sentences(lang: str) -> None:
    heard = analyse(TEXTS[lang], lang=lang).heard
    assert len(heard) > 10
    for item in heard:
        found = said(item.origin.partition("/")[0], item.why)
        assert found.endswith(".")
        assert "Rule of the detector" not in found, (item.origin, item.why)
        assert "{" not in found


@pytest.mark.parametrize(
    ("detector", "why", "sentence"),
    [
        ("attributions", "accuser + object", "“accuser” with an object that says what."),
        ("attributions", "préoccupé + par", "“préoccupé” with “par”."),
        ("attributions", "selon + source", "“selon” before a source."),
        ("attributions", "dire, passive", "The verb “dire” in the passive."),
        ("stances", "call + deplorables", "“call + deplorables” shows who is for or against what."),
        ("stances", "soutenir, negated", "“soutenir” shows the stance, and it is denied."),
        ("figures", "comparator", "A number with words that compare, such as “more than”."),
        ("entities", "age\nrepeated",
         "An age follows the name. The same words are marked elsewhere in the article."),
        ("entities", "unheard of", "Rule of the detector “entities”: unheard of."),
    ],
)  # fmt: skip
def test_a_reason_is_a_sentence(detector: str, why: str, sentence: str) -> None:
    assert said(detector, why) == sentence
