import gzip
import io
import zipfile

import pytest

from annotation.importers import SourceFile
from annotation.operations.recognising import find_importer
from tests.annotation.importers.reading_samples import (
    SECOND,
    TEXT,
    articles,
    read_bytes,
    reasons,
    refusal,
    sample,
)


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def test_every_member_is_read_as_what_it_is() -> None:
    found = articles(sample("zip/melange.zip"))
    assert [one.article.source_file for one in found] == [
        "utf8.txt", "cp1252.txt", "utf16.txt", "tableau.csv", "hopital.txt",
    ]  # fmt: skip
    assert [one.text for one in found[:3]] == [TEXT, SECOND.replace("🚫 ", ""), SECOND]
    assert found[4].annotations


def test_a_guessed_encoding_is_named() -> None:
    found = articles(sample("zip/melange.zip"))
    assert found[1].article.metadata["encoding"] == "cp1252"


def test_what_cannot_be_read_is_said_by_its_name() -> None:
    said = " ".join(reasons(sample("zip/melange.zip")))
    assert "image.png” is a binary file" in said
    assert "vide.txt” is empty" in said
    assert "MACOSX" not in said


def test_paths_that_lead_out_are_refused() -> None:
    assert "lead out" in refusal("zip", zipped(**{"..__evil_dot_txt": b"x"}))


def test_a_zip_in_a_zip_is_not_opened() -> None:
    inner = zipped(a_dot_txt=b"text")
    assert not articles(read_bytes("zip", zipped(b_dot_zip=inner)))


def test_an_empty_or_damaged_zip_is_refused() -> None:
    assert refusal("zip", zipped())
    assert refusal("zip", zipped(a_dot_txt=b"text")[:30])


def test_what_lies_unpacked_in_a_zip_is_not_taken_for_the_zip() -> None:
    page = "<html><body><article><span class='DocPublicationName'>Le Temps</span></article></body></html>"
    data = zipped(a_dot_html=page.encode(), b_dot_txt=TEXT.encode())
    assert find_importer(SourceFile(name="a.zip", data=data)).name == "zip"


def test_a_text_beside_empty_annotations_is_a_text() -> None:
    data = zipped(d1_dot_txt=TEXT.encode(), d1_dot_ann=b"", annotation_dot_conf=b"[entities]\nPER\n")
    found = read_bytes("zip", data)
    assert [one.text for one in articles(found)] == [TEXT]
    assert len(found) == 1


def test_a_file_that_was_packed_by_itself_is_read_as_what_it_is() -> None:
    table = b"title,text\nA,One text of a few words.\nB,Another text of words.\n"
    data = gzip.compress(table)
    assert find_importer(SourceFile(name="a.csv.gz", data=data)).name == "zip"
    assert [one.article.title for one in articles(read_bytes("zip", data, "a.csv.gz"))] == ["A", "B"]


@pytest.mark.parametrize("data", [b"\x1f\x8b broken", gzip.compress(b"")])
def test_a_packed_file_that_is_damaged_or_empty_is_refused(data: bytes) -> None:
    assert refusal("zip", data)
