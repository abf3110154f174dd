"""An annotation: what one annotator, or a detector, says about stretches of one article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotation.records.entity import Entity
from annotation.records.span import Span

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Spans = Mapping[str, tuple[Span, ...]]


class Status(StrEnum):
    """What a person has decided about an annotation."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a detector found in one article, before it is an annotation of a project.

    Reference features name the `key` of another suggestion of the same detection.
    """

    key: str
    layer: str
    spans: Spans
    features: Mapping[str, Json] = field(default_factory=dict)
    confidence: float | None = None
    why: str = ""
    """The rule or model part that spoke, for the question "why this suggestion?"."""
    origin: str = ""
    """Name and version of the detector, such as "figures/1"."""
    named: Mapping[str, Entity] = field(default_factory=dict)
    """{entity field: whom or what it names}, for the registry to link, or to take in where it knows none so
    called; the features themselves hold no key of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One record of a layer. Spans are half open in code points, by role, each role's in text order.

    A suggestion belongs to the annotator "machine" and is never changed by a decision about it: whoever
    accepts, corrects or rejects it gets a record of their own whose `basis` is the suggestion's id. Several
    annotators can so decide about one suggestion, and a rejected one is known for good.
    """

    id: str
    article: str
    annotator: str
    layer: str
    spans: Spans = field(default_factory=dict)
    features: Mapping[str, Json] = field(default_factory=dict)
    status: Status = Status.ACCEPTED
    origin: str = ""
    """A detector's name and version, or the annotator."""
    confidence: float | None = None
    note: str = ""
    basis: str | None = None
    """The id of the record that this one was made from: a suggestion, a record taken into the gold set."""
    why: str = ""
    created: str = ""
    updated: str = ""

    @property
    def counts(self) -> bool:
        """Whether this is a label: decided by a person and not rejected."""
        return self.status in (Status.ACCEPTED, Status.EDITED)

    def anchor(self, roles: tuple[str, ...]) -> tuple[Span, ...]:
        """The spans of the first non-empty role in the order `roles`; () for a record without spans."""
        return next((self.spans[role] for role in roles if self.spans.get(role)), ())
