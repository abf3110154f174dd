"""What a project holds for comparing an article."""

from collections.abc import Iterable

from annotation.adjudication.asking import read_questions
from annotation.adjudication.comparison import Comparison, Material, compare
from annotation.agreement import labels_in
from annotation.project import ProjectReader
from annotation.records import GOLD, Article


def read_material(reader: ProjectReader, article: str, annotators: Iterable[str] | None = None) -> Material:
    """What is needed to compare an article: of those chosen, or of those who are done with it.

    Where fewer than two are done, everyone who labelled anything is compared. Who has finished an article
    without a label has found nothing there; who left it untouched is left out.
    """
    record = reader.get(Article, article)
    everything = reader.annotations(article)
    labels = labels_in(reader, article, everything, annotators)
    return Material(
        article=article,
        text=reader.text(record),
        labels=labels,
        decisions=reader.decisions(article),
        gold=[found for found in everything if found.annotator == GOLD.id],
        others=[found for found in everything if not (found.annotator in labels and found.counts)],
        names={entity.id: entity.name for entity in reader.entities()},
        questions=read_questions(reader, article),
    )


def read_decided(reader: ProjectReader, article: str) -> Material:
    """What was decided and asked about an article, for `redecide`: no labels, no text."""
    return Material(
        article=article,
        text="",
        labels={},
        decisions=reader.decisions(article),
        gold=reader.annotations(article, [GOLD.id]),
        questions=read_questions(reader, article),
    )


def read_comparison(
    reader: ProjectReader, article: str, annotators: Iterable[str] | None = None
) -> Comparison:
    """The comparison of an article as the project has it now. Raises Missing where the article is gone."""
    return compare(read_material(reader, article, annotators), reader.codebook)
