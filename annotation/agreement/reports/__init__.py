"""A reliability report for a paper's appendix, as HTML, PDF, LaTeX and CSV."""

from annotation.agreement.reports.making import Report, report_of
from annotation.agreement.reports.writing import FORMATS, UnwritableReport, write_report

__all__ = ["FORMATS", "Report", "UnwritableReport", "report_of", "write_report"]
