"""Annotations of a long article in two goes."""

from pathlib import Path

from annotation.importers import Imported
from annotation.operations import AddArticles, ArticleSuggestions, StoreSuggestions
from annotation.project import Project, create_project, decode_annotations, raw_annotations
from annotation.records import MACHINE, Article, Span, Spans, Suggestion, digest, place_of

TEXT = "mot " * 100


def make(path: Path, *spans: Spans) -> Project:
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


def test_all_annotations_are_read_raw_and_decoded_elsewhere(tmp_path: Path) -> None:
    with make(
        tmp_path / "p.selon", *({"cue": (Span(start, start + 3),)} for start in (0, 4, 392))
    ) as project:
        rows = raw_annotations(project.read, "a", [MACHINE.id])
        assert sorted(decode_annotations(rows), key=place_of) == project.read.annotations("a")
        assert raw_annotations(project.read, "a", ["ana"]) == []
        assert raw_annotations(project.read, "b", [MACHINE.id]) == []


def test_those_of_the_beginning_are_found_by_where_their_first_role_starts(tmp_path: Path) -> None:
    spans: list[dict[str, tuple[Span, ...]]] = [
        {"cue": (Span(start, start + 3),)} for start in (0, 96, 100, 392)
    ]
    spans.append({"source": (Span(8, 11), Span(200, 203)), "cue": (Span(300, 303),)})
    with make(tmp_path / "p.selon", *spans) as project:
        found = decode_annotations(raw_annotations(project.read, "a", [MACHINE.id, "ana"], end=100))
        starts = sorted(min(span.start for role in one.spans.values() for span in role) for one in found)
        assert starts == [0, 8, 96]
