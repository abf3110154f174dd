"""Groups whose name is no article of theirs, as files bring them."""

from pathlib import Path

from annotation.operations import AddArticles
from annotation.project import CorpusQuery, create_project
from annotation.project.duplicates import representatives_of
from tests.annotation.newsroom import imported


def test_a_group_named_by_a_file_is_represented_by_its_earliest_article(tmp_path: Path) -> None:
    made = (
        imported("a", "un", duplicates="g7", published="2024-02-01"),
        imported("b", "deux", duplicates="g7", published="2024-01-01"),
        imported("c", "trois", duplicates="g7", published=""),
        imported("alone", "quatre", duplicates="g8"),
    )
    with create_project(tmp_path / "x.selon") as project:
        project.apply(AddArticles(imported=made))
        assert representatives_of(project.read.db, ["a", "b", "c", "alone"]) == {"a": "b", "c": "b"}
        for query, expected in {"only": "a c", "none": "b alone", "first": "b", "any": "a b c"}.items():
            found = project.read.corpus_ids(CorpusQuery(search=f"copies:{query}"))
            assert found == expected.split()
