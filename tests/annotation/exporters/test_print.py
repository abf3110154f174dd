"""What is set holds every line, and markup in a text stays text."""

from dataclasses import replace
from pathlib import Path

from annotation.exporters._losses import Losses
from annotation.exporters._print import Printer
from annotation.exporters._sheet import Sheet, read_sheets
from tests.annotation.exporters.test_pdf import text_of
from tests.contracts.shelf import full_shelf


def sheets() -> list[Sheet]:
    return list(read_sheets(full_shelf(), lambda *now: None))


def test_markup_in_a_text_is_shown_as_it_is(tmp_path: Path) -> None:
    printer = Printer(Losses())
    printer.add(sheets()[1])
    printer.write(tmp_path / "x.pdf", "x")
    told = " ".join(text_of(tmp_path / "x.pdf").split())
    assert "<tags>" in told
    assert "Line one of a text" in told


def test_records_have_their_number_in_the_text_and_in_the_table(tmp_path: Path) -> None:
    printer = Printer(Losses())
    printer.add(sheets()[0])
    printer.write(tmp_path / "x.pdf", "x")
    told = " ".join(text_of(tmp_path / "x.pdf").split())
    assert told.count("la ministre") >= 3
    assert "Entities (1)" in told


def test_a_very_long_record_still_fits_on_pages(tmp_path: Path) -> None:
    sheet = sheets()[0]
    text = "mot " * 20_000
    record = replace(
        sheet.records[0],
        spans={"mention": (replace(sheet.records[0].spans["mention"][0], start=0, end=len(text)),)},
    )
    printer = Printer(Losses())
    printer.add(replace(sheet, text=text, records=[record], by_id={record.id: record}))
    printer.write(tmp_path / "x.pdf", "x")
    assert text_of(tmp_path / "x.pdf").count("mot") >= 20_000


def test_what_was_written_is_not_written_again(tmp_path: Path) -> None:
    printer = Printer(Losses())
    printer.add(sheets()[0])
    printer.write(tmp_path / "x.pdf", "x")
    printer.write(tmp_path / "y.pdf", "y")
    assert text_of(tmp_path / "y.pdf").strip() == ""
