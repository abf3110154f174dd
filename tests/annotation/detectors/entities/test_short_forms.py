"""Acronyms in brackets behind the full name of an organisation."""

import pytest

from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.short_forms import short_form, with_short_forms
from tests.annotation.detectors.entities.reader import line_of

TEXT = "L’Organisation du Nord (ODN) vote."


def item(text: str, words: str, kind: str = "ORG", *codes: str) -> Mention:
    start = line_of(text).text.index(words)
    return Mention(start, start + len(words), kind, codes or ("model",))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (TEXT, "ODN"),
        ("L’Organisation du Nord [ODN] vote.", "ODN"),
        ("L’Organisation du Nord (Oslo) vote.", ""),
        ("L’Organisation du Nord (XYZ) vote.", ""),
        ("L’Organisation du Nord (ODN, Oslo) vote.", ""),
        ("L’Organisation du Nord vote.", ""),
    ],
)
def test_the_acronym_behind_a_name_begins_as_one_of_its_words(text: str, short: str) -> None:
    assert short_form(line_of(text), item(text, "Organisation du Nord")) == short


@pytest.mark.parametrize(
    ("others", "kinds"),
    [
        ([], ["ORG", "ORG"]),
        ([item(TEXT, "ODN", "LOC")], ["ORG", "ORG"]),
        ([item(TEXT, "ODN", "GPE", "list")], ["ORG", "GPE"]),
    ],
)
def test_an_acronym_is_an_organisation_whatever_a_model_sees_there(
    others: list[Mention], kinds: list[str]
) -> None:
    names = [item(TEXT, "Organisation du Nord"), *others]
    (found,) = with_short_forms([names], [line_of(TEXT)])
    assert [(one.start, one.type) for one in found] == [(2, kinds[0]), (24, kinds[1])]


def test_a_line_without_acronyms_is_left_as_it_is() -> None:
    names = [item(TEXT, "Organisation du Nord", "PER")]
    assert with_short_forms([names], [line_of(TEXT)])[0] is names
