"""The list of records: narrowed and changed row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester

from annotation.records import Annotation, Difference, Span, Status
from gui.models.record_rows import RecordFilter, RecordRow, RecordRows


def record(id_: str, start: int, layer: str = "entity", status: Status = Status.ACCEPTED) -> Annotation:
    spans = {"mention": (Span(start, start + 3),)}
    return Annotation(id=id_, article="a", annotator="me", layer=layer, spans=spans, status=status)


def describe(found: Annotation) -> RecordRow:
    return RecordRow(
        id=found.id, words=f"Words {found.id}", layer=found.layer, chip="", glyph="", hue="",
        status=found.status, status_text=found.status.value,
    )  # fmt: skip


@pytest.fixture
def rows() -> RecordRows:
    made = RecordRows(describe, str.casefold)
    made.reset([record("b", 10), record("a", 2), record("c", 20, "figure", Status.SUGGESTED)])
    return made


def test_rows_come_in_reading_order(rows: RecordRows, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call] # pytest-qt tells no types
    assert rows.ids == ["a", "b", "c"]
    assert rows.row_of("c") == 2
    assert rows.row_of("x") is None


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (RecordFilter(text="words b"), ["b"]),
        (RecordFilter(text="figure"), ["c"]),
        (RecordFilter(layers=frozenset({"entity"})), ["a", "b"]),
        (RecordFilter(statuses=frozenset({Status.SUGGESTED})), ["c"]),
        (RecordFilter(layers=frozenset()), []),
    ],
)
def test_rows_are_narrowed(rows: RecordRows, wanted: RecordFilter, ids: list[str]) -> None:
    rows.narrow(wanted)
    assert rows.ids == ids
    assert rows.total == 3


def test_a_change_touches_its_own_row_alone(rows: RecordRows) -> None:
    told: list[str] = []
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.rowsInserted.connect(lambda _parent, first, last: told.append(f"in {first}-{last}"))
    rows.rowsRemoved.connect(lambda _parent, first, last: told.append(f"out {first}-{last}"))
    rows.dataChanged.connect(lambda first, last, _roles: told.append(f"data {first.row()}-{last.row()}"))
    rows.follow(Difference((record("b", 10, status=Status.EDITED),)))
    rows.follow(Difference((record("b", 30),)))
    rows.follow(Difference((), ("a",)))
    assert told == ["data 1-1", "out 1-1", "in 2-2", "out 0-0"]
    assert rows.ids == ["c", "b"]


def test_a_record_that_passes_no_longer_goes(rows: RecordRows) -> None:
    rows.narrow(RecordFilter(statuses=frozenset({Status.ACCEPTED})))
    rows.follow(Difference((record("b", 10, status=Status.SUGGESTED),)))
    assert rows.ids == ["a"]
    rows.follow(Difference((record("c", 20, "figure"),)))
    assert rows.ids == ["a", "c"]


def test_rows_are_described_only_when_they_are_looked_at() -> None:
    asked: list[str] = []

    def watch(found: Annotation) -> RecordRow:
        asked.append(found.id)
        return describe(found)

    made = RecordRows(watch, str.casefold)
    made.reset(record(f"r{number}", number) for number in range(20_000))
    made.data(made.index(7))
    made.data(made.index(7))
    assert asked == ["r7"]
    made.forget_texts()
    made.data(made.index(7))
    assert asked == ["r7", "r7"]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 30), st.booleans()), max_size=25))
def test_following_ends_where_a_reset_begins(steps: list[tuple[int, int, bool]]) -> None:
    made = RecordRows(describe, str.casefold)
    made.narrow(RecordFilter(statuses=frozenset({Status.ACCEPTED})))
    stored: dict[str, Annotation] = {}
    for number, start, there in steps:
        id_ = f"r{number}"
        if there:
            status = Status.SUGGESTED if start % 3 == 0 else Status.ACCEPTED
            stored[id_] = record(id_, start, status=status)
            made.follow(Difference((stored[id_],)))
        else:
            stored.pop(id_, None)
            made.follow(Difference((), (id_,)))
    fresh = RecordRows(describe, str.casefold)
    fresh.narrow(made.filter)
    fresh.reset(stored.values())
    assert made.ids == fresh.ids


def changes_told(rows: RecordRows) -> list[str]:
    told: list[str] = []
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.rowsInserted.connect(lambda _parent, first, last: told.append(f"in {first}-{last}"))
    rows.rowsRemoved.connect(lambda _parent, first, last: told.append(f"out {first}-{last}"))
    rows.dataChanged.connect(lambda first, last, _roles: told.append(f"data {first.row()}-{last.row()}"))
    return told


def test_a_record_takes_the_row_of_the_suggestion_that_it_was_made_from(rows: RecordRows) -> None:
    assert rows.index(1).data() == "Words b"
    told = changes_told(rows)
    rows.follow(Difference((record("own of b", 10, status=Status.EDITED),), gone=("b",)))
    assert told == ["data 1-1"]
    assert rows.ids == ["a", "own of b", "c"]
    assert rows.index(1).data() == "Words own of b"
    assert (rows.row_of("b"), rows.row_of("own of b"), rows.total) == (None, 1, 3)


def test_a_record_that_the_filter_leaves_out_takes_no_row(rows: RecordRows) -> None:
    rows.narrow(RecordFilter(statuses=frozenset({Status.SUGGESTED})))
    rows.follow(Difference((record("own of c", 20),), gone=("c",)))
    assert (rows.ids, rows.total) == ([], 3)


@given(
    st.lists(st.tuples(st.integers(0, 4), st.text("abc", min_size=1, max_size=3)), max_size=8),
    st.data(),
)
def test_rows_are_in_order_after_any_exchange(places: list[tuple[int, str]], chooser: st.DataObject) -> None:
    listed = {id_: record(id_, start) for start, id_ in places}
    rows = RecordRows(describe, str.casefold)
    rows.reset(listed.values())
    gone = chooser.draw(st.sampled_from([*listed, "nobody"]))
    came = record(chooser.draw(st.text("abcd", min_size=1, max_size=3)), chooser.draw(st.integers(0, 4)))
    rows.follow(Difference((came,), gone=(gone,)))
    left = {**{id_: found for id_, found in listed.items() if id_ != gone}, came.id: came}
    expected = RecordRows(describe, str.casefold)
    expected.reset(left.values())
    assert rows.ids == expected.ids
    assert [rows.row_of(id_) for id_ in rows.ids] == list(range(len(left)))
