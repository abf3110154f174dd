"""A wish that says nothing is everything, as it is."""

import pytest

from annotation.operations.sets import SetWish
from annotation.records import Shown, Status


def test_what_is_not_said_is_everything() -> None:
    wish = SetWish()
    assert (wish.annotator, wish.statuses, wish.layers) == ("all", frozenset(Status), ())
    assert (wish.shown, wish.anonymise, bool(wish.division)) == (Shown.WHOLE, False, False)
    assert not wish.is_described


@pytest.mark.parametrize("what", ["manifest", "card", "croissant"])
def test_a_set_is_described_by_any_file_beside_it(what: str) -> None:
    assert SetWish(**{what: True}).is_described  # type: ignore[arg-type] # names of switches
