"""How sure a rule is."""

from annotation.detectors._attributions.confidence import rate
from annotation.detectors._attributions.record import Attribution
from tests.annotation.detectors.attributions.reader import passage


def test_a_quotation_with_its_verb_is_surer_than_an_object() -> None:
    here = passage("rien")
    sure = rate(Attribution(content=((0, 4),), rule="incise direct"), here)
    unsure = rate(Attribution(content=((0, 4),), rule="object"), here)
    assert 0 < unsure < sure <= 1


def test_what_no_rule_is_known_for_has_a_confidence_too() -> None:
    assert 0 < rate(Attribution(content=((0, 4),)), passage("rien")) < 1
