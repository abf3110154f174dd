"""What a set holds, counted while it is written: for its manifest and its card."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotation.codebook import Codebook
from annotation.records import Annotation, Annotator, Article

_FEW = 40
"""Values of a field that are told; a field that has more holds free text."""


@dataclass(slots=True)
class Tally:
    """Counts of one part, or of the whole set."""

    articles: int = 0
    characters: int = 0
    first: str = ""
    last: str = ""
    """Days of the earliest and the latest article."""
    languages: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    records: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By layer and status."""
    people: Counter[str] = field(default_factory=Counter)
    """By the annotator's name."""
    values: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    """By layer and field, of fields that choose among tags."""

    def take(self, article: Article, records: Iterable[Annotation], book: "TallyBook") -> None:
        """Count an article and its records."""
        self.articles += 1
        self.characters += article.length
        self.languages[article.lang] += 1
        self.outlets[article.outlet or ""] += 1
        if day := (article.published or "")[:10]:
            self.first = min(self.first or day, day)
            self.last = max(self.last, day)
        for record in records:
            self.records[record.layer, record.status.value] += 1
            self.people[book.names[record.annotator]] += 1
            self._take_values(record, book.chosen.get(record.layer, ()))

    def _take_values(self, record: Annotation, fields: Iterable[str]) -> None:
        for key in fields:
            value = record.features.get(key)
            if value is not None:
                counted = self.values.setdefault((record.layer, key), Counter())
                counted.update(map(str, value) if isinstance(value, list) else (_word(value),))

    def of_layer(self, layer: str) -> int:
        """How many records a layer has."""
        return sum(number for (one, _status), number in self.records.items() if one == layer)

    @property
    def total(self) -> int:
        """How many records there are."""
        return sum(self.records.values())


@dataclass(frozen=True, slots=True)
class TallyBook:
    """What counting needs to know: names by id, and the fields of each layer that choose among tags."""

    names: Mapping[str, str]
    chosen: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, codebook: Codebook, people: Mapping[str, Annotator]) -> "TallyBook":
        """That of a codebook and people by id."""
        fields = {
            layer.id: tuple(
                one.id for one in layer.fields if one.kind == "boolean" or 0 < len(one.tags) <= _FEW
            )
            for layer in codebook.layers
        }
        return cls({id_: one.name for id_, one in people.items()}, fields)


def together(tallies: Iterable[Tally]) -> Tally:
    """The counts of several parts as one."""
    whole = Tally()
    for one in tallies:
        whole.articles += one.articles
        whole.characters += one.characters
        whole.first = min(filter(None, (whole.first, one.first)), default="")
        whole.last = max(whole.last, one.last)
        for name in ("languages", "outlets", "records", "people"):
            getattr(whole, name).update(getattr(one, name))
        for key, counted in one.values.items():
            whole.values.setdefault(key, Counter()).update(counted)
    return whole


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
