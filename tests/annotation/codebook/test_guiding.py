"""What annotators read about a part, short and long."""

import pytest

from annotation.codebook import Layer, load_codebook
from annotation.codebook.guiding import escape, guide_of_layer, guide_of_layers, tip_of
from annotation.fields import Guide, Tag

TOML = """
[tagset.tone]
cold = {label = "Cold"}
[tagset.tone.warm]
label = "Warm"
guide = "Only **warm** words."
examples = ["a **warm** day", "b"]
counterexamples = "hot"
[layer.mood]
label = "Mood"
help = "Mark the mood."
guide = "Mark it *all*."
role.words = {label = "Words"}
[layer.mood.field]
tone = {label = "Tone", kind = "choice", tagset = "tone"}
why = {label = "Why", visible_when = {tone = "cold"}, help = "Why it is cold"}
"""


@pytest.fixture
def mood() -> Layer:
    return load_codebook(TOML).layers[0]


def test_a_tip_says_the_help_and_one_example_of_each_kind(mood: Layer) -> None:
    cold, warm = mood.fields[0].tags
    assert tip_of(warm) == "Only warm words.\n✓ a warm day\n✗ hot"
    assert tip_of(mood) == "Mark the mood."
    assert tip_of(cold) == ""


def test_a_tip_is_short() -> None:
    tip = tip_of(Tag(id="t", guide=Guide(text={"en": "word " * 500})))
    assert len(tip) == 420
    assert tip.endswith("…")


def test_the_guideline_of_a_record_tells_of_what_it_has(mood: Layer) -> None:
    assert guide_of_layer(mood, {"tone": "warm"}).split("\n\n") == [
        "### Mood", "Mark the mood\\.", "Mark it *all*.", "#### Tone", "##### Warm", "Only **warm** words.",
        "*Examples*", "- ✓ a **warm** day\n- ✓ b", "*Not meant*", "- ✗ hot",
    ]  # fmt: skip
    assert "#### Why" in guide_of_layer(mood, {"tone": "cold"})
    assert "Warm" not in guide_of_layer(mood, {"tone": "cold"})
    assert "##### Warm" in guide_of_layer(mood, {"tone": ["warm"]})


def test_the_whole_guideline_tells_of_every_tag_that_has_one(mood: Layer) -> None:
    whole = guide_of_layers([mood])
    assert "##### Warm" in whole
    assert "Cold" not in whole
    assert "#### Why" in whole


def test_plain_words_stay_plain() -> None:
    assert escape("a *b*\n# c <d>") == "a \\*b\\* \\# c \\<d\\>"


def test_what_holds_words_together_stays() -> None:
    assert escape("« OTAN\u00a0»\n de  loin") == "« OTAN\u00a0» de loin"
