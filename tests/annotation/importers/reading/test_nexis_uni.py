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


def test_the_summary_above_a_text_is_kept_apart() -> None:
    draft = article_of_document([
        "Cranes return", "The Harbour Times", "August 21, 2018 Tuesday", "Length:\u00a033 words", "Body",
        "ABSTRACT", "The town waits.", "FULL TEXT", "The crane came.", "They wait.", "PHOTO: The crane.",
        "URL:\u00a0https://www.harbour.example/a.html", "Graphic", "PHOTO: A crane", "Classification",
        "Language:\u00a0ENGLISH", "Load-Date:\u00a0August 21, 2018",
    ])  # fmt: skip
    assert draft is not None
    assert draft.text == "The crane came.\n\nThey wait."
    assert (draft.url, draft.metadata["abstract"]) == (
        "https://www.harbour.example/a.html", "The town waits.",
    )  # fmt: skip


def test_running_heads_between_pages_are_no_text() -> None:
    draft = article_of_document([
        "Page 1 of 3", "Tugs lie still", "The Bay Post", "August 2, 2022 Thursday", "Length: 8 words", "Body",
        "Tugs lie still.", "Page 2 of 3", "Tugs lie still", "They wait.", "Tugs lie still", "Page 3 of 3",
        "Load-Date: August 3, 2022",
    ])  # fmt: skip
    assert draft is not None
    assert (draft.title, draft.text) == ("Tugs lie still", "Tugs lie still.\n\nThey wait.")


def test_a_label_that_no_table_knows_shows_by_the_blank_after_it() -> None:
    draft = article_of_document([
        "Der Kran", "Nordblatt", "5. Juli 2019 Freitag", "Länge:\u00a031 Wörter", "Textkörper", "Er kam.",
        "Klassifizierung", "Sprache:\u00a0GERMAN; DEUTSCH", "Kranart:\u00a0hoch",
        "Ladedatum:\u00a04. Juli 2019",
    ])  # fmt: skip
    assert draft is not None
    assert (draft.text, draft.lang, draft.metadata["kranart"]) == ("Er kam.", "de", "hoch")


def test_a_cover_in_german_is_no_title() -> None:
    draft = article_of_document([
        "Benutzername: X", "Auftragsnummer: 1", "Dokumente (1)", "1. Der Kran", "Kunde/Vorgang: -Keine-",
        "Suchart: NL", "Inhaltstyp\tEingegrenzt nach", "Nachrichten\tQuellen: Nordblatt", "Der Kran",
        "Nordblatt", "5. Juli 2019 Freitag", "Textkörper", "Er kam.", "Ladedatum: 4. Juli 2019",
    ])  # fmt: skip
    assert draft is not None
    assert (draft.title, draft.outlet, draft.text) == ("Der Kran", "Nordblatt", "Er kam.")
