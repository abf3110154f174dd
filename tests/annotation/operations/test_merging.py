"""Two hearings become one, and what points from one to the other goes on pointing."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.operations._merging import merge_heard
from annotation.records import Json, Span, Suggestion

CODEBOOK = load_codebook(built_in_codebook())


def item(key: str, layer: str, start: int, **features: Json) -> Suggestion:
    role = {"source": "content", "stance": "evidence"}.get(layer, "mention")
    return Suggestion(key=key, layer=layer, spans={role: (Span(start, start + 3),)}, features=features)


BEFORE = (
    item("e/1", "entity", 0),
    item("a/1", "source", 9),
    item("a/2", "source", 20),
    item("s/1", "stance", 5, attribution="a/2", holder={"annotation": "e/1"}),
    item("s/2", "stance", 6, attribution="a/1"),
)
NOW = (item("e/7", "entity", 0), item("a/1", "source", 20, parent="e/7"))


def test_what_is_renewed_is_pointed_at_where_it_is_heard_again() -> None:
    merged = merge_heard(BEFORE, NOW, lambda one: one.layer == "source", CODEBOOK)
    found = {(one.layer, next(iter(one.spans.values()))[0].start): one for one in merged}
    assert set(found) == {("entity", 0), ("source", 20), ("stance", 5), ("stance", 6)}
    assert found["stance", 5].features["attribution"] == found["source", 20].key
    assert found["stance", 5].features["holder"] == {"annotation": found["entity", 0].key}
    assert "attribution" not in found["stance", 6].features
    assert found["source", 20].features["parent"] == found["entity", 0].key


def test_keys_are_unique() -> None:
    merged = merge_heard(BEFORE, NOW, lambda one: one.layer == "source", CODEBOOK)
    assert len({one.key for one in merged}) == len(merged)
