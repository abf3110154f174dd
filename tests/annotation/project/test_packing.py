"""A part of a project as a project of its own."""

from pathlib import Path

import pytest

from annotation.operations.sample import create_sample_project
from annotation.project import ProjectError, open_project, pack_project, stamp_of
from annotation.records import Annotator, CodebookVersion


def test_what_is_copied_is_as_old_as_it_was(tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "sample.selon") as sample:
        camille = next(one for one in sample.read.annotators().values() if one.name == "Camille")
        pack_project(sample.read, tmp_path / "part.selon", camille, ["drones-ukraine"])
        before = sample.read.annotations("drones-ukraine", [camille.id])
        with open_project(tmp_path / "part.selon") as part:
            assert part.read.article_ids() == ["drones-ukraine"]
            copied = part.read.annotations("drones-ukraine", [camille.id])
            assert copied == before
            assert [stamp_of(part.read, one) for one in copied] == [
                stamp_of(sample.read, one) for one in before
            ]
            assert part.read.all(CodebookVersion) == sample.read.all(CodebookVersion)
            assert part.read.heard("drones-ukraine") == sample.read.heard("drones-ukraine")
            assert part.search("drones")


def test_no_articles_make_an_empty_package(tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "sample.selon") as sample:
        pack_project(sample.read, tmp_path / "none.selon", Annotator(id="z", name="Zoé"), [])
    with open_project(tmp_path / "none.selon") as part:
        assert part.read.count_articles() == 0
        assert "z" in part.read.annotators()


def test_an_article_that_is_gone_leaves_no_file(tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "sample.selon") as sample, pytest.raises(ProjectError):
        pack_project(sample.read, tmp_path / "bad.selon", Annotator(id="z", name="Zoé"), ["nothing"])
    assert not (tmp_path / "bad.selon").exists()
