"""Writing labelled datasets."""

import json
from pathlib import Path

import pytest

from tests.annotation.commands.runner import answer, refused, run


def test_an_export_says_what_it_wrote(file: Path, tmp_path: Path) -> None:
    document = answer("export", file, "--format", "jsonl", "--out", tmp_path / "out")
    files = [str(tmp_path / "out" / name) for name in ("articles.jsonl", "entities.jsonl")]
    assert document == {"articles": 3, "annotations": 8, "files": files, "losses": []}
    assert all(Path(name).is_file() for name in files)


@pytest.mark.parametrize(
    ("chosen", "annotators"),
    [
        ((), {"Ann", "gold", "machine"}),
        (("--set", "all"), {"Ann", "gold", "machine"}),
        (("--set", "gold"), {"gold"}),
        (("--set", "annotator", "Ann"), {"Ann"}),
        (("--set", "annotator Ann"), {"Ann"}),
        (("--set", "annotator", "Bob"), set()),
        (("--status", "accepted"), {"Ann", "gold"}),
        (("--status", "accepted", "--status", "suggested"), {"Ann", "gold", "machine"}),
        (("--set", "annotator", "Ann", "--status", "rejected"), set()),
    ],
)
def test_the_set_and_the_status_choose(
    chosen: tuple[str, ...], annotators: set[str], file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.jsonl"
    assert run("export", file, "--format", "jsonl", "--out", out, *chosen).exit_code == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {one["annotator"] for row in rows for one in row["annotations"]} == annotators


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (("--set", "annotator"), "Name the annotator: --set annotator NAME."),
        (("--set", "annotator", "Zoe"), "There is no annotator “Zoe”"),
        (("--set", "Zoe"), "There is no annotator “Zoe”"),
        (("--split", "80/20"), "“80/20” is no split"),
    ],
)
def test_a_wrong_choice_is_one_sentence(
    chosen: tuple[str, ...], sentence: str, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert sentence in refused("export", file, "--format", "jsonl", "--out", out, *chosen)
    assert not out.exists()


def test_a_split_writes_three_parts(file: Path, tmp_path: Path) -> None:
    for out in (tmp_path / "out", tmp_path / "x.jsonl"):
        document = answer(
            "export", file, "--format", "jsonl", "--out", out, "--split", "1/1/1", "--seed", "3"
        )
        assert document["articles"] == 3
        assert len(document["files"]) == (6 if out.suffix == "" else 3)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dev", "test", "train"]
    assert {"x.train.jsonl", "x.dev.jsonl", "x.test.jsonl"} <= {path.name for path in tmp_path.iterdir()}


def test_an_export_to_where_nothing_can_be_written_is_one_sentence(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    assert "taken" in refused("export", file, "--format", "jsonl", "--out", tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "mine"
