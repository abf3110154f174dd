"""Articles of Factiva out of their lines, with codes and without."""

import pytest

from annotation.importers._reading.factiva import (
    code_of,
    coded,
    document_number,
    is_after,
    is_coded,
    length_in,
    uncoded,
)

PLAIN = [
    "Harbour wins a second crane", "By Ann Lee", "1,022 words", "1 May 2017", "06:10", "Northern Post",
    "NOPOST",
    "A3", "English", "(c) 2017 Northern Post Ltd.", "The crane arrived.", "It is high.",
]  # fmt: skip
CODES = [
    "HD\tThe crane", "WC\t88 mots", "PD\t29 décembre 2011", "ET\t15:32", "SN\tPost", "LA\tFrançais",
    "LP\tOne.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("295 mots", 295),
        ("1.204 Wörter", 1204),
        ("2 968 words", 2968),
        ("1,022 words", 1022),
        ("12 palabras", 12),
        ("words", None),
        ("295 mots plus tard, il part", None),
    ],
)
def test_the_length_is_known_in_every_language(line: str, words: int | None) -> None:
    assert length_in(line) == words


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Document TESTFR0020111229e7ct0001r", "TESTFR0020111229e7ct0001r"),
        ("Dokument NORDBL0020180305ee350004d", "NORDBL0020180305ee350004d"),
        ("Document 7", ""),
        ("The document TESTFR0020111229e7ct0001r is here", ""),
    ],
)
def test_the_number_ends_an_article(line: str, number: str) -> None:
    assert document_number(line) == number


def test_codes_are_known_and_words_are_no_codes() -> None:
    assert code_of("HD\tThe crane") == ("title", "The crane")
    assert code_of("AN") == ("id", "")
    assert code_of("IN the port") is None
    assert code_of("XX\tno") is None
    assert is_coded(CODES)
    assert not is_coded(PLAIN)
    assert is_after("Search Summary")


def test_lines_with_codes_are_fields() -> None:
    draft = coded([*CODES, "two.", "TD\tThree.", "AN\tDocument TESTFR0020111229e7ct0001r"])
    assert (draft.title, draft.outlet, draft.lang) == ("The crane", "Post", "fr")
    assert draft.published == "2011-12-29T15:32:00"
    assert draft.text == "One.\n\ntwo.\n\nThree."
    assert (draft.own_id, draft.metadata["words"]) == ("TESTFR0020111229e7ct0001r", 88)


def test_lines_without_codes_have_a_fixed_order() -> None:
    draft = uncoded(PLAIN)
    assert (draft.title, draft.authors) == ("Harbour wins a second crane", ("Ann Lee",))
    assert (draft.outlet, draft.page, draft.lang) == ("Northern Post", "A3", "en")
    assert draft.published == "2017-05-01T06:10:00"
    assert draft.text == "The crane arrived.\n\nIt is high."
    assert draft.metadata["source code"] == "NOPOST"


def test_a_section_may_stand_before_the_headline() -> None:
    draft = uncoded(["News", *PLAIN], title="Harbour wins a second crane")
    assert (draft.section, draft.title) == ("News", "Harbour wins a second crane")


def test_what_is_missing_stays_missing() -> None:
    draft = uncoded(
        ["A headline", "88 words", "2 May 2017", "Northern Post", "English", "The text begins here."]
    )
    assert (draft.title, draft.authors, draft.page) == ("A headline", (), None)
    assert draft.text == "The text begins here."
    bare = uncoded(["A headline", "Text."])
    assert (bare.title, bare.text, bare.published) == ("A headline", "Text.", None)
    assert uncoded([]).text == ""


def test_one_blank_after_a_code_will_do_where_it_is_no_word() -> None:
    lines = [line.replace("\t", " ") for line in CODES]
    draft = coded(
        [*lines, "TD Two.", "LA GRUE stays.", "IN the port.", "AN Document TESTFR0020111229e7ct0001r"]
    )
    assert is_coded(lines)
    assert (draft.title, draft.lang) == ("The crane", "fr")
    assert draft.text == "One.\n\nTwo.\n\nLA GRUE stays.\n\nIN the port."
    assert draft.own_id == "TESTFR0020111229e7ct0001r"


@pytest.mark.parametrize("last", ["Blatt Verlag GmbH (BLATT)", "Northern Post", "Digital (Full Text)"])
def test_the_line_that_names_the_publisher_is_no_part_of_the_text(last: str) -> None:
    draft = uncoded([*PLAIN, last])
    assert (draft.text, draft.metadata["publisher"]) == ("The crane arrived.\n\nIt is high.", last)


def test_a_last_sentence_stays_in_the_text() -> None:
    assert uncoded([*PLAIN, "Nobody came."]).text.endswith("Nobody came.")
