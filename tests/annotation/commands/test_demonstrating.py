"""The main job on the bundled sample, with a stand-in for the operation, which has tests of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotation.cli import cli
from annotation.operations.demonstration import Demonstration
from tests.annotation.commands.runner import answer


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read."""

    def demonstrate(out: Path, progress: Callable[[int, int], None]) -> Demonstration:
        progress(2, 2)
        return Demonstration(
            project=out / "sample.selon", files=(out / "x.jsonl",), articles=2, suggestions=5, annotations=3
        )

    monkeypatch.setattr("annotation.commands.demonstrating.demonstrate", demonstrate)


def test_the_demonstration_says_what_was_written_where(tmp_path: Path) -> None:
    assert answer("demo", "--out", tmp_path) == {
        "project": str(tmp_path / "sample.selon"),
        "files": [str(tmp_path / "x.jsonl")],
        "articles": 2,
        "suggestions": 5,
        "annotations": 3,
    }


def test_the_window_opens_on_the_project_where_there_is_one(tmp_path: Path) -> None:
    shown: list[Path] = []

    def show(project: Path) -> int:
        shown.append(project)
        return 7

    done = CliRunner(env={"SELON_LANG": "en"}).invoke(cli, ["demo", "--out", str(tmp_path)], obj=show)
    assert (done.exit_code, shown) == (7, [tmp_path / "sample.selon"])
    assert "Wrote" in done.stdout
    assert CliRunner().invoke(cli, ["demo", "--out", str(tmp_path), "--json"], obj=show).exit_code == 0
    assert len(shown) == 1
