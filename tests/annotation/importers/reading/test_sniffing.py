"""The beginnings of files, by which formats are told apart."""

import pytest

from annotation.importers import SourceFile
from annotation.importers._reading.sniffing import head, starts


def test_the_beginning_is_lower_case_text() -> None:
    assert head(SourceFile(name="a", data=b"<HTML>" + "É".encode())) == "<html>é"
    assert head(SourceFile(name="a", data="É".encode("cp1252"))) == "é"
    assert head(SourceFile(name="a", data="<A>".encode("utf-16"))).endswith("<a>")


def test_a_letter_that_the_end_cuts_does_no_harm() -> None:
    data = b"x" * (32 * 1024 - 1) + "é".encode() * 10
    assert head(SourceFile(name="a", data=data)) == "x" * (32 * 1024 - 1)


@pytest.mark.parametrize(
    ("data", "found"), [(b"\xef\xbb\xbf\n <rss", True), (b"x <rss", False), (b"", False)]
)
def test_marks_and_blanks_before_a_beginning_do_not_matter(data: bytes, found: bool) -> None:
    assert starts(SourceFile(name="a", data=data), "<rss") is found
