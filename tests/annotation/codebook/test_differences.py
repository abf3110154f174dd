"""What differs between two codebooks is said part by part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import Difference, Draft, compare, compare_versions
from annotation.codebook.differences import Kind, name_of
from annotation.i18n import use_language
from tests.annotation.codebook.drafts import SMALL, acts

DRAFT = Draft.of(SMALL)
TONE = ("tagset", "tone")


def told(new: Draft) -> list[str]:
    return [str(one.message) for one in compare(DRAFT.document, new.document, new.renames)]


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (DRAFT.add(TONE, "mild", {"label": {"en": "Mild"}}), ["Added the tag tone › Mild"]),
        (DRAFT.remove((*TONE, "cold")), ["Changed when it is required of the field mood › how_much",
                                         "Removed the tag tone › cold"]),
        (DRAFT.rename((*TONE, "cold"), "cool"), ["Renamed the tag cold to cool"]),
        (DRAFT.put(("layer", "mood", "label"), {"en": "Mood"}), ["Changed the name of the layer Mood"]),
        (DRAFT.put(("layer", "mood", "field", "since", "kind"), "text"),
         ["Changed the kind of the field mood › since"]),
        (DRAFT.put(("label", "en"), "Other"), ["Changed the name of the codebook"]),
        (DRAFT.put(("reason", "clear", "en"), "Clear"), ["Changed the name of the reason Clear"]),
        (DRAFT.move(("layer", "mood"), 1), ["Changed the order of the layers"]),
        (DRAFT.move((*TONE, "cold"), 0), ["Changed the order of the tags in tone"]),
        (DRAFT.remove(("layer", "cause")), ["Changed which layers it points at of the field mood › why",
                                            "Removed the layer cause"]),
        (DRAFT.rename(("layer", "cause"), "reason").put(("layer", "reason", "mine"), 1),
         ["Renamed the layer cause to reason", "Changed mine of the layer reason"]),
        (DRAFT, []),
    ],
)  # fmt: skip
def test_each_act_is_told(new: Draft, words: list[str]) -> None:
    assert sorted(told(new)) == sorted(words)


def test_parts_of_a_renamed_layer_are_compared_with_what_they_were() -> None:
    made = DRAFT.rename(("layer", "mood"), "feeling").remove(("layer", "feeling", "role", "cue"))
    assert "Removed the role mood › cue" in told(made)
    assert not any(words.startswith("Added") for words in told(made))


def test_an_id_that_was_given_anew_is_another_part() -> None:
    made = DRAFT.rename((*TONE, "cold"), "cool").add(TONE, "cold", {})
    assert {"Renamed the tag cold to cool", "Added the tag tone › cold"} <= set(told(made))


def test_versions_are_compared_without_knowing_what_was_renamed() -> None:
    changed = SMALL.replace("cold", "cool")
    kinds = {one.kind for one in compare_versions(SMALL, changed)}
    assert kinds == {Kind.ADDED, Kind.REMOVED, Kind.CHANGED}


def test_parts_are_called_by_their_names_in_the_language_spoken() -> None:
    use_language("fr")
    assert name_of(DRAFT.document, (*TONE, "hot")) == "Chaude"
    assert told(DRAFT.remove((*TONE, "hot")))[0].startswith("Modification")


@given(data=st.data())
def test_a_draft_differs_from_itself_in_nothing_and_from_another_in_something(data: st.DataObject) -> None:
    draft = DRAFT
    for _ in range(data.draw(st.integers(0, 4))):
        draft = data.draw(acts(draft))
    found: list[Difference] = compare(DRAFT.document, draft.document, draft.renames)
    assert compare(draft.document, draft.document) == []
    assert bool(found) == (draft.toml != DRAFT.toml) or draft.renames
