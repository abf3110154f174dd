"""Several annotators have a folder each; one has none, and nobody has one all the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotation.exporters._people import PeopleFolders, by_person
from annotation.exporters._sheet import read_sheets
from annotation.records import GOLD
from tests.contracts.shelf import Shelf, empty_shelf, full_shelf


def _quietly(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


def two() -> Shelf:
    shelf = full_shelf()
    more = tuple(replace(record, id=f"g{record.id}", annotator=GOLD.id) for record in shelf.records[:2])
    return replace(shelf, records=(*shelf.records, *more))


def test_one_annotator_writes_to_the_folder_itself(tmp_path: Path) -> None:
    folders = PeopleFolders(tmp_path / "out", full_shelf(), _quietly)
    assert list(folders.each()) == [(tmp_path / "out", "p-clara")]


def test_two_have_a_folder_each_by_name(tmp_path: Path) -> None:
    folders = PeopleFolders(tmp_path, two(), _quietly)
    assert [(path.name, person) for path, person in folders.each()] == [
        ("clara", "p-clara"),
        ("gold", "gold"),
    ]


def test_nobody_is_no_failure(tmp_path: Path) -> None:
    assert list(PeopleFolders(tmp_path, empty_shelf(), _quietly).each()) == [(tmp_path, "")]


def test_records_are_parted_by_who_made_them() -> None:
    sheet = next(read_sheets(two(), lambda *now: None))
    assert {person: len(records) for person, records in by_person(sheet).items()} == {
        "p-clara": 5,
        "gold": 2,
    }


def test_texts_are_written_as_they_are(tmp_path: Path) -> None:
    folders = PeopleFolders(tmp_path, empty_shelf(), _quietly)
    folders.write(tmp_path, "x.txt", "a\r\nb\ud800")
    folders.write(tmp_path, "y.bin", b"\x00")
    assert (tmp_path / "x.txt").read_bytes() == b"a\r\nb\xed\xa0\x80"
    assert [path.name for path in folders.files] == ["x.txt", "y.bin"]


def test_the_look_for_people_can_be_stopped(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        PeopleFolders(tmp_path, full_shelf(), stop)
