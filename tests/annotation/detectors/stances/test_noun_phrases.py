"""Which words are one noun phrase, and which nouns are joined."""

from tests.annotation.detectors.stances.reader import node, scene


def test_two_names_before_a_verb_are_joined_where_the_parser_splits_them() -> None:
    here = scene("Paris et Berlin accusent Moscou de mentir.")
    found = here.syntax.subject(node(here, "accusent"))
    assert found is not None
    assert {item.text for item in here.syntax.conjuncts(found)} == {"Paris", "Berlin"}


def test_a_phrase_leaves_its_determiner_and_its_clauses_out() -> None:
    here = scene("Il condamne la coopération militaire de la Russie, qui dure depuis un an.")
    start, end = here.syntax.phrase(node(here, "coopération"))
    assert here.syntax.doc[start:end].text == "coopération militaire de la Russie"


def test_a_phrase_ends_where_it_is_told_to() -> None:
    here = scene("Il condamne la coopération militaire.")
    found = node(here, "coopération")
    assert here.syntax.phrase(found, found.i + 1) == (found.i, found.i + 1)
