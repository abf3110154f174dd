"""Strategies against a truth that is known, as annotators are simulated."""

from tests.evaluation.adjudicating import PANELS, f1, measure


def test_a_majority_comes_nearer_to_the_truth_than_what_all_say_and_than_any_threshold() -> None:
    for name in ("3 usual", "5 mixed"):
        found = measure(PANELS[name], articles=5)
        rules = [value for what, value in found.items() if what.startswith(("threshold", "unanimous"))]
        assert found["majority 0.5"] >= max(rules)
        assert found["gold-model 0.5"] > max(rules) - 0.03


def test_two_annotators_leave_ties_open() -> None:
    found = measure(PANELS["2 usual"], articles=2)
    assert found["majority 0.5"] == found["unanimous 0.5"]


def test_f1_is_exact() -> None:
    assert f1([("a",), ("b",)], [("a",), ("c",)]) == 0.5
    assert f1([], [("a",)]) == 0
