"""The samples of documents and archives, each read as its table says."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from annotation.importers import IMPORTERS, Imported, ImportFailure, SourceFile
from annotation.operations.recognising import find_importer

SAMPLES = Path(__file__).parents[2] / "data" / "imports"
TABLE: list[dict[str, Any]] = tomllib.loads((SAMPLES / "archives.toml").read_text("utf-8"))["file"]
REFUSED = [row for row in TABLE if "refused" in row]
READ = [row for row in TABLE if "refused" not in row]
FIELDS = ("title", "outlet", "published", "section", "page", "url", "lang")

each_file = pytest.mark.parametrize("row", TABLE, ids=[row["path"] for row in TABLE])
each_read = pytest.mark.parametrize("row", READ, ids=[row["path"] for row in READ])


def source(row: dict[str, Any], name: str = "") -> SourceFile:
    path = SAMPLES / row["path"]
    return SourceFile(name=name or str(path), data=path.read_bytes())


def articles(row: dict[str, Any], name: str = "") -> list[Imported]:
    file = source(row, name)
    return [found for found in IMPORTERS[row["format"]].read(file) if isinstance(found, Imported)]


@each_file
def test_the_format_is_found_by_the_content_alone(row: dict[str, Any]) -> None:
    assert (
        find_importer(source(row, name="folder/download")).name == row["format"]
        or row["format"] == "markdown"
    )
    assert find_importer(source(row)).name == row["format"]


@each_read
def test_every_article_is_there_with_what_is_known_of_it(row: dict[str, Any]) -> None:
    found = articles(row)
    expected = row.get("article", [])
    assert [one.article.title for one in found] == [one["title"] for one in expected]
    for one, wanted in zip(found, expected, strict=True):
        assert {key: getattr(one.article, key) or None for key in FIELDS} == {
            key: wanted.get(key) for key in FIELDS
        }
        assert list(one.article.authors) == wanted.get("authors", [])
        assert one.article.metadata.get("guessed", []) == wanted.get("guessed", [])
        assert one.article.metadata.get("words") == wanted.get("words")


@each_read
def test_the_text_is_that_of_the_article_and_nothing_else(row: dict[str, Any]) -> None:
    for one, wanted in zip(articles(row), row.get("article", []), strict=True):
        if "text" in wanted:
            assert one.text == wanted["text"]
        else:
            assert len(one.text) == wanted["length"]
            assert one.text.startswith(wanted["starts"])
            assert one.text.endswith(wanted["ends"])


@each_read
def test_what_is_left_out_is_said(row: dict[str, Any]) -> None:
    found = list(IMPORTERS[row["format"]].read(source(row)))
    skipped = [one for one in found if not isinstance(one, Imported)]
    assert len(skipped) == row.get("left_out", 0)
    assert all(one.reason.endswith(".") for one in skipped)


@pytest.mark.parametrize("row", REFUSED, ids=[row["path"] for row in REFUSED])
def test_a_file_without_articles_is_refused_in_a_sentence(row: dict[str, Any]) -> None:
    with pytest.raises(ImportFailure, match=re.escape(row["refused"])):
        list(IMPORTERS[row["format"]].read(source(row)))


@each_read
def test_an_export_read_again_under_another_name_brings_the_same_articles(row: dict[str, Any]) -> None:
    one = [found.article.id for found in articles(row)]
    assert [found.article.id for found in articles(row)] == one
    assert len(set(one)) == len(one)
    documents = {"pdf", "docx", "odt", "rtf", "epub", "markdown"}
    again = [found.article.id for found in articles(row, name="elsewhere/again")]
    assert (again == one) is (row["format"] not in documents)


@each_read
def test_paragraphs_are_parted_by_one_blank_line(row: dict[str, Any]) -> None:
    for one in articles(row):
        assert "\n\n\n" not in one.text
        assert one.text == one.text.strip()
        assert "\r" not in one.text


def test_every_format_of_documents_and_archives_has_a_sample() -> None:
    assert {row["format"] for row in READ} >= {
        "docx", "epub", "europresse", "factiva-html", "factiva-rtf", "factiva-xml", "html", "lexisnexis-html",
        "lexisnexis-txt", "markdown", "mhtml", "newsml", "nexis-docx", "nexis-rtf", "nitf", "odt", "pdf",
        "proquest", "rss", "rtf", "tei", "warc",
    }  # fmt: skip
