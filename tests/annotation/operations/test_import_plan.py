"""What a person decides about files, and what of it a project remembers."""

from pathlib import Path

import pytest

from annotation.errors import AnnotationError
from annotation.importers import Imported
from annotation.operations import ChangeSetting, ImportPlan
from annotation.operations.import_plan import TABLES, check_plan, remember, with_memory
from annotation.project import Project
from annotation.records import Article, Json, digest


def test_columns_and_labels_are_remembered_and_what_is_damaged_is_no_choice(project: Project) -> None:
    remember(ImportPlan(tables={"a": {"text": "b"}}, labels={"c": "skip"}), project)
    assert with_memory(ImportPlan(), project.read).labels == {"c": "skip"}
    remember(ImportPlan(), project)
    assert with_memory(ImportPlan(), project.read).tables == {"a": {"text": "b"}}
    damaged: dict[str, Json] = {"a": {"text": "b"}, "z": 3}
    project.apply(ChangeSetting(key=TABLES, value=damaged))
    assert with_memory(ImportPlan(), project.read).tables == {"a": {"text": "b"}}
    project.apply(ChangeSetting(key=TABLES, value="nothing"))
    assert with_memory(ImportPlan(), project.read).tables == {}


@pytest.mark.parametrize(
    ("plan", "what"),
    [
        (ImportPlan(columns={"colour": "a"}), "“colour”"),
        (ImportPlan(labels={"Person": "entity.type=HUMAN"}), "entity.type=HUMAN"),
        (ImportPlan(labels={"Person": "animal"}), "animal"),
    ],
)
def test_a_choice_that_there_is_not_is_refused_by_name(project: Project, plan: ImportPlan, what: str) -> None:
    with pytest.raises(AnnotationError, match=what):
        check_plan(plan, project.read.codebook)


def test_a_file_of_its_own_choice_is_read_so_and_all_others_as_usual() -> None:
    plan = ImportPlan(
        format="txt", formats={"a.md": "markdown"}, encoding="guess", encodings={"a.md": "cp1252"}
    )
    assert [plan.format_of(Path(name)) for name in ("a.md", "b.txt")] == ["markdown", "txt"]
    assert [plan.choices(Path(name))["encoding"] for name in ("a.md", "b.txt")] == ["cp1252", "guess"]


def test_what_a_person_wrote_is_a_guess_no_more() -> None:
    metadata = {"guessed": ["title", "published"], "desk": "City"}
    article = Article(id="a", title="T", text_sha256=digest("T"), length=1, metadata=metadata)
    plan = ImportPlan(edits={"a": {"title": " Better ", "outlet": ""}})
    found = plan.edit(Imported(article=article, text="T")).article
    assert (found.title, found.outlet) == ("Better", None)
    assert found.metadata == {"guessed": ["published"], "desk": "City"}
    assert ImportPlan().edit(Imported(article=article, text="T")).article is article
