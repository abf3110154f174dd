"""Who worked on the article under review, and what everybody in the project is called there."""

import re
from collections.abc import Collection, Mapping, Sequence

from annotation.operations.blinding import shown_names
from annotation.project import ProjectReader
from annotation.records import Annotator, AnnotatorKind
from gui.views.review.people import Person, people_of


class Participants:
    """Knows people as they were read last; `blind` says whether names are hidden."""

    def __init__(self) -> None:
        self.workers: tuple[Person, ...] = ()
        """Everyone who worked on the article, compared or not."""
        self.names: Mapping[str, str] = {}
        """{annotator id: name, or what stands for it} of everybody in the project."""
        self.reviewers: Mapping[str, str] = {}
        """{annotator id: name}, for those who decide: their names are not hidden."""
        self.blind = False
        self._everyone: Mapping[str, Annotator] = {}

    def read(self, reader: ProjectReader, article: str, compared: Sequence[str]) -> "Participants":
        """Read who there is, and who worked on an article beside those who are compared."""
        everyone = reader.annotators()
        row = next(iter(reader.reviewable([article])), None)
        worked = [id_ for id_ in everyone if id_ in (row.annotators if row else compared)]
        self._everyone = everyone
        self.names = shown_names(everyone, blind=self.blind)
        self.reviewers = {person.id: person.name for person in everyone.values()}
        self.workers = people_of(worked, everyone, blind=self.blind)
        return self

    def forget(self) -> None:
        """No article is under review."""
        self.workers = ()

    def among(self, ids: Collection[str]) -> tuple[Person, ...]:
        """Those with these ids, in the order of their letters."""
        return tuple(person for person in self.workers if person.id in ids)

    def named_in(self, text: str, annotators: Sequence[str]) -> str:
        """The name of anybody but these annotators that a text holds as words; "" for none."""
        words = " ".join(["", *re.findall(r"\w+", text.casefold()), ""])
        others = (
            one.name
            for one in self._everyone.values()
            if one.id not in annotators and one.kind is AnnotatorKind.PERSON
        )
        return next((name for name in others if f" {name.casefold()} " in words), "")
