r"""Rich text as paragraphs, whatever \ansi says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers import ImportFailure
from annotation.importers._reading.rtf import first_paragraphs, is_rtf, rtf_paragraphs, rtf_title


def lines(body: str | bytes, head: str = r"\ansi\ansicpg1252") -> list[str]:
    data = body if isinstance(body, bytes) else body.encode("latin-1")
    return [found.text for found in rtf_paragraphs(b"{\\rtf1" + head.encode() + b" " + data + b"}")]


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (r"one\par two", ["one", "two"]),
        (r"caf\'e9", ["café"]),
        (r"caf\'c3\'a9", ["café"]),
        ("caf\u00e9", ["café"]),
        (r"\u233?t\u233?", ["été"]),
        (r"\uc2\u8364 EUx", ["€x"]),
        (r"\uc0\u8364 x", ["€x"]),
        (r"\u-10179?\u-8704?", ["😀"]),
        (r"\ldblquote a\rdblquote\emdash b\~c\_d\-e", ["“a”—b\u00a0c\u2011de"]),
        (r"a\line b\tab c", ["a\nb\tc"]),
        (r"\{x\} \\ y", [r"{x} \ y"]),
        (r"{\b bold} and {\i ital}ic", ["bold and italic"]),
        (r"{\*\unknown gone}stays", ["stays"]),
        (r"{\pict\pngblip 89504e47}a{\object{\*\objdata 00}{\result r}}b", ["ab"]),
        (r"{\pict\bin4 }}{{}after", ["after"]),
        (r'{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt here}}', ["here"]),
        (r"{\v hidden}shown{\deleted no}", ["shown"]),
        (r"\trowd\cellx1 a\cell b\cell\row c", ["a\tb", "c"]),
        (r"{\header head}{\footnote note}text", ["text"]),
        ("a\r\nb", ["ab"]),
        ("a\\\nb", ["a", "b"]),
    ],
)
def test_text_is_read(body: str, paragraphs: list[str]) -> None:
    assert [line for line in lines(body) if line] == paragraphs


def test_a_font_brings_its_code_page() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
    assert lines(fonts + r"\f1\'cf\'ee\'f0\'f2 \f0\'e9 \f2\'8d\'60")[-1] == "Порт é 港"


def test_utf8_under_ansi_is_read_beside_a_single_foreign_byte() -> None:
    assert lines(r"\'c3\'a9t\'c3\'a9 \'c3\'a0 \'a9 2012") == ["été à © 2012"]


def test_the_mac_has_letters_of_its_own() -> None:
    assert lines(r"caf\'8e", head=r"\mac") == ["café"]


def test_large_letters_are_remembered() -> None:
    first, second = rtf_paragraphs(rb"{\rtf1{\b\fs32 Title}\par\fs20 Text}")
    assert (first.size, first.bold, second.size) == (32, True, 20)


def test_the_title_of_the_properties_is_read() -> None:
    assert rtf_title(rb"{\rtf1{\info{\title Caf\'e9}{\author A}}x}") == "Café"
    assert rtf_title(rb"{\rtf1 x}") == ""


def test_another_file_is_refused() -> None:
    assert is_rtf(b"\xef\xbb\xbf {\\rtf1")
    assert not is_rtf(b"rtf")
    with pytest.raises(ImportFailure, match="is no RTF"):
        rtf_paragraphs(b"text")


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ImportFailure, match="nests deeper than any document"):
        rtf_paragraphs(b"{\\rtf1" + b"{" * 10_000)


def test_closing_more_than_was_opened_does_no_harm() -> None:
    assert lines("a}}}} b") == ["a b"]


@given(body=st.binary(max_size=200))
def test_any_bytes_are_read(body: bytes) -> None:
    assert all(isinstance(line, str) for line in lines(body))


def test_the_first_paragraphs_are_read_alone() -> None:
    data = rb"{\rtf1 one\par two\par " + b"{" * 10_000
    assert [found.text for found in first_paragraphs(data, 2)] == ["one", "two"]
