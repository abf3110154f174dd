"""Errors are told apart by kind, with their words."""

from typing import Any

from tests.evaluation.errors import find_errors, listing

TEXT = "« Nous partons », a dit la ministre Ana Ruiz à Brest."


def article(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, "annotations": [{"id": str(n), **row} for n, row in enumerate(rows)]}


def row(layer: str, features: dict[str, Any], **quotes: str) -> dict[str, Any]:
    spans = {role: [[TEXT.index(quote), TEXT.index(quote) + len(quote)]] for role, quote in quotes.items()}
    return {"layer": layer, "spans": spans, "features": features}


SAID = row(
    "source",
    {"speech": "direct", "speaker": "Ana Ruiz"},
    source="la ministre Ana Ruiz",
    cue="a dit",
    content="« Nous partons »",
)


def kinds(layer: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    return sorted(error.kind for error in find_errors(layer, [article(*gold)], [article(*found)]))


def test_nothing_is_wrong_with_the_gold_itself() -> None:
    assert kinds("source", [SAID], [SAID]) == []


def test_what_is_not_there_is_missed_and_what_should_not_be_is_spurious() -> None:
    name = row("entity", {"type": "PER"}, mention="Ana Ruiz")
    place = row("entity", {"type": "GPE"}, mention="Brest")
    assert kinds("entity", [name], [place]) == ["missed", "spurious"]


def test_what_is_optional_is_neither() -> None:
    name = row("entity", {"type": "PER", "doubtful": True}, mention="Ana Ruiz")
    assert kinds("entity", [name], []) == []
    assert kinds("entity", [name], [row("entity", {"type": "ORG"}, mention="Ruiz")]) == []


def test_spans_and_fields_and_names_are_told_apart() -> None:
    features = {"speech": "indirect", "speaker": "Paul Martin"}
    found = row(
        "source", features, source="la ministre", content="« Nous partons », a dit la ministre Ana Ruiz"
    )
    assert kinds("source", [SAID], [found]) == [
        "content span",
        "no cue span",
        "wrong speaker",
        "wrong speech",
    ]


def test_a_source_that_the_gold_does_not_have_is_needless() -> None:
    gold = {**SAID, "spans": {"content": SAID["spans"]["content"]}}
    assert kinds("source", [gold], [SAID]) == ["needless cue span", "needless source span"]


def test_the_listing_counts_kinds_and_shows_words() -> None:
    found = {**SAID, "features": {"speech": "indirect", "speaker": "Ana Ruiz"}}
    place = row("entity", {"type": "GPE"}, mention="Brest")
    errors = list(find_errors("source", [article(SAID, place)], [article(found)]))
    assert list(listing(errors)) == ["    1  wrong speech", "", "    1  wrong speech: direct -> indirect"]
    lines = list(listing(errors, "speech"))
    assert any("gold" in line and "la ministre Ana Ruiz" in line for line in lines)
