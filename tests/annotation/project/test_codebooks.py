"""The records of some layers are read in batches, and versions know who applied them."""

from pathlib import Path

from annotation.operations import ApplyCodebook, Revert
from annotation.project import create_project
from tests.annotation.newsroom import ANN, newsroom

SMALL = '[layer.mood.role.words]\nhelp = "{}"'


def test_records_of_layers_come_in_batches_each_once(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        wanted = {
            record.id for record in project.read.annotations("a1") if record.layer in ("entity", "stance")
        }
        wanted |= {record.id for record in project.read.annotations("a2") if record.layer == "entity"}
        seen: list[str] = []
        row = 0
        while batch := project.read.labelled_after(row, ["entity", "stance"], 2):
            assert len(batch) <= 2
            seen += [record.id for _row, record in batch]
            row = batch[-1][0]
        assert sorted(seen) == sorted(wanted)
        assert project.read.count_labelled(["entity", "stance"]) == len(wanted)
        assert project.read.count_labelled([]) == 0


def test_an_undone_version_is_none_and_the_next_takes_its_number(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.selon") as project:
        changes = project.apply(ApplyCodebook(toml=SMALL.format(1), actor=ANN.id))
        project.apply(Revert(changes=changes))
        assert [one.version.id for one in project.read.codebook_versions()] == ["1"]
        project.apply(ApplyCodebook(toml=SMALL.format(2), note="again"))
        newest, *_earlier = project.read.codebook_versions()
        assert (newest.version.id, newest.version.note) == ("2", "again")
