"""Decisions as operations on the project, each one step that undo takes back."""

from dataclasses import replace

from annotation.adjudication.comparison import Comparison
from annotation.adjudication.draft import Draft, begin
from annotation.codebook import Codebook
from annotation.i18n import Message
from annotation.operations import Decide, OperationError, Reopen, Together
from annotation.project import Operation
from annotation.records import Decision, Outcome


def decide(
    draft: Draft, reviewer: str, *, reason: str = "", comment: str = "", automatic: bool = False
) -> Operation:
    """The operation that makes a draft the decision, `automatic` where no person made it.

    Raises OperationError while rows are undecided.
    """
    if not draft.complete:
        names = ", ".join(row.part.text for row in draft.undecided)
        raise OperationError("Nothing is decided yet for {fields}: choose an answer first.", fields=names)
    decision = replace(_decision(draft, reviewer, reason, comment), automatic=automatic)
    deciding = Decide(decision=decision, gold=draft.gold(), actor=reviewer)
    if not draft.cluster.superseded:
        return deciding
    earlier = (Reopen(decision=one.id, actor=reviewer) for one in draft.cluster.superseded)
    return Together(operations=(*earlier, deciding), title=deciding.title, actor=reviewer)


def agree_all(comparison: Comparison, codebook: Codebook, reviewer: str) -> Together | None:
    """The one step that confirms every open cluster on which all agree; None where there is none."""
    agreed = [cluster for cluster in comparison.clusters if cluster.is_agreed and cluster.decision is None]
    layers = {layer.id: layer for layer in codebook.layers}
    drafts = (begin(cluster, layers[cluster.layer], comparison.referents) for cluster in agreed)
    operations = tuple(decide(draft, reviewer) for draft in drafts)
    if not operations:
        return None
    title = Message("Confirm what is agreed", {}, "Confirm {n} agreed records", len(operations))
    return Together(operations=operations, title=title, actor=reviewer)


def _decision(draft: Draft, reviewer: str, reason: str, comment: str) -> Decision:
    cluster = draft.cluster
    taken = None if draft.rejected else draft.taken
    outcome = draft.outcome_of(taken)
    return Decision(
        id=draft.decision,
        article=cluster.article,
        layer=cluster.layer,
        reviewer=reviewer,
        outcome=outcome,
        records=tuple(sorted(record.id for record in cluster.records.values())),
        taken=taken if outcome in (Outcome.TAKEN, Outcome.AGREED) else None,
        reason=reason,
        comment=comment.strip(),
    )
