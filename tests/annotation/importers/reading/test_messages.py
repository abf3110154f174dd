"""MIME messages: pages as browsers save them, mail as archives send it."""

import pytest

from annotation.importers import ImportFailure, SourceFile
from annotation.importers._reading.messages import header, html_of, is_message, open_message, plain_of

QUOTED = b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
PLAIN = b"Content-Type: text/plain; charset=iso-8859-1\r\n" + QUOTED + b"=E9t=E9"
PAGE = b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+w6l0w6k8L3A+"
MAIL = (
    b"From: <noreply@archive.example>\r\nSubject: =?utf-8?B?w4l0w6k=?=\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
    b"--b\r\n" + PLAIN + b"\r\n--b\r\n" + PAGE + b"\r\n--b--\r\n"
)


def source(data: bytes) -> SourceFile:
    return SourceFile(name="a.eml", data=data)


def test_the_parts_of_a_message_are_text() -> None:
    message = open_message(source(MAIL))
    assert (html_of(message), plain_of(message).strip()) == ("<p>été</p>", "été")
    assert (header(message, "Subject"), header(message, "Date")) == ("Été", "")


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (MAIL, True),
        (b"\xef\xbb\xbf" + MAIL, True),
        (b"Title: a\n\nContent-Type: text", True),
        (b"Title: a text\n\nMore text.", False),
        (b"<html>", False),
        (b"", False),
        (b"http://x.example\nMIME-Version: 1.0", False),
    ],
)
def test_a_message_begins_with_headers(data: bytes, is_one: bool) -> None:
    assert is_message(source(data)) is is_one


def test_another_file_is_refused() -> None:
    with pytest.raises(ImportFailure, match="is no saved page or message"):
        open_message(source(b"text"))


def test_parts_without_end_do_no_harm() -> None:
    nested = b"Content-Type: message/rfc822\r\n\r\n" * 500 + b"Content-Type: text/plain\r\n\r\nx"
    assert plain_of(open_message(source(b"MIME-Version: 1.0\r\nA: b\r\n" + nested))) in {"x", ""}
