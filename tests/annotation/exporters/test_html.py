"""Pages are whole documents, one for each article or one for all."""

from pathlib import Path

from lxml import html

from tests.annotation.exporters.round import write
from tests.contracts.shelf import empty_shelf, full_shelf


def test_one_page_holds_all_articles(tmp_path: Path) -> None:
    write("html", full_shelf(), tmp_path / "all.html")
    root = html.fromstring((tmp_path / "all.html").read_bytes())
    assert ["".join(map(str, one.itertext())) for one in root.iter("h1")] == [
        f"Article {n} : « tête » 🗞" for n in range(5)
    ]


def test_a_folder_has_a_page_for_each_article(tmp_path: Path) -> None:
    report = write("html", full_shelf(), tmp_path)
    assert len(report.files) == 5
    for path in report.files:
        written = path.read_text("utf-8")
        assert written.startswith("<!doctype html>")
        assert written.endswith("</body></html>\n")


def test_nothing_is_still_a_page(tmp_path: Path) -> None:
    write("html", empty_shelf(), tmp_path / "none.html")
    assert (tmp_path / "none.html").read_text("utf-8").endswith("</body></html>\n")
