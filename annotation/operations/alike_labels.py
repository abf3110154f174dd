"""Labelling what was found to be like a record, in any number of articles."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotation.i18n import Message
from annotation.operations._checking import with_features
from annotation.operations._derivation import keep, own_version
from annotation.operations.alike import copied_features, made_like
from annotation.operations.alike_places import Place, look_at
from annotation.operations.alike_search import Mention, by_article, slices
from annotation.operations.annotations import Accept, AddAnnotations, Discard, counting
from annotation.project import Door, Operation, Writer
from annotation.project.mentions import standing_in
from annotation.records import MACHINE, Annotation, Article

_BATCH = 200
"""Mentions that are labelled in one transaction; between two of them others get their turn."""

Make = Callable[[Sequence[Mention]], Operation]
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMentions:
    """Give mentions the features of a record, without those that point at other records.

    What was decided, or marked, since the mentions were found stays as it is.
    """

    record: Annotation
    words: str
    mentions: Sequence[Mention]
    actor: str
    origin: str = ""
    """What new records are said to be made by."""

    @property
    def title(self) -> Message:
        """How many mentions of which words."""
        return label_title(self.words, len(self.mentions))

    def apply(self, writer: Writer) -> None:
        """Decide about the suggestions and add what is missing."""
        features = copied_features(self.record, writer.codebook.layer(self.record.layer))
        like = replace(self.record, features=features)
        made: list[Annotation] = []
        decided: list[Annotation] = []
        for article, place in self._free(writer):
            if place.suggestion is None:
                made.append(made_like(like, article, place.span, self.actor, self.origin))
            else:
                mine = own_version(writer, writer.get(Annotation, place.suggestion.id), self.actor)
                decided.append(counting(mine, with_features(writer, mine, features)))
        keep(writer, decided)
        AddAnnotations(annotations=tuple(made), actor=self.actor).apply(writer)

    def _free(self, writer: Writer) -> Iterator[tuple[str, Place]]:
        """(article, place) of the mentions that still can be labelled."""
        groups = {key: some for key, some in by_article(self.mentions) if writer.find(Article, key)}
        people = {self.actor, MACHINE.id}
        standing = standing_in(writer, list(groups), self.record.layer, people)
        for article, mentions in groups.items():
            spans = [mention.span for mention in mentions]
            places = look_at(sorted(spans), standing.get(article, ()), self.actor)
            yield from ((article, place) for place in places if place.is_free)


def label_title(words: str, number: int) -> Message:
    """What labelling so many mentions of some words is called."""
    return Message("Label one mention of {words}", {"words": words}, "Label {n} mentions of {words}", number)


def accept_title(words: str, number: int) -> Message:
    """What accepting so many suggestions of some words is called."""
    return Message("Accept “{words}”", {"words": words}, "Accept {n} suggestions of {words}", number)


def reject_title(words: str, number: int) -> Message:
    """What rejecting so many suggestions of some words is called."""
    return Message("Reject “{words}”", {"words": words}, "Reject {n} suggestions of {words}", number)


def accepting(actor: str) -> Make:
    """Makes labels of the suggestions of some mentions."""
    return lambda mentions: Accept(annotations=_suggestions(mentions), actor=actor)


def rejecting(actor: str) -> Make:
    """Rejects the suggestions of some mentions."""
    return lambda mentions: Discard(annotations=_suggestions(mentions), actor=actor)


def do_in_batches(
    door: Door, mentions: Sequence[Mention], make: Make, report: Report = lambda done, total: None
) -> None:
    """Do with some mentions what `make` makes of a few hundred at a time; what `report` raises stops it.

    Then the caller takes back what was done until then.
    """
    done = 0
    report(0, len(mentions))
    for batch in slices(mentions, _BATCH):
        door.apply(make(batch))
        done += len(batch)
        report(done, len(mentions))


def _suggestions(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(mention.suggestion for mention in mentions if mention.suggestion)
