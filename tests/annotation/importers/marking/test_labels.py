import pytest

from annotation.importers._base import SourceFile
from annotation.importers._marking.labels import Meaning, fold, last_part, load_labels, parse_meaning

LABELS = load_labels("brat")
OWN = {"zebra": "stance", "person": "source:source", "noise": "skip"}


@pytest.mark.parametrize(
    ("label", "layer", "features"),
    [
        ("PERSON", "entity", {"type": "PER"}),
        ("Per", "entity", {"type": "PER"}),
        ("pers.ind", "entity", {"type": "PER"}),
        ("pers.coll", "entity", {"type": "NORP"}),
        ("pers.unlisted", "entity", {"type": "PER"}),
        ("/person/artist", "entity", {"type": "PER"}),
        ("B-LOC", "entity", {"type": "MISC"}),
        ("WORK_OF_ART", "entity", {"type": "PRODUCT"}),
        ("GPE", "entity", {"type": "GPE"}),
        ("DATE", "figure", {"kind": "date"}),
        ("Percent", "figure", {"kind": "percent"}),
        ("zebra", "entity", {"type": "MISC"}),
    ],
)
def test_a_label_means_a_field_of_a_layer(label: str, layer: str, features: dict[str, str]) -> None:
    meaning = LABELS.meaning(label)
    assert meaning is not None
    assert (meaning.layer, meaning.features) == (layer, features)


@pytest.mark.parametrize(
    ("label", "role"),
    [("Source", "source"), ("Cue", "cue"), ("Citation", "content"), ("quotation", "content")],
)
def test_words_of_attributions_are_roles(label: str, role: str) -> None:
    assert LABELS.meaning(label) == Meaning(layer="source", role=role)


def test_a_label_that_no_table_has_is_known_as_such() -> None:
    meaning = LABELS.meaning("zebra")
    assert meaning is not None
    assert not meaning.known


def test_the_type_stands_in_for_a_label_that_is_not_set() -> None:
    assert LABELS.meaning("", "custom.Person") == Meaning(layer="entity", features={"type": "PER"})


@pytest.mark.parametrize(
    "type_", ["org.x.type.Token", "org.x.type.POS", "org.x.type.POS_NOUN", "custom.Sentence"]
)
def test_structure_means_nothing(type_: str) -> None:
    assert LABELS.is_structure(type_)
    assert LABELS.meaning("NN", type_) is None


def test_a_label_that_is_called_like_structure_is_a_label() -> None:
    assert LABELS.meaning("Token") is not None


def test_the_user_decides_over_the_tables() -> None:
    labels = load_labels("brat", SourceFile(name="a.ann", data=b"", choices={"labels": OWN}))
    assert labels.meaning("Zebra") == Meaning(layer="stance")
    assert labels.meaning("PERSON") == Meaning(layer="source", role="source")
    assert labels.meaning("noise") is None


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("entity.type=PER", Meaning(layer="entity", features={"type": "PER"})),
        ("source:cue", Meaning(layer="source", role="cue")),
        ("stance", Meaning(layer="stance")),
        ("stance.polarity=favor", Meaning(layer="stance", features={"polarity": "favor"})),
    ],
)
def test_a_meaning_is_written_as_the_codebook_names_it(written: str, meaning: Meaning) -> None:
    assert parse_meaning(written) == meaning


@pytest.mark.parametrize(
    ("key", "value", "fitted"),
    [
        ("Negation", True, ("negated", True)),
        ("speech", "DirectSpeech", ("speech", "direct")),
        ("speech", "sung", ("raw_speech", "sung")),
        ("Confidence", 0.5, ("Confidence", 0.5)),
    ],
)
def test_an_attribute_fits_a_field_or_keeps_its_name(
    key: str, value: object, fitted: tuple[str, object]
) -> None:
    assert LABELS.fit("source", key, value) == fitted  # type: ignore[arg-type]  # what a file holds


def test_an_attribute_of_an_unknown_layer_stays() -> None:
    assert LABELS.fit("poem", "metre", "iamb") == ("metre", "iamb")


def test_labels_are_compared_without_case_and_hyphens() -> None:
    assert fold("Work-of_Art x") == "workofartx"
    assert last_part("org.type.NamedEntity") == "NamedEntity"


def test_words_take_the_role_that_a_selection_takes() -> None:
    assert [LABELS.main_role(layer) for layer in ("entity", "source", "poem")] == [
        "mention",
        "content",
        "mention",
    ]
