"""A codebook answers what an annotation's fields point at."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.i18n import use_language
from annotation.records import Annotation

CODEBOOK = load_codebook(built_in_codebook())
STANCE = Annotation(
    id="t1",
    article="a1",
    annotator="p1",
    layer="stance",
    features={
        "holder": {"annotation": "s1"},
        "target": {"entity": "otan"},
        "attribution": "s1",
        "polarity": "favor",
        "unheard_of": {"annotation": "zzz", "entity": "zzz"},
    },
)


def test_a_layer_is_found_by_its_id() -> None:
    found = CODEBOOK.layer("stance")
    assert found is not None
    assert found.id == "stance"
    assert CODEBOOK.layer("Stance") is None


def test_references_are_found_with_their_fields() -> None:
    assert [(field.id, id_) for field, id_ in CODEBOOK.references(STANCE)] == [
        ("holder", "s1"),
        ("attribution", "s1"),
    ]


def test_entities_are_found_with_their_fields() -> None:
    assert [(field.id, key) for field, key in CODEBOOK.entities(STANCE)] == [("target", "otan")]


def test_fields_that_the_codebook_does_not_know_are_passed_over() -> None:
    assert {field.id for field in CODEBOOK.features(STANCE)} == set(STANCE.features) - {"unheard_of"}
    strange = Annotation(id="x", article="a1", annotator="p1", layer="dream", features={"entity": "otan"})
    assert list(CODEBOOK.features(strange)) == []
    assert list(CODEBOOK.references(strange)) == []


def test_a_codebook_is_called_by_its_label_or_its_id() -> None:
    use_language("en")
    assert CODEBOOK.text == "Sources and stances in the news"
    assert load_codebook("id = 'x'\n[layer.a.role.w]").text == "x"
