"""What decisions about a stance teach of its holder and its target."""

from dataclasses import replace

import pytest

from annotation.detectors import Memory, explain, settle
from annotation.detectors._pairing import about_pair, pair_lesson, parties_of, pointed_at, records_of
from annotation.detectors._reasons import Reason, read_reasons
from annotation.detectors._verdicts import Record
from annotation.records import Annotation, Json, Status, Suggestion
from tests.annotation.detectors.lessons import LAYERS, decided, heard, machine, setup

TEXT = "Nina Roux a dénoncé le Pacte. Elle salue le Pacte."
HOLDER = replace(machine(TEXT, "entity", {"type": "PER"}, mention="Nina Roux"), id="h")
TARGET = replace(machine(TEXT, "entity", {"type": "ORG"}, mention="Pacte"), id="t")
ROUX, PACT = ("words", "nina roux", ""), ("words", "pacte", "")


def nothing(_id: str) -> Annotation | None:
    """What a project without annotations finds."""
    return None


def stance(polarity: str = "against", target: Json = None, evidence: str = "dénoncé") -> Annotation:
    features: dict[str, Json] = {
        "holder": {"annotation": "h"},
        "target": target or {"annotation": "t"},
        "polarity": polarity,
    }
    return machine(TEXT, "stance", features, "a cue", evidence=evidence)


def teach(
    memory: Memory, record: Annotation, basis: Annotation | None, *others: Annotation, times: int = 1
) -> None:
    """Let a memory learn the same decision some times."""
    known = {one.id: one for one in (HOLDER, TARGET, *others)}
    lesson = pair_lesson(record, basis, LAYERS["stance"], parties_of(known.get, TEXT, LAYERS))
    memory.learn(lesson, times)


def suggested(memory: Memory, polarity: str = "against", key: str = "") -> Suggestion | None:
    """What is made of the stance of the article's second sentence, whose holder is linked to `key`."""
    holder = heard(TEXT, "entity", {"type": "PER"}, key="e/1", mention="Nina Roux")
    target = heard(TEXT, "entity", {"type": "ORG"}, key="e/2", mention="Pacte")
    features: dict[str, Json] = {
        "holder": {"annotation": "e/1"},
        "target": {"annotation": "e/2"},
        "polarity": polarity,
    }
    item = heard(TEXT, "stance", features, 0.8, "another cue", key="s/1", evidence="salue")
    known = {"e/1": key}
    found = settle([holder, target, item], setup(memory), TEXT, "b", lambda one: known.get(one.key, ""))
    return next((one for one in found if one.layer == "stance"), None)


def confidence(memory: Memory, polarity: str = "against", key: str = "") -> float:
    found = suggested(memory, polarity, key)
    assert found is not None
    assert found.confidence is not None
    return found.confidence


def test_an_accepted_stance_makes_another_between_the_same_two_surer_and_says_so() -> None:
    memory = Memory()
    teach(memory, decided(stance()), stance())
    found = suggested(memory)
    assert found is not None
    assert found.confidence == 0.85
    assert list(read_reasons(found.why))[-1] == Reason("memory.pair-right", {"n": "1"})
    shown = replace(stance(), why=found.why, origin=found.origin)
    assert "same holder towards the same target was accepted once" in explain(shown)


def test_the_other_side_becomes_less_likely() -> None:
    memory = Memory()
    teach(memory, decided(stance()), stance())
    assert confidence(memory, "favor") == 0.686
    found = suggested(memory, "favor")
    assert found is not None
    assert list(read_reasons(found.why))[-1] == Reason("memory.pair-other", {"n": "1"})


def test_a_stance_rejected_four_times_between_the_same_two_is_suggested_no_more_on_that_side() -> None:
    memory = Memory()
    teach(memory, decided(stance(), Status.REJECTED), stance(), times=3)
    assert confidence(memory) < 0.5
    teach(memory, decided(stance(), Status.REJECTED), stance())
    assert suggested(memory) is None
    assert confidence(memory, "favor") == 0.8


def test_what_was_wanted_once_is_never_refused() -> None:
    memory = Memory()
    teach(memory, decided(stance()), stance())
    teach(memory, decided(stance(), Status.REJECTED), stance(), times=9)
    assert suggested(memory) is not None


def test_a_corrected_polarity_speaks_against_one_side_and_for_the_other() -> None:
    memory = Memory()
    teach(memory, decided(stance(), Status.EDITED, polarity="favor"), stance())
    joined = ((ROUX,), (PACT,))
    assert records_of(memory, "stance", joined, "against") == (Record(wrong=1), Record(wrong=1))
    assert records_of(memory, "stance", joined, "favor") == (Record(added=1), Record())


def test_a_corrected_target_speaks_against_one_pair_and_for_the_other() -> None:
    memory = Memory()
    teach(memory, decided(stance(), Status.EDITED, target={"concept": "La Réforme"}), stance())
    assert memory.about(about_pair("stance", ROUX, PACT)) == {("wrong", "against"): 1}
    other = about_pair("stance", ROUX, ("words", "reforme", ""))
    assert memory.about(other) == {("added", "against"): 1}


def test_a_stance_marked_by_hand_counts_and_a_rejected_one_without_basis_does_not() -> None:
    memory = Memory()
    teach(memory, replace(decided(stance()), basis=None), None)
    assert memory.about(about_pair("stance", ROUX, PACT)) == {("added", "against"): 1}
    memory = Memory()
    teach(memory, replace(decided(stance()), status=Status.REJECTED, basis=None), None)
    assert not memory


def test_what_a_person_linked_goes_by_its_entity_whatever_it_is_called_elsewhere() -> None:
    memory = Memory()
    mine = replace(HOLDER, id="own", annotator="p", basis="h", features={"type": "PER", "entity": "roux"})
    accepted = decided(stance(), holder={"annotation": "own"})
    teach(memory, accepted, stance(), mine)
    subject = about_pair("stance", ("entity", "roux", ""), PACT)
    assert memory.about(subject) == {("right", "against"): 1}
    assert confidence(memory, key="roux") == 0.85
    assert confidence(memory) == 0.8


def test_a_suggestion_goes_by_its_words_and_one_without_a_capital_only_in_its_article() -> None:
    linked = replace(HOLDER, features={"type": "PER", "entity": "roux"})
    she = replace(machine(TEXT, "entity", {}, mention="a dénoncé"), id="she")
    parties = parties_of({"h": linked, "she": she}.get, TEXT, LAYERS)
    assert parties({"annotation": "h"}) == (ROUX,)
    assert parties({"annotation": "she"}) == (("words", "denonce", "a"),)


@pytest.mark.parametrize("value", [None, "gone", 7, {"annotation": "gone"}, {"concept": " "}, {"concept": 1}])
def test_what_points_nowhere_is_nobody(value: Json) -> None:
    assert parties_of(nothing, TEXT, LAYERS)(value) == ()


def test_an_entity_and_a_concept_need_no_annotation() -> None:
    parties = parties_of(nothing, TEXT, LAYERS)
    assert parties({"entity": "roux"}) == (("entity", "roux", ""),)
    assert parties({"concept": "la réforme"})[0][:1] == ("words",)
    assert pointed_at({"entity": "roux"}) == ""


def test_a_layer_that_joins_nobody_teaches_nothing_of_pairs() -> None:
    assert LAYERS["stance"].pair == ("holder", "target")
    assert LAYERS["source"].pair == LAYERS["figure"].pair == ()
    assert pair_lesson(TARGET, None, LAYERS["entity"], parties_of(nothing, TEXT, LAYERS)) == ()


def test_unlearning_what_was_learned_leaves_nothing() -> None:
    parties = parties_of({"h": HOLDER, "t": TARGET}.get, TEXT, LAYERS)
    lesson = pair_lesson(decided(stance(), polarity="favor"), stance(), LAYERS["stance"], parties)
    memory = Memory()
    memory.learn(lesson)
    assert memory
    memory.unlearn(lesson)
    assert memory == Memory()
