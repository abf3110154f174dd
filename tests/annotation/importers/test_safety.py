"""Files come from anywhere: they reach no network and no other file, and none can stop the program."""

import gzip
import importlib
import socket
import tomllib
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from annotation.importers import IMPORTERS, Imported, ImportFailure, Skipped, SourceFile
from tests.annotation.importers.building import docx, package, read, warc

SAMPLES = Path(__file__).parents[2] / "data" / "imports"
TABLE: list[dict[str, Any]] = tomllib.loads((SAMPLES / "archives.toml").read_text("utf-8"))["file"]
XML_FORMATS = ("factiva-xml", "newsml", "nitf", "tei", "rss")
PAGES = ("html", "europresse", "factiva-html", "lexisnexis-html", "proquest")


def attempt(format_: str, data: bytes) -> list[Imported | Skipped]:
    """What an importer makes of the data, nothing when it refuses them."""
    try:
        return read(format_, data)
    except ImportFailure:
        return []


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the network was touched")

    importlib.import_module("trafilatura")
    monkeypatch.setattr(socket.socket, "connect", refuse)
    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("row", TABLE, ids=[row["path"] for row in TABLE])
def test_no_sample_reaches_for_the_network(row: dict[str, Any]) -> None:
    found = attempt(row["format"], (SAMPLES / row["path"]).read_bytes())
    assert len([one for one in found if isinstance(one, Imported)]) == len(row.get("article", []))


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("format_", XML_FORMATS)
def test_no_entity_brings_in_another_file(format_: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    entity = (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y SYSTEM "http://nowhere.invalid/">]>'
    )
    bodies = {
        "factiva-xml": "<PPSResponse><article><headline>T</headline><leadParagraph>"
        "<paragraph>a &x; &y;</paragraph></leadParagraph></article></PPSResponse>",
        "newsml": "<newsItem guid='g'><inlineData>a &x; &y;</inlineData></newsItem>",
        "nitf": "<nitf><body><body.content><p>a &x; &y;</p></body.content></body></nitf>",
        "tei": "<TEI><teiHeader/><text><p>a &x; &y;</p></text></TEI>",
        "rss": "<rss version='2.0'><channel><item><title>T</title>"
        "<description>a &x; &y;</description></item></channel></rss>",
    }
    found = attempt(format_, (entity + bodies[format_]).encode())
    assert all("secret" not in one.text for one in found if isinstance(one, Imported))
    assert found


def test_a_feed_that_is_called_like_a_file_opens_none(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text("<rss version='2.0'><channel><item><title>T</title></item></channel></rss>", "utf-8")
    with pytest.raises(ImportFailure, match="is no feed"):
        read("rss", str(feed).encode())


@pytest.mark.parametrize("format_", ["docx", "odt", "epub"])
def test_a_package_that_swells_is_refused(format_: str) -> None:
    names = {"docx": "word/document.xml", "odt": "content.xml", "epub": "META-INF/container.xml"}
    with pytest.raises(ImportFailure, match="far more than a document holds"):
        read(format_, package({"[Content_Types].xml": "x", names[format_]: b" " * 30_000_000}))


def test_a_package_that_swells_is_not_unpacked_to_know_its_format() -> None:
    data = package({"[Content_Types].xml": "x", "word/document.xml": b" " * 30_000_000})
    assert not IMPORTERS["nexis-docx"].recognises(SourceFile(name="a", data=data))


def test_a_package_in_a_package_in_a_package_is_no_document() -> None:
    data = b"text"
    for _ in range(20):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            file.writestr("word/document.xml", data)
        data = buffer.getvalue()
    with pytest.raises(ImportFailure):
        read("docx", data)


def test_links_out_of_a_package_are_not_followed() -> None:
    container = '<container><rootfiles><rootfile full-path="../../etc/passwd"/></rootfiles></container>'
    with pytest.raises(ImportFailure, match="is missing in it"):
        read("epub", package({"mimetype": "application/epub+zip", "META-INF/container.xml": container}))


@pytest.mark.parametrize("format_", [*XML_FORMATS, *PAGES])
def test_nesting_without_end_stops_nothing(format_: str) -> None:
    opened = {
        "tei": b"<TEI><teiHeader/><text>",
        "nitf": b"<nitf>",
        "rss": b"<rss><channel><item><description>",
    }
    begin = opened.get(format_, b"<html><body><article>")
    assert isinstance(attempt(format_, begin + b"<div>" * 100_000 + b"deep"), list)


@pytest.mark.parametrize("format_", [name for name in IMPORTERS.names if name not in {"conll", "brat"}])
def test_a_line_without_end_is_read_or_refused(format_: str) -> None:
    for line in (b"a " * 300_000, b"1 of 2 " * 80_000, b"<" * 200_000, b"{" * 200_000, b"-\n" * 200_000):
        assert isinstance(attempt(format_, line), list)


@pytest.mark.parametrize(
    "line", ["1 " * 20_000, "January " * 5_000, "5 mai " * 5_000, ", " * 20_000, "By " * 5_000, "a-" * 20_000]
)
@pytest.mark.timeout(60)
def test_no_pattern_runs_away(line: str) -> None:
    head = f"        1 of 1 DOCUMENT\n\n        Post\n\n        {line}\n\n{line}\n\n"
    assert attempt("lexisnexis-txt", f"{head}BYLINE: {line}\n\nLENGTH: 3 words\n\n{line}\n".encode())
    spans = f"<span class='DocPublicationName'>{line}</span><span class='DocHeader'>{line}</span>"
    assert attempt("europresse", f"<article>{spans}<section>{line}</section></article>".encode())
    pages = f"<html><body><article><h1>T</h1><p>{line}</p></article></body></html>"
    assert attempt("html", pages.encode())


def test_a_crawl_that_swells_is_left_at_its_page() -> None:
    data = gzip.compress(warc([("response", "http://x.example", "text/html", b"<p>" + b"a" * 17_000_000)]))
    (found,) = read("warc", data)
    assert isinstance(found, Skipped)
    assert "above 16 MB" in found.reason


def test_one_bad_article_stops_no_other() -> None:
    text = "<leadParagraph><paragraph>Text.</paragraph></leadParagraph>"
    titles = {"One": text, "No text": "", "Two": text}
    inside = "".join(
        f"<article><headline>{title}</headline>{body}</article>" for title, body in titles.items()
    )
    data = f"<PPSResponse>{inside}</PPSResponse>"
    found = read("factiva-xml", data.encode())
    assert [one.article.title if isinstance(one, Imported) else one.reason for one in found] == [
        "One",
        "“No text” has no text.",
        "Two",
    ]


def test_a_macro_in_a_document_is_no_text() -> None:
    data = docx(["Text."])
    with zipfile.ZipFile(BytesIO(data)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    members["word/vbaProject.bin"] = b"Sub AutoOpen()"
    (found,) = read("docx", package(members))
    assert isinstance(found, Imported)
    assert found.text == "Text."
