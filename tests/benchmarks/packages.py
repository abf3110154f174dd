"""How long it takes to hand articles out in packages, and to merge the work of all of them."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from annotation.importers import Imported
from annotation.operations import AddAnnotations, AddArticles, Assign, PutAnnotator, merge_packages, pack_for
from annotation.project import Project, create_project, open_project
from annotation.records import Annotation, Annotator, Article, Span, Status, digest
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "packages"
PEOPLE, RECORDS = 20, 60
WORDS = "Le ministre a déclaré mardi que la réforme serait retirée. " * 40


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """Articles parted among twenty annotators: pack for each, label sixty records an article, merge all."""
    number = articles or (40 if quick else 5_000)
    label = f"{number} articles, {PEOPLE} packages, {RECORDS} records"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.selon"
        _create(source, number)
        files = [Path(folder) / f"{who}.selon" for who in range(PEOPLE)]
        with open_project(source) as project:
            packing = times(partial(_pack, project, files), 1)
        yield milliseconds(NAME, label, "packed", packing)
        for who, path in enumerate(files):
            _work(path, f"p{who}")
        copied = times(lambda: [shutil.copy2(path, f"{path}.copy") for path in files], 1)
        with open_project(source) as project:
            trying = times(partial(merge_packages, project, files, dry_run=True), 1)
            yield milliseconds(NAME, label, "looked into", trying, baseline=("copying the files", copied))
            merging = times(partial(merge_packages, project, files), 1)
            yield milliseconds(NAME, label, "merged", merging, baseline=("copying the files", copied))
            again = times(partial(merge_packages, project, files), 1)
            yield milliseconds(
                NAME, label, "merged again, nothing new", again, baseline=("first time", merging)
            )


def _create(path: Path, number: int) -> None:
    with create_project(path) as project:
        for first in range(0, number, 500):
            found = [_article(at) for at in range(first, min(first + 500, number))]
            project.apply(AddArticles(imported=tuple(found)))
        for who in range(PEOPLE):
            project.apply(PutAnnotator(annotator=Annotator(id=f"p{who}", name=f"Person {who}")))
            project.apply(
                Assign(articles=[f"a{at}" for at in range(who, number, PEOPLE)], annotator=f"p{who}")
            )


def _article(at: int) -> Imported:
    text = f"{at}. {WORDS}"
    article = Article(id=f"a{at}", title=f"Article {at}", text_sha256=digest(text), length=len(text))
    return Imported(article=article, text=text)


def _pack(project: Project, files: list[Path]) -> None:
    for who, path in enumerate(files):
        pack_for(project, f"Person {who}", path)


def _work(path: Path, who: str) -> None:
    with open_project(path) as project:
        for article in project.read.article_ids():
            records = tuple(_record(article, who, at) for at in range(RECORDS))
            project.apply(AddAnnotations(annotations=records, actor=who))


def _record(article: str, who: str, at: int) -> Annotation:
    return Annotation(
        id=f"{article}-{who}-{at}",
        article=article,
        annotator=who,
        layer="entity",
        spans={"mention": (Span(10 + at * 20, 18 + at * 20),)},
        features={"type": "ORG"},
        status=Status.ACCEPTED,
    )
