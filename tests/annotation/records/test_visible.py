"""What one annotator sees of an article, and how it follows what they decide."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotation.i18n import Message
from annotation.records import (
    MACHINE,
    Annotation,
    Change,
    Changes,
    Span,
    Status,
    VisibleRecords,
    derived_id,
    is_suggestion,
    place_of,
)

ME = "me"


def record(
    id_: str,
    start: int,
    end: int,
    who: str = MACHINE.id,
    status: Status = Status.SUGGESTED,
    basis: str | None = None,
) -> Annotation:
    spans = {"mention": (Span(start, end),)}
    return Annotation(
        id=id_, article="a", annotator=who, layer="entity", spans=spans, status=status, basis=basis
    )


def own(suggestion: Annotation, status: Status = Status.ACCEPTED) -> Annotation:
    id_ = derived_id(suggestion.id, ME)
    return replace(suggestion, id=id_, annotator=ME, status=status, basis=suggestion.id)


def changes(*items: tuple[Annotation | None, Annotation | None]) -> Changes:
    return Changes(Message("Change"), tuple(Change(before, after) for before, after in items))


def ids(records: VisibleRecords) -> list[str]:
    return [found.id for found in records]


def test_records_come_in_reading_order_the_shorter_of_two_first() -> None:
    found = VisibleRecords.of("a", ME, [record("long", 5, 30), record("late", 9, 12), record("short", 5, 8)])
    assert ids(found) == ["short", "long", "late"]
    assert found[1].id == "long"
    assert found.place("late") == 2


def test_a_record_stands_where_its_first_marked_word_is_whatever_its_role() -> None:
    made = Annotation(
        id="s", article="a", annotator=ME, layer="source",
        spans={"source": (Span(40, 45),), "content": (Span(3, 20), Span(50, 60))},
    )  # fmt: skip
    assert place_of(made) == (3, 60, "s")


def test_a_decided_suggestion_gives_way_to_the_own_record() -> None:
    one = record("one", 0, 4)
    found = VisibleRecords.of("a", ME, [one, own(one)])
    assert ids(found) == [own(one).id]
    assert found.standing_for("one") == own(one)


def test_a_rejected_suggestion_is_seen_no_more() -> None:
    one = record("one", 0, 4)
    found = VisibleRecords.of("a", ME, [one, own(one, Status.REJECTED)])
    assert not len(found)
    assert found.standing_for("one") is None


def test_what_other_people_marked_is_not_seen() -> None:
    one = record("one", 0, 4)
    theirs = replace(own(one), annotator="other", id="theirs")
    found = VisibleRecords.of("a", ME, [one, theirs])
    assert ids(found) == ["one"]
    assert not found.follow(changes((None, replace(theirs, id="more"))))


def test_changes_of_another_article_make_no_difference() -> None:
    found = VisibleRecords.of("a", ME, [])
    assert not found.follow(changes((None, replace(record("x", 0, 2), article="b"))))
    assert not len(found)


def test_accepting_shows_the_own_record_and_hides_the_suggestion() -> None:
    one = record("one", 0, 4)
    found = VisibleRecords.of("a", ME, [one])
    difference = found.follow(changes((None, own(one))))
    assert (difference.here, difference.gone) == ((own(one),), ("one",))


def test_undoing_an_acceptance_brings_the_suggestion_back() -> None:
    one = record("one", 0, 4)
    found = VisibleRecords.of("a", ME, [one, own(one)])
    difference = found.follow(changes((own(one), None)))
    assert (difference.here, difference.gone) == ((one,), (own(one).id,))
    assert ids(found) == ["one"]


def test_a_moved_record_finds_its_new_place() -> None:
    mine = record("mine", 0, 4, ME, Status.ACCEPTED)
    found = VisibleRecords.of("a", ME, [mine, record("other", 6, 9)])
    moved = replace(mine, spans={"mention": (Span(12, 16),)})
    assert found.follow(changes((mine, moved))).here == (moved,)
    assert ids(found) == ["other", "mine"]


def test_a_change_that_changes_nothing_visible_is_no_difference() -> None:
    one = record("one", 0, 4)
    found = VisibleRecords.of("a", ME, [one, own(one, Status.REJECTED)])
    assert not found.follow(changes((own(one, Status.REJECTED), own(one, Status.REJECTED))))


def test_records_are_counted_by_layer_and_by_whether_they_wait() -> None:
    one = record("one", 0, 4)
    found = VisibleRecords.of("a", ME, [one, record("two", 5, 9), replace(record("f", 2, 3), layer="figure")])
    assert (found.count("entity"), found.count("figure"), found.count("stance"), found.waiting) == (
        2,
        1,
        0,
        3,
    )
    found.follow(changes((None, own(one))))
    assert (found.count("entity"), found.waiting) == (2, 2)


def test_the_next_suggestion_is_looked_for_from_a_place_on_and_round_the_end() -> None:
    first, second = record("first", 0, 4), record("second", 10, 14)
    found = VisibleRecords.of("a", ME, [first, record("mine", 5, 9, ME, Status.ACCEPTED), second])
    assert found.next(place_of(first), is_suggestion) == second
    assert found.next(place_of(second), is_suggestion) == first
    assert found.next((5, -1, ""), is_suggestion) == second
    assert found.previous(place_of(second), is_suggestion) == first
    assert found.previous(place_of(first), is_suggestion) == second
    assert found.next(place_of(first), lambda one: one.layer == "stance") is None


spans = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))
deeds = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["accept", "reject", "undo", "move"])), max_size=20
)


def by_hand(
    id_: str, start: int, end: int, status: Status = Status.ACCEPTED, layer: str = "entity"
) -> Annotation:
    return replace(record(id_, start, end, ME, status), layer=layer)


def test_a_suggestion_that_repeats_an_own_label_is_neither_seen_nor_waiting() -> None:
    found = VisibleRecords.of("a", ME, [record("s1", 0, 3), record("s2", 0, 4), by_hand("mine", 0, 3)])
    assert (ids(found), found.waiting) == (["mine", "s2"], 1)


def test_it_is_seen_beside_a_rejected_or_another_layers_or_somebody_elses_label() -> None:
    others = [by_hand("no", 0, 3, Status.REJECTED), by_hand("figure", 0, 3, layer="figure"),
              record("theirs", 0, 3, "you", Status.ACCEPTED)]  # fmt: skip
    assert VisibleRecords.of("a", ME, [record("s1", 0, 3), *others]).get("s1")


def test_marking_by_hand_hides_what_was_suggested_there_and_undoing_it_shows_it_again() -> None:
    mine = by_hand("mine", 0, 3)
    found = VisibleRecords.of("a", ME, [record("s1", 0, 3)])
    assert found.follow(changes((None, mine))).gone == ("s1",)
    moved = by_hand("mine", 5, 9)
    assert [one.id for one in found.follow(changes((mine, moved))).here] == ["mine", "s1"]
    assert found.follow(changes((moved, mine))).gone == ("s1",)
    assert [one.id for one in found.follow(changes((mine, None))).here] == ["s1"]
    assert found.waiting == 1


def test_an_attribution_repeats_another_only_where_no_role_differs() -> None:
    def said(id_: str, who: str, **places: tuple[int, int]) -> Annotation:
        spans = {role: (Span(*place),) for role, place in places.items()}
        status = Status.SUGGESTED if who == MACHINE.id else Status.ACCEPTED
        return replace(record(id_, 0, 1, who, status), layer="source", spans=spans)

    mine = said("mine", ME, source=(0, 3), content=(5, 9))
    same = said("same", MACHINE.id, source=(0, 3), cue=(3, 5), content=(5, 9))
    other = said("other", MACHINE.id, source=(0, 3), content=(10, 20))
    assert ids(VisibleRecords.of("a", ME, [mine, same, other])) == ["mine", "other"]


@given(st.lists(spans, min_size=6, max_size=6), deeds)
def test_following_changes_ends_where_looking_afresh_begins(
    places: list[tuple[int, int]], steps: list[tuple[int, str]]
) -> None:
    suggestions = [record(f"s{n}", *place) for n, place in enumerate(places)]
    stored = {one.id: one for one in suggestions}
    found = VisibleRecords.of("a", ME, stored.values())
    for number, deed in steps:
        suggestion = suggestions[number]
        id_ = own(suggestion).id
        before = stored.get(id_)
        after = (
            None
            if deed == "undo"
            else own(suggestion, Status.REJECTED if deed == "reject" else Status.ACCEPTED)
        )
        if deed == "move" and after:
            after = replace(after, spans={"mention": (Span(number, number + 3),)})
        if before is None and after is None:
            continue
        stored.pop(id_, None)
        if after:
            stored[id_] = after
        hand = by_hand(f"h{number}", *places[(number + 1) % len(places)])
        marks = [(stored.pop(hand.id, None), None)] if hand.id in stored else [(None, hand)]
        stored.update({hand.id: hand} if marks[0][1] else {})
        seen = {one.id: one for one in found}
        difference = found.follow(changes((before, after), *marks))
        fresh = VisibleRecords.of("a", ME, stored.values())
        assert ids(found) == ids(fresh)
        for gone in difference.gone:
            del seen[gone]
        seen.update((one.id, one) for one in difference.here)
        assert seen == {one.id: one for one in fresh}


# ------------------------------------------------------------ confidence


def sure(id_: str, start: int, confidence: float | None) -> Annotation:
    return replace(record(id_, start, start + 3), confidence=confidence)


def test_suggestions_below_a_confidence_are_hidden_and_counted() -> None:
    found = VisibleRecords.of("a", ME, [sure("low", 0, 0.2), sure("high", 5, 0.9), sure("unknown", 9, None)])
    difference = found.show_from(0.5)
    assert (difference.gone, difference.here) == (("low",), ())
    assert (ids(found), found.waiting, found.unsure) == (["high", "unknown"], 2, 1)
    assert found.get("low") is None
    assert found.meant_by("low") is not None
    assert [one.id for one in found.show_from(0).here] == ["low"]
    assert (ids(found), found.unsure) == (["low", "high", "unknown"], 0)


def test_labels_and_decided_suggestions_do_not_count_as_hidden() -> None:
    suggestion = sure("low", 0, 0.2)
    found = VisibleRecords.of("a", ME, [suggestion, own(suggestion)])
    found.show_from(0.5)
    assert (ids(found), found.unsure) == ([own(suggestion).id], 0)
    undone = found.follow(changes((own(suggestion), None)))
    assert (undone.here, ids(found), found.unsure) == ((), [], 1)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.none() | st.sampled_from([0.1, 0.3, 0.5, 0.9])), max_size=12),
    st.lists(st.sampled_from([0.0, 0.1, 0.3, 0.4, 1.0]), max_size=5),
)
def test_however_it_is_moved_the_same_are_shown_as_at_once(
    places: list[tuple[int, float | None]], moves: list[float]
) -> None:
    all_ = [sure(str(number), *place) for number, place in enumerate(places)]
    found = VisibleRecords.of("a", ME, all_)
    for least in moves:
        found.show_from(least)
        wanted = [one for one in all_ if one.confidence is None or one.confidence >= least]
        assert ids(found) == ids(VisibleRecords.of("a", ME, wanted))
        assert found.waiting + found.unsure == len(VisibleRecords.of("a", ME, all_))


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=12))
def test_what_is_hidden_is_counted_as_decisions_come_and_go(steps: list[tuple[int, bool]]) -> None:
    all_ = [sure(str(number), number * 5, number / 10) for number in range(6)]
    stored = {one.id: one for one in all_}
    found = VisibleRecords.of("a", ME, all_)
    found.show_from(0.3)
    for number, undo in steps:
        mine = own(all_[number])
        before, after = stored.pop(mine.id, None), None if undo else mine
        if after:
            stored[mine.id] = after
        if before or after:
            found.follow(changes((before, after)))
        fresh = VisibleRecords.of("a", ME, stored.values())
        fresh.show_from(0.3)
        assert (ids(found), found.unsure) == (ids(fresh), fresh.unsure)
