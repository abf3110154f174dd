"""What annotators said of the same things, crossed."""

from annotation.agreement.crossing import ABSENT, OTHERS, cross, differing, met_in, rows_where, text_of
from annotation.measures import Unit
from tests.annotation.measures.tables import table
from tests.annotation.measures.tables_of_values import values


def test_each_two_values_are_counted_and_what_one_alone_saw() -> None:
    found = cross(values("xxy.", "xyyx"))
    assert found.counts == {("x", "x"): 1, ("x", "y"): 1, ("y", "y"): 1, (ABSENT, "x"): 1}
    assert found.values[-1] == ABSENT
    assert (found.total, found.strongest) == (4, 1)


def test_of_more_than_two_each_pair_counts_and_a_named_one_alone() -> None:
    units = values("x", "x", "y")
    first, _second, third = units.annotators
    assert cross(units).counts == {("x", "x"): 1, ("x", "y"): 2}
    assert cross(units, (third, first)).counts == {("y", "x"): 1}


def test_of_spans_it_says_who_has_a_record() -> None:
    units = table({"anna": (0, 5), "ben": (0, 5)}, {"anna": (9, 12)}, people=("anna", "ben"))
    assert cross(units).counts == {("", ""): 1, ("", ABSENT): 1}


def test_rare_values_are_folded_and_still_lead_to_their_rows() -> None:
    units = values("aaabcd", "aaabcd")
    found = cross(units, most=1)
    assert found.values == ("a", OTHERS)
    assert found.folded == 3
    assert found.counts == {("a", "a"): 3, (OTHERS, OTHERS): 3}
    assert rows_where(units, (OTHERS, OTHERS), found) == [3, 4, 5]


def test_a_cell_leads_to_as_many_rows_as_it_counts() -> None:
    units = values("xxy.", "xyyx")
    found = cross(units)
    assert {said: len(rows_where(units, said, found)) for said in found.counts} == found.counts


def test_who_did_not_work_on_an_article_is_left_out() -> None:
    units = table({"anna": (0, 5)}, people=("anna",))
    assert list(met_in(units)) == []
    assert differing(units) == []


def test_they_differ_in_values_in_words_and_in_what_one_missed() -> None:
    assert differing(values("xxy.", "xyyx")) == [1, 3]
    spans = table({"anna": (0, 5), "ben": (0, 6)}, {"anna": (9, 12), "ben": (9, 12)}, people=("anna", "ben"))
    assert differing(spans) == [0]
    assert differing(spans, articles=lambda _article: False) == []
    assert differing(values("x", "x", "y"), values("x", "x", "y").annotators[:2]) == []


def test_a_blank_field_is_told_from_no_record() -> None:
    assert text_of(Unit(spans={})) == ""
    assert text_of(None) == ABSENT
