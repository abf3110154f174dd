"""Where values go when a codebook changes: of themselves, by choice, and as a file says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import CodebookError, Draft
from annotation.codebook.moving import check_moves, moves_of, moves_of_words, read_moves, removed_parts
from tests.annotation.codebook.drafts import SMALL, acts

DRAFT = Draft.of(SMALL)
MOOD = ("layer", "mood")
TONE = ("tagset", "tone")
FILE = """
[layer.mood]
to = "feeling"
[layer.mood.role]
cue = "words"
[layer.mood.field]
tone = "tones"
since = ""
[tagset.tone]
cold = "warm"
"""


def test_what_was_renamed_is_followed_and_what_was_removed_is_asked_about() -> None:
    draft = DRAFT.rename(MOOD, "feeling").rename(("layer", "feeling", "field", "why"), "cause")
    draft = (
        draft.remove(("layer", "feeling", "role", "cue")).remove(("layer", "cause")).remove((*TONE, "hot"))
    )
    assert moves_of(DRAFT, draft) == {MOOD: "feeling", (*MOOD, "field", "why"): "cause"}
    assert removed_parts(DRAFT, draft) == [(*MOOD, "role", "cue"), ("layer", "cause"), (*TONE, "hot")]


def test_the_tags_of_a_removed_tagset_are_asked_about_one_by_one() -> None:
    assert removed_parts(DRAFT, DRAFT.remove(TONE)) == [(*TONE, tag) for tag in ("warm", "hot", "cold")]


def test_a_file_says_where_values_go() -> None:
    moves = read_moves(FILE)
    assert moves == {
        MOOD: "feeling",
        (*MOOD, "role", "cue"): "words",
        (*MOOD, "field", "tone"): "tones",
        (*MOOD, "field", "since"): "",
        (*TONE, "cold"): "warm",
    }
    draft = DRAFT.rename(MOOD, "feeling").remove((*TONE, "cold"))
    check_moves(moves, DRAFT, draft)


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("x =", "The file of moves is not valid TOML"),
        ("layer = 1", "“layer” in the file of moves must be a table."),
        ("[layer.mood]\nto = 1", "“layer.mood.to” in the file of moves must be a text."),
        ("[tagset]\ntone = 1", "“tone” in the file of moves must be a table."),
    ],
)
def test_a_file_that_says_nothing_sensible_is_refused(toml: str, sentence: str) -> None:
    with pytest.raises(CodebookError, match=sentence.replace("(", r"\(")):
        read_moves(toml)


@pytest.mark.parametrize(
    ("place", "to", "sentence"),
    [
        ((*TONE, "mild"), "hot", "“tagset.tone.mild” is not in the codebook that is in force."),
        ((*TONE, "cold"), "mild", "“tagset.tone.cold” cannot go to “mild”: the new codebook has none there."),
        (MOOD, "", "“layer.mood” cannot go to “”: the new codebook has none there."),
        (
            (*MOOD, "role", "cue"),
            "",
            "“layer.mood.role.cue” cannot go to “”: the new codebook has none there.",
        ),
        ((*MOOD, "field", "tone"), "cue", "cannot go to “cue”"),
    ],
)
def test_a_move_from_nowhere_or_to_nowhere_is_refused(place: tuple[str, ...], to: str, sentence: str) -> None:
    with pytest.raises(CodebookError) as caught:
        check_moves({place: to}, DRAFT, DRAFT)
    assert sentence in str(caught.value)


def test_tags_may_go_to_the_tagset_that_a_field_has_now() -> None:
    draft = DRAFT.add(("tagset",), "heat", {}).add(("tagset", "heat"), "high", {})
    draft = draft.put((*MOOD, "field", "tone", "tagset"), "heat")
    check_moves({(*TONE, "hot"): "high"}, DRAFT, draft)


@given(data=st.data())
def test_what_follows_of_itself_can_always_be_done(data: st.DataObject) -> None:
    draft = DRAFT
    for _ in range(data.draw(st.integers(0, 6))):
        draft = data.draw(acts(draft))
    moves = moves_of(DRAFT, draft)
    check_moves(moves, DRAFT, draft)
    assert not set(moves) & set(removed_parts(DRAFT, draft))


def test_moves_are_written_with_an_equals_sign() -> None:
    words = ["layer.mood=feeling", "layer.mood.field.tone=", "tagset.tone.cold=warm"]
    assert moves_of_words(words, DRAFT) == {
        MOOD: "feeling",
        (*MOOD, "field", "tone"): "",
        (*TONE, "cold"): "warm",
    }
    dotted = DRAFT.add(TONE, "a.b=c", {})
    assert moves_of_words(["tagset.tone.a.b=c=warm"], dotted) == {(*TONE, "a.b=c"): "warm"}


@pytest.mark.parametrize("word", ["layer.mood", "mood=x", "layer.gone=mood"])
def test_a_move_that_is_not_written_so_is_refused(word: str) -> None:
    with pytest.raises(CodebookError):
        moves_of_words([word], DRAFT)
