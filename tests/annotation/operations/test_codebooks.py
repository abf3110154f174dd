"""Putting another codebook in force."""

import pytest

from annotation.codebook import CodebookError
from annotation.operations import ApplyCodebook, Revert
from annotation.project import Project
from annotation.records import CodebookVersion
from tests.annotation.newsroom import named

SMALL = 'id = "small"\n[layer.mood.role.words]'


def test_a_codebook_is_in_force_at_once_and_the_earlier_ones_are_kept(project: Project) -> None:
    before = project.read.codebook_toml
    project.apply(ApplyCodebook(toml=SMALL, note="pilot"))
    assert project.read.codebook.id == "small"
    first, second = project.read.all(CodebookVersion)
    assert (first.toml, second.toml, second.note) == (before, SMALL, "pilot")


def test_the_tenth_version_comes_after_the_ninth(project: Project) -> None:
    for number in range(2, 12):
        project.apply(ApplyCodebook(toml=f"{SMALL}\n# {number}"))
        assert project.read.codebook_toml.endswith(f"# {number}")


def test_the_same_codebook_again_is_no_change(project: Project) -> None:
    assert not project.apply(ApplyCodebook(toml=project.read.codebook_toml))


def test_a_codebook_that_cannot_be_used_is_refused(project: Project) -> None:
    with pytest.raises(CodebookError, match="no layer"):
        project.apply(ApplyCodebook(toml=""))
    assert len(project.read.all(CodebookVersion)) == 1


def test_annotations_keep_every_value(project: Project) -> None:
    before = named(project, "s1")
    project.apply(ApplyCodebook(toml=SMALL))
    assert named(project, "s1") == before


def test_an_undone_codebook_is_no_longer_in_force(project: Project) -> None:
    changes = project.apply(ApplyCodebook(toml=SMALL))
    project.apply(Revert(changes=changes))
    assert project.read.codebook.id == "selon-default"
    project.apply(ApplyCodebook(toml=SMALL + "\n# again"))
    assert project.read.codebook_toml.endswith("# again")
