"""What a project holds for comparing annotators."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from annotation.agreement.units import Labelled
from annotation.project import ProjectReader, read_ahead
from annotation.records import UNASSIGNED, Annotation, AnnotatorKind, Article, Assignment, AssignmentState

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
    without a label has found nothing there; who left it untouched is left out, and so is who trained on it.
    """
    done = _done(reader.assignments_of(article))
    return _labels(_people(reader) - reader.trained_on(article), done, annotations, annotators)


def read_labelled(
    reader: ProjectReader,
    articles: Iterable[str],
    annotators: Iterable[str] | None = None,
    *,
    training: bool = False,
) -> Iterator[Labelled]:
    """The articles with the labels of all who worked on them, one after the other, some hundred in one turn.

    Those who trained on an article are left out of it, unless `training` is asked for.
    """
    people = _people(reader)
    chosen = None if annotators is None else frozenset(annotators)
    for article, ahead in read_ahead(reader, articles):
        here = people if training else people - ahead.trained_on(article)
        yield _labelled(ahead, article, here, chosen)


def _labelled(
    reader: ProjectReader, article: str, people: frozenset[str], chosen: frozenset[str] | None
) -> Labelled:
    annotations, assignments = reader.annotations(article), reader.assignments_of(article)
    done = _done(assignments)
    labels = _labels(people, done, annotations, chosen)
    others = (people if chosen is None else people & chosen) - labels.keys()
    unfinished = {one.annotator for one in annotations if one.counts} & others
    handed = {one.annotator for one in assignments if one.position != UNASSIGNED}
    times = [one.updated for own in labels.values() for one in own]
    times += [one.updated for one in assignments if one.annotator in done & labels.keys()]
    return Labelled(
        article=article,
        text=reader.text(reader.get(Article, article)),
        records=labels,
        ended=max(times, default=""),
        untouched=((others & handed) if handed else others) - unfinished,
        unfinished=frozenset(unfinished),
    )


def _people(reader: ProjectReader) -> frozenset[str]:
    return frozenset(one.id for one in reader.annotators().values() if one.kind is AnnotatorKind.PERSON)


def _done(assignments: Iterable[Assignment]) -> frozenset[str]:
    return frozenset(one.annotator for one in assignments if one.state is AssignmentState.DONE)


def _labels(
    people: frozenset[str],
    done: frozenset[str],
    annotations: Sequence[Annotation],
    annotators: Iterable[str] | None,
) -> Labels:
    wanted: Collection[str] = done if len(done & people) > 1 else people
    chosen = people & (frozenset(annotators) if annotators is not None else frozenset(wanted))
    labels: Labels = {one: [] for one in sorted(chosen & done)}
    for found in annotations:
        if found.annotator in chosen and found.counts:
            labels.setdefault(found.annotator, []).append(found)
    return labels
