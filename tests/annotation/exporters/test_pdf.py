"""What is printed can be read back by another library, page by page."""

from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from tests.annotation.exporters.round import write
from tests.contracts.shelf import empty_shelf, full_shelf


def text_of(path: Path) -> str:
    document = pdfium.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_title_text_and_records_are_on_the_page(tmp_path: Path) -> None:
    write("pdf", full_shelf(), tmp_path / "all.pdf")
    told = " ".join(text_of(tmp_path / "all.pdf").split())
    assert "Article 0 : « tête »" in told
    assert "« Nous n’avons pas le choix" in told
    assert "Le Quotidien · 2026-03-01" in told
    assert "Clara" in told


def test_a_folder_has_a_document_for_each_article(tmp_path: Path) -> None:
    report = write("pdf", full_shelf(), tmp_path)
    assert len(report.files) == 5
    assert all(path.read_bytes().startswith(b"%PDF") for path in report.files)


def test_signs_that_the_fonts_lack_are_counted(tmp_path: Path) -> None:
    report = write("pdf", full_shelf(), tmp_path)
    lost = {loss.what: loss.count for loss in report.losses}
    assert lost["characters that the fonts do not have"] > 10


def test_nothing_is_an_empty_page(tmp_path: Path) -> None:
    write("pdf", empty_shelf(), tmp_path / "none.pdf")
    assert text_of(tmp_path / "none.pdf").strip() == ""
