"""Where an export goes: as typed, as one file or a folder, and what is there already."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.dialogs import export_place
from gui.dialogs.export_place import ExportPlace
from gui.theme import ThemeSwitch


@pytest.fixture
def place(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> ExportPlace:
    made = ExportPlace(tmp_path / "press.selon")
    made.set_format("csv", ".csv", one_file=False)
    qtbot.addWidget(made)
    made.show()
    return made


def write(place: ExportPlace, typed: str) -> None:
    place.line.selectAll()
    QTest.keyClicks(place.line, typed)


def test_a_place_is_meant_as_it_is_typed(place: ExportPlace, own_settings: Path) -> None:
    meant = {" /data/out ": Path("/data/out"), "~/out": own_settings / "out"}
    for typed, out in meant.items():
        write(place, typed)
        assert place.out == out


@pytest.mark.parametrize("typed", ["out", "a/b", "~nobody-of-this-name/out"])
def test_a_relative_place_is_meant_from_the_projects_folder_on(
    typed: str, place: ExportPlace, tmp_path: Path
) -> None:
    write(place, typed)
    assert place.out == tmp_path / typed


def test_a_name_with_the_formats_ending_is_one_file(place: ExportPlace, tmp_path: Path) -> None:
    write(place, "mine.csv")
    assert place.is_one_file
    assert place.out == tmp_path / "mine.csv"
    place.folder.click()
    assert place.out == tmp_path / "mine"


def test_one_file_has_its_ending_also_where_nobody_types_it(place: ExportPlace, tmp_path: Path) -> None:
    place.file.click()
    assert place.line.text() == str(tmp_path / "press.csv")
    write(place, "v1.2")
    assert place.out == tmp_path / "v1.2.csv"


def test_a_place_of_ones_own_stays_and_changes_its_ending_alone(place: ExportPlace, tmp_path: Path) -> None:
    write(place, "mine.csv")
    place.set_format("tei", ".xml", one_file=True)
    assert place.out == tmp_path / "mine.xml"
    place.set_format("brat", "", one_file=False)
    assert place.out == tmp_path / "mine"


def test_nothing_typed_is_no_place(place: ExportPlace) -> None:
    write(place, "  ")
    assert place.out is None


@pytest.mark.parametrize(
    ("one_file", "chosen", "out"),
    [(False, "there", "there"), (True, "there", "there.csv"), (True, "there.csv", "there.csv")],
)
def test_a_place_is_looked_for_with_what_fits(
    one_file: bool, chosen: str, out: str, place: ExportPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Path | None] = [tmp_path / chosen, None]
    used = "ask_for_file" if one_file else "ask_for_folder"
    monkeypatch.setattr(export_place, used, lambda *_given: answers.pop(0))
    place.set_format("csv", ".csv", one_file=one_file)
    place.browse.click()
    place.browse.click()
    assert (place.out, answers) == (tmp_path / out, [])


def test_that_something_is_there_already_is_said_where_nothing_moves(
    place: ExportPlace, tmp_path: Path
) -> None:
    before = place.line.geometry()
    assert not place.warning.isVisible()
    (tmp_path / "press-csv").mkdir()
    (tmp_path / "press.csv").touch()
    place.set_format("csv", ".csv", one_file=False)
    assert "earlier export" in place.warning.text()
    assert place.warning.isVisible()
    place.file.click()
    assert "file that is there is replaced" in place.warning.text()
    write(place, "new")
    assert not place.warning.isVisible()
    assert place.line.geometry() == before
