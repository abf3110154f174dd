"""The last exports of a project are remembered on this computer, and the project stays as it is."""

from pathlib import Path

import pytest

from annotation.exporters import Loss
from annotation.operations.sets import SetReport, remembering
from annotation.operations.sets.remembering import past_exports, remember_export

REPORT = SetReport(files=(Path("a"),), articles=3, annotations=5, parts={"train": 3},
                   losses=(Loss(what="Notes", count=2, done="Cut."),))  # fmt: skip


def test_an_export_is_remembered_with_its_losses(tmp_path: Path) -> None:
    project = tmp_path / "press.selon"
    assert past_exports(project) == []
    made = remember_export(project, "csv", tmp_path / "out", REPORT, "selon export …")
    assert past_exports(project) == [made]
    assert (made.losses, made.parts, made.command) == (REPORT.losses, {"train": 3}, "selon export …")
    assert past_exports(tmp_path / "other.selon") == []


def test_the_newest_comes_first_and_old_ones_go(tmp_path: Path) -> None:
    project = tmp_path / "press.selon"
    for number in range(25):
        remember_export(project, "csv", tmp_path / str(number), REPORT, "")
    found = past_exports(project)
    assert [Path(one.out).name for one in found] == [str(number) for number in range(24, 4, -1)]


@pytest.mark.parametrize("written", ["", "{", "3", "[3]", "[{}]", '[{"losses": [{}]}]'])
def test_what_cannot_be_read_is_passed_over(written: str, tmp_path: Path) -> None:
    project = tmp_path / "press.selon"
    remember_export(project, "csv", tmp_path, REPORT, "")
    remembering._place(project).write_text(written, "utf-8")
    assert past_exports(project) == []
    remember_export(project, "csv", tmp_path, REPORT, "")
    assert len(past_exports(project)) == 1


def test_a_full_disk_loses_only_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", refuse)
    assert remember_export(tmp_path / "press.selon", "csv", tmp_path, REPORT, "").articles == 3
