"""Handing articles out: project files for annotators, each without the others' work."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotation.exporters._names import FileNames
from annotation.operations._base import OperationError
from annotation.operations.people import PutAnnotator
from annotation.operations.settings import CODEBOOK_DRAFT
from annotation.operations.unfinished import UNFINISHED
from annotation.project import Project, ProjectReader, pack_project
from annotation.project.packing import EVERYTHING, Contents
from annotation.records import Annotator, AnnotatorKind, new_id

LEADS_OWN = frozenset((UNFINISHED, CODEBOOK_DRAFT, "training"))
"""Settings of whoever packs: what they have not ended, and what they alone may know."""
SUFFIX = ".selon"
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What a package holds."""

    path: Path
    annotator: Annotator
    articles: int
    decisions: int = 0
    """How many decisions about the annotator's work came along."""


def pack_for(
    project: Project,
    name: str,
    path: Path,
    *,
    everything: bool = False,
    articles: Sequence[str] | None = None,
    contents: Contents = EVERYTHING,
    progress: Progress = lambda done, total: None,
) -> Packed:
    """Write the package of the annotator called `name`, who is added to the project where nobody is.

    It holds the `articles` given; else what is assigned to them; all articles where nobody was assigned any,
    or with `everything`. Raises OperationError where there is nothing for them, ProjectError where `path` is
    taken or cannot be written.
    """
    known = {one.name.casefold(): one for one in project.read.annotators().values()}
    annotator = known.get(" ".join(name.split()).casefold())
    if annotator is not None and annotator.kind is not AnnotatorKind.PERSON:
        raise OperationError("“{name}” is no person: packages are for annotators.", name=annotator.name)
    chosen = articles
    if chosen is None:
        chosen = articles_for(project.read, annotator.id if annotator else "", everything=everything)
    if not chosen:
        raise OperationError(
            "Nothing is assigned to “{name}”: assign articles first, or pack all.", name=name
        )
    if annotator is None:
        annotator = Annotator(id=new_id(), name=name)
        project.apply(PutAnnotator(annotator=annotator))
    return write_package(project.read, annotator, path, chosen, contents, progress)


def articles_for(reader: ProjectReader, annotator: str, *, everything: bool = False) -> list[str]:
    """What a package for an annotator holds where nothing else is chosen: their queue, or every article."""
    return reader.article_ids() if everything else list(reader.article_queue(annotator).articles)


def write_package(
    reader: ProjectReader,
    annotator: Annotator,
    path: Path,
    articles: Sequence[str],
    contents: Contents = EVERYTHING,
    progress: Progress = lambda done, total: None,
) -> Packed:
    """Write a package of some articles for an annotator of the project.

    Raises ProjectError where `path` is taken or cannot be written; then no file is left there.
    """
    chosen = replace(contents, without=contents.without | LEADS_OWN)
    decisions = pack_project(reader, path, annotator, articles, progress, chosen)
    return Packed(path=path, annotator=annotator, articles=len(articles), decisions=decisions)


def package_names(project: str, people: Iterable[str], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """{name of an annotator: name of the file for them}; every system takes these, and none is there twice.

    `project` is what the project is called, `taken` are names of files that are there already.
    """
    names = FileNames()
    for one in taken:
        names.take(Path(one).stem)
    return {who: names.take(f"{project} {who}", "package") + SUFFIX for who in people}
