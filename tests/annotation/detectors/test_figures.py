"""Figures: every case of the data files, without a language model, and what holds for any text."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotation.detectors import Document
from annotation.detectors._text import split_paragraphs
from annotation.detectors.figures import plug
from annotation.records import Suggestion

DATA = Path(__file__).resolve().parents[2] / "data"


def cases(code: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((DATA / f"figures_{code}.toml").read_text(encoding="utf-8"))["case"])


def every_case() -> Iterator[Any]:
    for code in ("fr", "en"):
        yield from (pytest.param(code, case, id=f"{code}: {case['text']}") for case in cases(code))


def detect(text: str, lang: str) -> list[Suggestion]:
    return list(plug.detect(Document(text, lang, "", tuple(split_paragraphs(text)))))


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
