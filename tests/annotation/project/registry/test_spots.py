"""Where records may name somebody, as a codebook has it."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.project.registry import spots_of


def test_the_spots_of_the_default_codebook_are_its_entities_speakers_holders_and_targets() -> None:
    found = {(one.layer, one.field): one for one in spots_of(load_codebook(built_in_codebook()))}
    assert list(found) == [
        ("entity", "entity"),
        ("source", "speaker"),
        ("stance", "holder"),
        ("stance", "target"),
    ]
    assert [one.role for one in found.values()] == ["mention", "source", "", ""]
    assert [one.is_key for one in found.values()] == [True, True, False, False]
    assert [one.takes_concepts for one in found.values()] == [False, False, False, True]


def test_a_codebook_without_names_has_no_spots() -> None:
    toml = 'id = "x"\n[layer.a]\nlabel = {en = "A"}\n[layer.a.role]\nm = {required = true}\n'
    assert spots_of(load_codebook(toml)) == ()
