"""Forms of verbs, also those that a model takes for other words."""

from tests.annotation.detectors.stances.reader import node, scene


def test_a_verb_begins_with_its_auxiliary() -> None:
    here = scene("Les pays ont fermement condamné l'attaque.")
    assert here.syntax.doc[here.syntax.group_start(node(here, "condamné"))].text == "ont"


def test_a_participle_alone_is_told_from_one_with_an_auxiliary() -> None:
    here = scene("Soutenu par la gauche, Paul a critiqué la loi.")
    assert here.syntax.is_bare_participle(node(here, "Soutenu"))
    assert not here.syntax.is_bare_participle(node(here, "critiqué"))


def test_a_verb_that_a_model_takes_for_an_adjective_is_a_verb_all_the_same() -> None:
    here = scene("Le Parti socialiste critique la politique du gouvernement.")
    assert here.syntax.is_verb(node(here, "critique"))


def test_a_reflexive_verb_is_known_by_its_pronoun() -> None:
    here = scene("Le maire s'oppose au projet que la ville propose.")
    assert here.syntax.is_reflexive(node(here, "oppose"))
    assert not here.syntax.is_reflexive(node(here, "propose"))
