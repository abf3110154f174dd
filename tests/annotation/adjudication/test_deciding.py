"""Decisions on a project, from comparison to exported gold."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.adjudication import Comparison, Draft, agree_all, begin, decide, read_comparison
from annotation.operations import AddAnnotations, OperationError, Reopen, Revert, export_project
from annotation.project import Project
from annotation.project.selection import Selection
from annotation.records import GOLD, Annotation, Decision, Outcome, Status
from tests.annotation.adjudication.projects import RECORDS, create_reviewed_project
from tests.annotation.adjudication.tables import compared, draft_of
from tests.annotation.agreement.labels import CODEBOOK, mention


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_reviewed_project(tmp_path / "p.selon")
    yield made
    made.close()


def comparison(project: Project) -> Comparison:
    return project.ask(lambda reader: read_comparison(reader, "a"))


def gold(project: Project) -> dict[str, Annotation]:
    found = project.ask(lambda reader: reader.annotations("a", [GOLD.id]))
    return {record.basis or record.id: record for record in found}


def draft_about(project: Project, record: str) -> Draft:
    found = comparison(project)
    cluster = next(c for c in found.clusters if record in {r.id for r in c.records.values()})
    layer = CODEBOOK.layer(cluster.layer)
    assert layer is not None
    return begin(cluster, layer, found.referents)


def take(project: Project, record: str, annotator: str) -> None:
    project.apply(
        decide(draft_about(project, record).take(annotator), "rita", reason="label", comment=" Sure. ")
    )


def decide_all(project: Project) -> None:
    agreed = agree_all(comparison(project), CODEBOOK, "rita")
    assert agreed is not None
    project.apply(agreed)
    take(project, "a3", "anna")
    project.apply(decide(draft_about(project, "b4").reject(), "rita"))
    take(project, "a6", "anna")
    project.apply(decide(draft_about(project, "a5").take("anna").choose("field:speech", 1), "rita"))


def test_an_undecided_draft_is_refused_in_words() -> None:
    draft = draft_of(compared(mention("1", "anna", "Parlement"), mention("2", "ben", "Parlement", "GPE")))
    with pytest.raises(OperationError, match="Type"):
        decide(draft, "rita")


def test_all_that_is_agreed_is_confirmed_in_one_step(project: Project) -> None:
    changes = project.apply(agree_all(comparison(project), CODEBOOK, "rita") or pytest.fail("nothing agreed"))
    assert {decision.outcome for decision in project.ask(lambda r: r.decisions("a"))} == {Outcome.AGREED}
    assert len(gold(project)) == 3
    assert "3" in str(changes.title)
    project.apply(Revert(changes=changes))
    assert gold(project) == {}
    assert project.ask(lambda r: r.decisions("a")) == []


def test_there_is_nothing_to_confirm_twice(project: Project) -> None:
    decide_all(project)
    assert agree_all(comparison(project), CODEBOOK, "rita") is None


def test_a_decision_says_who_why_and_from_what(project: Project) -> None:
    take(project, "a6", "ben")
    (decision,) = project.ask(lambda r: r.decisions("a"))
    assert (decision.reviewer, decision.reason, decision.comment) == ("rita", "label", "Sure.")
    assert (decision.outcome, decision.taken, decision.records) == (Outcome.TAKEN, "ben", ("a6", "b6"))
    assert not decision.automatic


def test_deciding_again_replaces_the_decision_and_its_gold_record(project: Project) -> None:
    take(project, "a6", "ben")
    take(project, "a6", "anna")
    (decision,) = project.ask(lambda r: r.decisions("a"))
    assert decision.taken == "anna"
    assert [record.basis for record in gold(project).values()] == ["a6"]
    project.apply(decide(draft_about(project, "a6").reject(), "rita"))
    assert gold(project) == {}


def test_reopening_takes_the_gold_record_away(project: Project) -> None:
    take(project, "a6", "ben")
    (decision,) = project.ask(lambda r: r.decisions("a"))
    project.apply(Reopen(decision=decision.id, actor="rita"))
    assert gold(project) == {}
    assert all(cluster.is_open for cluster in comparison(project).clusters)


def test_gold_records_point_at_gold_records_whichever_is_decided_first(project: Project) -> None:
    take(project, "a7", "anna")
    assert gold(project)["a7"].features["attribution"] == "a5"
    take(project, "a5", "ben")
    assert gold(project)["a7"].features["attribution"] == gold(project)["b5"].id
    take(project, "a6", "ben")
    assert gold(project)["b6"].features["source"] == gold(project)["b5"].id


def test_gold_records_do_not_point_at_what_was_rejected(project: Project) -> None:
    take(project, "a7", "anna")
    project.apply(decide(draft_about(project, "a5").reject(), "rita"))
    assert "attribution" not in gold(project)["a7"].features


def test_a_new_decision_takes_older_ones_about_the_same_records_back(project: Project) -> None:
    alone = draft_of(compared(*[r for r in RECORDS if r.id == "a3"]))
    project.apply(decide(alone.take("anna"), "rita"))
    both = draft_of(compared(*[r for r in RECORDS if r.id in ("a3", "b3")]))
    project.apply(decide(both.take("ben"), "rita"))
    assert len(gold(project)) == 2
    take(project, "a3", "anna")
    assert [record.basis for record in gold(project).values()] == ["a3"]
    assert len(project.ask(lambda r: r.decisions("a"))) == 1


def test_a_record_changed_after_its_decision_opens_the_cluster(project: Project) -> None:
    take(project, "a3", "anna")
    assert not draft_about(project, "a3").cluster.is_open
    project.apply(AddAnnotations(annotations=(mention("c3", "rita", "Union"),)))
    assert draft_about(project, "a3").cluster.changed


def test_the_gold_set_goes_out_whole(project: Project, tmp_path: Path) -> None:
    decide_all(project)
    assert comparison(project).open == ()
    out = tmp_path / "gold.jsonl"
    project.ask(
        lambda reader: export_project(
            reader, "jsonl", out, Selection(annotator="gold"), lambda done, total: None
        )
    )
    (line,) = [json.loads(row) for row in out.read_text("utf-8").splitlines()]
    records = {row["id"]: row for row in line["annotations"]}
    assert len(records) == 6
    assert {row["annotator"] for row in records.values()} == {"gold"}
    assert {row["status"] for row in records.values()} == {Status.ACCEPTED.value, Status.EDITED.value}
    for row in records.values():
        for role, spans in row["spans"].items():
            assert [line["text"][start:end] for start, end in spans] == row["quotes"][role]
    (stance,) = [row for row in records.values() if row["layer"] == "stance"]
    assert records[stance["features"]["attribution"]]["layer"] == "source"
    assert records[stance["features"]["holder"]["annotation"]]["quotes"]["mention"] == ["Odile Vernay"]
    (figure,) = [row for row in records.values() if row["layer"] == "figure"]
    assert figure["features"]["source"] == stance["features"]["attribution"]
    outcomes = sorted(decision["outcome"] for decision in line["decisions"])
    assert outcomes == sorted(["agreed"] * 3 + ["taken"] * 2 + ["mixed", "rejected"])


def test_a_decision_survives_the_export(project: Project, tmp_path: Path) -> None:
    take(project, "a6", "ben")
    out = tmp_path / "gold.jsonl"
    project.ask(
        lambda reader: export_project(
            reader, "jsonl", out, Selection(annotator="gold"), lambda done, total: None
        )
    )
    (decision,) = json.loads(out.read_text("utf-8"))["decisions"]
    assert decision["reviewer"] == "Rita"
    assert decision["taken"] == "Ben"
    assert isinstance(Decision, type)
