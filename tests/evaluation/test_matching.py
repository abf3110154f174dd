"""Gold and found annotations are paired, and names are compared as a reader would."""

from typing import Any

from tests.evaluation.matching import Item, items, likeness, names, pair, plain_name, same_name, shared

TEXT = "La ministre Ana Ruiz a promis un quai."


def article(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, "annotations": [{"id": str(n), **row} for n, row in enumerate(rows)]}


def row(layer: str, features: dict[str, Any] | None = None, **spans: tuple[int, int]) -> dict[str, Any]:
    found = {role: [list(span)] for role, span in spans.items()}
    return {"layer": layer, "spans": found, "features": features or {}}


def only(layer: str, *rows: dict[str, Any]) -> Item:
    return items(article(*rows), layer)[0]


def test_what_two_roles_share_is_counted_in_characters() -> None:
    gold, found = (
        only("entity", row("entity", mention=(0, 10))),
        only("entity", row("entity", mention=(5, 10))),
    )
    assert shared(gold, found) == 0.5
    assert shared(gold, found, "cue") == 0


def test_the_best_pair_comes_first_and_nothing_is_paired_twice() -> None:
    gold = items(article(row("entity", mention=(0, 10)), row("entity", mention=(12, 20))), "entity")
    found = items(article(row("entity", mention=(0, 10)), row("entity", mention=(2, 10))), "entity")
    assert pair(gold, found, shared) == [(gold[0], found[0])]


def test_what_is_optional_is_paired_last() -> None:
    gold = items(
        article(row("entity", {"doubtful": True}, mention=(0, 10)), row("entity", mention=(0, 9))), "entity"
    )
    found = items(article(row("entity", mention=(0, 10))), "entity")
    assert [one.optional for one, _ in pair(gold, found, shared)] == [False]


def test_attributions_are_paired_by_their_content() -> None:
    like = likeness("source")
    gold = only("source", row("source", content=(20, 38), source=(0, 20)))
    assert like(gold, only("source", row("source", content=(20, 30)))) > 0
    assert like(gold, only("source", row("source", content=(0, 10), source=(0, 20)))) == 0


def test_stances_are_paired_by_words_or_by_both_names() -> None:
    like = likeness("stance")
    gold = only("stance", row("stance", {"holder": "Ana Ruiz", "target": "quai"}, evidence=(21, 30)))
    far = {"holder": "Ruiz", "target": "le quai"}
    assert like(gold, only("stance", row("stance", far, evidence=(0, 5)))) > 0
    assert like(gold, only("stance", row("stance", {"holder": "Ruiz"}, evidence=(0, 5)))) == 0


def test_a_name_may_be_a_reference_to_an_annotation() -> None:
    said = row("source", {"speaker": "Ana Ruiz"}, source=(0, 11))
    stance = row("stance", {"holder": {"annotation": "0"}, "target_also": ["le quai"]}, evidence=(21, 30))
    item = items(article(said, stance), "stance")[0]
    assert names(item, "holder") == {"ministre", "ana ruiz"}
    assert names(item, "target") == {"quai"}


def test_names_agree_without_accents_articles_and_first_names() -> None:
    assert plain_name("L’Élysée") == "elysee"
    assert same_name(frozenset({"rutte"}), frozenset({"mark rutte"}))
    assert same_name(frozenset({"mark"}), frozenset({"mark rutte"}))
    assert not same_name(frozenset({"coree du nord"}), frozenset({"coree du sud"}))
    assert not same_name(frozenset(), frozenset({"x"}))
