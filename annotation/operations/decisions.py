"""What a reviewer decides: the gold record, and how it came about."""

from dataclasses import dataclass, replace

from annotation.i18n import Message
from annotation.operations._checking import checked
from annotation.operations._derivation import lead, point
from annotation.project import Writer
from annotation.records import GOLD, Annotation, Decision, Outcome, now


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """Store a decision with its gold record, replacing an earlier decision about the same cluster.

    References of the gold record that point at annotators' records are led to the gold records that came of
    them, and gold records that point at this cluster's records are led here; where it is rejected, they point
    nowhere.
    """

    decision: Decision
    gold: Annotation | None
    """The gold record by the content it is to have; None rejects the whole cluster."""
    actor: str

    @property
    def title(self) -> Message:
        """What was decided."""
        return _OUTCOMES[self.decision.outcome]

    def apply(self, writer: Writer) -> None:
        """Store the gold record and the decision."""
        self.store(writer)
        lead_to_gold(writer, self.decision, self.gold)

    def store(self, writer: Writer) -> None:
        """Store both, without leading references anywhere."""
        moment = now()
        earlier = writer.find(Decision, self.decision.id)
        if earlier and earlier.gold and (self.gold is None or earlier.gold != self.gold.id):
            _remove_gold(writer, earlier.gold, self.decision.article)
        if self.gold:
            owned = replace(self.gold, annotator=GOLD.id, created=self.gold.created or moment, updated=moment)
            writer.put(checked(writer, owned))
        decision = replace(
            self.decision,
            gold=self.gold.id if self.gold else None,
            created=earlier.created if earlier else moment,
            updated=moment,
        )
        writer.put(decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideAll:
    """Several decisions as one step; references are led to gold records once for each article."""

    deciding: tuple[Decide, ...]
    title: Message
    actor: str
    reopened: tuple[str, ...] = ()
    """Ids of decisions that are taken back before: they are about the same records."""

    def apply(self, writer: Writer) -> None:
        """Take back, store, then lead."""
        for id_ in self.reopened:
            Reopen(decision=id_, actor=self.actor).apply(writer)
        for one in self.deciding:
            one.store(writer)
        for article in dict.fromkeys(one.decision.article for one in self.deciding):
            lead_all_to_gold(writer, article)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """Take a decision back: its gold record goes, and the cluster is open again."""

    decision: str
    actor: str

    @property
    def title(self) -> Message:
        """That a decision was taken back."""
        return Message("Take the decision back")

    def apply(self, writer: Writer) -> None:
        """Remove the decision and its gold record."""
        decision = writer.get(Decision, self.decision)
        if decision.gold:
            _remove_gold(writer, decision.gold, decision.article)
        writer.remove(Decision, decision.id)


def lead_to_gold(writer: Writer, decision: Decision, gold: Annotation | None) -> None:
    """Lead the references that a decision concerns: those of its gold record, and those to its records.

    All others lead where they should since earlier decisions, so that nothing else of a long article is read.
    """
    own = writer.find(Annotation, gold.id) if gold else None
    named = [target for _field, target in writer.codebook.references(own)] if own else []
    about = {*decision.records, *named}
    decisions = writer.decisions_about(decision.article, sorted(about)) if about else []
    moves = {record: one.gold for one in decisions for record in one.records if record in about}
    pointing = writer.naming_in(decision.article, GOLD.id, decision.records) if decision.records else []
    lead(writer, {one.id: one for one in (*pointing, *([own] if own else []))}.values(), moves)


def lead_all_to_gold(writer: Writer, article: str) -> None:
    """Let gold records point at the gold records that came of annotators' records; nowhere where none did."""
    moves = {record: decision.gold for decision in writer.decisions(article) for record in decision.records}
    point(writer, article, GOLD.id, moves)


def _remove_gold(writer: Writer, gold: str, article: str) -> None:
    if writer.find(Annotation, gold):
        writer.remove(Annotation, gold)
    lead(writer, writer.naming_in(article, GOLD.id, [gold]), {gold: None})


_OUTCOMES = {
    Outcome.AGREED: Message("Confirm what is agreed"),
    Outcome.TAKEN: Message("Take one annotator’s record"),
    Outcome.MIXED: Message("Mix the annotators’ records"),
    Outcome.EDITED: Message("Decide with an edited record"),
    Outcome.ADDED: Message("Add a gold record"),
    Outcome.REJECTED: Message("Reject all"),
}
