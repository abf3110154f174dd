"""The head of the room: the article, those compared, and how far it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.operations.sample import create_sample_project
from gui.views.review import survey
from gui.views.review.header import ArticlePicker, PeopleBoxes
from gui.views.review.people import Person
from gui.views.review.survey import Tally
from tests.gui.views.review.conftest import Bench, Open


def pickers(bench: Bench) -> list[ArticlePicker]:
    return [found for found in bench.shell.findChildren(ArticlePicker) if found.isVisible()]


def test_the_picker_lists_what_can_be_reviewed_with_what_is_open(open_bench: Open) -> None:
    bench = open_bench(create_sample_project)
    QTest.mouseClick(bench.room.header.article, Qt.MouseButton.LeftButton)
    (picker,) = pickers(bench)
    rows = {choice.key: choice.note for choice in picker.list.choices}
    assert set(rows) == {row.id for row in bench.room.survey.rows}
    assert "conflicts" in rows["hopital-greve"]


def test_an_article_is_found_by_typing_and_opened_with_enter(open_bench: Open) -> None:
    bench = open_bench(create_sample_project)
    bench.room.header.open_picker()
    bench.type("fishing")
    bench.press("Enter")
    assert bench.desk.article is not None
    assert bench.desk.article.id == "channel-fishing"
    assert pickers(bench) == []


def test_esc_leaves_the_article_open(bench: Bench) -> None:
    bench.press("P")
    assert pickers(bench)
    bench.press("Esc")
    assert pickers(bench) == []
    assert bench.desk.article is not None
    assert bench.room.card.grid.hasFocus()


def test_the_next_article_is_one_key_away(open_bench: Open) -> None:
    bench = open_bench(create_sample_project)
    first = bench.desk.article
    bench.press("G")
    assert bench.desk.article is not None
    assert bench.desk.article != first
    assert bench.room.card.grid.hasFocus()


def test_two_annotators_are_named_without_boxes(bench: Bench) -> None:
    assert bench.room.header.people.boxes == {}


def test_a_tally_is_counted_in_the_background_and_kept_up_to_date(bench: Bench) -> None:
    assert bench.room.survey.tally("a") == Tally(7, 7, 4)
    bench.go("a3")
    bench.press("A", "Enter")
    bench.qtbot.waitUntil(lambda: bench.room.survey.tally("a") == Tally(7, 6, 3))
    bench.qtbot.waitUntil(lambda: not bench.session.tasks.running)


def test_the_survey_knows_where_something_is_open(open_bench: Open) -> None:
    def make(path: Path) -> object:
        return create_sample_project(path)

    bench = open_bench(make)
    survey = bench.room.survey
    ids = [row.id for row in survey.rows]
    assert survey.next_open(ids[0]) == ids[1]
    assert survey.next_open(ids[-1]) == ids[0]
    assert survey.next_open(None) == ids[0]


def test_closing_the_project_empties_the_room(bench: Bench) -> None:
    bench.session.close()
    assert bench.desk.article is None
    assert bench.desk.clusters == ()
    assert bench.room.survey.rows == ()


def test_many_articles_are_listed_in_the_background_and_one_is_opened(
    open_bench: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(survey, "MANY", 0)
    bench = open_bench()
    bench.qtbot.waitUntil(lambda: bench.desk.cluster is not None)
    assert bench.desk.article is not None
    assert [row.id for row in bench.room.survey.by_need] == ["a"]


def test_a_long_title_gives_way_before_the_window_grows(open_bench: Open) -> None:
    bench = open_bench()
    header = bench.room.header
    article = bench.desk.article
    assert article is not None
    bench.desk.article = replace(article, title="A very long title of an article " * 9)
    header.resize(600, header.height())
    header.refresh()
    assert header.article.text().endswith("…")
    assert header.article.toolTip().startswith("A very long title")
    assert header.minimumSizeHint().width() < 900


def test_many_people_are_told_by_their_letters_alone(qtbot: QtBot) -> None:
    people = [
        Person(id=str(n), name=f"Name {n}", letter="A", initials=str(n), hue="#0072B2") for n in range(5)
    ]
    boxes = PeopleBoxes()
    qtbot.addWidget(boxes)
    boxes.show_people(people, people)
    assert {box.text() for box in boxes.boxes.values()} == {""}
    assert boxes.boxes["3"].toolTip() == boxes.boxes["3"].accessibleName() == "Name 3"
    boxes.show_people(people[:3], people)
    assert boxes.boxes["1"].text() == "Name 1"
