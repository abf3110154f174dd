"""Plain text: one file is one article, to the last character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers import Imported, ImportFailure, SourceFile
from annotation.importers.txt import plug
from annotation.records import digest

PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r\f\v"), min_size=1)


def read(data: bytes, name: str = "folder/a file.txt") -> Imported:
    (found,) = plug.read(SourceFile(name=name, data=data))
    assert isinstance(found, Imported)
    return found


@given(text=PLAIN.filter(lambda text: text.strip() != "" and not text.startswith("\ufeff")))
def test_the_text_is_kept_to_the_last_character(text: str) -> None:
    found = read(text.encode())
    assert found.text == text
    assert (found.article.length, found.article.text_sha256) == (len(text), digest(text))


@pytest.mark.parametrize(
    "text", ["a\r\nb\r\n", "a\rb", "  a  \n", "e\u0301té 👍🏽", "قال الوزير", "a\u2028b\u00a0c"]
)
def test_line_ends_spaces_and_marks_are_kept(text: str) -> None:
    assert read(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_its_mark_is_read_and_the_mark_is_not_text(encoding: str) -> None:
    assert read("Été\nà l’OTAN 👍".encode(encoding)).text == "Été\nà l’OTAN 👍"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_likeliest_encoding_is_taken_and_named_where_the_user_wants_the_guess(encoding: str) -> None:
    data = "Été\nà l’hôpital, dit « la ministre ».".encode(encoding)
    (found,) = plug.read(SourceFile(name="a.txt", data=data, choices={"encoding": "guess"}))
    assert isinstance(found, Imported)
    assert found.text == "Été\nà l’hôpital, dit « la ministre »."
    assert found.article.metadata.get("encoding") == (encoding if encoding != "utf-32" else None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "cp1252"])
def test_another_encoding_is_refused_with_what_to_do(encoding: str) -> None:
    with pytest.raises(ImportFailure, match=r"is not UTF-8 text: save it as UTF-8, or .*--encoding"):
        read("Été\nà l’hôpital, dit « la ministre ».".encode(encoding))


def test_the_users_encoding_is_taken() -> None:
    file = SourceFile(name="a.txt", data="Żółw".encode("cp1250"), choices={"encoding": "cp1250"})
    (found,) = plug.read(file)
    assert isinstance(found, Imported)
    assert found.text == "Żółw"


@pytest.mark.parametrize("encoding", ["ascii", "no-such-encoding", "hex"])
def test_an_encoding_that_does_not_fit_is_refused(encoding: str) -> None:
    file = SourceFile(name="a.txt", data="é".encode(), choices={"encoding": encoding})
    with pytest.raises(ImportFailure, match="is not in the encoding"):
        list(plug.read(file))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no text"),
        (b" \r\n\t ", "holds no text"),
        ("\ufeff".encode(), "holds no text"),
        (b"a\x00b", "is a binary file"),
        (b"\x7fELF\x02\x01", "is a binary file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is a binary file"),
        (b"a\x02b", "is a binary file"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(ImportFailure, match=rf"^“folder/a file\.txt” {reason}"):
        read(data)


@pytest.mark.parametrize(
    ("text", "title", "guessed"),
    [
        ("A headline\n\nThe text.", "A headline", "first line"),
        ("\n\n  A headline  \r\nThe text.", "A headline", "first line"),
        ("x" * 200, "x" * 200, "first line"),
        ("x" * 201 + "\nShort", "a file", "file name"),
    ],
)
def test_a_short_first_line_is_the_title(text: str, title: str, guessed: str) -> None:
    article = read(text.encode()).article
    assert (article.title, article.metadata) == (title, {"title_from": guessed, "guessed": ["title"]})


def test_the_file_is_named_without_its_folder() -> None:
    assert read(b"Words.").article.source_file == "a file.txt"


def test_the_id_follows_from_the_name_and_the_text() -> None:
    one = read(b"Words.", "here/a.txt").article.id
    assert read(b"Words.", "there/a.txt").article.id == one
    assert read(b"Words.", "here/b.txt").article.id != one
    assert read(b"Words!", "here/a.txt").article.id != one


@pytest.mark.parametrize(
    ("name", "data", "sure"),
    [
        ("a.txt", b"x", 0.5),
        ("A.TXT", b"x", 0.5),
        ("a.md", b"x", 0.1),
        ("a", b"\x00", 0.0),
        ("a.txt", b"\x00", 0.05),
        ("a.xml", b"<?xml version='1.0'?><x/>", 0.0),
        ("a.txt", "été".encode("utf-16"), 0.5),
    ],
)
def test_formats_with_marks_of_their_own_come_first(name: str, data: bytes, sure: float) -> None:
    assert plug.recognises(SourceFile(name=name, data=data)) == sure
