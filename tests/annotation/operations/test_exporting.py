"""An export is complete and in its place, or what was there is untouched."""

import json
import os
from pathlib import Path

import pytest

from annotation.errors import PlugError
from annotation.exporters import EXPORTERS, ExportFailure, Options, Progress, Report
from annotation.operations import Accept, AddAnnotations, Discard, export_project, part_of
from annotation.project import Project, ProjectError
from annotation.project.selection import Selection
from annotation.records import Reader, Status
from tests.annotation.newsroom import ANN, BOB, annotation, named

EVERYTHING = Selection()


def quietly(done: int, total: int) -> None:
    """Progress that nobody watches."""


def export(project: Project, out: Path, selection: Selection = EVERYTHING) -> Report:
    return export_project(project.read, "jsonl", out, selection, quietly)


def content(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def records(path: Path) -> set[tuple[object, object]]:
    """(annotator, status) of every annotation in a file."""
    found: set[tuple[object, object]] = set()
    for row in rows(path):
        annotations = row["annotations"]
        assert isinstance(annotations, list)
        found |= {(one["annotator"], one["status"]) for one in annotations}
    return found


def test_a_folder_is_made_with_all_its_parents(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "far" / "away" / "out"
    report = export(project, out)
    assert report.files == (out / "articles.jsonl", out / "entities.jsonl")
    assert (report.articles, report.annotations) == (3, 6)
    assert sorted(content(tmp_path / "far")) == ["away/out/articles.jsonl", "away/out/entities.jsonl"]


@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.JSONL", "été 👍.jsonl"])
def test_one_file_is_written_where_its_name_ends_so(name: str, project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    report = export(project, folder / name)
    assert report.files == (folder / name,)
    assert list(content(folder)) == [name]


def test_an_earlier_export_is_replaced_and_other_files_stay(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(project, out)
    (out / "notes.txt").write_text("mine")
    (out / "articles.jsonl").write_text("old")
    export(project, out)
    assert sorted(content(out)) == ["articles.jsonl", "entities.jsonl", "notes.txt"]
    assert (out / "notes.txt").read_text() == "mine"
    assert len(rows(out / "articles.jsonl")) == 3


@pytest.mark.parametrize("out", [".", "./", "sub/.."])
def test_the_folder_may_be_this_one(
    out: str, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    (here / "sub").mkdir(parents=True)
    monkeypatch.chdir(here)
    export(project, Path(out))
    assert sorted(content(here)) == ["articles.jsonl", "entities.jsonl"]
    assert {path.name for path in tmp_path.iterdir() if not path.name.startswith(".~lock")} == {
        "here",
        "newsroom.selon",
    }


class Cancelled(Exception):
    """What the caller raises to stop."""


def test_a_cancelled_export_leaves_what_was_there(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(project, out)
    before = content(tmp_path)

    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_project(project.read, "jsonl", out, EVERYTHING, cancel)
    assert content(tmp_path) == before


class Failing:
    """An exporter that writes a file and then finds the disk full."""

    name = "failing"
    label = "Failing"
    extension = ".jsonl"
    options = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        out.mkdir()
        (out / "articles.jsonl").write_text("half")
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_what_was_there(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    export(project, out)
    before = content(tmp_path)
    monkeypatch.setitem(EXPORTERS._loaded, "jsonl", Failing())
    with pytest.raises(ExportFailure, match="No space left on device"):
        export(project, out)
    assert content(tmp_path) == before


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("annotation.operations.exporting.mkdtemp", refuse)
    with pytest.raises(ExportFailure, match=r"cannot be written to “.*out” \(Permission denied\)"):
        export(project, tmp_path / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_left_alone(project: Project, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(ExportFailure, match="Permission denied"):
        export(project, locked / "out")


def test_when_the_second_file_cannot_be_placed_the_first_is_put_back(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    export(project, out)
    (out / "articles.jsonl").write_text("old")
    before = content(tmp_path)
    rename = Path.rename

    def fail_on_entities(self: Path, target: Path) -> Path:
        if target == out / "entities.jsonl" and self.name == "entities.jsonl":
            raise OSError(5, "Input/output error")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", fail_on_entities)
        with pytest.raises(ExportFailure, match="Input/output error"):
            export(project, out)
    assert content(tmp_path) == before


def test_a_file_in_the_place_of_the_folder_is_left_alone(project: Project, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportFailure):
        export(project, tmp_path / "out")
    with pytest.raises(ExportFailure):
        export(project, tmp_path / "out" / "deeper")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_in_the_place_of_a_file_is_left_alone(project: Project, tmp_path: Path) -> None:
    (tmp_path / "out" / "articles.jsonl").mkdir(parents=True)
    for out in (tmp_path / "out", tmp_path / "out" / "articles.jsonl"):
        with pytest.raises(ExportFailure, match="is a folder"):
            export(project, out)
    assert content(tmp_path / "out") == {}


def test_an_unknown_format_is_refused_before_anything_is_touched(project: Project, tmp_path: Path) -> None:
    with pytest.raises(PlugError, match="no “poem” among exporters"):
        export_project(project.read, "poem", tmp_path / "out", EVERYTHING, quietly)
    assert not (tmp_path / "out").exists()


def test_the_set_of_one_annotator_holds_only_theirs(project: Project, tmp_path: Path) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    project.apply(Discard(annotations=(named(project, "e2").id,), actor=BOB.id))
    gold = annotation("g1", "gold", "entity", {"mention": ["OTAN"]}, type="ORG")
    project.apply(AddAnnotations(annotations=(gold,)))
    expected = {
        "Ann": {("Ann", "accepted")},
        "Bob": {("Bob", "rejected")},
        "machine": {("machine", "suggested")},
        "gold": {("gold", "accepted")},
    }
    for name, found in expected.items():
        export(project, tmp_path / f"{name}.jsonl", Selection(annotator=name))
        assert records(tmp_path / f"{name}.jsonl") == found
    export(project, tmp_path / "all.jsonl")
    assert records(tmp_path / "all.jsonl") == set().union(*expected.values())


def test_the_status_chooses_among_them(project: Project, tmp_path: Path) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    export(project, tmp_path / "x.jsonl", Selection(statuses=frozenset([Status.ACCEPTED])))
    assert records(tmp_path / "x.jsonl") == {("Ann", "accepted")}


def test_an_unknown_annotator_is_answered_with_those_that_exist(project: Project, tmp_path: Path) -> None:
    with pytest.raises(
        ProjectError, match="no annotator “Zoe” in this project: there are Ann, Bob, gold, machine"
    ):
        export(project, tmp_path / "x", Selection(annotator="Zoe"))


def test_only_chosen_articles_are_written_and_counted(project: Project, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    chosen = Selection(articles=frozenset(["a3", "a1"]))
    report = export_project(
        project.read, "jsonl", tmp_path / "x.jsonl", chosen, lambda *now: told.append(now)
    )
    assert [row["id"] for row in rows(tmp_path / "x.jsonl")] == ["a1", "a3"]
    assert report.articles == 2
    assert told[0] == (0, 2)
    assert told[-1] == (2, 2)


def test_the_parts_of_a_split_lie_in_the_folder_or_beside_the_file() -> None:
    jsonl = EXPORTERS["jsonl"]
    assert part_of(jsonl, Path("out"), "dev") == Path("out/dev")
    assert part_of(jsonl, Path("out/corpus.jsonl"), "dev") == Path("out/corpus.dev.jsonl")
