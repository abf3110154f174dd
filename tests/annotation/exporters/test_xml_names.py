"""Any text becomes a name that XML takes, and texts that differ stay apart where they must."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.exporters._xml_names import is_word, xml_address, xml_id, xml_language, xml_moment, xml_name

quick = settings(max_examples=60, deadline=None)


@quick
@given(text=st.text(max_size=8))
def test_an_id_holds_nothing_that_xml_refuses(text: str) -> None:
    assert re.fullmatch(r"r-[A-Za-z0-9._-]*", xml_id("r", text))


@quick
@given(one=st.text("ab_x2f/ é", max_size=6), other=st.text("ab_x2f/ é", max_size=6))
def test_ids_of_different_texts_differ(one: str, other: str) -> None:
    assert (xml_id("r", one) == xml_id("r", other)) == (one == other)


def test_an_id_that_is_fit_stays_as_it_is() -> None:
    assert xml_id("r", "0190-ab_c.1") == "r-0190-ab_c.1"


@pytest.mark.parametrize(("text", "name"), [
    ("source_type", "source_type"), ("a b", "a_b"), ("1st", "_1st"), ("", "_"), ("rôle/2", "rôle_2"),
])  # fmt: skip
def test_a_name_begins_with_a_letter_and_has_no_spaces(text: str, name: str) -> None:
    assert xml_name(text) == name


def test_a_word_is_one_piece_of_visible_signs() -> None:
    assert [one for one in ("a", "a b", "", "a\u00a0b", "a\u200bb", "élu-2") if is_word(one)] == [
        "a",
        "élu-2",
    ]


def test_a_language_is_a_code() -> None:
    assert [xml_language(one) for one in ("fr", "pt-BR", "Français (FR)", "")] == ["fr", "pt-BR", "", ""]


def test_an_address_has_no_spaces() -> None:
    assert xml_address("https://a.test/é b?q=1#x%20y") == "https://a.test/%C3%A9%20b?q=1#x%20y"


@pytest.mark.parametrize(("text", "moment"), [
    ("2026-03-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"), ("2026-03-01", "2026-03-01T00:00:00Z"),
    ("2026-03-01T10:00:00+01:00", "2026-03-01T10:00:00+01:00"), ("2026-03-01 10:00", ""),
    ("hier", ""), ("", ""),
])  # fmt: skip
def test_a_moment_has_a_day_and_a_time(text: str, moment: str) -> None:
    assert xml_moment(text) == moment
