"""Finding one's way in a parse, also where it is wrong."""

import pytest

from annotation.detectors._stances.syntax import has, word_at
from tests.annotation.detectors.stances.reader import node, scene


def subject(text: str, verb: str, code: str = "fr") -> str:
    here = scene(text, code)
    found = here.syntax.subject(node(here, verb))
    return found.text if found is not None else ""


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("La France soutient l'accord.", "soutient", "France"),
        ("Le maire condamne l'attaque et soutient les victimes.", "soutient", "maire"),
        ("Le président a promis de soutenir la ville.", "soutenir", "président"),
        ("Des milliers de gens ont défilé pour dénoncer la loi.", "dénoncer", "milliers"),
        ("Le député, qui critique la loi, est absent.", "critique", "député"),
        ("Paul a quitté la salle en accusant le maire.", "accusant", "Paul"),
    ],
)
def test_the_subject_is_found_also_where_it_is_another_verbs(text: str, verb: str, expected: str) -> None:
    assert subject(text, verb) == expected


def test_an_english_relative_pronoun_stands_for_its_noun() -> None:
    assert subject("The senator, who opposes the bill, left.", "opposes", "en") == "senator"


def test_two_names_before_a_verb_are_joined_where_the_parser_splits_them() -> None:
    here = scene("Paris et Berlin accusent Moscou de mentir.")
    found = here.syntax.subject(node(here, "accusent"))
    assert found is not None
    assert {item.text for item in here.syntax.conjuncts(found)} == {"Paris", "Berlin"}


def test_a_verb_begins_with_its_auxiliary() -> None:
    here = scene("Les pays ont fermement condamné l'attaque.")
    assert here.syntax.doc[here.syntax.group_start(node(here, "condamné"))].text == "ont"


def test_a_passive_has_an_agent() -> None:
    here = scene("La réforme a été condamnée par la CGT.")
    verb = node(here, "condamnée")
    agent = here.syntax.agent(verb)
    assert here.syntax.is_passive(verb)
    assert agent is not None
    assert agent.text == "CGT"


def test_a_participle_alone_is_told_from_one_with_an_auxiliary() -> None:
    here = scene("Soutenu par la gauche, Paul a critiqué la loi.")
    assert here.syntax.is_bare_participle(node(here, "Soutenu"))
    assert not here.syntax.is_bare_participle(node(here, "critiqué"))


def test_a_verb_that_a_model_takes_for_an_adjective_is_a_verb_all_the_same() -> None:
    here = scene("Le Parti socialiste critique la politique du gouvernement.")
    assert here.syntax.is_verb(node(here, "critique"))


def test_a_complement_follows_its_preposition() -> None:
    here = scene("La ministre s'oppose fermement à la hausse des prix.")
    found = here.syntax.complement(node(here, "oppose"), ("à",))
    assert found is not None
    assert found.text == "hausse"
    assert here.syntax.complement(node(here, "oppose"), ("contre",)) is None


def test_a_phrase_leaves_its_determiner_and_its_clauses_out() -> None:
    here = scene("Il condamne la coopération militaire de la Russie, qui dure depuis un an.")
    start, end = here.syntax.phrase(node(here, "coopération"))
    assert here.syntax.doc[start:end].text == "coopération militaire de la Russie"


def test_a_phrase_ends_where_it_is_told_to() -> None:
    here = scene("Il condamne la coopération militaire.")
    found = node(here, "coopération")
    assert here.syntax.phrase(found, found.i + 1) == (found.i, found.i + 1)


def test_words_between_a_verb_and_its_target_must_follow_in_order() -> None:
    here = scene("She came out against the bill.", "en")
    verb = node(here, "came")
    last = here.syntax.follows(verb, ("out",))
    assert last is not None
    assert last.text == "out"
    assert here.syntax.follows(verb, ("in",)) is None
    assert here.syntax.follows(verb, ()) == verb


def test_a_reflexive_verb_is_known_by_its_pronoun() -> None:
    here = scene("Le maire s'oppose au projet que la ville propose.")
    assert here.syntax.is_reflexive(node(here, "oppose"))
    assert not here.syntax.is_reflexive(node(here, "propose"))


def test_a_contraction_is_a_form_of_its_preposition() -> None:
    here = scene("Il parle aux élus.")
    assert "à" in here.syntax.preposition_names(node(here, "aux"))


def test_beyond_the_paragraph_there_are_no_words() -> None:
    here = scene("Il parle.")
    assert word_at(here.syntax.doc, 99) == ""
    assert has(node(here, "parle"), "VerbForm", "Fin")
