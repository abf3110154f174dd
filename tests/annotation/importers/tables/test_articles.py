import pytest

from annotation.importers import SourceFile
from annotation.importers._tables.articles import describe_article, plain, row_article, row_text, whole
from annotation.importers._tables.columns import find_columns
from annotation.records import Article, digest

FILE = SourceFile(name="folder/table.csv", data=b"")
ROW = {
    "id": "a7",
    "title": " La\n gare ",
    "text": "Le texte 😀.",
    "date": "2026-02-03",
    "source": {"id": None, "name": "Le Phare"},
    "authors": ["Ann Lee", {"name": "Bo Ek"}],
    "language": "French",
    "page": 3.0,
    "tags": ["a"],
    "empty": "",
    "nothing": float("nan"),
}
COLUMNS = find_columns(list(ROW), [ROW])


def test_a_row_is_an_article_with_all_that_it_says() -> None:
    found = row_article(ROW, COLUMNS, "csv", FILE, 1)
    article = found.article
    assert found.text == "Le texte 😀."
    assert (article.title, article.published, article.outlet) == ("La gare", "2026-02-03", "Le Phare")
    assert (article.authors, article.lang, article.page) == (("Ann Lee", "Bo Ek"), "fr", "3")
    assert article.source_file == "table.csv"
    assert article.metadata == {"tags": ["a"], "id": "a7"}


def test_the_id_follows_from_the_table_s_own_id_or_else_the_row() -> None:
    other = {**ROW, "id": ""}
    ids = [
        row_article(row, COLUMNS, "csv", FILE, n).article.id
        for row, n in ((ROW, 1), (ROW, 2), (other, 1), (other, 2))
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_what_is_guessed_is_said() -> None:
    row = {"text": "Un titre\nLe texte", "date": "03/02/2026"}
    article = row_article(row, find_columns(list(row), [row]), "csv", FILE, 1).article
    assert article.title == "Un titre"
    assert article.metadata["guessed"] == ["title", "published"]


def test_a_date_that_cannot_be_read_is_kept_as_it_is() -> None:
    row = {"text": "t", "date": "soon"}
    article = row_article(row, find_columns(list(row)), "csv", FILE, 1).article
    assert article.published is None
    assert article.metadata["date"] == "soon"


def test_a_text_in_paragraphs_is_one_text() -> None:
    row = {"text": ["Un.", "Deux."]}
    assert row_text(row, find_columns(list(row), [row])) == "Un.\n\nDeux."


def test_fields_that_are_known_stay() -> None:
    article = Article(
        id="1", title="T", text_sha256=digest(""), length=0, outlet="A", metadata={"guessed": ["x"]}
    )
    described = describe_article(article, {"outlet": "B", "title": "U", "page": "2"})
    assert (described.title, described.outlet, described.page) == ("T", "A", "2")
    assert described.metadata == {"guessed": ["x"]}


@pytest.mark.parametrize(
    ("value", "kept"),
    [(float("inf"), None), ({1: {2}}, {"1": [2]}), (b"x", "b'x'"), ("a\ud800", "a\ufffd"), (True, True)],
)
def test_values_are_kept_as_json_can(value: object, kept: object) -> None:
    assert plain(value) == kept


def test_half_characters_are_joined_or_replaced() -> None:
    assert whole("\ud83d\ude00 \ud83d") == "😀 \ufffd"
