"""What a memory makes of suggestions."""

from dataclasses import replace

from annotation.detectors import Choices, Memory, Setup, settle
from annotation.detectors._advising import MEMORY, advise, best_value, recall
from annotation.detectors._reasons import Reason, read_reasons
from annotation.detectors._teaching import claim_of
from annotation.records import Entity, Status, Suggestion
from tests.annotation.detectors.lessons import LAYERS, decided, heard, machine, own, setup, taught

TEXT = "Orange et Paris. Rutte a lancé que oui. Orange, puis Paris."
ORANGE = machine(TEXT, "entity", {"type": "LOC"}, "model", mention="Orange")
AGAIN = heard(TEXT, "entity", {"type": "LOC"}, 0.8, "model", mention="Orange")


def advised(memory: Memory, item: Suggestion = AGAIN, article: str = "b") -> Suggestion | None:
    return advise(item, setup(memory), TEXT, article)


def test_without_a_memory_a_suggestion_is_as_it_was_heard() -> None:
    assert advised(Memory()) is AGAIN
    assert advise(AGAIN, Setup(), TEXT, "b") is AGAIN


def test_a_type_that_was_corrected_once_is_suggested_corrected_and_says_so() -> None:
    memory = Memory()
    taught(memory, decided(ORANGE, Status.EDITED, type="ORG"), ORANGE, TEXT)
    found = advised(memory)
    assert found is not None
    assert found.features == {"type": "ORG"}
    assert list(read_reasons(found.why))[:2] == [
        Reason("model"),
        Reason("memory.set", {"field": "type", "value": "ORG", "n": "1"}),
    ]


def test_a_value_that_stood_five_times_is_stronger_than_one_other_choice() -> None:
    memory = Memory()
    taught(memory, decided(ORANGE), ORANGE, TEXT, times=5)
    taught(memory, decided(ORANGE, Status.EDITED, type="ORG"), ORANGE, TEXT)
    found = advised(memory)
    assert found is not None
    assert found.features == {"type": "LOC"}


def test_what_was_only_let_stand_changes_nothing_that_is_heard() -> None:
    kept = {claim_of("type", "ORG", "kept"): 9}
    assert best_value(kept, "type", "LOC") is None
    assert best_value({**kept, claim_of("type", "PER", "set"): 3}, "type", "LOC") == ("PER", 3)
    assert best_value({claim_of("entity", "PER", "set"): 3}, "type", "LOC") is None


def test_an_entity_that_was_chosen_wins_over_the_detectors_own() -> None:
    memory = Memory()
    basis = machine(TEXT, "entity", {"type": "GPE", "entity": "wrong"}, mention="Paris")
    taught(memory, decided(basis, Status.EDITED, entity="capital"), basis, TEXT)
    item = heard(TEXT, "entity", {"type": "GPE"}, mention="Paris")
    item = replace(item, named={"entity": Entity(id="", name="Paris")})
    found = advised(memory, item)
    assert found is not None
    assert (found.features["entity"], found.named) == ("capital", {})


def test_an_entity_that_was_cleared_is_named_no_more() -> None:
    memory = Memory()
    basis = machine(TEXT, "entity", {"type": "GPE", "entity": "wrong"}, mention="Paris")
    taught(memory, replace(decided(basis, Status.EDITED), features={"type": "GPE"}), basis, TEXT)
    item = heard(TEXT, "entity", {"type": "GPE"}, mention="Paris")
    found = advised(memory, replace(item, named={"entity": Entity(id="", name="Paris")}))
    assert found is not None
    assert (dict(found.features), found.named) == ({"type": "GPE"}, {})


def test_a_surname_means_the_same_only_in_its_article() -> None:
    memory = Memory()
    basis = machine(TEXT, "entity", {"type": "PER"}, mention="Rutte")
    taught(memory, decided(basis, Status.EDITED, entity="mark"), basis, TEXT)
    item = heard(TEXT, "entity", {"type": "PER"}, mention="Rutte")
    here, elsewhere = advised(memory, item, "a"), advised(memory, item, "b")
    assert here is not None
    assert here.features["entity"] == "mark"
    assert elsewhere is not None
    assert "entity" not in elsewhere.features


def test_one_rejection_lowers_the_confidence_and_a_second_ends_it() -> None:
    memory = Memory()
    taught(memory, decided(ORANGE, Status.REJECTED), ORANGE, TEXT)
    once = advised(memory)
    assert once is not None
    assert once.confidence is not None
    assert once.confidence < 0.8
    taught(memory, decided(ORANGE, Status.REJECTED), ORANGE, TEXT)
    assert advised(memory) is None


def test_words_that_were_wanted_before_are_never_dropped_but_by_the_threshold() -> None:
    memory = Memory()
    taught(memory, decided(ORANGE), ORANGE, TEXT)
    taught(memory, decided(ORANGE, Status.REJECTED), ORANGE, TEXT, times=4)
    assert [item.key for item in settle([AGAIN], setup(memory), TEXT)] == ["k"]
    strict = replace(setup(memory), choices=Choices(thresholds={"entitys": 0.5}))
    assert settle([AGAIN], strict, TEXT) == []


def test_words_that_were_marked_are_suggested_wherever_they_stand_alone() -> None:
    memory = Memory()
    taught(
        memory, own("Paris", "entity", {"type": "GPE", "entity": "capital"}, mention="Paris"), None, "Paris"
    )
    beside = heard(TEXT, "entity", {"type": "LOC"}, mention="et Paris")
    found = list(recall(TEXT, setup(memory), [beside], "b"))
    assert [(item.spans["mention"][0].start, dict(item.features), item.origin) for item in found] == [
        (TEXT.rindex("Paris"), {"type": "GPE", "entity": "capital"}, MEMORY)
    ]
    assert next(read_reasons(found[0].why)) == Reason("memory.marked", {"n": "1"})


def test_words_that_were_marked_once_and_rejected_more_often_are_not_looked_for() -> None:
    memory = Memory()
    taught(memory, own("Paris", "entity", {"type": "GPE"}, mention="Paris"), None, "Paris")
    basis = machine(TEXT, "entity", {"type": "GPE"}, mention="Paris")
    taught(memory, decided(basis, Status.REJECTED), basis, TEXT)
    assert len(list(recall(TEXT, setup(memory), []))) == 2
    taught(memory, decided(basis, Status.REJECTED), basis, TEXT)
    assert list(recall(TEXT, setup(memory), [])) == []


def test_a_cue_that_was_rejected_four_times_gives_no_attribution_and_its_figure_none_either() -> None:
    memory = Memory()
    basis = machine(TEXT, "source", {}, source="Rutte", cue="a lancé", content="oui")
    taught(memory, decided(basis, Status.REJECTED), basis, TEXT, times=4)
    item = heard(TEXT, "source", {}, source="Rutte", cue="a lancé", content="oui")
    figure = heard(TEXT, "figure", {}, key="f", mention="oui")
    kept = settle([item, figure], setup(memory), TEXT)
    assert [(one.key, dict(one.features)) for one in kept] == [("f", {})]


def test_a_layer_that_the_codebook_lacks_is_left_as_it_is() -> None:
    item = heard(TEXT, "other", {"a": 1}, mention="Paris")
    memory = Memory()
    taught(memory, decided(ORANGE), ORANGE, TEXT)
    assert "other" not in LAYERS
    assert settle([item], setup(memory), TEXT) == [item]
