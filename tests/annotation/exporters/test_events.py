"""The list of events is read back by the standard library."""

import csv
from pathlib import Path

import pytest

from tests.annotation.exporters.networks.corpus import article, corpus, record, sample, stance, write

CORPUS = corpus(
    stance("t2", "bo", "war", "against", "a2", target={"entity": "ana"}, intensity="3"),
    stance("t1", "", "war", "favor"),
    record("s1", "source", "a1", {"source": "Bo", "cue": "says"}, {"speaker": "bo"}),
    articles=(article("a2", "2024-02-02"), article("a1")),
)


def rows_of(place: Path) -> list[dict[str, str]]:
    with place.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_each_stance_and_attribution_is_a_row_in_the_order_of_time(tmp_path: Path) -> None:
    report = write("events", CORPUS, tmp_path / "out.csv")
    rows = rows_of(tmp_path / "out.csv")
    assert [row["id"] for row in rows] == ["t1", "s1", "t2"]
    assert (report.articles, report.annotations, report.losses) == (2, 3, ())
    assert rows[2] == {
        "id": "t2", "layer": "stance", "time": "2024-02-02", "article": "a2", "title": "On a2",
        "outlet": "Daily", "authors": "", "section": "", "actor": "Bo",
        "actor_type": "PER", "concept": "war", "target": "Ana",
        "target_type": "PER", "polarity": "against", "intensity": "3", "annotator": "Clara",
        "words": "says so",
    }  # fmt: skip
    assert (rows[1]["actor"], rows[1]["words"]) == ("Bo", "Bo")


@pytest.mark.parametrize(("of", "ids"), [("stances", ["t1", "t2"]), ("attributions", ["s1"])])
def test_one_kind_can_be_chosen_and_the_other_is_counted(of: str, ids: list[str], tmp_path: Path) -> None:
    report = write("events", CORPUS, tmp_path / "out", of=of)
    assert [row["id"] for row in rows_of(report.files[0])] == ids
    assert sum(loss.count for loss in report.losses) == 3 - len(ids)


def test_dates_and_lists_choose_events(tmp_path: Path) -> None:
    report = write("events", CORPUS, tmp_path / "out", start="2024-02-01", exclude_actors="Ana")
    assert [row["id"] for row in rows_of(report.files[0])] == ["t2"]


def test_the_sample_has_its_forty_statements(tmp_path: Path) -> None:
    report = write("events", sample(), tmp_path / "out", of="stances", concept="target")
    rows = rows_of(report.files[0])
    assert (len(rows), len({row["actor"] for row in rows}), len({row["concept"] for row in rows})) == (
        40,
        7,
        6,
    )
    assert [row["time"] for row in rows] == sorted(row["time"] for row in rows)
