"""Records without texts find the articles of the project, or it is said which ones do not."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from annotation.importers import IMPORTERS, Detached, Imported, Skipped, SourceFile
from annotation.operations import AddArticles, ImportPlan, Preview, RemoveArticles, import_files
from annotation.operations.import_preview import State
from annotation.operations.sets import SetWish, export_set
from annotation.project import Project, create_project
from annotation.records import Annotation, Article, Entity, Shown, Span
from tests.annotation.exporters.corpora import shelves
from tests.annotation.exporters.round import write
from tests.annotation.newsroom import TEXTS, imported
from tests.contracts.shelf import Shelf

NO_TEXT = "comes without its text, and the project has no article with that text: import the texts first."
NOTHING_NEW = "“Title a3” is already in the project."
"""Nothing is said about the third article."""


@pytest.fixture
def records(project: Project, tmp_path: Path) -> Path:
    """The records of a project without its texts."""
    return exported(project, tmp_path / "records")


def exported(project: Project, out: Path, shown: Shown = Shown.NOTHING) -> Path:
    export_set(project, SetWish(format="jsonl", shown=shown), out, lambda *now: None)
    return out / "articles.jsonl"


def other(folder: Path, *ids: str, **texts: str) -> Project:
    """A project that has some articles with nothing said about them."""
    made = create_project(folder / "other.selon")
    articles = {**{id_: TEXTS[id_] for id_ in ids}, **texts}
    made.apply(AddArticles(imported=tuple(imported(id_, text) for id_, text in articles.items())))
    return made


def told(project: Project) -> list[Annotation]:
    return [one for article in project.read.articles() for one in project.read.annotations(article)]


def by_id(project: Project) -> dict[str, tuple[Any, ...]]:
    """What records say, whoever has which id."""
    names = {id_: person.name for id_, person in project.read.annotators().items()}
    return {
        one.id: (one.article, one.spans, one.features, one.status, names[one.annotator])
        for one in told(project)
    }


@pytest.mark.parametrize("shown", [Shown.NOTHING, Shown.QUOTES])
def test_records_come_to_the_articles_of_a_project_that_has_the_texts(
    shown: Shown, project: Project, tmp_path: Path
) -> None:
    file = exported(project, tmp_path / "records", shown)
    assert all(json.loads(line)["text"] is None for line in file.read_text("utf-8").splitlines())
    with other(tmp_path, *TEXTS) as there:
        report = import_files(there, [file])
        assert [one.reason for one in report.skipped] == [NOTHING_NEW]
        assert by_id(there) == by_id(project)
        assert {one.id for one in there.read.all(Entity)} == {one.id for one in project.read.all(Entity)}
        before = told(there)
        import_files(there, [file])
        assert told(there) == before


def test_an_article_with_another_id_is_found_by_its_text(
    records: Path, project: Project, tmp_path: Path
) -> None:
    with other(tmp_path, mine=TEXTS["a1"]) as there:
        report = import_files(there, [records])
        assert {one.article for one in told(there)} == {"mine"}
        assert len(told(there)) == len(project.read.annotations("a1"))
        assert len(report.skipped) == 2


def test_what_is_not_there_or_differs_is_said_plainly(records: Path, tmp_path: Path) -> None:
    with other(tmp_path, "a1", a2="another text") as there:
        report = import_files(there, [records])
        assert [one.reason for one in report.skipped] == [
            "“Title a2” has another text in the project, so its records were left out.",
            f"“Title a3” {NO_TEXT}",
        ]
        assert not any(one.failed for one in report.skipped)
        assert {one.article for one in told(there)} == {"a1"}


def test_a_record_whose_words_are_not_there_is_left_out(project: Project, tmp_path: Path) -> None:
    file = exported(project, tmp_path / "records", Shown.QUOTES)
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    first = next(one for one in rows[0]["annotations"] if one["quotes"])
    role = next(iter(first["quotes"]))
    first["quotes"][role] = ["other words"]
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with other(tmp_path, *TEXTS) as there:
        reasons = [one.reason for one in import_files(there, [file]).skipped]
        assert len(reasons) == 2
        assert first["id"] in reasons[0]
        assert by_id(there).keys() == by_id(project).keys() - {first["id"]}


def test_texts_may_come_in_the_same_import(records: Path, project: Project, tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    rows = [{"format": "selon-jsonl/1", "id": id_, "text": text} for id_, text in TEXTS.items()]
    texts.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with create_project(tmp_path / "other.selon") as there:
        assert len(import_files(there, [texts, records]).skipped) == 1
        assert by_id(there) == by_id(project)


def test_one_document_comes_back_without_texts_too(project: Project, tmp_path: Path) -> None:
    export_set(project, SetWish(format="json", shown=Shown.NOTHING), tmp_path / "x.json", lambda *now: None)
    with other(tmp_path, *TEXTS) as there:
        import_files(there, [tmp_path / "x.json"])
        assert by_id(there) == by_id(project)


def test_a_look_at_the_files_says_what_will_be_found(records: Path, project: Project, tmp_path: Path) -> None:
    with other(tmp_path, "a1", a2="another text") as there:
        preview = Preview()
        preview.fill(there, [records], ImportPlan())
        assert [(one.id, one.state) for one in preview.candidates] == [("a1", State.KNOWN)]
        assert preview.candidates[0].annotations == len(project.read.annotations("a1"))
        assert len(preview.skipped) == 2


def test_the_article_with_the_same_id_comes_first_where_texts_are_the_same(
    records: Path, tmp_path: Path
) -> None:
    with other(tmp_path, "a1", copy=TEXTS["a1"]) as there:
        import_files(there, [records])
        assert {one.article for one in told(there)} == {"a1"}
        there.apply(RemoveArticles(articles=("a1",)))
        import_files(there, [records])
        assert {one.article for one in told(there)} == {"copy"}


@dataclass(frozen=True)
class SparingShelf(Shelf):
    """A shelf whose texts are left out."""

    shown: Shown = Shown.NOTHING

    def stand_in(self, article: Article, spans: Sequence[Span]) -> str:
        return ""


@pytest.mark.parametrize("shown", [Shown.NOTHING, Shown.QUOTES])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shelf=shelves())
def test_any_records_come_back_as_they_were(shown: Shown, shelf: Shelf) -> None:
    sparing = SparingShelf(shelf.texts, shelf.records, shelf.decided, shelf.registry, shown)
    with TemporaryDirectory() as folder:
        (path,) = write("jsonl", sparing, Path(folder, "x.jsonl")).files
        file = SourceFile(name="x.jsonl", data=path.read_bytes())
    assert IMPORTERS["jsonl"].recognises(file) == 1
    (found,) = IMPORTERS["jsonl"].read(file)
    assert isinstance(found, Detached)
    assert isinstance(found, Skipped)
    (article,) = shelf.articles()
    (back,) = found.attach(article, shelf.texts["a0"])
    assert isinstance(back, Imported)
    (person,) = back.annotators or (None,)
    assert [replace(one, annotator="") for one in back.annotations] == [
        replace(one, annotator="", spans={role: spans for role, spans in one.spans.items() if spans})
        for one in shelf.records
    ]
    assert person is None or person.name == "Clara"
