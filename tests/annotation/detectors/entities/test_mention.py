"""What the rules find, before it becomes a suggestion."""

from annotation.detectors._entities.mention import Mention


def test_evidence_is_said_once_and_in_order() -> None:
    item = Mention(0, 3, "PER", ("model",)).because("given").because("model", "repeated")
    assert item.evidence == ("model", "given", "repeated")


def test_a_type_changes_with_its_evidence() -> None:
    item = Mention(0, 3, "LOC", ("model",)).of_type("PER", "title")
    assert (item.type, item.evidence) == ("PER", ("model", "title"))


def test_overlapping_takes_one_shared_code_point_and_holding_all() -> None:
    whole, part, next_to = (Mention(a, b, "PER", ()) for a, b in ((0, 5), (3, 5), (5, 7)))
    assert whole.overlaps(part)
    assert whole.holds(part)
    assert not part.holds(whole)
    assert not whole.overlaps(next_to)
