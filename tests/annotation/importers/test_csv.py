from annotation.importers import Skipped
from tests.annotation.importers.reading_samples import articles, read_bytes, reasons, refusal, sample


def test_a_table_of_another_country_is_read() -> None:
    first, second = (one.article for one in articles(sample("csv/articles.csv")))
    assert (first.title, first.outlet, first.authors) == ("La gare; encore", "Le Phare", ("Ann Lee", "Bo Ek"))
    assert first.published == "2026-02-03"
    assert first.metadata["Note"] == "n 1"
    assert second.metadata["column 7"] == "trop"


def test_quoted_cells_hold_lines() -> None:
    first, _second = articles(sample("csv/articles.csv"))
    assert first.text.startswith("Première ligne.\nDeuxième « ligne »")


def test_rows_without_a_text_are_said() -> None:
    assert reasons(sample("csv/articles.csv")) == ["One entry has no text and was left out: number 2."]


def test_addresses_are_kept_in_the_report() -> None:
    (report,) = sample("csv/mentions.csv")
    assert isinstance(report, Skipped)
    assert "GDELT mentions" in report.reason
    assert report.urls == ("https://example.org/0", "https://example.org/1")


def test_a_gdelt_table_without_names_is_known_by_its_width() -> None:
    row = "\t".join(["1", "20260203", *["x"] * 3, "https://example.org/a", *["0"] * 10])
    (report,) = read_bytes("csv", f"{row}\n{row}\n")
    assert isinstance(report, Skipped)
    assert report.urls == ("https://example.org/a",)


def test_the_user_chooses_columns_and_the_encoding() -> None:
    data = "a;b\ncafé;été\nthé;blé\n".encode("cp1252")
    found = read_bytes("csv", data, columns={"text": "b", "title": "a"}, encoding="cp1252")
    assert [(one.article.title, one.text) for one in articles(found)] == [("café", "été"), ("thé", "blé")]


def test_text_that_is_no_table_is_refused() -> None:
    assert refusal("csv", "Un texte sans colonnes.")
