"""Records become rows and come back as they were."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.project import Unreadable
from annotation.project.rows import BY_NAME, TABLES, decode_spans, encode_spans
from annotation.records import (
    Annotation,
    Annotator,
    AnnotatorKind,
    Article,
    Assignment,
    AssignmentState,
    CodebookVersion,
    Decision,
    Entity,
    Outcome,
    Record,
    Setting,
    Span,
    Status,
)

RECORDS: list[Record] = [
    Article(
        id="a",
        title="T",
        text_sha256="0",
        length=3,
        authors=("A", "B 👍"),
        metadata={"x": [1, None]},
        number=4,
    ),
    Annotation(
        id="x",
        article="a",
        annotator="p",
        layer="l",
        spans={"cue": (Span(1, 2), Span(4, 9))},
        features={"f": {"annotation": "y"}},
        status=Status.REJECTED,
        confidence=0.5,
        basis="y",
    ),
    Entity(id="e", name="E", aliases=("é", "\u2028")),
    Annotator(id="p", name="P", kind=AnnotatorKind.GOLD),
    Assignment(id="q", article="a", annotator="p", state=AssignmentState.FLAGGED, position=3),
    Decision(
        id="d",
        article="a",
        layer="l",
        reviewer="p",
        outcome=Outcome.MIXED,
        records=("x", "y"),
        automatic=True,
    ),
    Setting(id="s", value={"a": [1.5, False]}),
    CodebookVersion(id="2", toml="x = 1", note="n"),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    table = TABLES[type(record)]
    row = table.encode(record)
    assert table.decode(row) == record
    assert all(isinstance(value, str | int | float | None) for value in row.values())
    assert list(row) == [field.name for field in fields(record)]
    assert table.columns[0] == "id"


def test_there_is_a_table_for_every_kind_of_record() -> None:
    assert {type(record) for record in RECORDS} == set(TABLES)
    assert {table.name for table in TABLES.values()} == set(BY_NAME)


SPANS = st.dictionaries(
    st.text(max_size=4),
    st.lists(st.tuples(st.integers(0), st.integers(0)).map(lambda two: Span(*two)), max_size=3).map(tuple),
    max_size=3,
)


@given(spans=SPANS)
def test_spans_come_back_without_roles_that_hold_none(spans: dict[str, tuple[Span, ...]]) -> None:
    assert decode_spans(encode_spans(spans)) == {role: found for role, found in spans.items() if found}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("spans", "nonsense"),
        ("spans", "[]"),
        ("spans", '{"cue": [[1]]}'),
        ("spans", '{"cue": [[1, 2, 3]]}'),
        ("spans", '{"cue": [["1", 2]]}'),
        ("spans", '{"cue": [[true, 2]]}'),
        ("spans", '{"cue": 3}'),
        ("features", "null"),
        ("features", "[]"),
        ("status", "maybe"),
        ("features", "[" * 100_000),
    ],
)
def test_a_row_of_nonsense_is_one_sentence(column: str, value: Any) -> None:
    table = TABLES[Annotation]
    with pytest.raises(
        Unreadable, match="The row “x” of annotations in the project file cannot be read"
    ) as caught:
        table.decode({**table.encode(RECORDS[1]), column: value})
    assert "\n" not in str(caught.value)


def test_a_row_that_lacks_a_column_is_one_sentence() -> None:
    with pytest.raises(Unreadable):
        TABLES[Entity].decode({"id": "e"})
