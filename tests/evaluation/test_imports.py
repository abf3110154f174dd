"""The tables of imports: everything stated of the samples and of the real files is right."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotation.importers import IMPORTERS
from tests.evaluation.comparing import Outcome, compare
from tests.evaluation.expectations import Expected
from tests.evaluation.guide import BEGIN
from tests.evaluation.imports import (
    GUIDE,
    PAGES,
    SAMPLES,
    as_json,
    lines_of,
    main,
    real_files,
    samples,
    shown,
    write_guide,
    wrong,
)
from tests.evaluation.reports import shared_folder

SLOW = {"conll", "tei", "warc", "pdf", "webanno", "xmi", "prodigy", "rss"}
"""Formats of which the real files take seconds, and which tests of their own hold."""


@pytest.fixture(scope="module")
def own() -> Sequence[Outcome]:
    pytest.importorskip("pyarrow", reason="pyarrow is an extra")
    return [compare(one) for one in samples()]


def test_every_format_has_a_sample() -> None:
    assert {one.format for one in samples()} >= set(IMPORTERS.names)


def test_everything_stated_of_the_samples_is_right(own: Sequence[Outcome]) -> None:
    assert not list(wrong(own))
    assert all(line.good for line in lines_of(own))


def test_the_guide_shows_the_table_of_the_samples(own: Sequence[Outcome], tmp_path: Path) -> None:
    for name in PAGES.values():
        shutil.copy(GUIDE / name, tmp_path / name)
    for page in write_guide(lines_of(own), tmp_path):
        assert page.read_text("utf-8") == (GUIDE / page.name).read_text("utf-8")


def test_everything_stated_of_the_real_files_is_right() -> None:
    there = [one for one in real_files(shared_folder()) if one.format not in SLOW]
    if not there:
        pytest.skip("needs the files to import in ../shared")
    outcomes = [compare(one) for one in there]
    assert [line for line in wrong(outcomes) if not line.startswith("- sample_dna")] == []


def outcome(**changes: object) -> Outcome:
    """A sample of which something wrong may be stated."""
    stated = {"path": SAMPLES / "csv" / "articles.csv", "format": "csv", "count": 2,
              "articles": ({"title": "La gare; encore", "published": "2026-02-03"},),
              "facts": {"left_out": 1}} | changes  # fmt: skip
    return compare(Expected(**stated))  # type: ignore[arg-type]  # one of the values is an object


def test_a_wrong_fact_is_named_and_counted() -> None:
    found = outcome(articles=({"title": "Une autre"},))
    (line,) = lines_of([found, outcome()])
    assert (line.files, line.expected, line.found) == (2, 4, 4)
    assert line.right["title"] == (1, 2)
    assert line.right["date"] == (1, 1)
    assert not line.good
    (said,) = wrong([found])
    assert said == "- articles.csv, article 1: title is 'La gare; encore', not 'Une autre'"


def test_a_line_is_right_when_all_of_it_is() -> None:
    (line,) = lines_of([outcome()])
    assert line.good
    assert line.cells()[:5] == ["`csv`", "1", "2", "2", "1 of 1"]


def test_two_facts_of_one_article_in_one_column_count_once() -> None:
    (line,) = lines_of([outcome(articles=({"day_from": "2026-02-01", "day_to": "2026-02-02"},))])
    assert line.right["date"] == (0, 1)


def test_a_file_is_an_object_in_json() -> None:
    found = as_json("samples", outcome(facts={"left_out": 3}))
    assert found["articles"] == {"expected": 2, "found": 2}
    assert found["wrong"] == [{"article": 0, "what": "left_out", "expected": 3, "found": 1}]
    (line,) = shown("samples", [outcome()], [], as_objects=True)
    assert json.loads(line)["file"] == "csv/articles.csv"


def table_of(folder: Path, title: str) -> list[str]:
    """The arguments that try a file of one's own."""
    (folder / "a.txt").write_text("Un bac\n\nIl part.\n", encoding="utf-8")
    (folder / "t.toml").write_text(
        f'[[file]]\npath = "a.txt"\nformat = "txt"\ntitle = ["{title}"]\n', encoding="utf-8"
    )
    return ["--table", str(folder / "t.toml"), "--folder", str(folder)]


def test_other_files_are_tried_with_a_table_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(table_of(tmp_path, "Un bac")) == 0
    assert "| `txt` | 1 | 1 | 1 | 1 of 1 |" in capsys.readouterr().out
    assert main(table_of(tmp_path, "Un autre")) == 1
    assert "title is 'Un bac', not 'Un autre'" in capsys.readouterr().out


def test_files_that_are_not_here_are_left_out_politely(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.toml").write_text('[[file]]\npath = "x"\nformat = "txt"\n', encoding="utf-8")
    assert main(["--table", str(tmp_path / "t.toml"), "--folder", str(tmp_path)]) == 0
    assert "None of the t.toml are here" in capsys.readouterr().err


@pytest.mark.parametrize("name", PAGES.values())
def test_the_guide_has_a_place_for_the_table(name: str) -> None:
    assert BEGIN in (GUIDE / name).read_text("utf-8")
