"""Articles that could be imported: rows that grow, ticks, corrections, guesses."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotation.operations.import_preview import Candidate, State
from gui.models.candidate_table import COLUMNS, CandidateTable, is_offered, parse
from gui.theme import ThemeSwitch

ROLE = Qt.ItemDataRole


def candidate(number: int, **more: object) -> Candidate:
    known: dict[str, object] = {
        "id": str(number),
        "title": f"Title {number}",
        "length": number,
        "excerpt": "",
        "path": Path(f"/texts/{number}.txt"),
    }
    return Candidate(**{**known, **more})  # type: ignore[arg-type]


def titles(table: CandidateTable) -> list[str]:
    return [str(table.index(row, 0).data()) for row in range(table.rowCount())]


def test_the_table_keeps_to_qts_rules_while_it_grows(
    qtbot: QtBot, themes: ThemeSwitch, qtmodeltester: ModelTester
) -> None:
    table, found = CandidateTable(), [candidate(1)]
    table.show(found)
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # pytest-qt leaves it so
    found += [candidate(2), candidate(3)]
    table.grow()
    assert titles(table) == ["Title 1", "Title 2", "Title 3"]
    assert [table.headerData(place, Qt.Orientation.Horizontal) for place in (0, 4)] == ["Title", "Remark"]


def test_what_is_not_wanted_now_stays_away_also_while_the_table_grows(
    qtbot: QtBot, themes: ThemeSwitch
) -> None:
    table, found = CandidateTable(), [candidate(number) for number in range(4)]
    table.show(found)
    table.keep_only(lambda one: one.length % 2 == 0)
    found.append(candidate(6))
    found.append(candidate(7))
    table.grow()
    assert titles(table) == ["Title 0", "Title 2", "Title 6"]
    table.sort_by("length", descending=True)
    assert titles(table) == ["Title 6", "Title 2", "Title 0"]
    table.keep_only(None)
    assert titles(table) == [f"Title {number}" for number in (7, 6, 3, 2, 1, 0)]


def test_what_has_no_value_comes_last_whichever_way_it_is_sorted(qtbot: QtBot, themes: ThemeSwitch) -> None:
    table = CandidateTable()
    table.show([candidate(1), candidate(2, outlet="B"), candidate(3, outlet="A")])
    table.sort_by("outlet", descending=False)
    assert titles(table) == ["Title 3", "Title 2", "Title 1"]
    table.sort_by("outlet", descending=True)
    assert titles(table) == ["Title 2", "Title 3", "Title 1"]


def test_only_what_the_project_could_take_can_be_ticked(qtbot: QtBot, themes: ThemeSwitch) -> None:
    states = [
        candidate(0),
        candidate(1, state=State.KNOWN),
        candidate(2, state=State.KNOWN, annotations=2),
        candidate(3, state=State.TWICE),
        candidate(4, state=State.OTHER_TEXT),
    ]
    assert [is_offered(one) for one in states] == [True, False, True, False, False]
    table = CandidateTable()
    table.show(states)
    assert table.chosen == 2
    table.include([0, 1, 2], wanted=False)
    assert (table.chosen, table.excluded) == (0, {"0", "1", "2"})
    assert table.setData(table.index(0, 0), Qt.CheckState.Checked, ROLE.CheckStateRole)
    assert (table.chosen, table.is_included(0), table.is_included(2)) == (1, True, False)
    assert table.index(2, 4).data() == "already in the project; 2 annotations"
    assert not table.flags(table.index(1, 0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_guess_is_in_italics_and_in_words_until_it_is_corrected(qtbot: QtBot, themes: ThemeSwitch) -> None:
    table = CandidateTable()
    table.show([candidate(1, guessed=frozenset(["title", "published"]), published="2024-01-01")])
    title = table.index(0, 0)
    assert title.data(ROLE.FontRole).italic()
    assert "A guess" in title.data(ROLE.ToolTipRole)
    assert table.index(0, 4).data() == "guessed: title, date"
    assert table.setData(title, "Other")
    assert title.data(ROLE.FontRole) is None
    assert "A guess" not in title.data(ROLE.AccessibleTextRole)
    assert table.index(0, 4).data() == "guessed: date"
    assert not table.setData(title, "Other"), "it is so already"
    assert table.edits == {"1": {"title": "Other"}}


def test_authors_are_parted_by_semicolons() -> None:
    assert parse("authors", " Ada ; ;Ben") == ["Ada", "Ben"]
    assert parse("title", " A; B ") == "A; B"


def test_a_hundred_thousand_articles_are_there_at_once(qtbot: QtBot, themes: ThemeSwitch) -> None:
    table = CandidateTable()
    table.show([candidate(number) for number in range(100_000)])
    assert table.rowCount() == table.chosen == 100_000
    assert table.index(99_999, len(COLUMNS) - 1).data() == "99999.txt"
