"""What holds for every exporter, tested on a shelf of difficult articles."""

import sys
from pathlib import Path

import pytest

from annotation.exporters import EXPORTERS, choose_options
from annotation.exporters._base import ExportFailure, Report
from tests.contracts.shelf import Shelf, empty_shelf, full_shelf

each_exporter = pytest.mark.parametrize("name", EXPORTERS.names)


def no_progress(done: int, total: int) -> None:
    assert 0 <= done <= total


def export(name: str, shelf: Shelf, out: Path) -> Report:
    out.parent.mkdir(parents=True, exist_ok=True)
    return EXPORTERS[name].export(shelf, out, no_progress, choose_options(EXPORTERS[name], {}))


@each_exporter
def test_it_writes_the_files_that_it_reports_and_no_others(name: str, tmp_path: Path) -> None:
    report = export(name, full_shelf(), tmp_path / "there" / "out")
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert set(report.files) == written
    assert report.articles == len(full_shelf().texts)
    assert report.annotations <= len(full_shelf().records)
    assert report.annotations or report.losses


@each_exporter
def test_what_it_leaves_out_it_says(name: str, tmp_path: Path) -> None:
    report = export(name, full_shelf(), tmp_path / "out")
    lost = sum(loss.count for loss in report.losses)
    assert report.annotations == len(full_shelf().records) or lost > 0
    assert all(loss.what and loss.done and loss.count > 0 for loss in report.losses)


@each_exporter
def test_nothing_to_export_is_no_failure(name: str, tmp_path: Path) -> None:
    report = export(name, empty_shelf(), tmp_path / "out")
    assert report.articles == report.annotations == 0


@each_exporter
def test_one_file_is_written_where_the_format_fits_into_one(name: str, tmp_path: Path) -> None:
    extension = EXPORTERS[name].extension
    if not extension:
        pytest.skip("this format is a folder")
    out = tmp_path / f"out{extension}"
    assert export(name, full_shelf(), out).files == (out,)
    assert out.stat().st_size > 0


@each_exporter
def test_the_same_articles_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = (export(name, full_shelf(), tmp_path / place / "out").files for place in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


class Cancelled(Exception):
    """What the caller raises to stop."""


@each_exporter
def test_a_cancelled_export_stops_at_once(name: str, tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        EXPORTERS[name].export(full_shelf(), tmp_path / "out", cancel, choose_options(EXPORTERS[name], {}))


@each_exporter
def test_a_place_that_cannot_be_written_is_an_error_of_the_house_or_of_the_system(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises((ExportFailure, OSError)):
        export(name, full_shelf(), tmp_path / "file" / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
@each_exporter
def test_a_full_disk_is_an_error_of_the_house_or_of_the_system(name: str, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  not on every system

    exporter = EXPORTERS[name]
    out = tmp_path / f"out{exporter.extension}"
    chosen = choose_options(exporter, {})
    exporter.export(full_shelf(), tmp_path / "loaded", no_progress, chosen)  # nothing is cached with a limit
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        with pytest.raises((ExportFailure, OSError)):
            exporter.export(full_shelf(), out, no_progress, chosen)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@each_exporter
def test_every_value_of_every_option_can_be_chosen(name: str, tmp_path: Path) -> None:
    exporter = EXPORTERS[name]
    for option in exporter.options:
        assert option.label
        values = [choice.value for choice in option.choices if choice.label]
        assert not values or option.default in values
        for value in values:
            out = tmp_path / option.name / value
            chosen = choose_options(exporter, {option.name: value})
            assert exporter.export(full_shelf(), out, no_progress, chosen).files
