"""Codebooks in the making for tests: a small one, and acts drawn at random."""

from typing import Any

from hypothesis import strategies as st

from annotation.codebook import CodebookError, Draft, Place
from annotation.codebook.draft import Table

SMALL = """
id = "small"
label = "A small one"

[tagset.tone]
warm = {key = "1", label = "Warm"}
hot = {key = "2", parent = "warm", label = {en = "Hot", fr = "Chaude"}}
cold = {key = "3", help = "Not warm"}

[layer.mood]
key = "M"
chip = ["tone"]
selection = "words"
sentence = ["cue", "tone"]
[layer.mood.role]
cue = {}
words = {required = true}
[layer.mood.field]
tone = {kind = "choice", tagset = "tone", required = true, default = "hot"}
tones = {kind = "tree", tagset = "tone", multiple = true}
since = {kind = "date", visible_when = {tone = ["warm", "hot"]}}
how_much = {kind = "number", required_when = {tone = "cold"}, least = 0, most = 10}
why = {kind = "reference", to = ["annotation", "concept"], layers = ["mood", "cause"]}

[layer.cause]
key = "C"
guide = {en = "Mark **why**.\\nNot how.", fr = "Pourquoi."}
examples = {en = ["because of “it”", "since …"]}
[layer.cause.role]
words = {}
[layer.cause.field]
sure = {kind = "boolean", default = false}

[reason]
clear = {en = "It is clear"}
"""
IDS = st.sampled_from(["a", "b", "tone", "words", "two words", "é", "dotted.id", "x-2", "", " "])
TEXTS = st.text(max_size=12)


def parts(draft: Draft) -> list[Place]:
    """The places of all parts."""
    found: list[Place] = []
    for name, layer in draft.document["layer"].items():
        found.append(("layer", name))
        found += [("layer", name, part, id_) for part in ("role", "field") for id_ in layer[part]]
    for name, tags in draft.document["tagset"].items():
        found += [("tagset", name), *(("tagset", name, id_) for id_ in tags)]
    return found


@st.composite
def acts(draw: st.DrawFn, draft: Draft) -> Draft:
    """A draft after one act that a person may do; the same one where it is refused."""
    places = parts(draft)
    if not places:
        return draft.add(("tagset",), "t", {})
    place = draw(st.sampled_from(places))
    kind = draw(st.sampled_from(["put", "add", "remove", "rename", "duplicate", "move", "tag"]))
    try:
        return _done(draw, draft, place, kind)
    except CodebookError:
        return draft


def _done(draw: st.DrawFn, draft: Draft, place: Place, kind: str) -> Draft:
    group = place[:-1]
    if kind == "put":
        if len(place) == 2 and place[0] == "tagset":
            return draft
        return draft.put((*place, "label", draw(st.sampled_from(["en", "fr"]))), draw(TEXTS))
    if kind == "add":
        return draft.add(group, draw(IDS), _new(place), draw(st.none() | st.integers(0, 2)))
    if kind == "rename":
        return draft.rename(place, draw(IDS))
    if kind == "duplicate":
        return draft.duplicate(place)[0]
    if kind == "move":
        return draft.move(place, draw(st.integers(0, len(draft.ids(group)) - 1)))
    if kind == "tag" and len(place) == 3:
        parent = draw(st.sampled_from(["", *draft.ids(group)]))
        return draft.move_tag(place, parent, draw(st.sampled_from(["", *draft.ids(group)])))
    return draft.remove(place) if kind == "remove" else draft


def _new(place: Place) -> Table:
    new: dict[str, Any] = {"role": {}, "field": {}} if place[0] == "layer" and len(place) == 2 else {}
    return new
