"""A report as LaTeX tables, to be put into a paper's appendix (packages booktabs and longtable)."""

import re
from collections.abc import Iterator

from annotation.agreement.reports.making import Report
from annotation.agreement.reports.wording import Table, explanation, heading, sections
from annotation.i18n import _

_SPECIAL = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "…": r"\dots{}", "–": "--",
    "α": r"$\alpha$", "κ": r"$\kappa$", "γ": r"$\gamma$", "\u00a0": "~", "\u202f": r"\,",
}  # fmt: skip
_ANY = re.compile("|".join(map(re.escape, _SPECIAL)))


def escape(text: str) -> str:
    """A text as LaTeX writes it."""
    return _ANY.sub(lambda found: _SPECIAL[found[0]], text)


def latex(report: Report) -> str:
    """What stands in a document, without its preamble."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    title, under = heading(report)
    yield r"% \usepackage{booktabs,longtable}"
    yield rf"\section*{{{escape(title)}}}"
    yield rf"{escape(under)}\par\medskip\noindent {escape(explanation())}"
    for name, table in sections(report):
        yield rf"\subsection*{{{escape(name)}}}"
        yield from _table(table)
    yield rf"\subsection*{{{escape(_('Measures'))}}}"
    yield r"\begin{itemize}"
    for measure, citation in report.citations.items():
        yield rf"\item {escape(_(report.labels[measure]))}: {escape(citation)}"
    yield r"\end{itemize}"


def _table(table: Table) -> Iterator[str]:
    yield rf"\begin{{longtable}}{{{'l' * len(table[0])}}}"
    yield r"\toprule"
    for number, row in enumerate(table):
        yield " & ".join(map(escape, row)) + r" \\"
        if not number:
            yield r"\midrule\endhead"
    yield r"\bottomrule"
    yield r"\end{longtable}"
