"""Every act on a codebook gives a new draft, in which whatever named a changed part follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import CodebookError, Draft, built_in_codebook, examine
from annotation.codebook.draft import origin_of, place_of_part, slug
from tests.annotation.codebook.drafts import SMALL, acts, parts

SMALL_DRAFT = Draft.of(SMALL)
MOOD = ("layer", "mood")


def faults(draft: Draft) -> list[str]:
    return [str(fault) for fault in examine(draft.document)[1]]


def test_a_renamed_field_is_followed_by_conditions_chip_and_sentence() -> None:
    made = SMALL_DRAFT.rename((*MOOD, "field", "tone"), "temperature")
    assert made.at((*MOOD, "chip")) == ["temperature"]
    assert made.at((*MOOD, "sentence")) == ["cue", "temperature"]
    assert made.at((*MOOD, "field", "since", "visible_when")) == {"temperature": ["warm", "hot"]}
    assert made.at((*MOOD, "field", "how_much", "required_when")) == {"temperature": ["cold"]}
    assert made.ids((*MOOD, "field"))[0] == "temperature"
    assert not faults(made)


def test_a_renamed_tag_is_followed_by_parents_defaults_and_conditions() -> None:
    made = SMALL_DRAFT.rename(("tagset", "tone", "warm"), "mild").rename(("tagset", "tone", "hot"), "h")
    assert made.at(("tagset", "tone", "h", "parent")) == "mild"
    assert made.at((*MOOD, "field", "tone", "default")) == "h"
    assert made.at((*MOOD, "field", "since", "visible_when")) == {"tone": ["mild", "h"]}
    assert not faults(made)


def test_a_renamed_layer_role_or_tagset_is_followed() -> None:
    made = SMALL_DRAFT.rename(("layer", "cause"), "reason").rename((*MOOD, "role", "words"), "passage")
    made = made.rename(("tagset", "tone"), "heat")
    assert made.at((*MOOD, "field", "why", "layers")) == ["mood", "reason"]
    assert made.at((*MOOD, "selection")) == "passage"
    assert made.at((*MOOD, "field", "tones", "tagset")) == "heat"
    assert not faults(made)


def test_what_only_mentions_a_removed_part_forgets_it() -> None:
    made = SMALL_DRAFT.remove((*MOOD, "field", "tone"))
    assert made.at((*MOOD, "chip")) is None
    assert made.at((*MOOD, "sentence")) == ["cue"]
    assert made.at((*MOOD, "field", "since", "visible_when")) is None
    assert not faults(made)


def test_tags_below_a_removed_tag_take_its_parent() -> None:
    made = SMALL_DRAFT.add(("tagset", "tone"), "boiling", {"parent": "hot"}).remove(("tagset", "tone", "hot"))
    assert made.at(("tagset", "tone", "boiling", "parent")) == "warm"
    assert made.at((*MOOD, "field", "tone", "default")) is None
    assert made.at((*MOOD, "field", "since", "visible_when")) == {"tone": ["warm"]}
    assert not faults(made)


def test_a_removed_tagset_leaves_its_fields_to_be_mended() -> None:
    (first, *_rest) = faults(SMALL_DRAFT.remove(("tagset", "tone")))
    assert first.startswith("“layer.mood.field.tone.tagset” in the codebook must be a tagset")


def test_a_copy_stands_after_its_pattern_and_leaves_it_the_key() -> None:
    made, place = SMALL_DRAFT.duplicate(("tagset", "tone", "warm"))
    assert place == ("tagset", "tone", "warm-2")
    assert made.ids(("tagset", "tone")) == ("warm", "warm-2", "hot", "cold")
    assert made.at(place) == {"label": {"en": "Warm"}}
    assert made.duplicate(place)[1] == ("tagset", "tone", "warm-3")


@pytest.mark.parametrize("id_", ["", "  ", "a\nb", " a"])
def test_an_id_needs_printable_characters(id_: str) -> None:
    with pytest.raises(CodebookError, match="printable"):
        SMALL_DRAFT.add(("layer",), id_, {})


def test_an_id_is_given_once() -> None:
    with pytest.raises(CodebookError, match="“hot” is there already"):
        SMALL_DRAFT.rename(("tagset", "tone", "warm"), "hot")


def test_a_tag_goes_below_another_and_never_below_itself() -> None:
    made = SMALL_DRAFT.move_tag(("tagset", "tone", "cold"), "warm", "hot")
    assert (made.ids(("tagset", "tone")), made.at(("tagset", "tone", "cold", "parent"))) == (
        ("warm", "cold", "hot"),
        "warm",
    )
    with pytest.raises(CodebookError, match="below itself"):
        made.move_tag(("tagset", "tone", "warm"), "hot")
    with pytest.raises(CodebookError, match="below itself"):
        made.move_tag(("tagset", "tone", "warm"), "warm")


def test_a_false_default_is_a_value_and_a_false_flag_is_none() -> None:
    made = SMALL_DRAFT.put(("layer", "cause", "field", "sure", "required"), False)
    assert made.at(("layer", "cause", "field", "sure")) == {"kind": "boolean", "default": False}


def test_the_languages_are_those_of_any_text() -> None:
    assert set(SMALL_DRAFT.languages()) == {"en", "fr"}


@pytest.mark.parametrize(("words", "id_"), [("Élu·e local", "elu-e-local"), ("…", ""), ("A" * 60, "a" * 40)])
def test_an_id_is_made_of_words(words: str, id_: str) -> None:
    assert slug(words) == id_


def test_a_part_is_known_by_where_it_was() -> None:
    made = SMALL_DRAFT.rename(MOOD, "feeling").rename(("layer", "feeling", "field", "why"), "cause")
    now, before = ("layer", "feeling", "field", "cause"), (*MOOD, "field", "why")
    assert origin_of(now, made.renames) == before
    assert place_of_part(before, made.renames) == now
    assert origin_of(("layer", "cause"), made.renames) == ("layer", "cause")


def test_two_parts_can_swap_their_ids() -> None:
    tone = ("tagset", "tone")
    made = (
        SMALL_DRAFT.rename((*tone, "warm"), "x").rename((*tone, "cold"), "warm").rename((*tone, "x"), "cold")
    )
    assert place_of_part((*tone, "warm"), made.renames) == (*tone, "cold")
    assert origin_of((*tone, "warm"), made.renames) == (*tone, "cold")


def test_the_id_of_what_was_removed_is_free_for_the_same_thing_alone() -> None:
    without = SMALL_DRAFT.remove(("tagset", "tone", "cold"))
    with pytest.raises(CodebookError, match="records may hold it"):
        without.rename(("tagset", "tone", "hot"), "cold")
    again = without.add(("tagset", "tone"), "cold", {})
    assert not again.is_new(("tagset", "tone", "cold"))
    assert place_of_part(("tagset", "tone", "cold"), again.renames) == ("tagset", "tone", "cold")


def test_the_id_of_what_came_and_went_is_free() -> None:
    tone = ("tagset", "tone")
    made = SMALL_DRAFT.add(tone, "x", {}).rename((*tone, "x"), "y").remove((*tone, "y"))
    made = made.rename((*tone, "hot"), "y")
    assert place_of_part((*tone, "hot"), made.renames) == (*tone, "y")
    assert made.add(tone, "z", {}).is_new((*tone, "z"))


@given(data=st.data())
def test_every_part_of_a_draft_after_any_acts_can_be_named_by_where_it_was(data: st.DataObject) -> None:
    draft = SMALL_DRAFT
    for _ in range(data.draw(st.integers(0, 6))):
        draft = data.draw(acts(draft))
    for place in parts(draft):
        if draft.is_new(place):
            continue
        assert place_of_part(origin_of(place, draft.renames), draft.renames) == place


@given(data=st.data())
def test_a_sound_codebook_stays_sound_but_for_what_is_asked_of_it(data: st.DataObject) -> None:
    """No act of structure leaves anything that names what is not there, a lost tagset or role aside."""
    draft = SMALL_DRAFT
    for _ in range(data.draw(st.integers(1, 5))):
        draft = data.draw(acts(draft))
    asked = (
        "no role",
        "no layer",
        "needs a tagset",
        "must be a tagset",
        "leaves out",
        "same key",
        "layer.NAME",
    )
    assert [fault for fault in faults(draft) if not any(words in fault for words in asked)] == []


def test_the_codebook_that_comes_with_the_program_is_a_sound_draft() -> None:
    assert not faults(Draft.of(built_in_codebook()))
