"""Attributions: every case of the data files, with and without a language model."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotation.detectors import Document
from annotation.detectors._pipeline import choose_package, load_pipeline
from annotation.detectors._text import split_paragraphs
from annotation.detectors.attributions import plug
from annotation.records import Suggestion, quote

DATA = Path(__file__).resolve().parents[2] / "data"


def cases(code: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((DATA / f"attributions_{code}.toml").read_text(encoding="utf-8"))["case"])


def every_case() -> Iterator[Any]:
    for code in ("fr", "en"):
        yield from (pytest.param(code, case, id=f"{code}: {case['text']}") for case in cases(code))


def detect(text: str, lang: str, *, parse: bool) -> list[Suggestion]:
    paragraphs = tuple(split_paragraphs(text))
    pipeline = load_pipeline(lang) if parse else None
    if pipeline is not None:
        paragraphs = tuple(pipeline.parse(paragraphs))
    return list(plug.detect(Document(text, lang, "", paragraphs)))


def described(text: str, item: Suggestion) -> dict[str, Any]:
    words = {role: quote(text, spans) for role, spans in item.spans.items()}
    found: dict[str, Any] = {"content": words["content"], **item.features}
    found.update({role: words[role][0] for role in ("source", "cue", "addressee") if role in words})
    return found


def check(text: str, expected: list[dict[str, Any]], found: list[Suggestion]) -> None:
    seen = [described(text, item) for item in found]
    assert [item["content"] for item in seen] == [row["content"] for row in expected]
    for item, row in zip(seen, expected, strict=True):
        assert {key: item.get(key) for key in row} == row


@pytest.mark.parametrize(("code", "case"), list(every_case()))
def test_a_sentence_gives_exactly_the_attributions_of_the_data_file(code: str, case: dict[str, Any]) -> None:
    check(case["text"], case["attributions"], detect(case["text"], code, parse=False))


@pytest.mark.parametrize(("code", "case"), list(every_case()))
def test_a_parse_does_not_lose_what_the_patterns_find(code: str, case: dict[str, Any]) -> None:
    if not choose_package(code):
        pytest.skip(f"no language model for {code} is installed")
    check(case["text"], case["attributions"], detect(case["text"], code, parse=True))
