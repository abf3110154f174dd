"""Mentions in groups: chosen one by one, by group or all, folded away, and as quick however many."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotation.operations import Mention
from annotation.records import Span
from gui.models.mention_rows import ROW, Grouping, MentionRow, MentionRows

MENTIONS = [
    Mention("a", Span(0, 4), "Roux", "s1"),
    Mention("a", Span(9, 13), "ROUX"),
    Mention("b", Span(3, 7), "Roux"),
]
TITLES = {"a": "Un", "b": "Deux"}


@pytest.fixture
def rows(qtbot: QtBot, qtmodeltester: ModelTester) -> MentionRows:
    made = MentionRows(lambda mention: (f"<{mention.article} ", " >"))
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]  # of pytest-qt
    made.show(MENTIONS, TITLES)
    return made


def listed(rows: MentionRows) -> list[str]:
    found = [rows.row(place) for place in range(rows.rowCount())]
    return [f"# {row.words} {row.count}" if row.is_head else row.words for row in found]


def test_mentions_stand_under_the_titles_of_their_articles(rows: MentionRows) -> None:
    assert listed(rows) == ["# Un 2", "Roux", "ROUX", "# Deux 1", "Roux"]
    row: MentionRow = rows.index(1).data(ROW)
    assert (row.before, row.after, row.is_suggestion) == ("<a ", " >", True)
    assert rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "<a Roux >, chosen"


def test_they_can_stand_by_wording_the_commonest_first(rows: MentionRows) -> None:
    rows.group_by(Grouping.WORDS)
    assert listed(rows) == ["# “Roux” 2", "Roux", "Roux", "# “ROUX” 1", "ROUX"]


def test_everything_is_chosen_at_first_and_each_can_be_left_out(rows: MentionRows, qtbot: QtBot) -> None:
    assert rows.number_chosen == 3
    with qtbot.waitSignal(rows.counted):
        rows.toggle(2)
    assert rows.chosen == [MENTIONS[0], MENTIONS[2]]
    assert rows.row(0).checked is Qt.CheckState.PartiallyChecked
    assert rows.row(2).spoken.endswith("not chosen")


def test_a_head_chooses_its_whole_group(rows: MentionRows) -> None:
    rows.toggle(2)
    rows.toggle(0)
    assert rows.number_chosen == 3
    rows.toggle(0)
    assert rows.chosen == [MENTIONS[2]]
    assert rows.row(0).checked is Qt.CheckState.Unchecked


def test_all_and_none(rows: MentionRows) -> None:
    rows.choose_all(chosen=False)
    assert rows.chosen == []
    rows.choose_all(chosen=True)
    assert rows.chosen == MENTIONS


def test_what_is_chosen_stays_so_when_grouped_otherwise(rows: MentionRows) -> None:
    rows.toggle(2)
    rows.group_by(Grouping.WORDS)
    assert rows.chosen == [MENTIONS[0], MENTIONS[2]]


def test_a_group_folds_from_any_of_its_rows_and_unfolds(rows: MentionRows) -> None:
    assert rows.fold(2, folded=True) == 0
    assert listed(rows) == ["# Un 2", "# Deux 1", "Roux"]
    assert rows.row(0).is_folded
    assert rows.fold(0, folded=True) == 0
    rows.fold(0, folded=False)
    assert listed(rows) == ["# Un 2", "Roux", "ROUX", "# Deux 1", "Roux"]


def test_the_mention_of_a_head_is_the_first_of_its_group(rows: MentionRows) -> None:
    assert rows.mention_at(3) is MENTIONS[2]
    assert rows.mention_at(2) is MENTIONS[1]


def test_nothing_found_is_an_empty_list(rows: MentionRows) -> None:
    rows.show([], {})
    assert (rows.rowCount(), rows.total, rows.chosen) == (0, 0, [])


def test_a_hundred_thousand_are_listed_and_only_those_in_sight_are_read(qtbot: QtBot) -> None:
    asked: list[Mention] = []

    def around(mention: Mention) -> tuple[str, str]:
        asked.append(mention)
        return "", ""

    rows = MentionRows(around)
    many = [Mention(str(n // 10), Span(n, n + 1), "x") for n in range(100_000)]
    rows.show(many, {})
    rows.toggle(0)
    rows.group_by(Grouping.WORDS)
    assert (rows.rowCount(), rows.number_chosen, asked) == (100_001, 99_990, [])
