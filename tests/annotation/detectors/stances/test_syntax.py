"""Objects, agents and complements, also where a parse is wrong."""

from tests.annotation.detectors.stances.reader import node, scene


def test_a_passive_has_an_agent() -> None:
    here = scene("La réforme a été condamnée par la CGT.")
    verb = node(here, "condamnée")
    agent = here.syntax.agent(verb)
    assert here.syntax.is_passive(verb)
    assert agent is not None
    assert agent.text == "CGT"


def test_a_complement_follows_its_preposition() -> None:
    here = scene("La ministre s'oppose fermement à la hausse des prix.")
    found = here.syntax.complement(node(here, "oppose"), ("à",))
    assert found is not None
    assert found.text == "hausse"
    assert here.syntax.complement(node(here, "oppose"), ("contre",)) is None


def test_the_object_of_a_verb_is_found_without_a_parse_that_names_it() -> None:
    here = scene("Le maire salue fermement la décision.")
    found = here.syntax.object(node(here, "salue"))
    assert found is not None
    assert found.text == "décision"
