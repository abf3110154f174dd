"""What the rules find."""

from annotation.detectors._attributions.record import Attribution, shared


def test_shared_code_points_are_counted() -> None:
    assert shared(((0, 5), (8, 10)), ((3, 9),)) == 3
    assert shared((), ((3, 9),)) == 0


def test_the_length_is_that_of_all_stretches() -> None:
    assert Attribution(content=((0, 5), (8, 10))).length == 7
