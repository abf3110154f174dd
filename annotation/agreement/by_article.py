"""Agreement article by article: where annotators differ most, and on what it stands there."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotation.agreement.crossing import differing
from annotation.agreement.questions import sensible
from annotation.agreement.table import replacing
from annotation.agreement.units import Question
from annotation.codebook import Codebook
from annotation.measures import MEASURES, Coefficient, Measure, Row, Units
from annotation.project import ArticleTitle, ProjectReader

COLUMNS = ("layer", "field", "article", "title", "measure", "value", "used", "total", "differing", "note")
_BATCH = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAgreement:
    """How far annotators agree in one article."""

    article: str
    coefficient: Coefficient
    differing: Sequence[int] = field(default_factory=tuple)
    """The places, among the rows of the table, on which they are not of one mind."""


def by_article(units: Units, measure: Measure) -> list[ArticleAgreement]:
    """The coefficient of every article that two annotators or more worked on, the worst first.

    Of several alike, those with more differences come first; where nothing can be said they come last.
    """
    tally = measure.tally(units)
    places: dict[str, list[int]] = {}
    for place in differing(units):
        places.setdefault(units.rows[place].article, []).append(place)
    found = [
        ArticleAgreement(
            article=article,
            coefficient=measure.conclude(
                _part(units, article, rows), {article: tally[article]} if article in tally else {}
            ),
            differing=tuple(places.get(article, ())),
        )
        for article, _people, rows in units.by_article()
    ]
    return sorted(found, key=_worst_first)


def article_rows(
    tables: Mapping[Question, Units], codebook: Codebook, titles: Mapping[str, str]
) -> Iterator[tuple[str, str, str, str, str, float | None, int, int, int, str]]:
    """The articles of several tables under COLUMNS, each question by the measure that says most about it."""
    for question, units in tables.items():
        name = sensible(codebook, question)
        for one in by_article(units, MEASURES[name]):
            found = one.coefficient
            yield (
                question[0],
                question[1] or "",
                one.article,
                titles.get(one.article, ""),
                name.replace("-", "_"),
                found.value,
                found.used,
                found.total,
                len(one.differing),
                str(found.note) if found.note else "",
            )


def titles_in(reader: ProjectReader, articles: Iterable[str]) -> dict[str, str]:
    """{article: title} of some articles, read a few hundred at a time."""
    ids = list(articles)
    found: dict[str, ArticleTitle] = {}
    for start in range(0, len(ids), _BATCH):
        found |= reader.article_titles(ids[start : start + _BATCH])
    return {id_: one.title for id_, one in found.items()}


def write_articles(rows: Iterable[Sequence[object]], path: Path) -> None:
    """Write rows of `article_rows` as CSV in UTF-8.

    Raises UnwritableTable, and leaves what was there as it was.
    """
    with replacing(path) as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def _part(units: Units, article: str, rows: Sequence[Row]) -> Units:
    return replace(units, rows=tuple(rows), workers={article: units.workers[article]})


def _worst_first(one: ArticleAgreement) -> tuple[bool, float, int]:
    value = one.coefficient.value
    return value is None, value or 0.0, -len(one.differing)
