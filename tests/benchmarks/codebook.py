"""How long a change of the codebook takes: looking through it, foreseeing, applying, undoing; many tags."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.codebook import Draft, Editing, built_in_codebook, compare, examine
from annotation.codebook.moving import moves_of
from annotation.i18n import Message
from annotation.importers import Imported
from annotation.operations import (
    AddArticles,
    ApplyCodebook,
    ArticleSuggestions,
    PutAnnotator,
    StoreSuggestions,
    TakeBack,
)
from annotation.operations.codebooks import foresee
from annotation.project import Project, create_project
from annotation.records import Annotator, Article, Changes, Span, Suggestion, digest
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "codebook"
_PER_ARTICLE = 100
_TEXT = "Le conseil a voté un plan de 120 millions d’euros. " * 40


def run(*, quick: bool) -> Iterator[Measurement]:
    """A codebook of many tags while it is edited; a renamed layer and tag in a project of many records."""
    yield from _editing(20 if quick else 1000)
    with TemporaryDirectory() as name:
        yield from _applying(Path(name), 60 if quick else 100_000)


def _editing(count: int) -> Iterator[Measurement]:
    draft = Draft.of(built_in_codebook())
    for number in range(count):
        tag = {"label": {"en": f"Tag {number}", "fr": f"Étiquette {number}"}}
        parent = {"parent": f"t{number // 2}"} if number else {}
        draft = draft.add(("tagset", "concept"), f"t{number}", {**tag, **parent})
    size, place = f"{count} tags", ("tagset", "concept", f"t{count - 1}")
    editing = Editing(draft)

    def type_a_letter() -> None:
        text = editing.draft.at((*place, "label"))["en"]
        editing.do(editing.draft.put((*place, "label", "en"), f"{text}x"), Message("type"))
        examine(editing.draft.document)

    yield milliseconds(NAME, size, "type a letter, with all problems", times(type_a_letter, 20))
    yield milliseconds(NAME, size, "rename a tag", times(partial(draft.rename, place, "other"), 20))
    yield milliseconds(NAME, size, "write as TOML", times(lambda: draft.toml, 10))
    renamed = draft.rename(("tagset", "concept", "t1"), "other")
    yield milliseconds(
        NAME,
        size,
        "tell differences",
        times(partial(compare, draft.document, renamed.document, renamed.renames), 10),
    )


def _applying(folder: Path, count: int) -> Iterator[Measurement]:
    size = f"{count} records"
    with create_project(folder / "p.selon") as project:
        _fill(project, count)
        old = Draft.of(project.read.codebook_toml)
        new = old.rename(("layer", "figure"), "number").rename(("tagset", "figure_kind", "cardinal"), "count")
        toml, moves = new.toml, moves_of(old, new)
        changes: list[Changes] = []

        def apply() -> None:
            changes.append(project.apply(ApplyCodebook(toml=toml, moves=moves)))

        def undo() -> None:
            project.apply(TakeBack(steps=(changes[-1],)))

        yield milliseconds(
            NAME, size, "count what changes", times(partial(foresee, project.read, toml, moves), 1)
        )
        yield milliseconds(NAME, size, "apply", times(apply, 1))
        yield milliseconds(NAME, size, "undo", times(undo, 1))


def _fill(project: Project, count: int) -> None:
    project.apply(PutAnnotator(annotator=Annotator(id="p", name="P")))
    texts = [f"{number} {_TEXT}" for number in range(count // _PER_ARTICLE)]
    articles = [
        Imported(
            article=Article(id=f"a{n}", title=f"T{n}", text_sha256=digest(text), length=len(text)), text=text
        )
        for n, text in enumerate(texts)
    ]
    project.apply(AddArticles(imported=tuple(articles)))
    for imported in articles:
        found = tuple(
            Suggestion(
                key=str(place),
                layer="figure",
                spans={"mention": (Span(place * 3, place * 3 + 2),)},
                features={"kind": "cardinal", "value": str(place), "counted": "euros"},
                confidence=0.9,
                origin="test/1",
                why="a rule of the benchmark",
            )
            for place in range(_PER_ARTICLE)
        )
        project.apply(
            StoreSuggestions(
                found=(ArticleSuggestions(article=imported.article.id, lang="fr", suggestions=found),)
            )
        )
