"""Which records a board is about: whose, in which articles, from when to when."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The records that a board shows."""

    annotator: str = ""
    """The id of one annotator, the gold set's included; "" for all people's labels, the gold set's not."""
    suggestions: bool = False
    """Whether suggestions that nobody has decided about are shown as well; with the gold set none are."""
    article: str | None = None
    """The id of one article; None for all."""
    since: str = ""
    """The first day, as YYYY-MM-DD; "" for no limit. An article without a date is in no range."""
    until: str = ""
    """The last day."""

    @property
    def corpus(self) -> "Chosen":
        """The same records, but of all articles."""
        return replace(self, article=None)
