"""Articles of ProQuest out of their paragraphs."""

import pytest

from annotation.importers._reading.proquest import article_of, field_of, is_rule

FIELDS = [
    "Subject: Ports", "Publication title: Northern Post; Harbourtown", "Publication date: May 8, 2010",
    "ProQuest document ID: 251", "Database: Dailies",
]  # fmt: skip


def test_fields_stand_before_and_after_the_text() -> None:
    draft = article_of(["The crane", "Author: Lee, Ann", "Full text: One.", "Two.", *FIELDS])
    assert draft is not None
    assert (draft.title, draft.text, draft.outlet) == ("The crane", "One.\n\nTwo.", "Northern Post")
    assert (draft.published, draft.own_id, draft.authors) == ("2010-05-08", "251", ("Ann Lee",))


def test_a_line_of_the_text_that_looks_like_a_field_is_text() -> None:
    draft = article_of(["T", "Full text: One.", "Subject: matters.", "Location: unknown.", "End.", *FIELDS])
    assert draft is not None
    assert draft.text == "One.\n\nSubject: matters.\n\nLocation: unknown.\n\nEnd."


def test_credits_are_kept_beside_the_text() -> None:
    draft = article_of(["T", "Full text: One.", "PHOTO: The quay", "Two.", *FIELDS])
    assert draft is not None
    assert (draft.text, draft.metadata["credits"]) == ("One.\n\nTwo.", "PHOTO: The quay")


def test_an_abstract_stands_for_a_text_that_is_missing() -> None:
    draft = article_of(["T", "Abstract: Short.", *FIELDS])
    assert draft is not None
    assert (draft.text, draft.guessed) == ("Short.", ["text"])
    none = article_of(["T", "Abstract: None available.", *FIELDS])
    assert none is not None
    assert none.text == ""


@pytest.mark.parametrize(
    ("info", "published", "page", "outlet"),
    [
        (
            "Publication info: Northern Post ; Harbourtown [Harbourtown]08 May 2010: AA.2.",
            "2010-05-08",
            "AA.2",
            "Northern Post",
        ),
        (
            "Publication info: New Post, Late Edition (East Coast); New York, N.Y. [New York]. 10 Mar 2022.",
            "2022-03-10",
            None,
            "New Post",
        ),
        ("Publication info: Mar 9, 2022.", "2022-03-09", None, None),
    ],
)
def test_the_line_about_a_publication_is_read(
    info: str, published: str, page: str | None, outlet: str | None
) -> None:
    draft = article_of(["T", info, "Full text: One."])
    assert draft is not None
    assert (draft.published, draft.page, draft.outlet) == (published, page, outlet)


def test_names_that_are_not_turned_stay() -> None:
    draft = article_of(["T", "Author: Ann Lee and Bo Ek", "Full text: One.", *FIELDS])
    assert draft is not None
    assert draft.authors == ("Ann Lee", "Bo Ek")


def test_a_page_without_fields_is_no_article() -> None:
    assert article_of(["Contact us", "© 2010 ProQuest"]) is None
    assert article_of([]) is None


def test_fields_and_rules_are_known() -> None:
    found = field_of("Texte intégral: Un.")
    assert found is not None
    assert (found.key, found.value) == ("text", "Un.")
    assert is_rule("_" * 60)
    assert not is_rule("__")
