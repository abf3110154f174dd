"""The words of a parse and phrases that stand at a position."""

from annotation.detectors._stances.parse import has, word_at
from tests.annotation.detectors.stances.reader import node, scene


def test_words_between_a_verb_and_its_target_must_follow_in_order() -> None:
    here = scene("She came out against the bill.", "en")
    verb = node(here, "came")
    last = here.syntax.follows(verb, ("out",))
    assert last is not None
    assert last.text == "out"
    assert here.syntax.follows(verb, ("in",)) is None
    assert here.syntax.follows(verb, ()) == verb


def test_a_contraction_is_a_form_of_its_preposition() -> None:
    here = scene("Il parle aux élus.")
    assert "à" in here.syntax.preposition_names(node(here, "aux"))


def test_beyond_the_paragraph_there_are_no_words() -> None:
    here = scene("Il parle.")
    assert word_at(here.syntax.doc, 99) == ""
    assert has(node(here, "parle"), "VerbForm", "Fin")
