"""How long it takes to bring texts into a project, and to keep one decision of an annotator."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.importers import Imported
from annotation.operations import (
    AddArticles,
    ArticleSuggestions,
    EditNote,
    ImportPlan,
    Preview,
    PutAnnotator,
    StoreSuggestions,
    import_files,
)
from annotation.project import Project, create_project, open_project
from annotation.records import Annotator, Article, Span, Suggestion, digest
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "project_file"
_TEXT = "Le conseil a voté un plan de 120 millions d’euros, a annoncé sa présidente, Hélène Garnier. " * 40


def run(*, quick: bool) -> Iterator[Measurement]:
    """Importing text files, opening and checking what came of it; keeping a decision in a long article."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield from _importing(folder, 100 if quick else 5_000)
        for count in (100,) if quick else (100, 5_000):
            yield from _deciding(folder, count, 5 if quick else 60)


def _importing(folder: Path, count: int) -> Iterator[Measurement]:
    files = [folder / f"{number}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(f"Titre {number}\n\n{_TEXT}", encoding="utf-8")
    size = f"{count} texts of {len(_TEXT) // 1000} kB"
    path = folder / "imported.selon"
    with create_project(path) as project:
        looked = times(lambda: Preview().fill(project, files, ImportPlan()), 1)
        ours = times(partial(import_files, project, files), 1)
        plain = times(partial(_copy_texts, folder / "plain.db", files), 1)
        yield milliseconds(NAME, size, "look into before import", looked)
        yield milliseconds(NAME, size, "import", ours, baseline=("a table and its search index", plain))
        yield milliseconds(NAME, size, "check", times(project.check, 1 if count > 100 else 3))
        yield milliseconds(NAME, size, "search", times(partial(project.search, "presidente", 50), 5))
    yield milliseconds(NAME, size, "open", times(partial(_open, path), 3))


def _copy_texts(path: Path, files: list[Path]) -> None:
    """What any program has to do: read the files, keep and index their texts."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT)")
        db.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (text, content = 'texts', content_rowid = 'number')"
        )
        for number, file in enumerate(files):
            text = file.read_text(encoding="utf-8")
            db.execute("INSERT INTO texts VALUES (?, ?)", [number, text])
            db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", [number, text])
        db.commit()


def _open(path: Path) -> None:
    open_project(path, read_only=True).close()


@dataclass(slots=True)
class _Notes:
    """Writes another note on one record after the other."""

    project: Project
    ids: list[str]
    done: int = 0

    def write(self) -> None:
        """One decision, on disk on return."""
        self.done += 1
        id_ = self.ids[self.done % len(self.ids)]
        self.project.apply(EditNote(annotation=id_, note=f"note {self.done}", actor="ann"))


def _deciding(folder: Path, count: int, runs: int) -> Iterator[Measurement]:
    text = "mot " * count
    article = Article(id="a", title="A", text_sha256=digest(text), length=len(text))
    suggestions = tuple(
        Suggestion(
            key=str(n), layer="entity", spans={"mention": (Span(4 * n, 4 * n + 3),)}, features={"type": "PER"}
        )
        for n in range(count)
    )
    with create_project(folder / f"long{count}.selon") as project:
        project.apply(AddArticles(imported=(Imported(article=article, text=text),)))
        project.apply(PutAnnotator(annotator=Annotator(id="ann", name="Ann")))
        found = ArticleSuggestions(article="a", lang="fr", suggestions=suggestions)
        size = f"an article with {count} suggestions"
        storing = times(partial(project.apply, StoreSuggestions(found=(found,))), 1)
        yield milliseconds(NAME, size, "store the suggestions", storing)
        notes = _Notes(project, [record.id for record in project.read.annotations("a")])
        yield milliseconds(NAME, size, "keep a decision", times(notes.write, runs))
