"""Records go on under another codebook, and nothing of them is dropped in silence."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import (
    Conversion,
    Draft,
    Moves,
    Outcome,
    check_annotation,
    examine,
    load_codebook,
    read_codebook,
)
from annotation.codebook.moving import moves_of
from annotation.records import Annotation, Json, Span
from tests.annotation.codebook.drafts import SMALL, acts, parts

DRAFT = Draft.of(SMALL)
OLD = load_codebook(SMALL)
MOOD = ("layer", "mood")
TONE = ("tagset", "tone")


def record(
    layer: str = "mood", spans: dict[str, tuple[Span, ...]] | None = None, **features: Json
) -> Annotation:
    marked = {"words": (Span(0, 4),)} if spans is None else spans
    return Annotation(id="r", article="a", annotator="p", layer=layer, spans=marked, features=features)


def converted(
    draft: Draft, made: Annotation, moves: Moves | None = None
) -> tuple[Annotation, list[tuple[Any, ...]]]:
    all_moves = {**moves_of(DRAFT, draft), **(moves or {})}
    found, notes = Conversion(OLD, read_codebook(draft.document), all_moves).convert(made)
    return found, [(note.place, note.outcome) for note in notes]


def test_a_renamed_part_is_followed_wherever_a_record_names_it() -> None:
    draft = DRAFT.rename((*TONE, "hot"), "h").rename((*MOOD, "field", "tone"), "heat").rename(MOOD, "feeling")
    draft = draft.rename(("layer", "feeling", "role", "words"), "passage")
    found, notes = converted(draft, record(tone="hot", tones=["warm", "hot"]))
    assert (found.layer, dict(found.spans)) == ("feeling", {"passage": (Span(0, 4),)})
    assert found.features == {"heat": "h", "tones": ["warm", "h"]}
    assert Counter(outcome for _place, outcome in notes) == {Outcome.FOLLOWED: 5}


@pytest.mark.parametrize(
    ("moves", "tone", "outcome"),
    [
        ({}, "cold", Outcome.KEPT),
        ({(*TONE, "cold"): "hot"}, "hot", Outcome.FOLLOWED),
        ({(*TONE, "cold"): ""}, None, Outcome.CLEARED),
    ],
)
def test_a_removed_tag_is_kept_or_becomes_another_or_goes(
    moves: Moves, tone: str | None, outcome: Outcome
) -> None:
    found, notes = converted(DRAFT.remove((*TONE, "cold")), record(tone="cold"), moves)
    assert found.features.get("tone") == tone
    assert ((*TONE, "cold"), outcome) in notes


def test_two_tags_that_become_one_stand_once() -> None:
    found, _notes = converted(
        DRAFT.remove((*TONE, "cold")), record(tones=["hot", "cold"]), {(*TONE, "cold"): "hot"}
    )
    assert found.features == {"tones": ["hot"]}


def test_a_removed_field_is_kept_moved_or_cleared() -> None:
    draft = DRAFT.remove((*MOOD, "field", "tone"))
    place = (*MOOD, "field", "tone")
    assert converted(draft, record(tone="hot")) == (record(tone="hot"), [(place, Outcome.KEPT)])
    assert converted(draft, record(tone="hot"), {place: "tones"})[0].features == {"tones": ["hot"]}
    assert converted(draft, record(tone="hot"), {place: ""}) == (record(), [(place, Outcome.CLEARED)])


def test_a_value_that_would_land_on_another_stays_beside_it() -> None:
    draft = DRAFT.remove((*MOOD, "field", "tone"))
    made, notes = converted(draft, record(tones=["warm"], tone="hot"), {(*MOOD, "field", "tone"): "tones"})
    assert made.features == {"tones": ["warm"], "tone": "hot"}
    assert ((*MOOD, "field", "tone"), Outcome.KEPT) in notes


def test_what_is_kept_gives_way_to_a_value_that_was_sent_under_its_id() -> None:
    draft = DRAFT.remove((*MOOD, "field", "tone"))
    moves: Moves = {(*MOOD, "field", "since"): "why", (*MOOD, "field", "why"): ""}
    made, _notes = converted(draft, record(tone="hot", since="2026"), moves)
    assert made.features == {"tone": "hot", "why": {"concept": "2026"}}


def test_a_removed_role_is_kept_or_its_words_go_to_another() -> None:
    draft = DRAFT.remove((*MOOD, "role", "cue"))
    place = (*MOOD, "role", "cue")
    both = record(spans={"cue": (Span(6, 8),), "words": (Span(0, 4),)})
    assert converted(draft, both) == (both, [(place, Outcome.KEPT)])
    assert converted(draft, both, {place: "words"})[0].spans == {"words": (Span(0, 4), Span(6, 8))}


def test_a_removed_layer_keeps_its_records_or_they_go_to_another() -> None:
    draft = DRAFT.remove(("layer", "cause"))
    cause = record("cause", sure=True)
    assert converted(draft, cause) == (cause, [(("layer", "cause"), Outcome.KEPT)])
    moved, notes = converted(draft, cause, {("layer", "cause"): "mood"})
    assert (moved.layer, moved.features) == ("mood", {"sure": True})
    assert set(notes) == {
        (("layer", "cause"), Outcome.FOLLOWED),
        (("layer", "cause", "field", "sure"), Outcome.KEPT),
        (("layer", "mood", "field", "tone"), Outcome.LACKING),
    }


def test_a_value_that_only_the_new_layer_knows_is_told_of_where_it_does_not_fit() -> None:
    place = ("layer", "cause", "field", "tone")
    moved, notes = converted(
        DRAFT.remove(("layer", "cause")), record("cause", tone="lukewarm"), {("layer", "cause"): "mood"}
    )
    assert moved.features == {"tone": "lukewarm"}
    assert (place, Outcome.UNFIT) in notes


def test_a_changed_kind_converts_what_can_be_and_tells_of_the_rest() -> None:
    place = (*MOOD, "field", "since")
    draft = DRAFT.put((*place, "kind"), "number")
    assert converted(draft, record(tone="hot", since="2026"))[0].features["since"] == "2026"
    assert converted(draft, record(tone="hot", since="2026-03"))[1] == [(place, Outcome.UNFIT)]
    several = DRAFT.put((*MOOD, "field", "tone", "multiple"), True)
    found, notes = converted(several, record(tone="hot"))
    assert (found.features, notes) == ({"tone": ["hot"]}, [((*MOOD, "field", "tone"), Outcome.CONVERTED)])


def test_a_record_that_now_lacks_something_is_told_of() -> None:
    place = (*MOOD, "field", "how_much")
    assert converted(DRAFT.put((*place, "required"), True), record(tone="hot"))[1] == [
        (place, Outcome.LACKING)
    ]


def test_records_of_unchanged_layers_need_not_be_looked_at() -> None:
    draft = DRAFT.put((*MOOD, "label"), {"en": "Mood"}).put(("layer", "cause", "hue"), "#123456")
    assert Conversion(OLD, read_codebook(draft.document)).layers == ()
    more = DRAFT.add(TONE, "mild", {}).put((*MOOD, "field", "since", "help", "en"), "Since when")
    assert Conversion(OLD, read_codebook(more.document)).layers == ()
    assert Conversion(OLD, read_codebook(DRAFT.remove(("layer", "cause")).document)).layers == ("cause",)


VALUES: dict[str, list[Json]] = {
    "tone": ["warm", "hot", "cold", "unknown"],
    "tones": [["warm"], ["hot", "cold"]],
    "since": ["2026", "2026-03-01"],
    "how_much": ["3", "10", "many"],
    "why": [{"annotation": "x"}, {"concept": "peace"}],
    "sure": [True, False],
    "other": ["kept"],
}


@st.composite
def records(draw: st.DrawFn) -> Annotation:
    layer = draw(st.sampled_from(["mood", "cause", "gone"]))
    keys = draw(st.sets(st.sampled_from(sorted(VALUES))))
    features = {key: draw(st.sampled_from(VALUES[key])) for key in sorted(keys)}
    roles = draw(st.sets(st.sampled_from(["cue", "words"]), min_size=1))
    return record(layer, {role: (Span(n, n + 1),) for n, role in enumerate(sorted(roles))}, **features)


@st.composite
def moves_for(draw: st.DrawFn, draft: Draft) -> dict[tuple[str, ...], str]:
    """Where what is removed goes, drawn at random."""
    moves: dict[tuple[str, ...], str] = {}
    for place in parts(DRAFT):
        if len(place) == 2 and place[0] == "tagset":
            continue
        group = place[:-1] if len(place) != 3 else place[:2]
        ids = draft.ids(group)
        if ids and place[-1] not in ids and draw(st.booleans()):
            can_go = len(place) == 3 or place[2:3] == ("field",)
            moves[place] = draw(st.sampled_from([*ids, *([""] if can_go else [])]))
    return moves


@given(data=st.data(), made=records())
def test_every_value_goes_on_is_listed_or_was_cleared_by_choice(
    data: st.DataObject, made: Annotation
) -> None:
    draft = DRAFT
    for _ in range(data.draw(st.integers(1, 6))):
        draft = data.draw(acts(draft))
    new, faults = examine(draft.document)
    if new is None or faults:
        return
    moves = {**moves_of(DRAFT, draft), **data.draw(moves_for(draft))}
    found, notes = Conversion(OLD, new, moves).convert(made)
    outcomes = Counter(note.outcome for note in notes)
    assert sum(map(len, found.spans.values())) == sum(map(len, made.spans.values()))
    lost = len(made.features) - len(found.features)
    assert lost <= outcomes[Outcome.CLEARED]
    before = {problem.field for problem in check_annotation(OLD, made, 99) if not problem.missing}
    problems = [one for one in check_annotation(new, found, 99) if not one.missing]
    excused = outcomes[Outcome.KEPT] + outcomes[Outcome.UNFIT]
    assert len(problems) <= excused + len(before) + (made.layer == "gone")


@given(data=st.data(), made=records())
def test_a_record_under_the_same_codebook_is_the_same(data: st.DataObject, made: Annotation) -> None:
    assert Conversion(OLD, OLD).convert(made) == (made, [])
    assert Conversion(OLD, OLD).layers == ()
