"""Handing articles out: project files for annotators, each without the others' work."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotation.exporters._names import FileNames
from annotation.operations._base import OperationError
from annotation.operations.people import PutAnnotator, person_called
from annotation.operations.settings import CODEBOOK_DRAFT
from annotation.operations.unfinished import UNFINISHED
from annotation.project import PACKED, CorpusQuery, Project, ProjectReader, pack_project
from annotation.project.packing import EVERYTHING, Contents
from annotation.records import Annotation, Annotator, AnnotatorKind, new_id

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWish:
    """What is to be packed, and for whom."""

    annotators: tuple[str, ...]
    """Ids."""
    everything: bool = False
    query: str = ""
    """Only articles of this query; else those assigned to each, or all."""
    contents: Contents = EVERYTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCount:
    """What one package would hold."""

    articles: int
    assigned: bool = False
    """Whether somebody put articles into the annotator's queue."""
    decisions: int = 0
    """How many decisions weighed one of their records."""


def count_packages(reader: ProjectReader, wish: PackWish) -> dict[str, PackCount]:
    """What each person's package would hold, by id; of everybody, whether they are to get one or not."""
    people = [one.id for one in reader.annotators().values() if one.kind is AnnotatorKind.PERSON]
    weighed = count_weighed(reader) if wish.contents.decisions else Counter[str]()
    return {
        who: PackCount(
            articles=len(articles_wished(reader, who, wish)),
            assigned=reader.corpus.last_position(who) > 0,
            decisions=weighed[who],
        )
        for who in people
    }


def articles_wished(reader: ProjectReader, annotator: str, wish: PackWish) -> list[str]:
    """The articles of one annotator's package."""
    if wish.query:
        return reader.corpus_ids(CorpusQuery(filters=wish.query, annotator=annotator))
    return articles_for(reader, annotator, everything=wish.everything)


def count_weighed(reader: ProjectReader) -> Counter[str]:
    """How many records of each annotator, by id, decisions weighed."""
    ids = [id_ for one in reader.decisions_on(_layers(reader)) for id_ in one.records]
    return Counter(one.annotator for one in reader.find_all(Annotation, ids).values()) if ids else Counter()


def _layers(reader: ProjectReader) -> list[str]:
    return [layer.id for layer in reader.codebook.layers]


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
    annotator = person_called(project.read, name)
    if annotator is not None and annotator.kind is not AnnotatorKind.PERSON:
        raise OperationError("“{name}” is no person: packages are for annotators.", name=annotator.name)
    if not project.read.count_articles():
        raise OperationError("The project holds no articles yet: import some first.")
    if annotator is None and not name.strip():
        raise OperationError("An annotator needs a name: type one.")
    chosen = articles
    if chosen is None:
        chosen = articles_for(project.read, annotator.id if annotator else "", everything=everything)
    if not chosen:
        raise OperationError(
            "Nothing is assigned to “{name}”: assign articles first, or pack all.", name=name
        )
    if annotator is not None:
        return write_package(project.read, annotator, path, chosen, contents, progress)
    annotator = Annotator(id=new_id(), name=" ".join(name.split()))
    packed = write_package(project.read, annotator, path, chosen, contents, progress)
    project.apply(PutAnnotator(annotator=annotator))
    return packed


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


def annotator_of_package(reader: ProjectReader) -> Annotator | None:
    """For whom a project was packed, where it is a package and they are still in it."""
    packed = reader.setting(PACKED)
    who = packed.get("annotator") if isinstance(packed, dict) else None
    return reader.find(Annotator, who) if isinstance(who, str) else None


def write_packages(
    reader: ProjectReader, wish: PackWish, files: Mapping[str, Path], progress: Progress
) -> list[Packed]:
    """Write a package for each annotator in `files`, by id: all of them, or none.

    `progress` is told of articles. What raises, and where `progress` does, leaves none of the files behind.
    """
    people = reader.annotators()
    articles = {who: articles_wished(reader, who, wish) for who in files}
    total = sum(map(len, articles.values()))
    written: list[Packed] = []
    done = 0
    try:
        for who, path in files.items():

            def tell(number: int, _of: int, before: int = done) -> None:
                progress(before + number, total)

            written.append(write_package(reader, people[who], path, articles[who], wish.contents, tell))
            done += len(articles[who])
    except BaseException:
        for one in written:
            one.path.unlink(missing_ok=True)
        raise
    return written


def package_names(project: str, people: Iterable[str], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """{name of an annotator: name of the file for them}; every system takes these, and none is there twice.

    `project` is what the project is called, `taken` are names of files that are there already.
    """
    names = FileNames()
    for one in taken:
        names.take(Path(one).stem)
    return {who: names.take(f"{project} {who}", "package") + SUFFIX for who in people}
