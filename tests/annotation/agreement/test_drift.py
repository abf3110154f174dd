"""Agreement over time."""

from dataclasses import replace

from annotation.agreement.drift import drift
from annotation.measures import MEASURES, Row, Unit, Units
from annotation.records import Span
from tests.annotation.measures.tables import table

BOTH = frozenset({"anna", "ben"})


def corpus(right: str) -> Units:
    """Articles, one a letter, in which two people agree about a record (y) or not (n)."""
    rows = [
        Row(
            article=f"a{at}",
            units={who: Unit(spans={"m": (Span(0, 5 + (who == "ben" and one == "n")),)}) for who in BOTH},
        )
        for at, one in enumerate(right)
    ]
    workers = {f"a{at}": BOTH for at in range(len(right))}
    return replace(table(), rows=tuple(rows), workers=workers, lengths=dict.fromkeys(workers, 50))


def ended(number: int) -> dict[str, str]:
    return {f"a{at}": f"2026-01-{at + 1:02}T10:00:00Z" for at in range(number)}


def test_parts_follow_the_time_at_which_articles_were_finished() -> None:
    found = drift(corpus("nnnnyyyy"), MEASURES["f1-exact"], ended(8), parts=2)
    assert [one.coefficient.value for one in found] == [0.0, 1.0]
    assert [one.articles for one in found] == [4, 4]
    assert found[0].last < found[1].first


def test_few_articles_are_few_parts_and_none_are_none() -> None:
    assert len(drift(corpus("yn"), MEASURES["f1-exact"], ended(2))) == 2
    assert drift(corpus(""), MEASURES["f1-exact"], {}) == []


def test_who_worked_alone_is_in_no_part() -> None:
    units = corpus("yy")
    alone = replace(units, workers={**units.workers, "a1": frozenset({"anna"})})
    assert sum(one.articles for one in drift(alone, MEASURES["f1-exact"], ended(2))) == 1


def test_parts_have_intervals_where_they_are_asked_for_and_know_their_articles() -> None:
    (found,) = drift(corpus("yynn"), MEASURES["f1-exact"], ended(4), parts=1, draws=100)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= (found.coefficient.value or 0) <= found.high
    assert found.ids == {"a0", "a1", "a2", "a3"}
