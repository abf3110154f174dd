"""Every fact that a table can state is compared, and a wrong one is seen."""

from pathlib import Path
from typing import Any

import pytest

from tests.annotation.importers.reading_samples import SAMPLES
from tests.evaluation.comparing import compare, places, read_whole, share_in_place
from tests.evaluation.expectations import Expected


def wrong(path: Path, format_: str, count: int = 1, *articles: dict[str, Any], **facts: Any) -> set[str]:
    """The names of the facts that are not right."""
    expected = Expected(path=path, format=format_, count=count, articles=articles, facts=facts)
    return {fact.name for fact in compare(expected).facts if not fact.right}


TABLE = SAMPLES / "csv" / "articles.csv"
RIGHT: list[dict[str, Any]] = [
    {"title": "La gare; encore", "outlet": "Le Phare", "published": "2026-02-03", "meta.kicker": "",
     "authors": ["Ann Lee", "Bo Ek"], "has": "ligne", "lacks": ["nulle part"], "paragraphs": 1, "url": ""},
    {"text": "Un texte court.", "title_starts": "Cou", "title_lacks": "Edition", "signed": False,
     "day_from": "2026-02-25", "day_to": "2026-02-25",
     "outline": {"length": 15, "starts": "Un", "ends": "."}},
]  # fmt: skip


def test_what_is_right_is_right() -> None:
    assert not wrong(TABLE, "csv", 2, *RIGHT, left_out=1, entries=3, says=["number 2"], annotations=0)


@pytest.mark.parametrize(
    ("number", "name", "value"),
    [
        (0, "title", "La gare"),
        (0, "authors", []),
        (0, "has", "nulle part"),
        (0, "lacks", ["ligne"]),
        (0, "paragraphs", 2),
        (0, "meta.kicker", "Vu"),
        (1, "text", "Un texte"),
        (1, "title_starts", "x"),
        (1, "title_lacks", "our"),
        (1, "signed", True),
        (1, "day_from", "2026-02-26"),
        (1, "day_to", "2026-02-24"),
        (1, "outline", {"length": 14, "starts": "Un", "ends": "."}),
    ],
)
def test_what_is_wrong_of_an_article_is_seen(number: int, name: str, value: Any) -> None:
    stated = [dict(one) for one in RIGHT]
    stated[number][name] = value
    assert wrong(TABLE, "csv", 2, *stated) == {name}


def test_an_article_that_is_missing_makes_all_that_is_stated_of_it_wrong() -> None:
    assert wrong(TABLE, "xlsx", 3, {}, {}, {"title": "Third"}) == {"format", "articles", "title"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("annotations", 5),
        ("annotations", {"entity": 4}),
        ("types", {"PER": 9}),
        ("quotes", []),
        ("spans", []),
        ("relations", 99),
        ("choices", 1),
        ("answers", {"accept": 1}),
        ("entities", 77),
        ("people", 7),
        ("days", ["2000-01-01"]),
        ("every_lang", "xx"),
        ("every_published", "2000-01-01"),
        ("refused", "is refused"),
        ("says", ["nothing of the kind"]),
        ("left_out", 9),
        ("addresses", 9),
    ],
)
def test_what_is_wrong_of_a_file_is_seen(name: str, value: Any) -> None:
    assert wrong(SAMPLES / "brat" / "hopital.ann", "brat", 1, **{name: value}) == {name}


def test_two_files_of_one_text_hold_the_same_annotations() -> None:
    assert not wrong(SAMPLES / "brat" / "hopital.ann", "brat", same_as=".ann")
    assert wrong(SAMPLES / "brat" / "hopital.ann", "brat", same_as=".xmi") == {"same_as"}


def test_the_white_space_at_the_edges_of_a_span_does_not_count() -> None:
    whole = read_whole(SAMPLES / "brat" / "hopital.ann")
    text = whole.articles[0].text
    assert all(text[start:end].strip() == text[start:end] for spans in places(whole) for start, end in spans)


def test_a_refused_file_is_right_where_the_sentence_says_why() -> None:
    bomb = SAMPLES / "zip" / "bombe.zip"
    assert not wrong(bomb, "zip", 0, refused="unpacks to far more")
    assert wrong(bomb, "zip", 0, refused="is damaged") == {"refused"}


def test_words_in_place_are_counted() -> None:
    assert share_in_place(["a", "b"], ["a", "c"]) == (0.5, False)
    assert share_in_place(["a"] * 20, ["a"] * 20) == (1.0, True)
    assert share_in_place([], ["a"]) == (0.0, False)
