"""Stances: the cases of the data files, and what the suggestions hold."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotation.detectors import Document, analyse
from annotation.detectors._pipeline import choose_package
from annotation.detectors._text import split_paragraphs
from annotation.detectors.stances import plug
from annotation.records import Suggestion

DATA = Path(__file__).resolve().parents[2] / "data"
LEAST_PRECISION, LEAST_RECALL = 0.9, 0.75

Triple = tuple[str, str, str]


def cases(code: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((DATA / f"stances_{code}.toml").read_text(encoding="utf-8"))["case"])


def every_case() -> Iterator[Any]:
    for code in ("fr", "en"):
        for case in cases(code):
            marks = [pytest.mark.xfail(reason=case["open"], strict=False)] if "open" in case else []
            yield pytest.param(code, case, id=f"{code}: {case['text']}", marks=marks)


def plain(name: str) -> str:
    """A name without accents, capitals, signs and articles."""
    flat = unicodedata.normalize("NFKD", name.casefold())
    words = " ".join(re.findall(r"[^\W_]+", "".join(c for c in flat if not unicodedata.combining(c))))
    return re.sub(r"^((les?|la|l|des?|du|d|un|une|the|an?) )+", "", words)


def same(one: str, other: str) -> bool:
    short, long = sorted((plain(one), plain(other)), key=len)
    return bool(short) and (long == short or long.startswith(f"{short} ") or long.endswith(f" {short}"))


def agree(one: Triple, other: Triple) -> bool:
    return one[1] == other[1] and same(one[0], other[0]) and same(one[2], other[2])


def detect(text: str, code: str) -> list[Suggestion]:
    if not choose_package(code):
        pytest.skip(f"no language model for {code} is installed")
    detection = analyse(text, lang=code, names=("entities", "attributions", "stances"))
    assert not detection.failures
    return list(detection.suggestions)


def triples(text: str, code: str) -> list[Triple]:
    found = detect(text, code)
    by_key = {item.key: item for item in found}
    return [
        (_words(text, item.features["holder"], by_key), str(item.features["polarity"]),
         _words(text, item.features["target"], by_key))
        for item in found if item.layer == "stance"
    ]  # fmt: skip


def _words(text: str, value: Any, by_key: dict[str, Suggestion]) -> str:
    if "concept" in value:
        return str(value["concept"])
    spans = by_key[value["annotation"]].spans
    span = (spans.get("mention") or spans["source"])[0]
    return text[span.start : span.end]


@pytest.mark.parametrize(("code", "case"), list(every_case()))
def test_a_text_gives_exactly_the_stances_of_the_data_file(code: str, case: dict[str, Any]) -> None:
    found = triples(case["text"], code)
    assert len(found) == len(case["stances"])
    assert all(any(agree(item, tuple(row)) for item in found) for row in case["stances"])


@pytest.mark.parametrize("code", ["fr", "en"])
def test_few_suggestions_are_wrong_and_most_stances_are_found(code: str) -> None:
    hits = gold = made = 0
    for case in cases(code):
        found, rows = triples(case["text"], code), [tuple(row) for row in case["stances"]]
        hits += sum(any(agree(item, row) for item in found) for row in rows)
        gold, made = gold + len(rows), made + len(found)
    assert hits / made >= LEAST_PRECISION
    assert hits / gold >= LEAST_RECALL


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_data_file_has_enough_cases_and_enough_without_a_stance(code: str) -> None:
    rows = cases(code)
    assert len(rows) >= 150
    assert len({row["text"] for row in rows}) == len(rows)
    assert sum(not row["stances"] for row in rows) >= 40


TEXT = "« Nous soutenons l’accord », a déclaré Ada Morin. Les syndicats condamnent la réforme."


def test_a_suggestion_names_the_attribution_that_carries_it() -> None:
    found = detect(TEXT, "fr")
    source = next(item for item in found if item.layer == "source")
    stance = next(item for item in found if item.layer == "stance")
    assert stance.features["attribution"] == source.key
    assert stance.features["stance_type"] == "agreement"
    assert stance.features["intensity"] in ("1", "2", "3")
    assert stance.confidence is not None
    assert 0 < stance.confidence <= 1
    assert stance.why


def test_every_reference_names_a_suggestion_of_the_same_detection() -> None:
    found = detect(TEXT, "fr")
    keys = {item.key for item in found}
    values = [
        item.features[name] for item in found if item.layer == "stance" for name in ("holder", "target")
    ]
    named = {value["annotation"] for value in values if isinstance(value, dict) and "annotation" in value}
    assert named
    assert named <= keys


def test_a_holder_that_nothing_marks_gets_a_mention() -> None:
    text = "Les riverains s’opposent au projet."
    pipeline = choose_package("fr")
    if not pipeline:
        pytest.skip("no language model for fr is installed")
    found = list(analyse(text, lang="fr", names=("stances",)).suggestions)
    mention = next(item for item in found if item.layer == "entity")
    stance = next(item for item in found if item.layer == "stance")
    assert text[mention.spans["mention"][0].start : mention.spans["mention"][0].end] == "riverains"
    assert stance.features["holder"] == {"annotation": mention.key}
    assert mention.features == {"type": "NORP", "mention_level": "NOM"}


def test_without_a_parse_nothing_is_suggested() -> None:
    assert list(plug.detect(Document(TEXT, "fr", "", tuple(split_paragraphs(TEXT))))) == []


def test_a_language_without_data_gives_nothing() -> None:
    assert list(plug.detect(Document("x", "xx", "", ()))) == []
