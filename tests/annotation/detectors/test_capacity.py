"""How many worker processes are started where nobody says."""

import os
from pathlib import Path

import pytest

from annotation.detectors import _capacity as capacity
from annotation.detectors._capacity import GIGABYTE, workers_beside_window, workers_for_run


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer with 8 cores, whose files about memory are in this folder, and which says nothing else."""
    monkeypatch.setattr(capacity, "_cores", lambda: 8)
    monkeypatch.setattr(capacity, "_MEMORY", tmp_path / "meminfo")
    monkeypatch.setattr(capacity, "_LIMITS", (tmp_path / "limit",))
    monkeypatch.setattr(os, "sysconf", _unknown, raising=False)
    return tmp_path


def _unknown(name: str) -> int:
    raise ValueError(name)


def test_every_core_reads_when_nobody_waits_and_half_of_them_beside_the_window(computer: Path) -> None:
    assert workers_for_run() == 8
    assert workers_beside_window() == 4


@pytest.mark.parametrize(("cores", "run", "window"), [(1, 1, 1), (2, 2, 1), (4, 4, 2), (64, 16, 4)])
def test_small_and_large_computers(
    computer: Path, monkeypatch: pytest.MonkeyPatch, cores: int, run: int, window: int
) -> None:
    monkeypatch.setattr(capacity, "_cores", lambda: cores)
    assert (workers_for_run(), workers_beside_window()) == (run, window)


def test_no_more_workers_than_fit_in_the_memory(computer: Path) -> None:
    kilobytes = 3 * GIGABYTE // 1024 + 1
    (computer / "meminfo").write_text(
        f"MemTotal: 99999999 kB\nMemAvailable: {kilobytes} kB\n", encoding="ascii"
    )
    assert workers_for_run() == 3
    assert workers_beside_window() == 3


def test_one_worker_even_where_memory_is_short(computer: Path) -> None:
    (computer / "meminfo").write_text("MemAvailable: 1000 kB\n", encoding="ascii")
    assert workers_for_run() == workers_beside_window() == 1


@pytest.mark.parametrize(("limit", "workers"), [(str(2 * GIGABYTE), 2), ("max", 8), ("", 8)])
def test_a_container_s_limit_counts(computer: Path, limit: str, workers: int) -> None:
    (computer / "limit").write_text(limit + "\n", encoding="ascii")
    assert workers_for_run() == workers


def test_half_of_what_is_built_in_where_nothing_more_is_known(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amounts = {"SC_PHYS_PAGES": 4 * GIGABYTE // 4096 + 1, "SC_PAGE_SIZE": 4096}
    monkeypatch.setattr(os, "sysconf", amounts.__getitem__)
    assert workers_for_run() == 2


def test_this_computer_bears_at_least_one() -> None:
    assert 1 <= workers_beside_window() <= workers_for_run()
