"""What can be learned follows from the codebook."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.detectors import teachable_layers

LAYERS = teachable_layers(load_codebook(built_in_codebook()))

OWN = """
id = "own"
[tagset.tone]
good = {}
[layer.word]
chip = ["tone"]
[layer.word.role]
words = {}
[layer.word.field]
tone = {kind = "choice", tagset = "tone"}
[layer.pair]
[layer.pair.role]
left = {}
right = {}
[layer.pair.field]
who = {kind = "entity"}
note = {kind = "text"}
"""


def test_words_spread_where_a_record_says_nothing_of_others() -> None:
    assert {name: one.spread for name, one in LAYERS.items()} == {
        "entity": "words", "figure": "", "source": "cue", "stance": "",
    }  # fmt: skip


def test_fields_are_settled_by_words_but_for_references() -> None:
    assert set(LAYERS["entity"].fields) == {"type", "entity", "mention_level", "metonymic_type"}
    assert "source" not in LAYERS["figure"].fields
    assert LAYERS["source"].fields == {
        "speaker": "source", "source_type": "source", "source_role": "source",
        "identification": "source", "cue_type": "cue", "attribution_kind": "cue",
    }  # fmt: skip
    assert (LAYERS["entity"].label, LAYERS["source"].label) == ("type", "")


def test_a_researchers_own_layers_are_learned_about_too() -> None:
    own = teachable_layers(load_codebook(OWN))
    assert (own["word"].judged, own["word"].label, own["word"].spread) == ("words", "tone", "words")
    assert (own["pair"].judged, dict(own["pair"].fields), own["pair"].names) == (
        "left",
        {"who": "left"},
        frozenset({"who"}),
    )
