"""What is to be measured, as a person chooses it, and the same for the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotation.agreement import SPANS, USUAL, Choice, Question, questions_of
from annotation.codebook import Codebook
from annotation.measures import MEASURES
from annotation.operations.filters import articles_called
from annotation.project import ProjectReader

SLOW = ("gamma", "gamma-cat")
"""Measures that are not computed unasked where there is much to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which questions by which measures, of whose work on which articles; as it is made, the usual of all."""

    layer: str = ""
    """"" for all."""
    field: str = ""
    """A field's id, SPANS for the spans themselves, "" for all."""
    measures: frozenset[str] = frozenset()
    """Those beside the usual one of each question."""
    annotators: frozenset[str] = frozenset()
    """Ids; none for everybody."""
    filter: str = ""
    """The name of a saved filter; "" for all articles."""
    overlap: bool = False
    training: bool = False
    """Whether what was done in rounds of training is compared too."""
    since: str = ""
    until: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it leaves out people or articles."""
        limits = (self.annotators, self.filter, self.overlap, self.training, self.since, self.until)
        return any(limits)

    @property
    def names(self) -> list[str]:
        """The names of the measures, the usual one first."""
        return [*USUAL, *(name for name in MEASURES.names if name in self.measures)]

    def questions(self, codebook: Codebook) -> list[Question]:
        """What is asked; what the codebook no longer has is not asked."""
        layers = [self.layer] if codebook.layer(self.layer) else []
        asked = questions_of(codebook, layers)
        if not self.field:
            return asked
        wanted = None if self.field == SPANS else self.field
        return [question for question in asked if question[1] == wanted] or asked

    def choice(self, reader: ProjectReader) -> Choice:
        """What is compared."""
        return Choice(
            annotators=tuple(sorted(self.annotators)),
            articles=frozenset(articles_called(reader, self.filter)) if self.filter else None,
            overlap=self.overlap,
            training=self.training,
            since=self.since,
            until=self.until,
        )


def command_of(wish: Wish, project: Path, names: Sequence[str], option: str, out: Path) -> list[str]:
    """The words of a command line that writes the same; `names` are those of the annotators chosen."""
    words = ["selon", "agreement", str(project)]
    for key, value in (("--layer", wish.layer), ("--field", wish.field)):
        words += [key, value] if value else []
    for name in wish.names:
        words += ["--measure", name]
    for name in names:
        words += ["--annotator", name]
    for key, value in (("--filter", wish.filter), ("--since", wish.since), ("--until", wish.until)):
        words += [key, value] if value else []
    words += [option for option, on in (("--overlap", wish.overlap), ("--training", wish.training)) if on]
    return [*words, option, str(out)]
