"""Articles of Nexis Uni between the ends of documents."""

from annotation.importers._reading.nexis_uni import article_of_document, documents_of, is_nexis_uni

COVER = [
    "Date and Time: Friday, 5. July 2019",
    "Job Number: 1",
    "Documents (1)",
    "1. A title",
    "Client/Matter: -None-",
    "",
]
ARTICLE = [
    "A title", "Post", "July 1, 2019 Monday 9:20 AM GMT", "", "Copyright 2019 Post All Rights Reserved",
    "Section:\u00a0NEWS; Pg. 3", "Length:\u00a0355 words", "Byline:\u00a0Ann Lee", "Body", "",
    "Text.", "More.",
]  # fmt: skip


def test_documents_stand_between_ends() -> None:
    found = list(
        documents_of([*COVER, *ARTICLE, "End of Document", "", *ARTICLE, "End of Document", "Page 2"])
    )
    assert len(found) == 2
    drafts = [article_of_document(lines) for lines in found]
    assert [draft.title for draft in drafts if draft] == ["A title", "A title"]


def test_a_last_document_without_its_end_is_read() -> None:
    assert len(list(documents_of(ARTICLE))) == 1
    assert not list(documents_of(["Just a letter", "with a Body"]))


def test_the_fields_are_read() -> None:
    draft = article_of_document(ARTICLE)
    assert draft is not None
    assert (draft.outlet, draft.section, draft.page) == ("Post", "NEWS", "3")
    assert (draft.published, draft.authors) == ("2019-07-01T09:20:00+00:00", ("Ann Lee",))
    assert (draft.text, draft.metadata["words"]) == ("Text.\n\nMore.", 355)


def test_what_follows_the_text_is_kept_beside_it() -> None:
    draft = article_of_document([*ARTICLE, "Graphic", "", "A photo.", "Load-Date:\u00a0July 2, 2019"])
    assert draft is not None
    assert draft.text == "Text.\n\nMore."
    assert (draft.metadata["graphic"], draft.metadata["load date"]) == ("A photo.", "July 2, 2019")


def test_a_page_that_lists_articles_is_none() -> None:
    assert article_of_document(COVER) is None
    assert article_of_document([]) is None


def test_an_article_without_a_body_line_is_read() -> None:
    draft = article_of_document([line for line in ARTICLE if line != "Body"])
    assert draft is not None
    assert (draft.text, draft.section) == ("Text.\n\nMore.", "NEWS")


def test_an_article_without_a_date_is_read() -> None:
    draft = article_of_document([line for line in ARTICLE if "July" not in line])
    assert draft is not None
    assert (draft.title, draft.outlet, draft.published) == ("A title", "Post", None)


def test_an_export_is_known_by_its_ends_or_its_first_line() -> None:
    assert is_nexis_uni(["a", "End of Document"])
    assert is_nexis_uni(["", "LexisNexis Uni Test"])
    assert not is_nexis_uni(["A letter", "about LexisNexis"])
    assert not is_nexis_uni([])


def test_a_heading_of_the_text_does_not_end_it() -> None:
    text = ["Notes", *["A line of the text."] * 30]
    draft = article_of_document(
        [*ARTICLE, *text, "Load-Date:\u00a0July 2, 2019", "", "Classification", "", "Subject: A"]
    )
    assert draft is not None
    assert draft.text.count("A line of the text.") == 30
    assert draft.metadata["subject"] == "A"
