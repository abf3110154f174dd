"""Writing a report to a file, in the format that the file's name asks for."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from annotation.agreement.reports.latex import latex
from annotation.agreement.reports.making import Report
from annotation.agreement.reports.page import page
from annotation.agreement.table import row_of, write_csv
from annotation.errors import AnnotationError


class UnwritableReport(AnnotationError):
    """The report cannot be written; what was there is untouched."""


def write_report(report: Report, path: Path) -> None:
    """Write the report as `.html`, `.pdf`, `.tex` or `.csv`; the latter has the coefficients alone.

    It is written beside and moved into place. Raises UnwritableReport for another ending, or where it cannot
    be written; what was there is untouched.
    """
    write_in_format(path, {ending: partial(write, report) for ending, write in FORMATS.items()})


def write_in_format(path: Path, formats: Mapping[str, Callable[[Path], None]]) -> None:
    """Write a file by the one of the `formats` that its ending names, beside its place, and move it there.

    Raises UnwritableReport for another ending, or where it cannot be written; what was there is untouched.
    """
    write = formats.get(path.suffix.lower())
    if write is None:
        raise UnwritableReport("“{path}” is none of the formats of a report: choose one of {known}.",
                               path=path.name, known=", ".join(formats))  # fmt: skip
    beside = path.with_name(f".{path.name}.part")
    try:
        write(beside)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UnwritableReport("“{path}” cannot be written ({reason}): choose another place.",
                               path=path, reason=error.strerror) from error  # fmt: skip


def _write_page(report: Report, path: Path) -> None:
    path.write_text(page(report), "utf-8")


def _write_latex(report: Report, path: Path) -> None:
    path.write_text(latex(report), "utf-8")


def _write_csv(report: Report, path: Path) -> None:
    write_csv([row_of(one, report.people) for one in report.findings], path)


def _write_pdf(report: Report, path: Path) -> None:
    # reportlab takes a while to load, and only this format needs it.
    from annotation.agreement.reports.print import print_report  # noqa: PLC0415

    print_report(report, path)


FORMATS: Mapping[str, Callable[[Report, Path], None]] = {
    ".html": _write_page,
    ".pdf": _write_pdf,
    ".tex": _write_latex,
    ".csv": _write_csv,
}
"""How each ending is written."""
