"""What a strategy is: it chooses the answers of a draft, and leaves open what it cannot decide."""

from dataclasses import dataclass, field
from typing import Protocol

from annotation.adjudication.draft import Draft
from annotation.adjudication.ties import Ties
from annotation.adjudication.trust import Trusted


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a person sets for a strategy, and what the project knows."""

    share: float = 0.5
    """The least share of votes that carries an answer, 0.5 to 1; more than half is always needed."""
    presence: float = 0.5
    """The share of those who read the article whose record is enough; a half stands for more than half."""
    ties: Ties = Ties.FIELD
    """What is done with what is tied."""
    annotator: str = ""
    """The id of the annotator to be followed."""
    trust: Trusted = field(default_factory=Trusted)
    """How far each annotator can be trusted."""


class Strategy(Protocol):
    """A plug of this room. Its module offers an instance as `plug`."""

    name: str
    label: str
    """What people call the strategy, in English; translated when shown."""
    needs: frozenset[str]
    """The terms that it looks at: share, presence, ties, annotator, trust."""

    def choose(self, draft: Draft, terms: Terms) -> Draft:
        """The answers that the strategy takes, on a draft that has none yet.

        Where it leaves the cluster open the draft is incomplete.
        """
        ...
