import pytest

from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.places import Places
from annotation.importers._marking.standoff import LINE, Standoff
from annotation.records import Span

TEXT = "« Non 😀 », dit\nAnne."


def read(*lines: str, text: str = TEXT) -> tuple[Standoff, list[str]]:
    left = Leftovers("file")
    standoff = Standoff(Places(text, left), left)
    standoff.read("\n".join(lines))
    return standoff, [one.reason for one in left]


@pytest.mark.parametrize(
    "line",
    [
        "T1\tPerson 0 4\tAnne",
        "T1\tPerson 0 4;6 8\tAnne a",
        "E1\tSays:T1 Who:T2",
        "R1\tknows Arg1:T1 Arg2:T2",
        "A1\tNegation E1",
        "*\tEquiv T1 T2",
        "#1\tAnnotatorNotes T1\tnote",
        "N1\tReference T1 Wikidata:Q1\tname",
    ],
)
def test_a_line_of_standoff_is_known(line: str) -> None:
    assert LINE.match(line)
    assert not LINE.match(f"words {line}")


def test_words_may_be_apart() -> None:
    standoff, reasons = read("T1\tContent 0 5;8 9\t« Non »")
    assert standoff.marks["T1"].spans == (Span(0, 5), Span(8, 9))
    assert not reasons


def test_words_across_a_line_end_are_quoted_with_a_space() -> None:
    standoff, _reasons = read("T1\tWords 11 19\tdit Anne")
    assert standoff.marks["T1"].spans == (Span(11, 19),)


def test_positions_in_utf16_are_believed_when_only_they_give_the_words() -> None:
    standoff, _reasons = read("T1\tPerson 16 20\tAnne")
    assert standoff.marks["T1"].spans == (Span(15, 19),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T1\tPerson 0 4\tAnne", "other words"),
        ("T1\tPerson 900 904\tAnne", "outside"),
    ],
)
def test_words_that_are_not_there_are_reported(line: str, reason: str) -> None:
    standoff, (said,) = read(line)
    assert not standoff.marks
    assert reason in said


def test_an_event_takes_the_words_and_attributes_of_its_trigger() -> None:
    standoff, _reasons = read(
        "T1\tSays 11 14\tdit", "A1\tNegation T1", "E1\tSays:T1 Who1:T2", "#1\tAnnotatorNotes T1\tnon"
    )
    (event,), (link,) = standoff.found()
    assert (event.key, event.label, event.features, event.note) == ("E1", "Says", {"Negation": True}, "non")
    assert (link.label, link.source, link.target) == ("Who", "E1", "T2")


def test_a_trigger_that_something_else_names_stays() -> None:
    standoff, _reasons = read("T1\tSays 11 14\tdit", "E1\tSays:T1", "R1\tnear Arg1:T1 Arg2:E1")
    assert set(standoff.marks) == {"T1", "E1"}


def test_an_event_without_its_trigger_is_reported() -> None:
    assert "not there" in read("E1\tSays:T7")[1][0]


def test_several_words_that_mean_the_same_are_linked() -> None:
    standoff, _reasons = read("*\tEquiv T1 T2 T3")
    assert [(link.source, link.target) for link in standoff.links] == [("T1", "T2"), ("T1", "T3")]


def test_attributes_have_values_or_are_just_so() -> None:
    standoff, _reasons = read(
        "T1\tPerson 15 19\tAnne", "A1\tMention T1 NAM", "M1\tSure T1", "N1\tReference T1 W:Q1\tAnne"
    )
    ((mark,), _links) = standoff.found()
    reference = [{"reference": "W:Q1", "name": "Anne"}]
    assert mark.features == {"Mention": "NAM", "Sure": True, "normalization": reference}


@pytest.mark.parametrize(
    "line", ["words", "T1\tPerson 0", "R1\tknows Arg1:T1", "X9\tthing", "A1\tx", "N1\ta b", "*\ta b"]
)
def test_a_line_that_is_none_is_counted(line: str) -> None:
    assert read(line)[0].bad == [1]


def test_ends_of_lines_may_have_been_counted_as_one_character() -> None:
    leftovers = Leftovers("a.ann")
    text = "Ann Lee\r\nsaw\r\nOslo."
    standoff = Standoff(Places(text, leftovers), leftovers)
    standoff.read("T1\tLOC 12 16\tOslo\nT2\tPER 0 7\tAnn Lee\n")
    marks, _links = standoff.found()
    assert [text[span.start : span.end] for mark in marks for span in mark.spans] == ["Oslo", "Ann Lee"]
