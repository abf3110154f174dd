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


def test_a_line_that_counts_documents_is_no_headline() -> None:
    draft = article_of([
        "Document 1 of 2", "Cranes come", "Author: Dunn, Carl.",
        "Publication info: Bay Post ; Bay 03 Mar 2011: n/a.",
        "Full text: The crane came.", "Illustration", "Caption: A crane", "Subject: Cranes",
        "Publication title: Bay Post; Bay", "Language of publication: English", "ProQuest document ID: 99",
        "Database: Newsstand",
    ])  # fmt: skip
    assert draft is not None
    assert (draft.title, draft.authors, draft.text) == ("Cranes come", ("Carl Dunn",), "The crane came.")


def test_headings_in_capitals_are_labels_too() -> None:
    draft = article_of([
        "Cranes come", "Lee, Ann. Bay Post; London (UK) [London (UK)]. 05 Mar 2024: 12.",
        "ABSTRACT (ENGLISH)", "The town waits.", "FULL TEXT", "The crane came.", "WHY NOW",
        "Nobody knows.", "DETAILS", "Subject:", "Ports",
        "Publication title:", "Bay Post; London (UK)", "First page:", "12", "Publication date:",
        "Mar 5, 2024", "Language of publication:", "English", "ProQuest document ID:", "2345",
        "Database:", "Central",
    ])  # fmt: skip
    assert draft is not None
    assert draft.text == "The crane came.\n\nWHY NOW\n\nNobody knows."
    assert (draft.outlet, draft.authors, draft.published, draft.page) == (
        "Bay Post", ("Ann Lee",), "2024-03-05", "12",
    )  # fmt: skip
    assert draft.metadata["abstract"] == "The town waits."


def test_a_text_that_is_not_available_is_none() -> None:
    lines = ["Cranes", "Full text: Not available.", "Publication title: Bay Post", "Database: Central"]
    draft = article_of(lines)
    assert draft is not None
    assert draft.text == ""
