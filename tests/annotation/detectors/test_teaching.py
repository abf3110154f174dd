"""What a decision teaches."""

from dataclasses import replace

import pytest

from annotation.detectors import Memory, lesson_of
from annotation.detectors._memory import Subject
from annotation.detectors._teaching import (
    about_text,
    about_value,
    about_words,
    claim_of,
    scope_of,
    taught_cues,
)
from annotation.detectors._verdicts import ADDED, RIGHT, WRONG
from annotation.records import Annotation, Status
from tests.annotation.detectors.lessons import LAYERS, decided, machine, own, spans, taught

TEXT = "L’OTAN a pointé du doigt Mark Rutte, a dit Rutte."
OTAN = machine(TEXT, "entity", {"type": "ORG"}, "gazetteer", mention="OTAN")
WORDS = about_words("entity", "mention", "otan")
RULE: Subject = ("rule", "entitys", "gazetteer")


def marks(record: Annotation, basis: Annotation | None = None) -> set[tuple[Subject, tuple[str, ...]]]:
    return set(lesson_of(record, basis, TEXT, LAYERS[record.layer]))


def test_accepting_says_that_words_rule_and_values_are_right() -> None:
    kept = claim_of("type", "ORG", "kept")
    assert marks(decided(OTAN), OTAN) == {(WORDS, RIGHT), (RULE, RIGHT), (WORDS, kept)}


def test_rejecting_says_that_words_and_rule_are_wrong() -> None:
    assert marks(decided(OTAN, Status.REJECTED), OTAN) == {(WORDS, WRONG), (RULE, WRONG)}


def test_correcting_the_type_says_that_the_words_are_right_and_the_rule_is_not() -> None:
    chosen = claim_of("type", "GPE", "set")
    found = marks(decided(OTAN, Status.EDITED, type="GPE"), OTAN)
    assert found == {(WORDS, RIGHT), (RULE, WRONG), (WORDS, chosen)}


def test_another_field_is_about_words_labelled_so() -> None:
    linked = decided(OTAN, Status.EDITED, entity="otan", mention_level="NAM")
    about = about_value("entity", "mention", "otan", "ORG", "")
    assert (about, claim_of("entity", "otan", "set")) in marks(linked, OTAN)
    assert (about, claim_of("mention_level", "NAM", "set")) in marks(linked, OTAN)


def test_a_value_that_was_cleared_is_a_choice_as_well() -> None:
    basis = machine(TEXT, "entity", {"type": "ORG", "entity": "otan"}, mention="OTAN")
    cleared = decided(basis, Status.EDITED)
    found = marks(replace(cleared, features={"type": "ORG"}), basis)
    assert (about_value("entity", "mention", "otan", "ORG", ""), claim_of("entity", None, "set")) in found


def test_moving_the_words_says_that_the_old_ones_are_wrong_and_adds_the_new_ones() -> None:
    moved = replace(decided(OTAN, Status.EDITED), spans=spans(TEXT, mention="Mark Rutte"))
    found = marks(moved, OTAN)
    assert {(WORDS, WRONG), (RULE, WRONG)} <= found
    assert (about_words("entity", "mention", "mark rutte"), ADDED) in found
    assert (about_text("words", "entity", "Mark Rutte"), ADDED) in found


def test_words_marked_by_hand_are_added_as_they_are_written() -> None:
    found = marks(own(TEXT, "entity", {"type": "PER"}, mention="Mark Rutte"))
    words = about_words("entity", "mention", "mark rutte")
    assert found == {
        (words, ADDED),
        (about_text("words", "entity", "Mark Rutte"), ADDED),
        (words, claim_of("type", "PER", "set")),
    }


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (own(TEXT, "entity", {"mention_level": "PRO"}, mention="L"), "a pronoun"),
        (own(TEXT, "figure", {"kind": "cardinal"}, mention="a dit"), "a figure"),
        (own(TEXT, "stance", {"polarity": "favor"}, evidence="a dit"), "a stance"),
    ],
)
def test_what_means_something_else_elsewhere_is_not_looked_for_again(record: Annotation, why: str) -> None:
    assert not [subject for subject, _ in marks(record) if subject[0] == "text"], why


def test_an_attribution_is_judged_by_its_cue_and_its_fields_by_the_words_that_settle_them() -> None:
    basis = machine(
        TEXT, "source", {"source_type": "person", "speech": "direct"}, source="Rutte", cue="a dit"
    )
    found = marks(decided(basis, Status.EDITED, attribution_kind="belief", speech="mixed"), basis)
    assert (about_words("source", "cue", "dit"), RIGHT) in found
    assert (
        about_value("source", "cue", "dit", None, ""),
        claim_of("attribution_kind", "belief", "set"),
    ) in found
    assert (
        about_value("source", "source", "rutte", None, ""),
        claim_of("source_type", "person", "kept"),
    ) in found
    assert not [claim for _, claim in found if "speech" in claim]


def test_an_attribution_marked_by_hand_teaches_its_cue_and_kind() -> None:
    memory = Memory()
    record = own(TEXT, "source", {"attribution_kind": "attitude"}, source="OTAN", cue="a pointé du doigt")
    taught(memory, record, None, TEXT)
    assert taught_cues(memory) == {"a pointé du doigt": "attitude"}
    memory.unlearn(lesson_of(record, None, TEXT, LAYERS["source"]))
    assert taught_cues(memory) == {}
    assert not memory


@pytest.mark.parametrize(
    ("words", "label", "scope"),
    [
        ("Mark Rutte", "PER", ""), ("OTAN", "ORG", ""), ("Moscou", "GPE", ""), ("U.S.", "GPE", ""),
        ("Rutte", "PER", "a"), ("Rutte", None, "a"), ("le ministre", "ROLE", "a"), ("il", "", "a"),
        ("l’alliance", "ORG", "a"),
    ],
)  # fmt: skip
def test_a_full_name_is_the_same_everywhere_and_a_surname_in_its_article(
    words: str, label: str | None, scope: str
) -> None:
    assert scope_of(words, label, "a") == scope
