"""Reports in files."""

from pathlib import Path

import pytest

from annotation.agreement.reports import FORMATS, Report, UnwritableReport, write_report


@pytest.mark.parametrize("ending", FORMATS)
def test_the_ending_says_the_format(report: Report, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"report{ending.upper()}"
    write_report(report, path)
    assert path.stat().st_size > 200
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_another_ending_is_refused_with_those_there_are(report: Report, tmp_path: Path) -> None:
    with pytest.raises(UnwritableReport, match=r"\.html"):
        write_report(report, tmp_path / "report.docx")


@pytest.mark.parametrize("ending", [".html", ".tex", ".pdf"])
def test_where_nothing_can_be_written_nothing_is(report: Report, tmp_path: Path, ending: str) -> None:
    with pytest.raises(UnwritableReport, match="cannot be written"):
        write_report(report, tmp_path / "nowhere" / f"report{ending}")
