"""Figures: every case of the data files, without a language model, and what holds for any text."""

import itertools
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Document
from annotation.detectors._pipeline import choose_package, load_pipeline
from annotation.detectors._text import split_paragraphs
from annotation.detectors.figures import plug
from annotation.records import Suggestion

needs_pipelines = pytest.mark.skipif(
    not (choose_package("fr") and choose_package("en")), reason="a language model is not installed"
)
DATA = Path(__file__).resolve().parents[2] / "data"


def cases(code: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((DATA / f"figures_{code}.toml").read_text(encoding="utf-8"))["case"])


def every_case() -> Iterator[Any]:
    for code in ("fr", "en"):
        yield from (pytest.param(code, case, id=f"{code}: {case['text']}") for case in cases(code))


def detect(text: str, lang: str, *, parsed: bool = False) -> list[Suggestion]:
    paragraphs = tuple(split_paragraphs(text))
    pipeline = load_pipeline(lang) if parsed else None
    if pipeline is not None:
        paragraphs = tuple(pipeline.parse(paragraphs))
    return list(plug.detect(Document(text, lang, "", paragraphs)))


def mention(text: str, found: Suggestion) -> str:
    span = found.spans["mention"][0]
    return text[span.start : span.end]


@pytest.mark.parametrize(("code", "case"), list(every_case()))
def test_a_sentence_gives_exactly_the_figures_of_the_data_file(code: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = detect(text, code)
    assert [mention(text, item) for item in found] == [row["mention"] for row in case["figures"]]
    for item, row in zip(found, case["figures"], strict=True):
        expected = {key: value for key, value in row.items() if key != "mention"}
        assert {key: item.features.get(key) for key in expected} == expected


@needs_pipelines
def test_a_parse_does_not_take_figures_away() -> None:
    """The data files hold for texts without a parse; with one, nearly all of it must stay right."""
    wrong = [
        case["text"]
        for code in ("fr", "en")
        for case in cases(code)
        if [mention(case["text"], item) for item in detect(case["text"], code, parsed=True)]
        != [row["mention"] for row in case["figures"]]
    ]
    assert len(wrong) <= 5, wrong


def test_a_megabyte_of_digits_is_no_figure() -> None:
    assert detect("1" * 1_000_000, "fr") == []


TEXT = st.text(
    st.sampled_from("0123456789 .,-/%€$°½⁹^×'’\u00a0\u202f\t\nabdegilmnorstuxéMÀ٣()«»"), max_size=60
)


@given(TEXT, st.sampled_from(["fr", "en"]))
def test_any_text_gives_figures_in_order_with_exact_values(text: str, code: str) -> None:
    found = detect(text, code)
    spans = [item.spans["mention"][0] for item in found]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for item in found:
        for key in ("value", "value_min", "value_max"):
            value = item.features.get(key)
            assert value is None or Decimal(str(value)).is_finite()
        assert item.confidence is not None
        assert 0 < item.confidence <= 1
        assert item.why


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_any_space_groups_digits(space: str) -> None:
    text = f"Il y a 10{space}000{space}soldats."
    assert [(mention(text, item), item.features["value"]) for item in detect(text, "fr")] == [
        (f"10{space}000{space}soldats", "10000")
    ]


def test_a_tab_parts_the_cells_of_a_table() -> None:
    text = "Nord\t100\t200\t3,5 %\nSud\t1 200\t300\t4 %"
    assert [item.features["value"] for item in detect(text, "fr")] == [
        "100",
        "200",
        "3.5",
        "1200",
        "300",
        "4",
    ]


def test_digits_of_other_scripts_count() -> None:
    assert [item.features["value"] for item in detect("Il reste ٤٥ jours.", "fr")] == ["45"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le taux est de 12.5 % contre 3.7 % ; la masse atteint 1.234 kg.", "1.234"),
        ("Le taux est de 12,5 % contre 3,7 % ; la masse atteint 1.234 kg.", "1234"),
        ("Le taux est de 12.5 % contre 3.7 % ; la masse atteint 10.000 kg.", "10000"),
    ],
)
def test_an_ambiguous_point_is_read_as_the_article_writes_its_decimals(text: str, value: str) -> None:
    assert detect(text, "fr")[-1].features["value"] == value


def test_a_day_without_its_year_has_no_date() -> None:
    (found,) = detect("Le conseil se réunit le 4 décembre au matin.", "fr")
    assert found.features["kind"] == "date"
    assert "date" not in found.features
