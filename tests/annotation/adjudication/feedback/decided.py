"""A project in which Rita decided about the work of Anna and Ben, who finished their article."""

from pathlib import Path

from annotation.operations import Decide, MarkProgress
from annotation.project import Project
from annotation.records import Annotation, AssignmentState, Decision, Outcome
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import mention, record


def decide(
    project: Project,
    id_: str,
    records: tuple[str, ...],
    gold: Annotation | None,
    reason: str = "",
    comment: str = "",
) -> None:
    """Store a decision of Rita's."""
    outcome = Outcome.MIXED if gold else Outcome.REJECTED
    layer = gold.layer if gold else "entity"
    decision = Decision(
        id=id_,
        article="a",
        layer=layer,
        reviewer="rita",
        outcome=outcome,
        records=records,
        reason=reason,
        comment=comment,
    )
    project.apply(Decide(decision=decision, gold=gold, actor="rita"))


def create_decided_project(path: Path) -> Project:
    """The project at `path`: agreed, boundary, label, field, reference, rejected and missed, once each."""
    project = create_reviewed_project(path)
    for who in ("anna", "ben"):
        project.apply(MarkProgress(article="a", annotator=who, state=AssignmentState.DONE, actor=who))
    decide(project, "d1", ("a1", "b1"), mention("g1", "gold", "Parlement de Brume"))
    decide(project, "d2", ("a2", "b2"), mention("g2", "gold", "Odile Vernay", "LOC"), reason="label")
    decide(
        project, "d3", ("a3", "b3"), mention("g3", "gold", "Union"), reason="boundary", comment="No article."
    )
    decide(project, "d4", ("b4",), None, reason="over-reading")
    cue = record("g5", "gold", "source", source="Odile Vernay", cue="accuse", content="le ministre",
                 speech="reported-act")  # fmt: skip
    decide(project, "d5", ("a5", "b5"), cue)
    figure = record("g6", "gold", "figure", mention="12 millions d’euros", kind="money", value="12000000",
                    unit="EUR", comparator="=", source="a5")  # fmt: skip
    decide(project, "d6", ("a6", "b6"), figure, reason="gap")
    decide(project, "d7", (), mention("g7", "gold", "texte"), reason="missed")
    return project
