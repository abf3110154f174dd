"""Actors have the names of the registry, and else the words that stand for them."""

from annotation.exporters._networks.parties import Party, clean, party_at, party_of
from annotation.exporters._sheet import Sheet, read_sheets
from annotation.records import Annotation
from tests.annotation.exporters.networks.corpus import corpus, record, stance


def sheet_of(*records: Annotation) -> Sheet:
    (sheet,) = read_sheets(corpus(*records), lambda *now: None)
    return sheet


def test_a_holder_of_the_registry_has_its_name_and_type() -> None:
    one = stance("t", "ana", "war", "favor")
    assert party_at(sheet_of(one), one, "holder") == Party("Ana", "PER")


def test_a_holder_that_is_an_attribution_is_whom_it_credits() -> None:
    cited = record("s", "source", "a1", {"source": "Bo"}, {"speaker": "bo"})
    one = stance("t", "", "war", "favor", holder={"annotation": "s"})
    assert party_at(sheet_of(cited, one), one, "holder") == Party("Bo", "PER")


def test_whom_the_registry_does_not_name_has_its_words() -> None:
    cited = record("s", "source", "a1", {"source": "They"}, {"source_type": "group"})
    assert party_of(sheet_of(cited), cited) == Party("They", "group", known=False)


def test_a_holder_that_was_not_chosen_is_nobody() -> None:
    one = stance("t", "", "war", "favor", holder={"annotation": "gone"})
    assert party_at(sheet_of(one), one, "holder") is None


def test_a_key_that_the_registry_lacks_is_kept_as_a_name() -> None:
    one = stance("t", "zoe", "war", "favor")
    assert party_at(sheet_of(one), one, "holder") == Party("zoe", known=False)


def test_a_target_that_is_a_concept_is_no_actor() -> None:
    one = stance("t", "ana", "war", "favor", target={"concept": "the  tax"})
    assert party_at(sheet_of(one), one, "target") == Party("the tax", "concept")


def test_a_value_without_a_field_in_the_codebook_is_a_name() -> None:
    one = stance("t", "ana", "war", "favor", organization="Unions United", count=[1, 2])
    assert party_at(sheet_of(one), one, "organization") == Party("Unions United")
    assert party_at(sheet_of(one), one, "count") is None
    assert party_at(sheet_of(one), one, "nothing") is None


def test_names_fit_into_one_line_of_xml() -> None:
    assert clean(" A\x00na\n Li\ud800 🏥 ") == "A\ufffdna Li\ufffd 🏥"
