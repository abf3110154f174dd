"""What all formats of networks have in common."""

import csv
from pathlib import Path

import pytest

from annotation.exporters import EXPORTERS, ExportFailure
from annotation.exporters._networks.options import NETWORK
from tests.annotation.exporters.networks.corpus import article, corpus, record, stance, write

ARTICLES = tuple(article(f"a{day}", f"2024-01-0{day}") for day in range(1, 6))
CORPUS = corpus(
    *(stance(f"t{day}", "ana" if day % 2 else "bo", "war", "favor", f"a{day}") for day in range(1, 6)),
    record("s1", "source", "a1", {"source": "Bo"}, {"speaker": "bo"}),
    stance("x", "", "war", "favor"),
    articles=ARTICLES,
)
each = pytest.mark.parametrize("name", ["graphml", "gexf", "network-csv", "dl"])


@each
@pytest.mark.parametrize("network", [choice.value for choice in NETWORK.choices])
def test_every_kind_of_network_is_written_and_the_same_each_time(
    name: str, network: str, tmp_path: Path
) -> None:
    first, second = (write(name, CORPUS, tmp_path / place, network=network).files for place in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert [path.name for path in first] == [f"network{EXPORTERS[name].extension}"]


@each
def test_each_window_is_a_file_of_its_own(name: str, tmp_path: Path) -> None:
    report = write(name, CORPUS, tmp_path / "out", window="days", window_size="3", network="actor-congruence")
    extension = EXPORTERS[name].extension
    days = ["2024-01-02", "2024-01-03", "2024-01-04"]
    files = [f"network-{number}-{day}{extension}" for number, day in enumerate(days, 1)]
    assert [path.name for path in report.files] == [*files, "windows.csv"]
    with (tmp_path / "out" / "windows.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["file"] for row in rows] == files
    assert rows[0] == {"file": files[0], "first": "2024-01-01", "middle": "2024-01-02", "last": "2024-01-03",
                       "events": "3", "nodes": "2", "ties": "1"}  # fmt: skip


def test_windows_do_not_fit_into_one_file(tmp_path: Path) -> None:
    with pytest.raises(ExportFailure, match="folder"):
        write("dl", CORPUS, tmp_path / "out.dl", window="days")


def test_windows_that_are_too_wide_leave_a_table_without_rows(tmp_path: Path) -> None:
    report = write("dl", CORPUS, tmp_path / "out", window="years")
    assert [path.name for path in report.files] == ["windows.csv"]
    assert any("wider" in loss.what for loss in report.losses)


def test_what_ties_nothing_is_reported_with_the_reason(tmp_path: Path) -> None:
    report = write("dl", CORPUS, tmp_path / "out", normalization="jaccard")
    assert (report.articles, report.annotations) == (5, 5)
    assert {loss.what: loss.count for loss in report.losses} == {
        "records of layers that this network is not made of": 1,
        "stances without a holder": 1,
        "settings that this kind of network does not know: jaccard": 1,
    }


def test_weak_and_cancelled_ties_are_reported(tmp_path: Path) -> None:
    both = corpus(stance("t", "ana", "war", "favor"), stance("u", "ana", "war", "against"),
                  stance("v", "bo", "war", "favor"))  # fmt: skip
    losses = {loss.what: loss.count for loss in write("dl", both, tmp_path / "out", minimum="2").losses}
    assert losses == {"ties weaker than the minimum": 1, "pairs whose favor and against cancel out": 1}
