"""Dates, lists and repetitions decide which events count, and what does not is counted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._losses import Losses
from annotation.exporters._networks.events import Event
from annotation.exporters._networks.kinds import kind_of_network
from annotation.exporters._networks.parties import CONCEPT, Party
from annotation.exporters._networks.selecting import select_by_article, select_by_value
from tests.annotation.exporters.networks.corpus import event, plan


def on(day: str, in_: str = "a1", polarity: str = "favor") -> Event:
    found = event("Ana", "war", polarity, article=in_)
    return Event(id=day, layer="stance", article=in_, actor=found.actor, concept="war", polarity=polarity,
                 when=datetime.fromisoformat(day))  # fmt: skip


def by_article(events: Sequence[Event], **chosen: str) -> tuple[list[Event], int]:
    losses = Losses()
    return select_by_article(events, plan(**chosen), losses), sum(one.count for one in losses.report())


def by_value(events: Sequence[Event], **chosen: str) -> tuple[list[Event], list[str]]:
    losses, made = Losses(), plan(**chosen)
    kept = select_by_value(events, made, kind_of_network(made), losses)
    return kept, [loss.what for loss in losses.report()]


def test_both_ends_of_the_range_are_whole_days_in_it() -> None:
    events = [on("2024-01-01"), on("2024-01-02T08:00:00"), on("2024-01-03T23:59:59"), on("2024-01-04")]
    kept, lost = by_article(events, start="2024-01-02", stop="2024-01-03")
    assert [one.id for one in kept] == ["2024-01-02T08:00:00", "2024-01-03T23:59:59"]
    assert lost == 2


def test_an_event_without_a_date_counts_unless_dates_decide() -> None:
    events = [event("Ana", "war")]
    assert by_article(events) == (events, 0)
    assert by_article(events, duplicates="month") == ([], 1)


def test_outlets_of_the_list_are_left_out_or_alone_taken() -> None:
    events = [event("Ana", "war", outlet="Daily"), event("Bo", "war", outlet="Weekly")]
    assert by_article(events, exclude_outlets="Daily") == (events[1:], 1)
    assert by_article(events, exclude_outlets="Daily", excludes="only") == (events[:1], 1)


def test_each_variable_has_its_list() -> None:
    events = [event("Ana", "war"), event("Bo", "tax"), event("Bo", "war", "against"), event("Bo", "war")]
    chosen = {"exclude_actors": "Ana", "exclude_concepts": "tax", "exclude_polarities": "against"}
    kept, lost = by_value(events, **chosen)
    assert kept == events[3:]
    assert lost == ["records that the lists leave out"]


def test_what_ties_nothing_is_left_out_with_the_reason() -> None:
    events = [event("", "war"), event("Ana", ""), event("Ana", "war", ""), event("Ana", "war")]
    assert by_value(events) == (
        events[3:],
        ["stances without a holder", "stances without a concept", "stances without a polarity"],
    )
    assert by_value(events, qualifier="ignore")[0] == events[2:]


def test_a_stance_towards_nobody_ties_no_actors() -> None:
    assert by_value([event("Ana", "war")], network="actor-actor") == ([], ["stances towards nobody"])


def test_attributions_need_a_source_and_where_outlets_count_an_outlet() -> None:
    events = [event("", "", "", layer="source", outlet="Daily"), event("Ana", "", "", layer="source")]
    assert by_value(events, network="source-co-use") == (events[1:], ["attributions without a source"])
    assert by_value(events, network="outlet-source")[1] == [
        "attributions without a source",
        "records of articles without an outlet",
    ]


@pytest.mark.parametrize(
    ("duplicates", "kept"),
    [("include", 6), ("document", 5), ("day", 5), ("week", 4), ("month", 3), ("year", 2), ("acrossrange", 1)],
)
def test_what_repeats_counts_once_in_its_period(duplicates: str, kept: int) -> None:
    days = [("2024-01-01", "a1"), ("2024-01-01", "a1"), ("2024-01-07", "a2"), ("2024-01-08", "a3"),
            ("2024-02-08", "a4"), ("2025-01-08", "a5")]  # fmt: skip
    assert len(by_value([on(*day) for day in days], duplicates=duplicates)[0]) == kept


def test_other_polarities_are_no_repetition_unless_they_are_ignored() -> None:
    events = [on("2024-01-01"), on("2024-01-01", polarity="against")]
    assert len(by_value(events, duplicates="document")[0]) == 2
    assert len(by_value(events, duplicates="document", qualifier="ignore")[0]) == 1


@pytest.mark.parametrize(("option", "known"), [
    ("exclude_authors", {"authors": ("A. B.", "C. D.")}), ("exclude_sections", {"section": "C. D."}),
    ("exclude_types", {"type": "C. D."}), ("exclude_outlets", {"outlet": "C. D."}),
])  # fmt: skip
def test_what_is_known_of_articles_is_left_out_or_alone_taken(option: str, known: dict[str, Any]) -> None:
    events = [event("Ana", "war"), event("Bo", "war", **known)]
    assert by_article(events, **{option: " C.  D. | "}) == (events[:1], 1)
    assert by_article(events, **{option: "C. D."}, excludes="only") == (events[1:], 1)


def test_lists_of_articles_can_take_where_lists_of_values_leave_out() -> None:
    events = [event("Ana", "war", outlet="Daily"), event("Bo", "war", outlet="Daily"), event("Bo", "war")]
    chosen = {"exclude_outlets": "Daily", "exclude_actors": "Ana", "excludes_articles": "only"}
    kept, lost = by_article(events, **chosen)
    assert (kept, lost) == (events[:2], 1)
    assert by_value(kept, **chosen)[0] == [events[1]]


def test_a_target_of_any_kind_is_left_out_or_alone_taken() -> None:
    towards = {"person": Party("Bo", "PER"), "idea": Party("tax", CONCEPT), "none": None}
    events = [event("Ana", "war", target=party) for party in towards.values()]
    assert by_value(events, exclude_targets="Bo|tax")[0] == events[2:]
    assert by_value(events, exclude_targets="tax", excludes="only")[0] == events[1:2]


def test_values_of_any_field_are_left_out_or_alone_taken() -> None:
    events = [event("Ana", "war", fields={"stance_type": (value,)}) for value in ("demand", "")]
    chosen = {"exclude_values": "stance_type=demand|stance_type=agreement"}
    assert by_value(events, **chosen)[0] == events[1:]
    assert by_value(events, **chosen, excludes="only")[0] == events[:1]


@given(
    st.lists(st.tuples(*[st.sampled_from(["", "a", "b"])] * 4), max_size=8),
    st.dictionaries(
        st.sampled_from(["actors", "concepts", "outlets", "sections"]),
        st.sets(st.sampled_from("abc"), min_size=1),
    ),
    st.booleans(),
)
def test_what_lists_leave_out_is_what_they_alone_would_take(
    said: list[tuple[str, ...]], lists: dict[str, set[str]], only: bool
) -> None:
    events = [event(a, c, outlet=o, section=s) for a, c, o, s in said]
    chosen = {f"exclude_{name}": "|".join(names) for name, names in lists.items()}
    chosen |= {"excludes": "only"} if only else {}
    kept = by_value(by_article(events, **chosen)[0], **chosen)[0]
    places = {"actors": 0, "concepts": 1, "outlets": 2, "sections": 3}
    expected = [
        one
        for one, words in zip(events, said, strict=True)
        if all((words[places[name]] in names) == only for name, names in lists.items())
        and words[0]
        and words[1]
    ]
    assert kept == expected


def test_names_that_nothing_has_are_told() -> None:
    events = [event("Ana", "war", authors=("A. B.",)), event("Bo", "tax")]
    losses, made = Losses(), plan(exclude_authors="A. B.|A.B.", exclude_actors="Anna|Bo|Zoé")
    kept = select_by_value(select_by_article(events, made, losses), made, None, losses)
    told = {loss.what: loss.count for loss in losses.report()}
    assert kept == []
    assert told["names in lists that nothing has: A.B."] == 1
    assert told["names in lists that nothing has: Anna, Zoé"] == 2
