"""Operations in small turns: where somebody is to go first, nothing of them has happened."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from annotation.importers import Imported
from annotation.operations import (
    AddArticles,
    ArticleSuggestions,
    PutAnnotator,
    RenewSuggestions,
    StoreSuggestions,
)
from annotation.operations.settings import ChangeSetting
from annotation.project import Project, create_project
from annotation.project.turns import Turn
from annotation.records import MACHINE, Annotator, Article, Span, Suggestion, digest

TEXT = "Le ministre a reçu la ministre." * 4


class SomebodyElse(Exception):
    """Raised where another goes first."""


class Patience(Turn):
    """Gives way after so many turns."""

    def __init__(self, turns: int) -> None:
        self.left = turns
        self.kept = 0

    def __call__(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise SomebodyElse

    def keep(self, many: Iterable[object]) -> None:
        self.kept += len(list(many))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An article with suggestions whose detector was switched off since."""
    made = create_project(tmp_path / "turns.selon")
    article = Article(id="a", title="A", text_sha256=digest(TEXT), length=len(TEXT), lang="fr")
    made.apply(AddArticles(imported=(Imported(article=article, text=TEXT),)))
    made.apply(PutAnnotator(annotator=Annotator(id="p", name="Ana")))
    found = tuple(
        Suggestion(
            key=str(at), layer="entity", spans={"mention": (Span(at, at + 8),)},
            features={"type": "PER"}, origin="entities/1",
        )
        for at in range(3, 90, 9)
    )  # fmt: skip
    made.apply(StoreSuggestions(found=(ArticleSuggestions(article="a", lang="fr", suggestions=found),)))
    made.apply(ChangeSetting(key="detection", value={"off": ["entities"]}, actor="p"))
    return made


def test_what_gives_way_leaves_the_project_as_it_was_at_whatever_turn(project: Project) -> None:
    with project:
        before = project.read.annotations("a", [MACHINE.id])
        entry = project.read.last_entry()
        assert len(before) == 10
        for turns in range(0, 60, 3):
            with pytest.raises(SomebodyElse):
                project.apply(RenewSuggestions(articles=("a",)), turn=Patience(turns))
            assert project.read.annotations("a", [MACHINE.id]) == before
            assert project.read.last_entry() == entry


def test_what_nobody_disturbs_is_done_whole_and_hands_on_what_it_made(project: Project) -> None:
    with project:
        patience = Patience(10_000)
        changes = project.apply(RenewSuggestions(articles=("a",)), turn=patience)
        assert len(changes.items) == 10
        assert patience.kept == 20
        assert project.read.annotations("a", [MACHINE.id]) == []


def test_the_next_operation_gives_way_to_nobody(project: Project) -> None:
    with project:
        with pytest.raises(SomebodyElse):
            project.apply(RenewSuggestions(articles=("a",)), turn=Patience(3))
        assert len(project.apply(RenewSuggestions(articles=("a",))).items) == 10
