"""What is measured: the tables of units, and who did what in which article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotation.agreement.choice import EVERYTHING, Choice, chosen_articles, narrowed
from annotation.agreement.reading import read_labelled
from annotation.agreement.units import Labelled, Question, tabulate_all
from annotation.codebook import Codebook
from annotation.measures import Units
from annotation.project import ProjectReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWork:
    """Who did what in one article."""

    article: str
    ended: str
    """When anybody compared last worked on it, ISO 8601; "" where that is not known."""
    records: Mapping[str, Mapping[str, int]]
    """{annotator compared: {layer: how many records}}; who found nothing has none of any layer."""
    untouched: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()

    @property
    def compared(self) -> bool:
        """Whether two annotators or more are compared on it."""
        return len(self.records) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one annotator did, in numbers of articles; who found nothing is told from who left untouched."""

    annotator: str
    compared: int = 0
    """Articles on which they are compared with somebody."""
    nothing: int = 0
    """Those of them in which they marked nothing."""
    untouched: int = 0
    """Articles that they were to label, or could have, and did not: they are compared with nobody there."""
    unfinished: int = 0
    """Articles in which they have labels that are not compared, since others have finished them."""
    records: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that coefficients stand on."""

    tables: Mapping[Question, Units] = field(default_factory=dict)
    articles: Sequence[ArticleWork] = ()
    """Those that were read, in the order of the project."""

    @property
    def compared(self) -> int:
        """On how many articles two annotators or more are compared."""
        return sum(one.compared for one in self.articles)

    @property
    def ended(self) -> dict[str, str]:
        """When work on each article ended."""
        return {one.article: one.ended for one in self.articles}

    def work(self, layer: str | None = None) -> list[Work]:
        """What each annotator did in a layer, or in all, by their ids."""
        known = sorted(
            {who for one in self.articles for who in (*one.records, *one.untouched, *one.unfinished)}
        )
        done = [_work_of(who, self.articles, layer) for who in known]
        return [one for one in done if one.compared or one.unfinished or one.untouched]


def gather(
    articles: Iterable[Labelled],
    codebook: Codebook,
    questions: Sequence[Question],
    names: Mapping[str, str] | None = None,
) -> Material:
    """The tables of some questions, and who did what; articles are taken one by one and not kept.

    `names` are those of entities by key. Raises what giving an article raises, as when somebody cancels.
    """
    read: list[ArticleWork] = []
    tables = tabulate_all(_noted(articles, read), codebook, questions, names)
    return Material(tables=tables, articles=read)


def read_material(
    reader: ProjectReader, questions: Sequence[Question], choice: Choice = EVERYTHING
) -> Material:
    """What a project has to measure of some questions."""
    labelled = read_labelled(reader, chosen_articles(reader, choice), choice.people, training=choice.training)
    names = {entity.id: entity.name for entity in reader.entities()}
    return gather(narrowed(labelled, choice), reader.codebook, questions, names)


def _noted(articles: Iterable[Labelled], read: list[ArticleWork]) -> Iterator[Labelled]:
    """The articles, each noted as it passes."""
    for one in articles:
        read.append(
            ArticleWork(
                article=one.article,
                ended=one.ended,
                records={who: Counter(record.layer for record in own) for who, own in one.records.items()},
                untouched=one.untouched,
                unfinished=one.unfinished,
            )
        )
        yield one


def _work_of(who: str, articles: Sequence[ArticleWork], layer: str | None) -> Work:
    compared = [one.records[who] for one in articles if one.compared and who in one.records]
    numbers = [sum(own.values()) if layer is None else own.get(layer, 0) for own in compared]
    return Work(
        annotator=who,
        compared=len(compared),
        nothing=numbers.count(0),
        untouched=sum(who in one.untouched for one in articles),
        unfinished=sum(who in one.unfinished for one in articles),
        records=sum(numbers),
    )
