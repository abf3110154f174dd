"""A sheet tells what values mean where keys and ids say nothing."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.exporters._sheet import Sheet, read_fields, read_sheets
from annotation.fields import Field
from annotation.records import Json
from tests.contracts.shelf import full_shelf


def sheets() -> list[Sheet]:
    return list(read_sheets(full_shelf(), lambda *now: None))


def told(layer: str, key: str, value: Json) -> str:
    found = load_codebook(built_in_codebook()).layer(layer)
    field = found.field(key) if found else None
    assert isinstance(field, Field)
    return sheets()[0].told(value, field)


def test_an_entity_reads_as_its_canonical_name() -> None:
    assert told("source", "speaker", "ministre") == "la ministre"
    assert told("source", "speaker", "nobody-knows") == "nobody-knows"


def test_a_reference_reads_as_whom_it_means() -> None:
    assert told("stance", "holder", {"annotation": "s1"}) == "la ministre"
    assert told("stance", "holder", {"annotation": "f1"}) == "1 200 lits 🏥"
    assert told("stance", "holder", {"annotation": "gone"}) == "gone"
    assert told("stance", "target", {"concept": "grève"}) == "grève"


def test_yes_and_no_and_nothing_read_plainly() -> None:
    assert told("source", "negated", True) == "true"
    assert told("source", "negated", None) == ""


def test_progress_hears_of_every_article_and_of_the_end() -> None:
    heard: list[tuple[int, int]] = []
    list(read_sheets(full_shelf(), lambda done, total: heard.append((done, total))))
    assert heard == [(done, 5) for done in range(6)]


def test_a_record_without_words_has_no_anchor() -> None:
    first = sheets()[0]
    assert first.anchor(first.by_id["t2"]) == ()
    assert first.words(first.anchor(first.by_id["s1"])) == "la ministre"


def test_fields_are_read_with_the_names_of_their_tags() -> None:
    first = sheets()[0]
    assert read_fields(first, first.by_id["e1"]) == [("Type", "Person"), ("Stands for", "la ministre")]
    assert read_fields(first, first.by_id["t1"])[0] == ("Holder", "la ministre")
