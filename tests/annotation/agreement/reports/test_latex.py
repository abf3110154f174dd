"""A report as LaTeX."""

from annotation.agreement.reports import Report
from annotation.agreement.reports.latex import escape, latex


def test_what_latex_takes_for_its_own_is_escaped() -> None:
    assert escape("A & B_50 % {x} \\ α") == r"A \& B\_50 \% \{x\} \textbackslash{} $\alpha$"


def test_tables_begin_and_end_and_have_as_many_cells_as_columns(report: Report) -> None:
    written = latex(report)
    assert written.count(r"\begin{longtable}") == written.count(r"\end{longtable}") >= 5
    assert r"A \& <B>\_50 \%" in written
    for part in written.split(r"\begin{longtable}{")[1:]:
        columns = part.index("}")
        rows = [line for line in part.splitlines() if line.endswith(r"\\")]
        assert rows
        assert all(line.replace(r"\&", "").count("&") == columns - 1 for line in rows)
