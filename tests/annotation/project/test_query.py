"""The grammar of the search: what is typed becomes a query, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.project.query import (
    MOST_PARTS,
    AllOf,
    AnyOf,
    Comparison,
    Not,
    Query,
    QueryError,
    Term,
    Value,
    Words,
    leaves,
    parse_query,
    term,
    tokens_of,
    written,
)

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", None),
        (" -  OR AND NOT ( ) !!! ", None),
        ("a", A),
        ("a b", AllOf((A, B))),
        ("a AND b", AllOf((A, B))),
        ("a OR b", AnyOf((A, B))),
        ("a OR b c", AnyOf((A, AllOf((B, C))))),
        ("(a OR b) c", AllOf((AnyOf((A, B)), C))),
        ("a -b", AllOf((A, Not(B)))),
        ("a NOT b", AllOf((A, Not(B)))),
        ("-(a b)", Not(AllOf((A, B)))),
        ("- a", A),
        ("--a", Not(A)),
        ("NOT -a", A),
        ("(a b", AllOf((A, B))),
        ("a) b", AllOf((A, B))),
        ("OR a OR OR b AND", AnyOf((A, B))),
        ('"two words" pre*', AllOf((Words("two words"), Words("pre", prefix=True)))),
        ("« two words »", Words("two words")),
        ('"never closed', Words("never closed")),
        ("don't", Words("don t")),
        ("jean-paul", Words("jean paul")),
        ("12:30", Words("12 30")),
        ("http://example.org", Words("http example org")),
        ("a or b", AllOf((A, Words("or"), B))),
        ("outlet:monde", Term("outlet", (Value("monde"),))),
        ("OUTLET:monde", Term("outlet", (Value("monde"),))),
        ('outlet:"Le Monde",Figa*', Term("outlet", (Value("Le Monde", exact=True),
                                                    Value("Figa", prefix=True)))),
        ("-lang:fr", Not(Term("lang", (Value("fr"),)))),
        ("outlet:", Term("outlet", ())),
        ('Macron: "Je reste"', AllOf((Term("macron", ()), Words("Je reste")))),
        ("status:done@Marie", Term("status", (Value("done@Marie"),))),
        ("date:2024..2025", Term("date", (Value("2024..2025"),))),
        ("meta.rubrique:x", Term("meta.rubrique", (Value("x"),))),
        ("stance>=3", Comparison("stance", ">=", 3)),
        ("stance >= 3", Comparison("stance", ">=", 3)),
        ("-length<100", Not(Comparison("length", "<", 100))),
        ("stance:against target:Russie", AllOf((Term("stance", (Value("against"),)),
                                                Term("target", (Value("Russie"),))))),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_a_query(typed: str, query: Query | None) -> None:
    assert parse_query(typed) == query


@given(st.text(alphabet='ab -"*():,OR>=<3é\x00', max_size=40) | st.text(max_size=40))
def test_whatever_is_typed_is_read_and_what_is_written_of_it_means_the_same(typed: str) -> None:
    query = parse_query(typed)
    assert parse_query(written(query)) == query or "OR" in typed or "NOT" in typed or "AND" in typed


SIMPLE = st.text(alphabet="abcé", min_size=1, max_size=4)
VALUES = st.builds(Value, SIMPLE, prefix=st.booleans()) | st.builds(
    Value, SIMPLE.map(lambda one: f"{one} x"), exact=st.just(True)
)
LEAVES = st.one_of(
    st.builds(Words, SIMPLE, prefix=st.booleans()),
    st.builds(Words, SIMPLE.map(lambda one: f"{one} {one}")),
    st.builds(Term, SIMPLE.map(lambda one: f"k{one}"), st.lists(VALUES, min_size=1, max_size=3).map(tuple)),
    st.builds(Comparison, SIMPLE, st.sampled_from([">=", "<=", ">", "<", "="]), st.integers(0, 999)),
)


@st.composite
def queries(draw: st.DrawFn, depth: int = 3) -> Query:
    """A query in the form in which the parser gives it: nothing joined to its own kind, no double minus."""
    kind = draw(st.sampled_from(["leaf", "not", "all", "any"])) if depth else "leaf"
    if kind == "leaf":
        return draw(LEAVES)
    if kind == "not":
        part = draw(queries(depth=depth - 1))
        return part if isinstance(part, Not) else Not(part)
    parts = draw(st.lists(queries(depth=depth - 1), min_size=2, max_size=3))
    return AllOf(tuple(parts)) if kind == "all" else AnyOf(tuple(parts))


@given(queries())
def test_a_query_survives_being_written_and_read(query: Query) -> None:
    assert parse_query(written(query)) == query


@given(st.text(max_size=60))
def test_pieces_are_where_they_say(typed: str) -> None:
    assert all(len(typed[one.start : one.end]) == len(one.text) for one in tokens_of(typed))


def test_what_goes_beyond_all_sense_is_one_sentence() -> None:
    with pytest.raises(QueryError, match="too many words"):
        parse_query("a " * (4 * MOST_PARTS + 1))
    with pytest.raises(QueryError, match="brackets within brackets"):
        parse_query("(" * 1000 + "a")


def test_leaves_come_in_the_order_of_typing() -> None:
    assert list(leaves(parse_query("a -(b OR lang:fr) stance>=1"))) == [
        A, B, Term("lang", (Value("fr"),)), Comparison("stance", ">=", 1)]  # fmt: skip
    assert list(leaves(None)) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("fr",), "lang:fr"),
        (("Le Monde", "x"), 'lang:"Le Monde",x'),
        (('with "quotes"',), 'lang:"with  quotes "'),
        (("a,b",), 'lang:"a,b"'),
    ],
)
def test_a_term_is_written_for_exact_values(values: tuple[str, ...], expected: str) -> None:
    assert term("lang", *values) == expected
