"""Drafts become articles whose ids last; one bad piece stops nothing."""

import pytest

from annotation.importers import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, imported, read_each, read_one

FILE = SourceFile(name="folder/export.html", data=b"")


def test_an_id_follows_from_the_archives_own_and_the_text() -> None:
    one = imported(Draft(text="a", own_id="x"), "europresse", FILE)
    again = imported(Draft(text="a", own_id="x", title="T"), "europresse", SourceFile(name="other", data=b""))
    assert again.article.id == one.article.id
    assert imported(Draft(text="b", own_id="x"), "europresse", FILE).article.id != one.article.id
    assert imported(Draft(text="a", own_id="y"), "europresse", FILE).article.id != one.article.id
    assert imported(Draft(text="a", own_id="x"), "proquest", FILE).article.id != one.article.id


def test_two_articles_of_the_same_words_stay_two() -> None:
    one = imported(Draft(text="Rain.", title="Monday", outlet="Post"), "nexis-docx", FILE)
    other = imported(Draft(text="Rain.", title="Tuesday", outlet="Post"), "nexis-docx", FILE)
    assert one.article.id != other.article.id


def test_what_is_empty_is_not_kept() -> None:
    article = imported(Draft(text="a", outlet="", metadata={"x": "", "y": None, "z": 0}), "rtf", FILE).article
    assert (article.outlet, article.metadata) == (None, {"z": 0, "guessed": ["title"]})
    assert (article.title, article.source_file) == ("a", "export.html")


def test_a_missing_title_is_the_first_line_cut_at_a_word() -> None:
    found = imported(Draft(text="word " * 100), "rtf", FILE).article.title
    assert found.endswith("word …")
    assert len(found) <= 202


def read(piece: str) -> Draft | None:
    if piece == "bad":
        raise ValueError("no date")
    return None if piece == "cover" else Draft(text=piece, title=f"about {piece}", url="http://x.example")


def test_a_bad_piece_is_left_out_with_the_reason() -> None:
    found = list(read_each(["one", "bad", "cover", " "], read, "rtf", FILE))
    assert [one.text for one in found if isinstance(one, Imported)] == ["one"]
    assert [one.reason for one in found if isinstance(one, Skipped)] == [
        "Article 2 cannot be read (no date).",
        "“about  ” has no text.",
    ]
    assert [one.urls for one in found if isinstance(one, Skipped)] == [(), ("http://x.example",)]


@pytest.mark.parametrize("pieces", [[], ["cover"]])
def test_no_article_at_all_is_said(pieces: list[str]) -> None:
    with pytest.raises(ImportFailure, match=r"^“folder/export\.html” holds no articles\.$"):
        list(read_each(pieces, read, "rtf", FILE))


def test_a_document_that_fails_is_refused_in_one_sentence() -> None:
    def failing(_file: SourceFile) -> Draft:
        raise KeyError("body")

    with pytest.raises(ImportFailure, match=r"^“folder/export\.html” cannot be read \('body'\)\.$"):
        list(read_one(failing, "docx", FILE))
    with pytest.raises(ImportFailure, match="holds no text"):
        list(read_one(lambda _file: Draft(text=" "), "docx", FILE))


def test_what_is_no_part_of_an_article_is_kept_beside_it_and_the_id_stays() -> None:
    text = "Le port rou\u00advre.\n\nFin.\n\nLire aussi : Un autre"
    before = imported(Draft(text=text, title="T", metadata={"boilerplate": ["x"]}), "docx", FILE)
    (found,) = read_one(
        lambda _file: Draft(text=text, title="T", metadata={"boilerplate": ["x"]}), "docx", FILE
    )
    assert isinstance(found, Imported)
    assert found.text == "Le port rouvre.\n\nFin."
    assert found.article.metadata["boilerplate"] == ["x", "Lire aussi : Un autre"]
    assert found.article.id == before.article.id
