"""What the bytes are wins over what is said of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers import ImportFailure, SourceFile
from annotation.importers._reading.encoding import declared_encoding, decode, decode_file, decode_mixed

FRENCH = "« L’été », dit-elle à l’hôpital : c’est là — où ? Œuvre, 5 €."


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200).filter(lambda t: "\x00" not in t))
def test_utf8_is_read_to_the_last_character(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_western_text_is_read_in_whatever_it_is(encoding: str) -> None:
    assert decode((FRENCH * 3).encode(encoding)).text == FRENCH * 3


def test_utf8_wins_over_a_meta_that_says_latin1() -> None:
    page = f'<META content="text/html; charset=ISO-8859-1">{FRENCH}'
    assert decode(page.encode()).text == page
    assert decode(page.encode()).encoding == "utf-8"


def test_what_a_file_declares_is_taken_where_it_is_not_utf8() -> None:
    page = '<meta charset="windows-1251">Порт получил второй кран'
    assert decode(page.encode("cp1251")).text == page
    assert not decode(page.encode("cp1251")).guessed


def test_latin1_means_windows_1252_as_for_browsers() -> None:
    page = '<meta charset="iso-8859-1">l’été – “là”'
    assert decode(page.encode("cp1252")).text == page


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1251",
            "Мэр сказал, что порт получит второй кран в следующем году, и город будет рад этому. " * 4,
        ),
        ("shift_jis", "港に二台目のクレーンが届いた。市長は喜んでいると述べた。" * 6),
        ("gb18030", "市长说，港口明年将有第二台起重机。市民们都很高兴。" * 8),
        ("cp1253", "Ο δήμαρχος είπε ότι το λιμάνι θα έχει δεύτερο γερανό του χρόνου. " * 5),
    ],
)
def test_other_scripts_are_guessed_and_the_guess_is_said(encoding: str, text: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.guessed


def test_short_western_text_is_windows_1252() -> None:
    assert decode("été".encode("cp1252")).encoding == "cp1252"
    assert decode("Ärger über Öl".encode("cp1252")).text == "Ärger über Öl"


def test_a_pasted_line_does_not_spoil_a_file() -> None:
    data = ("à l’été, déjà là où " * 3).encode() + "élève".encode("cp1252")
    assert decode(data).text == "à l’été, déjà là où " * 3 + "élève"
    assert decode_mixed("é".encode() + "é".encode("cp1252")) == "éé"


@given(data=st.binary(max_size=300))
def test_any_bytes_give_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


def test_what_is_declared_is_found() -> None:
    assert declared_encoding(b"<?xml version='1.0' encoding='utf-16'?>") == "utf-16"
    assert declared_encoding(b"<meta charset=gb2312>") == "gb2312"
    assert declared_encoding(b"charsetless") == ""
    assert decode("été".encode("cp1252"), "no-such-thing").text == "été"
    assert decode("été".encode("cp1252"), "rot13").text == "été"


def test_the_users_choice_wins() -> None:
    file = SourceFile(name="a", data="Żółw".encode("cp1250"), choices={"encoding": "cp1250"})
    assert decode_file(file).text == "Żółw"
    with pytest.raises(ImportFailure, match="is not in the encoding utf-8"):
        decode_file(SourceFile(name="a", data=b"\xff", choices={"encoding": "utf-8"}))
