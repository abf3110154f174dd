"""Decisions as operations on the project, each one step that undo takes back."""

from collections.abc import Sequence
from dataclasses import replace

from annotation.adjudication.comparison import Comparison
from annotation.adjudication.draft import Draft, begin
from annotation.codebook import Codebook
from annotation.i18n import Message
from annotation.operations import Decide, DecideAll, OperationError, Reopen, Together
from annotation.project import Operation
from annotation.records import Decision, Outcome


def decide(
    draft: Draft, reviewer: str, *, reason: str = "", comment: str = "", automatic: bool = False
) -> Operation:
    """The operation that makes a draft the decision, `automatic` where no person made it.

    Raises OperationError while rows are undecided.
    """
    deciding = _deciding(draft, reviewer, reason, comment, automatic=automatic)
    if not draft.cluster.superseded:
        return deciding
    earlier = (Reopen(decision=one.id, actor=reviewer) for one in draft.cluster.superseded)
    return Together(operations=(*earlier, deciding), title=deciding.title, actor=reviewer)


def decide_all(
    drafts: Sequence[Draft], reviewer: str, title: Message, *, comment: str = "", automatic: bool = False
) -> DecideAll | None:
    """The one step that makes several drafts the decisions; None where there are none.

    Raises OperationError while rows of any are undecided.
    """
    deciding = tuple(_deciding(draft, reviewer, "", comment, automatic=automatic) for draft in drafts)
    earlier = tuple(dict.fromkeys(one.id for draft in drafts for one in draft.cluster.superseded))
    made = DecideAll(deciding=deciding, reopened=earlier, title=title, actor=reviewer)
    return made if deciding else None


def agree_all(comparison: Comparison, codebook: Codebook, reviewer: str) -> DecideAll | None:
    """The one step that confirms every open cluster on which all agree; None where there is none."""
    agreed = [cluster for cluster in comparison.clusters if cluster.is_agreed and cluster.decision is None]
    layers = {layer.id: layer for layer in codebook.layers}
    drafts = [begin(cluster, layers[cluster.layer], comparison.referents) for cluster in agreed]
    title = Message("Confirm what is agreed", {}, "Confirm {n} agreed records", len(drafts))
    return decide_all(drafts, reviewer, title)


def _deciding(draft: Draft, reviewer: str, reason: str, comment: str, *, automatic: bool) -> Decide:
    if not draft.complete:
        names = ", ".join(row.part.text for row in draft.undecided)
        raise OperationError("Nothing is decided yet for {fields}: choose an answer first.", fields=names)
    decision = replace(_decision(draft, reviewer, reason, comment), automatic=automatic)
    return Decide(decision=decision, gold=draft.gold(), actor=reviewer)


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
