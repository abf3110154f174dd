import io
import zipfile

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
