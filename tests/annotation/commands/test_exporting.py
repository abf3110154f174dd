"""Writing labelled datasets."""

import json
import shlex
import shutil
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
        (("--folds", "1"), "needs 2 to 100 folds"),
        (("--split", "1/1/1", "--stratify", "moon"), "cannot be made alike in “moon”"),
        (("--layer", "poem"), "no layer “poem”"),
        (("--quotes",), "give --quotes with --no-texts"),
        (("--key", "key.csv"), "give --anonymise, too"),
        (("--preset", "poem"), "no preset “poem”"),
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


def test_parts_are_told_with_their_groups(file: Path, tmp_path: Path) -> None:
    document = answer("export", file, "--format", "jsonl", "--out", tmp_path / "out", "--folds", "3")
    assert document["parts"] == {"fold-1": 1, "fold-2": 1, "fold-3": 1}
    assert document["groups"] == {"number": 3, "largest": 1}
    said = run("export", file, "--format", "jsonl", "--out", tmp_path / "out", "--folds", "3")
    assert "Articles of the parts: fold-1 1, fold-2 1, fold-3 1" in said.stdout


def test_the_command_of_a_manifest_writes_the_same_again(file: Path, tmp_path: Path) -> None:
    words = """--format jsonl --split 1/1/1 --seed 5 --stratify labels --group day --anonymise --no-texts
               --quotes --no-provenance --suggestions --layer entity --query Roux --manifest --card
               --croissant --agreement --licence MIT --creator A.B. --title T --description D --url u
               --dataset-version 2"""
    chosen = words.split()
    out = tmp_path / "out"
    assert run("export", file, "--out", out, *chosen).exit_code == 0
    before = {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    told = shlex.split(json.loads(before["manifest.json"])["command"])
    assert told[:3] == ["selon", "export", file.name]
    again = [str(file) if word == file.name else str(out) if word == "out" else word for word in told[1:]]
    shutil.rmtree(out)
    assert run(*again).exit_code == 0
    assert {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_preset_is_changed_by_what_is_given(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    document = answer("export", file, "--preset", "statistics", "--out", out, "--option", "separator=tab")
    assert (out / "sources.csv").is_file()
    assert document["annotations"] == 2
    document = answer("export", file, "--preset", "deposit", "--out", tmp_path / "x.jsonl", "--set", "gold")
    assert document["annotations"] == 1
    assert (tmp_path / "x.manifest.json").is_file()


def test_the_key_is_written_where_it_is_asked_for(file: Path, tmp_path: Path) -> None:
    key = tmp_path / "private" / "key.csv"
    answer("export", file, "--format", "jsonl", "--out", tmp_path / "out", "--anonymise", "--key", key)
    assert {line.split(",")[1] for line in key.read_text("utf-8").splitlines()} == {"name", "Ann", "Bob"}
    assert b"Ann" not in (tmp_path / "out" / "articles.jsonl").read_bytes()


def test_a_dry_run_tells_and_writes_nothing(file: Path, tmp_path: Path) -> None:
    said = run("export", file, "--format", "jsonl", "--out", tmp_path / "out", "--no-texts", "--dry-run")
    assert said.stdout.startswith("Would write 3 articles with 8 annotations")
    assert "Texts of articles: 3." in said.stdout
    assert not (tmp_path / "out").exists()


def test_without_a_format_the_command_is_not_understood(file: Path, tmp_path: Path) -> None:
    result = run("export", file, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "Name a format with --format, or a preset with --preset." in result.output


def test_of_very_many_files_the_first_are_named_and_the_others_counted(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = run("export", file, "--format", "webanno", "--out", out).stdout.splitlines()[0]
    count = len([found for found in out.rglob("*") if found.is_file()])
    assert count > 6
    assert said.endswith(f" and {count - 5} more files")
    assert said.count(".tsv") == 5
