"""Articles in what archives print as PDF."""

from annotation.importers._reading.printed import is_printed, printed_articles

NEXIS = [
    ["Documents (1)", "1. Tugs lie still", "Client/Matter: -None-"],
    ["Tugs lie still"],
    ["The Bay Post", "August 2, 2018 Thursday"],
    ["Copyright 2018 The Bay Post All Rights Reserved"],
    [
        "Section: A-Section; Pg. A01",
        "Length: 88 words",
        "Byline: Carl Dunn",
        "Body",
        "Tugs lie still and wait",
        "for crews.",
    ],
    ["They wait on a well-", "known pier."],
    ["Page 1 of 2"],
    ["Tugs lie still"],
    ["The second page goes on."],
    ["Load-Date: August 3, 2018", "End of Document"],
]
FACTIVA = [
    [
        "News",
        "Harbour wins a crane",
        "By Ann Lee",
        "1,022 words",
        "1 May 2017",
        "Northern Post",
        "NOPOST",
        "English",
    ],
    ["(c) 2017 Northern Post Ltd. All rights reserved.", "The crane arrived", "on Sunday."],
    ["It is high."],
    ["Document NOPOST0020170501ed51000b9"],
    ["Une grue", "65 mots", "2 mai 2017", "La Gazette", "GAZPOR", "Français", "Copyright 2017 La Gazette"],
    ["La grue est arrivée."],
    ["Document GAZPOR0020170502ed52000c1"],
    ["Search Summary", "Text", "crane"],
]


def test_a_print_of_nexis_holds_its_articles_without_cover_and_running_heads() -> None:
    (draft,) = printed_articles(NEXIS)
    assert (draft.title, draft.outlet, draft.published) == ("Tugs lie still", "The Bay Post", "2018-08-02")
    assert (draft.authors, draft.page) == (("Carl Dunn",), "A01")
    assert draft.text == (
        "Tugs lie still and wait for crews.\n\nThey wait on a well-known pier.\n\nThe second page goes on."
    )


def test_a_print_of_factiva_holds_its_articles() -> None:
    first, second = printed_articles(FACTIVA)
    assert (first.title, first.section, first.text) == (
        "Harbour wins a crane", "News", "The crane arrived on Sunday.\n\nIt is high.",
    )  # fmt: skip
    assert (second.title, second.outlet, second.published, second.lang) == (
        "Une grue", "La Gazette", "2017-05-02", "fr",
    )  # fmt: skip
    assert second.text == "La grue est arrivée."


def test_any_other_document_is_no_print_of_an_archive() -> None:
    assert printed_articles([["A report"], ["It has 12 words", "and 1 May 2017."]]) == []
    assert printed_articles([]) == []
    assert not is_printed("The end of the document")
