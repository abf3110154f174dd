"""Lists of words as phrases."""

from annotation.detectors._figures.phrases import phrases, phrases_by_code


def test_phrases_are_found_without_accents_and_capitals() -> None:
    assert phrases(["À peu près"], "fr").find(["à", "peu", "pres"], 0) == (3, "À peu près")


def test_phrases_under_a_code_give_the_code() -> None:
    found = phrases_by_code({"a": ["par an"], "mo": ["par mois"]}, "fr")
    assert found.find(["par", "mois"], 0) == (2, "mo")
