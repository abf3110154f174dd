"""Handing articles out: a project file for one annotator, without the others' work."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotation.operations._base import OperationError
from annotation.operations.people import PutAnnotator
from annotation.operations.settings import CODEBOOK_DRAFT
from annotation.operations.unfinished import UNFINISHED
from annotation.project import Project, pack_project
from annotation.records import Annotator, AnnotatorKind, new_id

_LEADS_OWN = (UNFINISHED, CODEBOOK_DRAFT)
"""Settings that are about work which whoever packs has not ended."""
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What a package holds."""

    path: Path
    annotator: Annotator
    articles: int


def pack_for(
    project: Project,
    name: str,
    path: Path,
    *,
    everything: bool = False,
    progress: Progress = lambda done, total: None,
) -> Packed:
    """Write the package of the annotator called `name`, who is added to the project where nobody is.

    It holds what is assigned to them; all articles where nobody was assigned any, or with `everything`.
    Raises OperationError where there is nothing for them, ProjectError where `path` is taken or cannot be
    written.
    """
    known = {one.name.casefold(): one for one in project.read.annotators().values()}
    annotator = known.get(" ".join(name.split()).casefold())
    if annotator is not None and annotator.kind is not AnnotatorKind.PERSON:
        raise OperationError("“{name}” is no person: packages are for annotators.", name=annotator.name)
    queue = project.read.article_queue(annotator.id if annotator else "")
    articles = project.read.article_ids() if everything else list(queue.articles)
    if not articles:
        raise OperationError(
            "Nothing is assigned to “{name}”: assign articles first, or pack all.", name=name
        )
    if annotator is None:
        annotator = Annotator(id=new_id(), name=name)
        project.apply(PutAnnotator(annotator=annotator))
    pack_project(project.read, path, annotator, articles, progress, _LEADS_OWN)
    return Packed(path=path, annotator=annotator, articles=len(articles))
