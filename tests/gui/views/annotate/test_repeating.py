"""The same again: all mentions of the same words with L, the last act on other words with a full stop."""

import pytest

from annotation.operations import AddArticles
from annotation.records import Status
from gui.views.repeating import MANY
from tests.annotation.newsroom import imported
from tests.gui.views.annotate.conftest import Bench


def types(bench: Bench, words: str) -> list[tuple[int, str]]:
    """(place, type) of the annotator's labels on some words."""
    found = [one for one in bench.stored() if one.layer == "entity" and one.counts]
    return [
        (span.start, str(one.features["type"]))
        for one in found
        for span in one.spans["mention"]
        if bench.desk.text[span.start : span.end] == words
    ]


def open_text(bench: Bench, text: str) -> None:
    bench.session.apply(AddArticles(imported=(imported("many", text),)))
    bench.room.open_article("many")
    bench.room.focus_article()


def mention(bench: Bench, words: str) -> None:
    start = bench.desk.text.index(words)
    bench.text.set_selection(start, start + len(words))
    bench.press("E")


# ------------------------------------------------------------ all alike


def test_l_labels_every_mention_of_the_same_words_in_one_step(bench: Bench) -> None:
    bench.press("J", "8", "L")
    assert [type_ for _start, type_ in types(bench, "Lina Maro")] == ["ROLE"] * 3
    assert bench.said == "Labelled 2 mentions of “Lina Maro”: Role."
    assert bench.desk.words(bench.record) == "Lina Maro"
    bench.session.undo_stack.undo()
    assert [type_ for _start, type_ in types(bench, "Lina Maro")] == ["ROLE"]


def test_l_on_a_suggestion_accepts_it_with_those_like_it(bench: Bench) -> None:
    bench.press("J", "L")
    assert [type_ for _start, type_ in types(bench, "Lina Maro")] == ["PER"] * 3
    assert bench.record.status is Status.ACCEPTED
    assert bench.session.undo_stack.undoText() == "Label 3 mentions of Lina Maro"


def test_what_was_decided_otherwise_stays_and_is_said(bench: Bench) -> None:
    bench.press("J", "2")
    bench.desk.select(bench.seen("Lina Maro", nth=2).id)
    bench.press("8", "L")
    assert [type_ for _start, type_ in types(bench, "Lina Maro")] == ["ORG", "ROLE", "ROLE"]
    assert bench.said == "Labelled one mention of “Lina Maro”: Role. One stays as it is."


def test_words_that_stand_once_are_said_to(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E", "L")
    assert bench.said == "“préfet” stands nowhere else without a label."
    assert len(bench.stored()) == 1


def test_a_record_of_several_roles_is_not_repeated(bench: Bench) -> None:
    bench.desk.select(bench.seen("a déclaré", "source").id)
    assert not bench.shell.actions_table["record.alike"].isEnabled()
    bench.room.repeater.label_alike()
    assert bench.said == "Only a record of one stretch of words can be repeated."
    assert bench.stored() == []


@pytest.mark.parametrize(("answer", "labels"), [("Enter", MANY + 1), ("1", MANY + 1), ("Esc", 1)])
def test_one_is_asked_before_many_are_labelled(bench: Bench, answer: str, labels: int) -> None:
    open_text(bench, "Roux. " * (MANY + 1))
    mention(bench, "Roux")
    bench.press("L")
    menu = bench.room.repeater.menu
    assert menu is not None
    assert menu.buttons[0].accessibleName() == f"Label {MANY} mentions of “Roux”"
    bench.press(answer)
    assert len(bench.session.read(lambda reader: reader.annotations("many", [bench.session.me]))) == labels
    assert bench.room.repeater.menu is None
    assert bench.text.hasFocus()


def test_nothing_is_labelled_where_one_only_looks(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.press("J")
    monkeypatch.setattr(type(bench.session), "writable", False)
    bench.room.repeater.label_alike()
    bench.room.repeater.accept()
    assert bench.stored() == []
    assert bench.room.repeater.last is None


# ------------------------------------------------------------ the last act again


def test_a_full_stop_gives_other_words_the_last_label(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E", "8")
    bench.choose("enquête")
    bench.press(".")
    assert types(bench, "enquête")[0][1] == "ROLE"
    bench.session.undo_stack.undo()
    assert types(bench, "enquête") == []


def test_it_gives_another_record_the_last_label(bench: Bench) -> None:
    bench.press("J", "2")
    bench.desk.select(bench.seen("Oskar Vint").id)
    bench.press(".")
    assert bench.feature("type") == "ORG"


def test_it_makes_a_record_of_the_last_layer(bench: Bench) -> None:
    bench.choose("enquête")
    bench.press("F")
    bench.choose("préfet")
    bench.press(".")
    assert bench.labels() == [("figure", "enquête"), ("figure", "préfet")]


def test_it_opens_the_sentence_of_the_last_layer(bench: Bench) -> None:
    bench.choose("accusé")
    bench.press("T", "Esc")
    bench.choose("rejette")
    bench.press(".")
    assert bench.room.maker.sentence.is_open


def test_it_accepts_and_rejects_again(bench: Bench) -> None:
    bench.press("J", "X", ".")
    assert [one.status for one in bench.stored()] == [Status.REJECTED] * 2
    bench.press("Enter", ".")
    assert [one.status for one in bench.stored()].count(Status.ACCEPTED) == 2


def test_it_says_why_it_does_nothing(bench: Bench) -> None:
    bench.press(".")
    assert bench.said == "There is nothing to repeat yet."
    bench.press("J", "2", "Esc", ".")
    assert bench.said == "Select words or a record to repeat it on."
    bench.desk.select(bench.seen("a déclaré", "source").id)
    bench.press(".")
    assert bench.said == "The last act does not fit this record."
    assert len(bench.stored()) == 1


def test_both_stand_in_the_menu_of_a_record(bench: Bench) -> None:
    bench.press("J")
    table = bench.shell.actions_table
    assert table["record.alike"].isEnabled()
    assert table["record.repeat"].shortcut().toString() == "."
    bench.press("Esc")
    assert not table["record.alike"].isEnabled()
