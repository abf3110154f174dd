"""The detector of entities: what it suggests of an article, and that it suggests it in the right place."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Document, analyse, choose_package
from annotation.detectors._text import split_paragraphs
from annotation.detectors.entities import plug
from annotation.records import Suggestion, quote

CASES = tomllib.loads((Path(__file__).parents[2] / "data" / "entities.toml").read_text(encoding="utf-8"))[
    "case"
]
WORDS = st.sampled_from(
    [
        "Claire",
        "Morin",
        "l’",
        "d'",
        "OTAN",
        "États-Unis",
        "M.",
        "Mme",
        "le",
        "président",
        "de",
        "Moscou",
        "selon",
        "12",
        "mai",
        ",",
        ".",
        "«",
        "»",
        "-",
        "—",
        "(",
        ")",
        "😀",
        "Île",
        "rue",
        "et",
        "UE",
        "a dit",
        "\n",
        "\xa0",
    ]
)


def document(text: str, lang: str = "fr") -> Document:
    return Document(text, lang, "", tuple(split_paragraphs(text)))


def suggested(text: str, lang: str) -> list[Suggestion]:
    return list(analyse(text, lang=lang, names=["entities"]).suggestions)


def row(item: Suggestion, text: str) -> list[str]:
    """[words, type, key of what it means, what it acts as] of a suggestion."""
    named = item.named["entity"].id if "entity" in item.named else ""
    acts = str(item.features.get("metonymic_type", ""))
    return [" ".join(quote(text, item.spans["mention"])), str(item.features["type"]), named, acts]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_an_article_has_the_mentions_that_an_expert_marks(case: dict[str, Any]) -> None:
    if not choose_package(case["lang"]):
        pytest.skip("no language model is installed")
    found = [row(item, case["text"]) for item in suggested(case["text"], case["lang"])]
    assert [item for item in case["found"] if item not in found] == []
    assert [item for item in found if item[0] in case.get("never", [])] == []


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(["fr", "en"]))
def test_every_mention_lies_in_the_text_and_says_why(text: str, lang: str) -> None:
    found = list(plug.detect(document(text, lang)))
    for item in found:
        (span,) = item.spans["mention"]
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert item.why
        assert item.confidence is None or 0 < item.confidence < 1
        assert item.features["mention_level"] in ("NAM", "NOM")
    assert len({item.key for item in found}) == len(found)
    assert len({(item.spans["mention"], item.features["type"]) for item in found}) == len(found)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😀", "M.", "«", "d’", "- -", "12 13 14", "A B C"])
def test_next_to_nothing_is_no_trouble(text: str) -> None:
    assert all(item.layer == "entity" for item in plug.detect(document(text)))


def test_a_language_without_data_has_no_mentions() -> None:
    assert not list(plug.detect(document("Paris", "xx")))


def test_names_in_a_headline_in_capitals_are_found() -> None:
    text = "LA POLOGNE ET L’OTAN CONDAMNENT MOSCOU"
    found = [row(item, text) for item in plug.detect(document(text))]
    assert [item[:3] for item in found] == [
        ["POLOGNE", "GPE", "poland"],
        ["OTAN", "ORG", "nato"],
        ["MOSCOU", "GPE", "moscow"],
    ]


def test_a_table_of_figures_has_no_names() -> None:
    assert not list(plug.detect(document("2021 12,5 13,1\n2022 14,0 15,2\nTotal 26,5 28,3")))
