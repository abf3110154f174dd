"""What came of merging, as a table."""

import csv
from pathlib import Path

import pytest

from annotation.i18n import Message
from annotation.operations import OperationError
from annotation.operations.merge_report import Advice, Merged, write_merge_report


def test_each_file_and_each_conflict_has_a_row(tmp_path: Path) -> None:
    found = Merged(file="/x/ben.selon", annotators=["Ben"], articles=2, added=3)
    for _time in range(2):
        found.say("a", Message("It differs."), Advice.OTHER_TEXT)
    bad = Merged(file="/x/bad.selon", trouble=Message("It is damaged."))
    write_merge_report([found, bad], tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["file"] for row in rows] == ["ben.selon", "ben.selon", "bad.selon"]
    assert (rows[0]["annotators"], rows[0]["added"]) == ("Ben", "3")
    assert (rows[1]["article"], rows[1]["conflict"]) == ("a", "It differs.")
    assert "Pack the article again" in rows[1]["advice"]
    assert rows[2]["conflict"] == "It is damaged."
    assert found.is_news
    assert not bad.is_news


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OperationError, match="cannot be written"):
        write_merge_report([], tmp_path / "nowhere" / "r.csv")


def test_every_advice_is_a_sentence() -> None:
    assert all(str(one.value).endswith(".") for one in Advice)
    assert len({str(one.value) for one in Advice}) == len(Advice)
