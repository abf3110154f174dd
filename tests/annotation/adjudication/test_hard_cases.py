"""Cases on which tools of this kind go wrong, and what an expert would say of each.

Alignment, kinds of disagreement, agreement and the automatic merge are looked at together: what is one thing
for one of them is one thing for all.
"""

import pytest

from annotation.adjudication import STRATEGIES, Cluster, Kind, Material, Terms, begin, compare, propose
from annotation.adjudication.comparison import Comparison
from annotation.agreement import Labelled, tabulate
from annotation.measures import MEASURES
from annotation.records import Annotation
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator, mention, record


def compared(*records: Annotation, also: tuple[str, ...] = ()) -> Comparison:
    labels = {**{who: list[Annotation]() for who in also}, **by_annotator(*records)}
    return compare(Material(article="a", text=TEXT, labels=labels), CODEBOOK)


def ids(found: Comparison) -> set[frozenset[str]]:
    return {frozenset(one.id for one in cluster.records.values()) for cluster in found.clusters}


def together(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group.split()) for group in groups}


def of(found: Comparison, record_id: str) -> Cluster:
    return next(
        cluster for cluster in found.clusters for one in cluster.records.values() if one.id == record_id
    )


def merged(found: Comparison, name: str = "majority") -> list[Annotation]:
    drafts = propose(found, CODEBOOK, STRATEGIES[name], Terms()).drafts
    return [gold for draft in drafts if (gold := draft.gold())]


def measured(measure: str, layer: str, field: str | None, *records: Annotation) -> float | None:
    article = Labelled(article="a", text=TEXT, records=by_annotator(*records))
    return MEASURES[measure].compute(tabulate([article], CODEBOOK, layer, field)).value


# ------------------------------------------------------------ stacked


def test_identical_records_stacked_by_one_are_matched_once() -> None:
    records = [mention(id_, id_[0], "Parlement") for id_ in ("a1", "a2", "b1")]
    found = compared(*records)
    assert ids(found) == together("a1 b1", "a2")
    assert of(found, "a2").kinds == (Kind.MISSED,)
    assert measured("f1-exact", "entity", None, *records) == pytest.approx(2 / 3)


def test_identical_records_stacked_by_two_are_matched_two_by_two() -> None:
    records = [mention(id_, id_[0], "Parlement") for id_ in ("a1", "a2", "b1", "b2")]
    found = compared(*records)
    assert all(cluster.is_agreed for cluster in found.clusters)
    assert len(merged(found)) == len(found.clusters) == 2
    assert measured("f1-exact", "entity", "type", *records) == 1.0


def test_stacked_labels_of_three_are_matched_by_label_and_merged_each() -> None:
    records = [
        mention(f"{who}{type_}", who, "Parlement", type_) for who in "abc" for type_ in ("ORG", "GPE", "LOC")
    ]
    found = compared(*records)
    assert ids(found) == together("aORG bORG cORG", "aGPE bGPE cGPE", "aLOC bLOC cLOC")
    assert {one.features["type"] for one in merged(found)} == {"ORG", "GPE", "LOC"}


def test_one_label_of_a_stack_that_one_lacks_does_not_disturb_the_other() -> None:
    records = [
        mention("a1", "a", "Parlement", "ORG"),
        mention("a2", "a", "Parlement", "GPE"),
        mention("b1", "b", "Parlement", "GPE"),
    ]
    assert ids(compared(*records)) == together("a1", "a2 b1")
    assert measured("percent", "entity", "type", *records) == 1.0


# ------------------------------------------------------------ split, merged, discontinuous, nested


def test_a_discontinuous_record_and_its_two_halves_are_a_split() -> None:
    found = compared(
        record("a1", "a", "entity", mention=["Parlement", "Brume"], type="ORG"),
        mention("b1", "b", "Parlement"),
        mention("b2", "b", "Brume"),
    )
    assert all(Kind.SPLIT in of(found, id_).kinds for id_ in ("a1", "b1", "b2"))
    assert not merged(found)


def test_a_gap_that_is_filled_is_a_boundary_and_no_split() -> None:
    found = compared(
        record("a1", "a", "entity", mention=["Parlement", "Brume"], type="ORG"),
        mention("b1", "b", "Parlement de Brume"),
    )
    assert of(found, "a1").kinds == (Kind.BOUNDARY,)


def test_nested_records_of_one_label_are_matched_level_by_level() -> None:
    words = ("le budget de l’Union", "budget de l’Union", "l’Union")
    records = [mention(f"{who}{n}", who, words[n]) for who in "ab" for n in range(3)]
    found = compared(*records)
    assert ids(found) == together("a0 b0", "a1 b1", "a2 b2")
    assert all(cluster.is_agreed for cluster in found.clusters)


def test_of_nested_records_the_one_that_is_missed_is_named() -> None:
    found = compared(
        mention("a1", "a", "budget de l’Union"),
        mention("a2", "a", "l’Union"),
        mention("b1", "b", "budget de l’Union"),
    )
    assert of(found, "a1").is_agreed
    assert of(found, "a2").kinds == (Kind.MISSED,)


def test_a_whole_that_the_majority_split_is_not_merged_into_one() -> None:
    found = compared(
        mention("a1", "a", "Parlement de Brume"),
        *(mention(f"{who}1", who, "Parlement") for who in "bc"),
        *(mention(f"{who}2", who, "Brume") for who in "bc"),
    )
    quotes = {TEXT[s.start : s.end] for one in merged(found) for s in one.spans["mention"]}
    assert quotes == {"Parlement", "Brume"}


# ------------------------------------------------------------ boundaries, fields


def test_a_shift_at_one_end_is_decided_by_the_two_who_agree() -> None:
    found = compared(
        mention("a1", "a", "Parlement de Brume"),
        mention("b1", "b", "Parlement de Brume"),
        mention("c1", "c", "Le Parlement de Brume"),
    )
    (gold,) = merged(found)
    assert [TEXT[s.start : s.end] for s in gold.spans["mention"]] == ["Parlement de Brume"]


def test_each_end_is_voted_on_where_no_two_mark_the_same_words() -> None:
    found = compared(
        mention("a1", "a", "Le Parlement de Brume"),
        mention("b1", "b", "Parlement de Brume"),
        mention("c1", "c", "Parlement"),
    )
    (gold,) = merged(found)
    assert [TEXT[s.start : s.end] for s in gold.spans["mention"]] == ["Parlement de Brume"]


def test_label_words_and_fields_are_voted_on_each_for_itself() -> None:
    found = compared(
        mention("a1", "a", "Parlement de Brume", "GPE", mention_level="NAM"),
        mention("b1", "b", "Parlement de Brume", "ORG", mention_level="NOM"),
        mention("c1", "c", "Parlement", "ORG", mention_level="NAM"),
    )
    (gold,) = merged(found)
    assert gold.features == {"type": "ORG", "mention_level": "NAM"}
    assert [TEXT[s.start : s.end] for s in gold.spans["mention"]] == ["Parlement de Brume"]


def test_the_same_words_in_the_next_sentence_are_another_thing() -> None:
    second = TEXT.rindex("le ministre")
    found = compared(
        mention("a1", "a", "le ministre", "ROLE"),
        record("b1", "b", "entity", mention=[(second, second + 11)], type="ROLE"),
    )
    assert ids(found) == together("a1", "b1")


# ------------------------------------------------------------ references


def figures(source_a: str, source_b: str) -> list[Annotation]:
    return [
        record("a9", "a", "figure", mention="12 millions d’euros", kind="money", source=source_a),
        record("b9", "b", "figure", mention="12 millions d’euros", kind="money", source=source_b),
    ]


def test_references_to_what_is_aligned_are_the_same_whatever_the_ids() -> None:
    sources = [record(f"{who}1", who, "source", cue="accuse") for who in "ab"]
    found = compared(*sources, *figures("a1", "b1"))
    assert of(found, "a9").is_agreed
    assert measured("percent", "figure", "source", *sources, *figures("a1", "b1")) == 1.0


def test_a_reference_to_a_record_that_nobody_else_has_differs() -> None:
    sources = [
        record("a1", "a", "source", cue="accuse"),
        record("b1", "b", "source", cue="accuse"),
        record("b2", "b", "source", cue="a déclaré"),
    ]
    found = compared(*sources, *figures("a1", "b2"))
    assert of(found, "a9").kinds == (Kind.REFERENCE,)
    assert of(found, "b2").kinds == (Kind.MISSED,)
    assert measured("percent", "figure", "source", *sources, *figures("a1", "b2")) == 0.0


def test_a_chain_of_references_is_followed_record_by_record() -> None:
    chain = [
        made
        for who in "abc"
        for made in (
            record(f"{who}1", who, "source", cue="accuse"),
            record(f"{who}2", who, "source", cue="a déclaré", parent=f"{who}1"),
            record(f"{who}3", who, "source", cue="Selon", parent=f"{who}2"),
        )
    ]
    found = compared(*chain)
    assert all(cluster.is_agreed for cluster in found.clusters)
    assert len(merged(found)) == 3


def test_references_are_voted_on_by_what_they_lead_to() -> None:
    sources = [record(f"{who}1", who, "source", cue="accuse") for who in "abc"]
    other = record("c2", "c", "source", cue="a déclaré")
    marks = [
        record(f"{who}9", who, "figure", mention="12 millions d’euros", kind="money", source=target)
        for who, target in (("a", "a1"), ("b", "b1"), ("c", "c2"))
    ]
    gold = [one for one in merged(compared(*sources, other, *marks)) if one.layer == "figure"]
    assert [one.features["source"] for one in gold] in (["a1"], ["b1"])


# ------------------------------------------------------------ stances


def stance(id_: str, holder: str, target: str, **said: object) -> Annotation:
    about = {"holder": {"entity": holder}, "target": {"concept": target}, "polarity": "against"}
    return record(id_, id_[0], "stance", **{**about, **said})


def test_stances_without_words_are_matched_by_holder_and_target() -> None:
    found = compared(
        stance("a1", "vernay", "budget"),
        stance("a2", "ministre", "budget"),
        stance("b1", "ministre", "Budget"),
        stance("b2", "vernay", "budget", polarity="favor"),
    )
    assert ids(found) == together("a1 b2", "a2 b1")
    assert of(found, "a2").is_agreed
    assert not of(found, "a1").is_agreed


def test_stances_on_the_same_words_about_others_are_two_things() -> None:
    found = compared(
        stance("a1", "vernay", "budget", evidence="rejeté"),
        stance("b1", "ministre", "Union", evidence="rejeté"),
    )
    assert ids(found) == together("a1", "b1")


# ------------------------------------------------------------ what others get wrong


def test_a_cluster_of_which_all_is_rejected_can_be_decided() -> None:
    found = compared(mention("a1", "a", "Parlement"), mention("b1", "b", "Brume"))
    layer = CODEBOOK.layer("entity")
    assert layer is not None
    for cluster in found.clusters:
        draft = begin(cluster, layer, found.referents).reject()
        assert draft.complete
        assert draft.gold() is None


@pytest.mark.parametrize("measure", [name for name in MEASURES.names if MEASURES[name].takes != "values"])
def test_two_who_share_nothing_have_no_agreement(measure: str) -> None:
    value = measured(
        measure, "entity", None, mention("a1", "a", "Parlement"), mention("b1", "b", "12 millions d’euros")
    )
    assert value is None or value <= 0.0


@pytest.mark.parametrize("measure", MEASURES.names)
def test_one_alone_agrees_with_nobody(measure: str) -> None:
    for field in (None, "type"):
        assert measured(measure, "entity", field, mention("a1", "a", "Parlement")) is None


def test_who_looked_and_found_nothing_disagrees_with_who_found_something() -> None:
    article = Labelled(article="a", text=TEXT, records={"a": [mention("a1", "a", "Parlement")], "b": []})
    for name in ("f1-exact", "f1-overlap", "percent"):
        value = MEASURES[name].compute(tabulate([article], CODEBOOK, "entity")).value
        assert value == 0.0


def test_two_of_three_make_a_record_and_one_of_three_does_not() -> None:
    found = compared(
        mention("a1", "a", "Parlement"),
        mention("b1", "b", "Parlement"),
        mention("b2", "b", "Brume", "GPE"),
        also=("c",),
    )
    (gold,) = merged(found)
    assert [TEXT[s.start : s.end] for s in gold.spans["mention"]] == ["Parlement"]
    assert not merged(found, "unanimous")
