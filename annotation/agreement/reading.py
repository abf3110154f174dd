"""What a project holds for comparing annotators."""

from collections.abc import Iterable, Iterator, Sequence

from annotation.agreement.units import Labelled
from annotation.project import ProjectReader
from annotation.records import Annotation, AnnotatorKind, Article, AssignmentState

Labels = dict[str, list[Annotation]]
"""{annotator id: their labels in an article}; empty of who found nothing there."""


def labels_in(
    reader: ProjectReader,
    article: str,
    annotations: Sequence[Annotation],
    annotators: Iterable[str] | None = None,
) -> Labels:
    """The labels of those chosen, or of those who are done with an article, among its `annotations`.

    Where fewer than two are done, everyone who labelled anything is compared. Who has finished an article
    without a label has found nothing there; who left it untouched is left out.
    """
    people = {one.id for one in reader.annotators().values() if one.kind is AnnotatorKind.PERSON}
    done = {one.annotator for one in reader.assignments_of(article) if one.state is AssignmentState.DONE}
    wanted = set(annotators) if annotators is not None else done if len(done) > 1 else people
    chosen = people & wanted
    labels: Labels = {one: [] for one in sorted(chosen & done)}
    for found in annotations:
        if found.annotator in chosen and found.counts:
            labels.setdefault(found.annotator, []).append(found)
    return labels


def read_labelled(
    reader: ProjectReader, articles: Iterable[str], annotators: Iterable[str] | None = None
) -> Iterator[Labelled]:
    """The articles with the labels of all who worked on them, one after the other."""
    chosen = None if annotators is None else frozenset(annotators)
    for article in articles:
        labels = labels_in(reader, article, reader.annotations(article), chosen)
        yield Labelled(article=article, text=reader.text(reader.get(Article, article)), records=labels)
