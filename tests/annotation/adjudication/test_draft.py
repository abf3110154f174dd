"""A decision being made, and what it amounts to."""

from dataclasses import replace

from annotation.adjudication import Draft
from annotation.records import GOLD, Decision, Outcome, Span, Status, decision_id, derived_id
from tests.annotation.adjudication.tables import compared, draft_of
from tests.annotation.agreement.labels import mention, record, span


def two(**said: object) -> Draft:
    """Anna: Le Parlement, ORG, NAM. Ben: Parlement, GPE, NAM."""
    return draft_of(
        compared(
            mention("1", "anna", "Le Parlement", "ORG", mention_level="NAM", note="why not", origin="Anna"),
            mention("2", "ben", "Parlement", "GPE", mention_level="NAM"),
        )
    )


def alone() -> Draft:
    return draft_of(compared(mention("1", "anna", "Parlement")))


def test_what_all_agree_on_is_filled_in_and_the_rest_is_open() -> None:
    draft = two()
    assert draft.begun
    assert draft.value("field:mention_level") == "NAM"
    assert [row.key for row in draft.undecided] == ["role:mention", "field:type"]
    assert not draft.complete


def test_agreed_records_need_no_more_choosing() -> None:
    draft = draft_of(compared(mention("1", "anna", "Parlement"), mention("2", "ben", "Parlement")))
    assert draft.complete
    assert draft.outcome is Outcome.AGREED
    assert draft.taken == "anna"


def test_whether_a_record_of_one_alone_is_right_is_not_decided_beforehand() -> None:
    draft = alone()
    assert not draft.begun
    assert not draft.complete
    assert draft.take("anna").outcome is Outcome.TAKEN
    assert draft.reject().outcome is Outcome.REJECTED


def test_taking_a_record_whole() -> None:
    draft = two().take("ben")
    assert draft.complete
    assert (draft.outcome, draft.taken) == (Outcome.TAKEN, "ben")
    assert draft.result() == ({"mention": (span("Parlement"),)}, {"type": "GPE", "mention_level": "NAM"})


def test_who_has_no_record_cannot_be_taken() -> None:
    draft = alone()
    assert draft.take("ben") == draft


def test_mixing_two_records() -> None:
    draft = two().choose("role:mention", 1).choose("field:type", 0)
    assert (draft.outcome, draft.taken) == (Outcome.MIXED, None)
    assert draft.result()[1]["type"] == "ORG"


def test_choosing_cell_by_cell_what_one_said_is_taking_it() -> None:
    draft = two().choose("role:mention", 0).choose("field:type", 0)
    assert (draft.outcome, draft.taken) == (Outcome.TAKEN, "anna")


def test_choosing_a_cell_of_a_record_of_one_alone_takes_it() -> None:
    draft = alone().choose("field:type", 0)
    assert (draft.outcome, draft.taken) == (Outcome.TAKEN, "anna")


def test_an_option_that_is_not_there_changes_nothing() -> None:
    assert two().choose("field:type", 5) == two()


def test_a_value_of_ones_own_is_an_edit() -> None:
    draft = two().take("anna").edit("field:type", "LOC")
    assert (draft.outcome, draft.taken) == (Outcome.EDITED, None)
    assert draft.result()[1]["type"] == "LOC"
    moved = two().take("anna").edit("role:mention", (Span(0, 1),))
    assert moved.outcome is Outcome.EDITED


def test_a_value_of_ones_own_that_somebody_gave_is_theirs() -> None:
    draft = two().take("anna").edit("field:type", "GPE").edit("role:mention", (span("Parlement"),))
    assert (draft.outcome, draft.taken) == (Outcome.TAKEN, "ben")


def test_rejecting_can_be_thought_over() -> None:
    draft = two().reject()
    assert draft.complete
    assert draft.gold() is None
    assert draft.take("anna").gold() is not None
    assert not draft.choose("field:type", 0).rejected


def test_two_of_three_are_the_majority() -> None:
    draft = draft_of(
        compared(
            mention("1", "anna", "Parlement", "ORG", mention_level="NAM"),
            mention("2", "ben", "Le Parlement", "ORG", mention_level="NOM"),
            mention("3", "cleo", "Parlement", "GPE", mention_level="PRO"),
            people=("anna", "ben", "cleo"),
        )
    ).majority()
    assert draft.value("role:mention") == (span("Parlement"),)
    assert draft.value("field:type") == "ORG"
    assert [row.key for row in draft.undecided] == ["field:mention_level"]


def test_the_majority_rejects_what_only_one_of_three_has() -> None:
    people = ("anna", "ben", "cleo")
    assert draft_of(compared(mention("1", "anna", "Parlement"), people=people)).majority().rejected
    both = draft_of(
        compared(mention("1", "anna", "Parlement"), mention("2", "ben", "Parlement"), people=people)
    )
    assert both.majority().outcome is Outcome.TAKEN


def test_two_annotators_have_no_majority_where_they_differ() -> None:
    assert two().majority() == two()
    assert alone().majority() == alone()


def test_fields_that_do_not_apply_to_what_is_chosen_need_no_answer() -> None:
    draft = draft_of(
        compared(
            record(
                "1", "anna", "figure", mention="12 millions", comparator="range", value_min="1", value_max="2"
            ),
            record("2", "ben", "figure", mention="12 millions", comparator="=", value="12"),
        )
    )
    assert "field:value_min" not in [row.key for row in draft.undecided]
    ranged = draft.choose("field:comparator", 0)
    assert "field:value_min" in [row.key for row in ranged.undecided]
    exact = draft.choose("field:comparator", 1).choose("field:value", 1)
    assert (exact.outcome, exact.taken) == (Outcome.TAKEN, "ben")


def test_the_gold_record_of_one_taken_whole_is_theirs_in_all_but_the_name() -> None:
    gold = two().take("anna").gold()
    assert gold is not None
    assert gold.annotator == GOLD.id
    assert gold.id == derived_id("gold", decision_id(["1", "2"]))
    assert (gold.basis, gold.note, gold.origin, gold.status) == ("1", "why not", "Anna", Status.ACCEPTED)


def test_a_mixed_gold_record_is_nobodys() -> None:
    gold = two().choose("role:mention", 1).choose("field:type", 0).gold()
    assert gold is not None
    assert (gold.basis, gold.note, gold.status) == (None, "", Status.EDITED)


def test_a_decided_cluster_starts_from_its_decision() -> None:
    gold = two().take("anna").edit("field:type", "LOC").gold()
    assert gold is not None
    decision = Decision(
        id="d",
        article="a",
        layer="entity",
        reviewer="r",
        outcome=Outcome.EDITED,
        records=("1", "2"),
        gold=gold.id,
    )
    records = [*two().cluster.records.values()]
    again = draft_of(compared(*records, decisions=[decision], gold=[gold]))
    assert again.outcome is Outcome.EDITED
    assert again.result() == (gold.spans, dict(gold.features))
    assert again.decision == "d"
    rejected = draft_of(compared(*records, decisions=[replace(decision, gold=None)]))
    assert rejected.rejected


def test_references_led_to_gold_still_read_as_the_annotators_answer() -> None:
    records = [
        record("s1", "anna", "source", cue="accuse", speech="indirect"),
        record("s2", "ben", "source", cue="accuse", speech="indirect"),
        record("f1", "anna", "figure", mention="12 millions", source="s1"),
        record("f2", "ben", "figure", mention="12 millions"),
    ]
    decisions = [
        Decision(
            id=f"d{layer}",
            article="a",
            layer=layer,
            reviewer="r",
            outcome=Outcome.TAKEN,
            records=ids,
            gold=gold,
        )
        for layer, ids, gold in (("source", ("s1", "s2"), "gs"), ("figure", ("f1", "f2"), "gf"))
    ]
    gold = [
        replace(records[0], id="gs", annotator=GOLD.id),
        replace(records[2], id="gf", annotator=GOLD.id, features={"source": "gs"}),
    ]
    draft = draft_of(compared(*records, decisions=decisions, gold=gold), 1)
    assert draft.cluster.layer == "figure"
    assert (draft.outcome, draft.taken) == (Outcome.TAKEN, "anna")
