"""A report as PDF."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

from annotation.agreement.reports import Report
from annotation.agreement.reports.print import print_report


def test_what_is_printed_can_be_read(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    print_report(report, path)
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "A & <B>_50 %" in text
    assert "Camille" in text
    assert "Krippendorff" in text


def test_the_same_report_has_the_same_bytes(report: Report, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        print_report(report, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
