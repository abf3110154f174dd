"""Articles of LexisNexis out of their blocks."""

import pytest

from annotation.importers._reading.draft import Draft
from annotation.importers._reading.nexis import Block, article_of, is_body, is_counter, is_cover, is_end


def blocks(text: str) -> list[Block]:
    groups = [tuple(group.split("\n")) for group in text.strip("\n").split("\n\n")]
    return [Block(group, all(line.startswith(" " * 8) for line in group)) for group in groups]


def draft(text: str) -> Draft:
    return article_of(blocks(text))


HEAD = "          Post\n\n          January 11, 2010 Monday\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "1 of 10 DOCUMENTS",
        "          8 of 383 DOCUMENTS",
        "Dokument 1 von 10",
        "Document 3 de 12",
        "2 de 5 DOCUMENTOS",
        "Documento 1 di 3",
        "1 of 1 DOCUMENT",
    ],
)
def test_a_counter_opens_an_article(line: str) -> None:
    assert is_counter(line)


@pytest.mark.parametrize("line", ["He read 3 of 10 documents yesterday.", "3 of 10", "Document 3"])
def test_a_sentence_with_numbers_is_no_counter(line: str) -> None:
    assert not is_counter(line)


def test_a_title_may_run_over_lines_and_end_in_a_semicolon() -> None:
    found = draft(HEAD + "One;\ntwo and\nthree;\n\nLENGTH: 12 words\n\nText.")
    assert (found.title, found.text) == ("One; two and three", "Text.")


def test_an_edition_is_no_title() -> None:
    found = draft(
        HEAD.rstrip() + "\n          Edition 1;\n          Scotland\n\nTitle\n\nLENGTH: 1 word\n\nText."
    )
    assert (found.title, found.metadata["edition"]) == ("Title", "Edition 1; Scotland")
    apart = draft(HEAD + "          Late Edition\n\nTitle\n\nLENGTH: 1 word\n\nText.")
    assert (apart.title, apart.metadata["edition"]) == ("Title", "Late Edition")


def test_a_line_of_the_text_that_looks_like_a_label_is_text() -> None:
    found = draft(
        HEAD
        + "Title\n\nLENGTH: 12 words\n\nText.\n\nLENGTH: of the arm."
        + "\n\nLANGUAGE: of birds.\n\nMore.\n\nLOAD-DATE: January 12, 2010"
    )
    assert found.text == "Text.\n\nLENGTH: of the arm.\n\nLANGUAGE: of birds.\n\nMore."
    assert found.metadata["words"] == 12


def test_labels_that_follow_each_other_without_blank_lines_are_parted() -> None:
    found = draft(HEAD + "Title\n\nBYLINE: Ann Lee\nSECTION: NEWS; Pg. 3\nLENGTH: 12 words\n\nText.")
    assert (found.authors, found.section, found.page) == (("Ann Lee",), "NEWS", "3")


def test_a_label_that_a_line_end_broke_is_whole_again() -> None:
    found = draft(
        HEAD
        + "Title\n\nLENGTH: 12 words\n\nText.\n\nLOAD-\nDATE: January 12, 2010"
        + "\n\nPUBLICATION-\nTYPE: Newspaper"
    )
    assert found.text == "Text."
    assert found.metadata["publication type"] == "Newspaper"


def test_labels_before_the_load_date_are_no_text() -> None:
    found = draft(
        HEAD
        + "Title\n\nLENGTH: 12 words\n\nText.\n\nSUBJECT: A; B\n\nLOAD-DATE: January 12, 2010"
        + "\n\nGRAPHIC: One.\n\nTwo."
    )
    assert found.text == "Text."
    assert (found.metadata["subject"], found.metadata["graphic"]) == ("A; B", "One.\nTwo.")


def test_an_article_without_a_date_has_that_of_its_loading_as_a_guess() -> None:
    found = draft("          Post\n\nTitle\n\nLENGTH: 12 words\n\nText.\n\nLOAD-DATE: January 12, 2010")
    assert (found.outlet, found.title) == ("Post", "Title")
    assert (found.published, found.guessed) == ("2010-01-12", ["published"])


def test_an_article_without_labels_is_read() -> None:
    found = draft(HEAD + "Title\n\nText.\n\nMore.")
    assert (found.outlet, found.title, found.text) == ("Post", "Title", "Text.\n\nMore.")


def test_a_notice_alone_is_its_own_text() -> None:
    assert draft("We are sorry.").text == "We are sorry."


def test_pages_and_versions_are_found_in_the_section() -> None:
    found = draft(
        HEAD + "Title\n\nSECTION: Section B; Page 22, Column 2; Desk; Version:3\n\nLENGTH: 12 words\n\nText."
    )
    assert (found.section, found.page, found.metadata["version"]) == ("Section B; Desk", "22", "3")


def test_rights_at_the_top_are_no_outlet() -> None:
    found = draft(
        "          Copyright 1996 Post Ltd\n          Post\n\n          February 5, 1996\n\n"
        "LENGTH: 1 word\nHEADLINE: Title\nBODY:\n   Text."
    )
    assert (found.outlet, found.title, found.text) == ("Post", "Title", "Text.")
    assert found.metadata["copyright"] == "Copyright 1996 Post Ltd"


def test_fixed_lines_are_known() -> None:
    assert is_end("End of Document")
    assert is_body("Corps")
    assert is_cover("Job Number: 12")
    assert not is_cover("Documents are here")


def test_paragraphs_without_blank_lines_are_parted_by_their_indents() -> None:
    found = draft(HEAD + "Title\n\nLENGTH: 9 words\n\n   One runs\nover two.\n   Two.\n   Three.")
    assert found.text == "One runs over two.\n\nTwo.\n\nThree."


def test_a_label_that_no_table_knows_is_no_part_of_the_one_above() -> None:
    lines = ["The Bay Post", "May 3, 2004 Monday", "Tugs", "BYLINE: By ANN LEE, --(Reuter)",
             "LENGTH: 8 words",
             "They lie still.", "LOAD-DATE: May 4, 2004", "LANGUAGE: English", "PRINT-TYPE: Newspaper",
             "Copyright 2004 The Bay Post"]  # fmt: skip
    draft = article_of([Block((line,)) for line in lines])
    assert (draft.lang, draft.authors, draft.text) == ("en", ("ANN LEE",), "They lie still.")
    assert draft.metadata["print type"] == "Newspaper"
