"""Intervals by drawing articles."""

import pytest

from annotation.agreement import interval
from annotation.measures import Counts

AGREED, OF = ("agreed",), ("of",)


def counts(agreed: float, of: float) -> Counts:
    return {AGREED: agreed, OF: of}


def share(found: Counts) -> float | None:
    return found[AGREED] / found[OF] if found.get(OF) else None


def test_articles_that_are_alike_leave_no_doubt() -> None:
    tally = {f"a{number}": counts(3, 4) for number in range(10)}
    assert interval(tally, share) == (0.75, 0.75)


def test_the_interval_holds_the_value_and_shrinks_with_more_articles() -> None:
    few = {f"a{number}": counts(number % 2, 1) for number in range(10)}
    many = {f"a{number}": counts(number % 2, 1) for number in range(1000)}
    ends, narrow = interval(few, share), interval(many, share)
    assert ends is not None
    assert narrow is not None
    assert ends[0] < narrow[0] < 0.5 < narrow[1] < ends[1]
    # A share of one half among a thousand: 1.96 times the root of .25 / 1000 to either side.
    assert narrow == pytest.approx((0.469, 0.531), abs=0.005)


def test_it_is_the_same_every_time_whatever_the_order() -> None:
    tally = {f"a{number}": counts(number % 3, 2) for number in range(20)}
    turned = dict(reversed(tally.items()))
    assert interval(tally, share) == interval(turned, share)


def test_one_article_and_undefined_values_have_no_interval() -> None:
    assert interval({"a": counts(1, 1)}, share) is None
    assert interval({}, share) is None
    assert interval({"a": counts(0, 0), "b": counts(0, 0)}, share) is None
    assert interval({"a": counts(1, 1), "b": counts(1, 1)}, share, draws=0) is None
