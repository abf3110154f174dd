"""A set is written whole or not at all, and the same wish writes the same bytes."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.exporters import ExportFailure
from annotation.operations import OperationError, saved_filters
from annotation.operations.filters import SaveFilter
from annotation.operations.sets import Pseudonyms, SetReport, SetWish, export_set
from annotation.operations.sets.wish import About
from annotation.operations.splitting import Division
from annotation.project import Project, ProjectError, create_project
from annotation.records import Shown
from tests.conftest import REPOSITORY

SPLIT = Division(shares="1/1/1", seed=3)


def write(project: Project, wish: SetWish, out: Path, *, keep: bool = True) -> SetReport:
    return export_set(project, wish, out, lambda done, total: None, keep=keep)


def content(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def articles(path: Path) -> Iterator[dict[str, object]]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def test_parts_lie_beside_each_other_with_what_describes_them(decided: Project, tmp_path: Path) -> None:
    wish = SetWish(division=SPLIT, manifest=True, card=True, croissant=True)
    report = write(decided, wish, tmp_path / "out")
    assert sorted(content(tmp_path / "out")) == [
        "README.md", "codebook.toml", "croissant.json", "dev/articles.jsonl", "dev/entities.jsonl",
        "manifest.json", "test/articles.jsonl", "test/entities.jsonl", "train/articles.jsonl",
        "train/entities.jsonl",
    ]  # fmt: skip
    assert report.parts == {"train": 1, "dev": 1, "test": 1}
    assert (report.articles, report.annotations, report.groups, report.largest) == (3, 10, 3, 1)
    assert set(report.files) == {tmp_path / "out" / name for name in content(tmp_path / "out")}


def test_beside_one_file_what_describes_it_is_called_after_it(decided: Project, tmp_path: Path) -> None:
    write(decided, SetWish(division=SPLIT, manifest=True, card=True), tmp_path / "out" / "press.jsonl")
    assert sorted(content(tmp_path / "out")) == [
        "press.README.md", "press.codebook.toml", "press.dev.jsonl", "press.manifest.json",
        "press.test.jsonl", "press.train.jsonl",
    ]  # fmt: skip
    manifest = json.loads((tmp_path / "out" / "press.manifest.json").read_text("utf-8"))
    assert [one["path"] for one in manifest["files"]][:2] == ["press.README.md", "press.codebook.toml"]


def test_the_manifest_has_the_checksum_of_each_file(decided: Project, tmp_path: Path) -> None:
    write(decided, SetWish(division=SPLIT, manifest=True, card=True, croissant=True), tmp_path / "out")
    found = content(tmp_path / "out")
    manifest = json.loads(found.pop("manifest.json"))
    sums = {one["path"]: (one["bytes"], one["sha256"]) for one in manifest["files"]}
    assert sums == {
        name: (len(written), hashlib.sha256(written).hexdigest()) for name, written in found.items()
    }
    assert {one["part"] for one in manifest["files"]} == {None, "train", "dev", "test"}


def test_the_same_wish_writes_the_same_bytes_in_another_process(decided: Project, tmp_path: Path) -> None:
    wish = SetWish(format="csv", division=SPLIT, anonymise=True, manifest=True, card=True, croissant=True)
    write(decided, wish, tmp_path / "here" / "out")
    path = decided.path
    decided.close()
    words = ["--format", "csv", "--split", "1/1/1", "--seed", "3", "--anonymise", "--manifest", "--card",
             "--croissant"]  # fmt: skip
    environment = {**os.environ, "SELON_LANG": "en", "PYTHONHASHSEED": "7", "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, str(REPOSITORY / "main.py"), "export", str(path), *words, "--out", "there/out"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert content(tmp_path / "there") == content(tmp_path / "here")


def test_a_set_that_is_not_to_be_kept_says_what_would_be_lost(decided: Project, tmp_path: Path) -> None:
    report = write(decided, SetWish(shown=Shown.QUOTES, manifest=True), tmp_path / "out", keep=False)
    assert report.losses
    assert report.annotations
    assert not (tmp_path / "out").exists()
    assert {path.name for path in tmp_path.iterdir() if "export" in path.name} == set()


def test_only_chosen_articles_are_divided(decided: Project, tmp_path: Path) -> None:
    decided.apply(SaveFilter(name="Two", query="Roux"))
    assert saved_filters(decided.read)
    for filter_ in ("two", "Roux"):
        report = write(decided, SetWish(filter=filter_, division=SPLIT), tmp_path / filter_)
        assert report.articles == 2
        assert sum((report.parts or {}).values()) == 2


def test_nobody_is_named_in_any_file_of_an_anonymous_set(decided: Project, tmp_path: Path) -> None:
    pseudonym = Pseudonyms.of(decided.read).called("Ann")
    wish = SetWish(
        annotator="Ann", filter="Ann OR Roux", anonymise=True, manifest=True, card=True, croissant=True
    )
    for name, whose in (("by-name", "Ann"), ("by-pseudonym", pseudonym)):
        report = write(decided, replace(wish, annotator=whose), tmp_path / name)
        assert report.annotations == 2
        written = b"\n".join(content(tmp_path / name).values())
        assert pseudonym.encode() in written
        assert b"Ann " not in written
        assert b'"Ann"' not in written
        assert b"p-ann" not in written
    lines = [content(tmp_path / name)["articles.jsonl"] for name in ("by-name", "by-pseudonym")]
    assert lines[0] == lines[1]


def test_texts_are_left_out_with_or_without_quotes(decided: Project, tmp_path: Path) -> None:
    for shown in (Shown.QUOTES, Shown.NOTHING):
        out = tmp_path / shown
        report = write(decided, SetWish(shown=shown, card=True), out)
        assert report.losses[0].count == 3
        rows = list(articles(out / "articles.jsonl"))
        assert [row["text"] for row in rows] == [None] * 3
        assert all(len(str(row["text_sha256"])) == 64 for row in rows)
        written = (out / "articles.jsonl").read_text("utf-8")
        assert ("tiendrons" in written) is (shown is Shown.QUOTES)


def test_a_format_that_needs_texts_has_covered_ones(decided: Project, tmp_path: Path) -> None:
    write(decided, SetWish(format="brat", shown=Shown.NOTHING), tmp_path / "out")
    written = "\n".join(
        found.decode() for name, found in content(tmp_path / "out").items() if name.endswith(".txt")
    )
    assert "Nina" not in written
    assert "xxxx xxxx" in written


def test_networks_name_people_and_hold_no_text_to_be_covered(decided: Project, tmp_path: Path) -> None:
    report = write(decided, SetWish(format="graphml", shown=Shown.NOTHING), tmp_path / "out")
    assert not any("Texts" in loss.what for loss in report.losses)


def test_a_format_that_writes_its_own_parts_is_written_once(decided: Project, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    wish = SetWish(format="huggingface", division=SPLIT, manifest=True, card=True,
                   about=About(title="Press", licence="CC-BY-4.0"))  # fmt: skip
    write(decided, wish, tmp_path / "out")
    names = set(content(tmp_path / "out"))
    assert {"README.md", "manifest.json", "articles/train-00000-of-00001.parquet"} <= names
    card = content(tmp_path / "out")["README.md"].decode()
    assert "CC-BY-4.0".casefold() in card.casefold()
    manifest = json.loads(content(tmp_path / "out")["manifest.json"])
    assert [part["articles"] for part in manifest["parts"]] == [1, 1, 1]


def test_progress_counts_over_all_parts(decided: Project, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export_set(decided, SetWish(division=SPLIT), tmp_path / "out", lambda *now: told.append(now))
    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)
    assert told == sorted(told)


class Cancelled(Exception):
    """What the caller raises to stop."""


def test_a_set_that_is_stopped_in_its_second_part_leaves_nothing(decided: Project, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_set(decided, SetWish(division=SPLIT), tmp_path / "out", stop)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("wish", "error", "sentence"),
    [
        (SetWish(layers=("poem",)), ProjectError, "no layer “poem”"),
        (SetWish(annotator="Zoe"), ProjectError, "no annotator “Zoe”"),
        (SetWish(annotator="Zoe", anonymise=True), ProjectError, "no annotator “Zoe”"),
        (SetWish(filter="is:poem"), ProjectError, "“is:poem” says nothing"),
        (SetWish(division=Division(shares="1")), OperationError, "is no split"),
        (SetWish(options={"x": "y"}), ExportFailure, "has no options"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused_before_anything_is_touched(
    wish: SetWish, error: type[Exception], sentence: str, decided: Project, tmp_path: Path
) -> None:
    with pytest.raises(error, match=sentence):
        write(decided, wish, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_project_without_articles_makes_an_empty_set(tmp_path: Path) -> None:
    with create_project(tmp_path / "empty.selon") as project:
        wish = SetWish(division=SPLIT, manifest=True, card=True, croissant=True)
        assert write(project, wish, tmp_path / "out").articles == 0
    assert (tmp_path / "out" / "train" / "articles.jsonl").read_text() == ""
