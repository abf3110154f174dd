"""Annotations by stretches of a text."""

from pathlib import Path

from annotation.importers import Imported
from annotation.operations import AddArticles, ArticleSuggestions, StoreSuggestions
from annotation.project import Project, annotations_from, create_project
from annotation.records import MACHINE, Article, Span, Suggestion, digest

TEXT = "mot " * 100


def make(path: Path, *spans: dict[str, tuple[Span, ...]]) -> Project:
    """A project with one article and a suggestion for each of some spans."""
    project = create_project(path)
    article = Article(id="a", title="A", text_sha256=digest(TEXT), length=len(TEXT), lang="fr")
    project.apply(AddArticles(imported=(Imported(article=article, text=TEXT),)))
    found = tuple(
        Suggestion(key=str(n), layer="source", spans=one, features={}, origin="attributions/1")
        for n, one in enumerate(spans)
    )
    every = ArticleSuggestions(article="a", lang="fr", suggestions=found)
    project.apply(StoreSuggestions(found=(every,)))
    return project


def test_every_annotation_is_in_exactly_one_stretch(tmp_path: Path) -> None:
    spans = [{"cue": (Span(start, start + 3),)} for start in (0, 4, 96, 100, 392)]
    spans.append({"source": (Span(200, 203), Span(8, 11)), "cue": (Span(0, 3),)})
    with make(tmp_path / "p.selon", *spans) as project:
        cuts = range(0, 401, 50)
        found = [
            one.id
            for start in cuts
            for one in annotations_from(project.read, "a", [MACHINE.id], start, start + 50)
        ]
        assert sorted(found) == sorted(one.id for one in project.read.annotations("a"))
        assert len(found) == 6


def test_only_those_of_the_annotators_asked_for_are_found(tmp_path: Path) -> None:
    with make(tmp_path / "p.selon", {"cue": (Span(0, 3),)}) as project:
        [found] = annotations_from(project.read, "a", [MACHINE.id, "ana"], 0, 10)
        assert found == project.read.annotations("a")[0]
        assert annotations_from(project.read, "a", ["ana"], 0, 10) == []
        assert annotations_from(project.read, "a", [MACHINE.id], 1, 10) == []
        assert annotations_from(project.read, "b", [MACHINE.id], 0, 10) == []
