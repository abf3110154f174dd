"""Why a suggestion was made, in words."""

import pytest

from annotation import i18n
from annotation.codebook import built_in_codebook, load_codebook
from annotation.detectors import explain
from annotation.records import Annotation

CODEBOOK = load_codebook(built_in_codebook())


def suggestion(why: str, origin: str = "others/1", layer: str = "entity") -> Annotation:
    return Annotation(id="m", article="a", annotator="machine", layer=layer, origin=origin, why=why)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("", ""),
        ("some rule", "Rule of the detector “others”: some rule."),
        ("memory.right?n=3", "Such suggestions were accepted 3 times in this project."),
        ("memory.wrong?n=1", "Such a suggestion was rejected once in this project."),
        ("memory.set?field=type&value=GPE&n=3",
         "In this project, people chose “Political place” for “Type” of these words 3 times."),
        ("memory.set?field=entity&value=null&n=1",
         "In this project, somebody cleared “Stands for” of these words."),
        ("memory.set?field=gone&value=x&n=many",
         "In this project, somebody chose “x” for gone of these words."),
        ("a\nmemory.added?n=2",
         "Rule of the detector “others”: a. People marked these words by hand 2 times in this project."),
    ],
)  # fmt: skip
def test_a_reason_is_a_sentence(why: str, said: str) -> None:
    assert explain(suggestion(why), CODEBOOK) == said


def test_without_a_codebook_values_are_called_as_they_are_stored() -> None:
    found = explain(suggestion("memory.set?field=type&value=GPE&n=1"))
    assert found == "In this project, somebody chose “GPE” for type of these words."


def test_an_entity_is_called_by_its_name() -> None:
    why = "memory.set?field=entity&value=q1&n=1"
    assert "“OTAN” for “Stands for”" in explain(suggestion(why), CODEBOOK, {"q1": "OTAN"}.get)
    assert "“q1” for “Stands for”" in explain(suggestion(why), CODEBOOK, {"q2": "OTAN"}.get)


def test_it_is_said_in_the_readers_language() -> None:
    i18n.use_language("fr")
    try:
        assert "3 fois" in explain(suggestion("memory.right?n=3"), CODEBOOK)
    finally:
        i18n.use_language("en")
