import io

from openpyxl import Workbook

from tests.annotation.importers.reading_samples import SECOND, articles, read_bytes, reasons, refusal, sample


def workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_names_may_stand_below_a_title() -> None:
    (one,) = articles(sample("xlsx/articles.xlsx"))
    assert (one.text, one.article.title, one.article.published) == (SECOND, "La gare", "2026-02-03")
    assert (one.article.outlet, one.article.page) == ("Le Phare", "3")


def test_the_report_names_the_sheet() -> None:
    found = sample("xlsx/articles.xlsx")
    assert reasons(found) == ["One entry has no text and was left out: number 2."]
    assert any(getattr(one, "file", "").endswith("sheet Articles") for one in found)


def test_every_sheet_with_texts_is_read() -> None:
    data = workbook([["title", "text"], ["a", "A."]], [["title", "text"], ["b", "B."]], [])
    assert [one.text for one in articles(read_bytes("xlsx", data))] == ["A.", "B."]


def test_formulas_are_never_run() -> None:
    data = workbook([["title", "text"], ["a", "=1+1"], ["b", "B."]])
    assert [one.text for one in articles(read_bytes("xlsx", data))] == ["B."]


def test_a_workbook_without_texts_is_refused() -> None:
    assert "no column" in refusal("xlsx", workbook([["a", "b"], [1, 2]]))
    assert refusal("xlsx", workbook([]))


def test_an_old_workbook_is_refused_with_advice() -> None:
    assert ".xlsx" in refusal("xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "a.xls")


def test_a_damaged_one_is_refused() -> None:
    assert refusal("xlsx", workbook([["a"]])[:400])
