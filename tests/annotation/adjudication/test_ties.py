"""What becomes of what is tied."""

from annotation.adjudication import (
    STRATEGIES,
    Cluster,
    Material,
    Proposal,
    Terms,
    Ties,
    begin,
    compare,
    propose,
)
from annotation.adjudication.comparison import Comparison
from annotation.records import Annotation, Decision, Outcome, Status
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator, mention

MAJORITY = STRATEGIES["majority"]


def compared(*records: Annotation, also: tuple[str, ...] = (), **known: object) -> Comparison:
    labels = {**{who: list[Annotation]() for who in also}, **by_annotator(*records)}
    return compare(Material(article="a", text=TEXT, labels=labels, **known), CODEBOOK)  # type: ignore[arg-type]


def proposed(found: Comparison, ties: Ties = Ties.FIELD) -> Proposal:
    return propose(found, CODEBOOK, MAJORITY, Terms(ties=ties))


def tied_on_level() -> tuple[Annotation, Annotation]:
    return (
        mention("a1", "anna", "Parlement", mention_level="NAM"),
        mention("b1", "ben", "Parlement", mention_level="NOM"),
    )


def test_a_tie_on_a_lesser_field_keeps_that_field_open_alone() -> None:
    (draft,) = proposed(compared(*tied_on_level())).drafts
    spans, features = draft.result()
    assert spans == tied_on_level()[0].spans
    assert features == {"type": "ORG"}
    assert draft.outcome is Outcome.EDITED
    found = proposed(compared(*tied_on_level()))
    assert (found.partly, found.open) == (1, 1)


def test_where_asked_for_the_whole_record_stays_open() -> None:
    found = proposed(compared(*tied_on_level()), Ties.LEAVE)
    assert not found.drafts
    assert (found.open, found.partly) == (1, 0)


def test_a_tie_on_the_label_or_the_words_keeps_the_record_open() -> None:
    label = compared(mention("a1", "anna", "Parlement", "ORG"), mention("b1", "ben", "Parlement", "GPE"))
    words = compared(mention("a1", "anna", "Parlement"), mention("b1", "ben", "Le Parlement"))
    assert not proposed(label).drafts
    assert not proposed(words).drafts


def test_a_tie_on_whether_there_is_a_record_keeps_it_open() -> None:
    found = compared(mention("a1", "anna", "Parlement"), also=("ben",))
    assert not proposed(found).drafts
    (draft,) = proposed(found, Ties.TAKE).drafts
    assert draft.taken == "anna"


def test_what_is_taken_is_of_who_said_most_of_what_is_decided() -> None:
    found = compared(
        mention("a1", "anna", "Parlement", "GPE", mention_level="NOM"),
        mention("b1", "ben", "Parlement", "ORG", mention_level="NAM"),
        mention("c1", "cleo", "Parlement", "ORG"),
        mention("d1", "dora", "Parlement", "ORG", mention_level="NAM"),
        mention("e1", "emil", "Parlement", "LOC", mention_level="NOM"),
    )
    (draft,) = proposed(found, Ties.TAKE).drafts
    assert draft.result()[1] == {"type": "ORG", "mention_level": "NAM"}


def decided(records: tuple[Annotation, ...]) -> tuple[Comparison, Cluster]:
    """The comparison after what was proposed of records was decided."""
    (draft,) = proposed(compared(*records)).drafts
    gold = draft.gold()
    assert gold is not None
    made = Decision(
        id=draft.decision, article="a", layer="entity", reviewer="machine", outcome=draft.outcome,
        records=tuple(record.id for record in records), gold=gold.id, automatic=True, updated="2026-02-01",
    )  # fmt: skip
    found = compared(*records, decisions=[made], gold=[gold])
    return found, found.clusters[0]


def test_what_was_decided_but_for_a_tie_still_waits_for_a_person() -> None:
    _found, cluster = decided(tied_on_level())
    assert [row.key for row in cluster.tied] == ["field:mention_level"]
    assert cluster.is_open
    layer = CODEBOOK.layer("entity")
    assert layer is not None
    draft = begin(cluster, layer, _found.referents)
    assert [row.key for row in draft.undecided] == ["field:mention_level"]


def test_deciding_so_again_changes_nothing() -> None:
    found, _cluster = decided(tied_on_level())
    again = proposed(found)
    assert not again.drafts
    assert (again.settled, again.open) == (0, 1)


def test_a_field_that_most_leave_empty_is_not_tied() -> None:
    records = (
        mention("a1", "anna", "Parlement"),
        mention("b1", "ben", "Parlement"),
        mention("c1", "cleo", "Parlement", mention_level="NAM", status=Status.EDITED),
    )
    _found, cluster = decided(records)
    assert not cluster.tied
    assert not cluster.is_open
