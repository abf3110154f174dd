"""Which parts of a layer are asked for at once."""

from annotation.codebook import Layer, built_in_codebook, load_codebook, sentence_of, speaker_field

CODEBOOK = load_codebook(built_in_codebook())

LITTLE = """
[tagset.yes]
y = {}
[layer.claim]
key = "C"
[layer.claim.role]
words = {}
[layer.claim.field]
by = {kind = "text", required = true}
about = {kind = "choice", tagset = "yes", required = true}
free = {kind = "text"}
"""


def layer(name: str) -> Layer:
    found = CODEBOOK.layer(name)
    assert found
    return found


def parts(name: str) -> list[tuple[str, str]]:
    return [
        (slot.role.id if slot.role else "", slot.field.id if slot.field else "")
        for slot in sentence_of(layer(name))
    ]


def test_a_stance_reads_holder_polarity_target() -> None:
    assert parts("stance") == [("", "holder"), ("", "polarity"), ("", "target")]


def test_a_source_reads_speaker_cue_speech() -> None:
    assert parts("source") == [("source", "speaker"), ("cue", ""), ("", "speech")]


def test_an_entity_and_a_figure_have_one_part_and_need_no_sentence() -> None:
    assert parts("entity") == [("", "type")]
    assert parts("figure") == [("", "kind")]


def test_a_layer_of_ones_own_has_a_sentence_of_its_required_fields() -> None:
    own = load_codebook(LITTLE).layers[0]
    assert [slot.text for slot in sentence_of(own)] == ["by", "about"]
    assert all(slot.required for slot in sentence_of(own))
    assert speaker_field(own) is None


SAID = """
[layer.claim]
selection = "words"
sentence = [{sentence}]
[layer.claim.role]
who = {{}}
how = {{}}
words = {{}}
[layer.claim.field]
speaker = {{kind = "entity"}}
about = {{kind = "text", required = true}}
free = {{kind = "text"}}
"""


def said(*sentence: str) -> list[tuple[str, str]]:
    toml = SAID.format(sentence=", ".join(f'"{one}"' for one in sentence))
    return [
        (slot.role.id if slot.role else "", slot.field.id if slot.field else "")
        for slot in sentence_of(load_codebook(toml).layers[0])
    ]


def test_a_sentence_of_its_own_is_kept_and_what_is_required_added() -> None:
    assert said("free", "how", "about") == [("", "free"), ("how", ""), ("", "about")]
    assert said("free") == [("", "free"), ("", "about")]


def test_the_first_role_of_a_sentence_takes_the_name_unless_that_is_asked_for_itself() -> None:
    assert said("who", "about") == [("who", "speaker"), ("", "about")]
    assert said("who", "speaker", "about") == [("who", ""), ("", "speaker"), ("", "about")]
