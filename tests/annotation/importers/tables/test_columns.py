import pytest

from annotation.importers._tables.columns import find_columns, fold_name, headless_kind


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        (["Titre", "Texte", "Date de publication", "Journal", "Auteur"],
         {"title": "Titre", "text": "Texte", "published": "Date de publication", "outlet": "Journal",
          "authors": "Auteur"}),
        (["headline", "body", "pub_date", "source", "byline", "web_url"],
         {"title": "headline", "text": "body", "published": "pub_date", "outlet": "source",
          "authors": "byline", "url": "web_url"}),
        (["Überschrift", "Volltext", "Datum", "Zeitung"],
         {"title": "Überschrift", "text": "Volltext", "published": "Datum", "outlet": "Zeitung"}),
        (["título", "texto", "fecha", "medio", "idioma"],
         {"title": "título", "text": "texto", "published": "fecha", "outlet": "medio", "lang": "idioma"}),
        (["title", "maintext", "date_publish", "source_domain", "language"],
         {"title": "title", "text": "maintext", "published": "date_publish", "outlet": "source_domain",
          "lang": "language"}),
        (["x", "y"], {}),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names_in_several_languages(
    names: list[str], fields: dict[str, str]
) -> None:
    assert dict(find_columns(names).by_field) == fields


def test_the_first_known_name_wins_and_the_others_are_kept() -> None:
    columns = find_columns(["content", "text", "note"])
    assert columns.by_field == {"text": "text"}
    assert columns.others == ("content", "note")


def test_the_user_s_choice_wins() -> None:
    columns = find_columns(
        ["text", "summary"], chosen={"text": "summary", "title": "absent", "nonsense": "text"}
    )
    assert columns.by_field["text"] == "summary"
    assert "title" not in columns


def test_a_column_of_a_good_name_that_holds_numbers_is_no_text() -> None:
    rows = [{"article": "12", "body": "Un texte."}]
    assert find_columns(["article", "body"], rows).by_field["text"] == "body"


def test_a_column_of_a_good_name_without_dates_is_no_date() -> None:
    rows = [{"data": "{}", "date": "2026-02-03"}]
    assert find_columns(["data", "date"], rows).by_field["published"] == "date"


def test_a_long_text_is_a_guess_in_a_table_of_articles_only() -> None:
    rows = [{"title": "Un titre", "what": "Un texte assez long pour en être un. " * 5}]
    columns = find_columns(["title", "what"], rows)
    assert (columns.by_field["text"], columns.guessed) == ("what", ("text",))
    assert "text" not in find_columns(["name", "what"], [{"name": "a", "what": rows[0]["what"]}])


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["GLOBALEVENTID", "MentionIdentifier"], "GDELT mentions"),
        (["stories_id", "url", "media_id", "title"], "Media Cloud stories"),
        (["title", "url"], ""),
    ],
)
def test_tables_that_hold_no_texts_are_known(names: list[str], kind: str) -> None:
    assert find_columns(names).textless == kind


def test_tables_without_names_are_known_by_their_width() -> None:
    assert [headless_kind(width) for width in (16, 61, 3)] == ["GDELT mentions", "GDELT events", ""]


def test_names_are_compared_without_accents_and_marks() -> None:
    assert fold_name(" Année_de-publication ") == "anneepublication"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Fecha de publicación", "published"),
        ("Date de publication", "published"),
        ("Auteur(s)", "authors"),
        ("Nom du journal", "outlet"),
        ("Contenu de l’article", "text"),
    ],
)
def test_small_words_and_brackets_of_a_name_do_not_matter(name: str, key: str) -> None:
    assert find_columns([name]).by_field == {key: name}


def test_a_summary_stands_in_for_a_text_as_a_guess() -> None:
    row = {"headline": "Cranes", "link": "https://a.example", "short_description": "They came at dawn."}
    columns = find_columns(list(row), [row])
    assert (columns.by_field["text"], columns.guessed) == ("short_description", ("text",))


def test_columns_without_names_are_found_by_what_they_hold() -> None:
    long = "The first crane came at dawn, and the town that had waited for it held its breath. " * 2
    rows = [
        {"column 1": "1", "column 2": "The crane", "column 3": "2024-03-01", "column 4": long},
        {"column 1": "2", "column 2": "The tug", "column 3": "2024-03-02", "column 4": long},
    ]
    columns = find_columns(list(rows[0]), rows)
    assert columns.by_field == {"text": "column 4", "title": "column 2", "published": "column 3"}
    assert set(columns.guessed) == {"text", "title", "published"}
