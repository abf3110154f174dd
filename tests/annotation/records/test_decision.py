"""A decision is known by the records that it is about."""

from annotation.records import decision_id


def test_a_cluster_is_known_by_its_records_in_any_order() -> None:
    assert decision_id(["b", "a"]) == decision_id(["a", "b"])
    assert decision_id(["a"]) != decision_id(["a", "b"])
