"""What real tables and JSON files give, as EXPECTED.md beside the checkout says; skipped without it."""

import zipfile
from pathlib import Path

import pytest

from annotation.importers import ImportFailure, Skipped
from tests.annotation.importers.reading_samples import articles, read, reasons


@pytest.fixture(scope="session")
def imports(shared: Path) -> Path:
    folder = shared / "data" / "imports"
    if not folder.is_dir():
        pytest.skip("needs the files to import in ../shared")
    return folder


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("newsplease_sample.json", 1),
        ("inaugCorpus.csv", 5),
        ("dailsample.tsv", 33),
        ("inaugural_sample.json", 3),
        ("data_files_encodedtexts.zip", 36),
    ],
)
def test_every_row_and_every_file_is_an_article(name: str, count: int, imports: Path) -> None:
    found = read(imports / "csv_jsonl" / name)
    assert len(articles(found)) == count
    assert not reasons(found)


def test_what_news_please_knows_is_known(imports: Path) -> None:
    (one,) = articles(read(imports / "csv_jsonl/newsplease_sample.json"))
    article = one.article
    assert (article.lang, article.outlet) == ("en", "www.rt.com")
    assert article.published == "2017-07-17T17:03:00"
    assert article.title.startswith("Moscow to Kiev")
    assert article.url


def test_speeches_have_their_days_and_titles(imports: Path) -> None:
    first = articles(read(imports / "csv_jsonl/dailsample.tsv"))[0].article
    assert first.published == "1919-01-21"
    assert first.title == "1. CEANN COMHAIRLE I gCOIR AN LAE."
    assert first.metadata["party_name"] == "Sinn Féin"


@pytest.mark.parametrize(
    ("name", "rows", "addresses"),
    [
        ("csv_jsonl/mediacloud_date_guess_validation.csv", 1_000, 1_000),
        ("gdelt/mentionssamp.csv", 1_635, 559),
    ],
)
def test_a_table_without_texts_says_so_and_keeps_the_addresses(
    name: str, rows: int, addresses: int, imports: Path
) -> None:
    (report,) = read(imports / name)
    assert isinstance(report, Skipped)
    assert str(rows) in report.reason
    assert len(report.urls) == addresses


@pytest.mark.parametrize("name", ["events_column_definitions.csv", "gkg2_column_definitions.csv"])
def test_a_table_that_names_columns_holds_no_articles(name: str, imports: Path) -> None:
    with pytest.raises(ImportFailure, match="no column that holds texts"):
        read(imports / "gdelt" / name)


CODECS = {"WINDOWS-936": "cp936", "UTF-8-BOM": "utf-8-sig"}


def test_every_encoding_is_read(imports: Path) -> None:
    path = imports / "csv_jsonl/data_files_encodedtexts.zip"
    archive = zipfile.ZipFile(path)
    wrong = []
    for one in articles(read(path)):
        name = one.article.source_file
        encoding = name.rpartition("_")[2].removesuffix(".txt")
        wanted = archive.read(name).decode(CODECS.get(encoding, encoding)).lstrip("\ufeff")
        if one.text != wanted:
            wrong.append((name, one.article.metadata.get("encoding")))
    assert not wrong
