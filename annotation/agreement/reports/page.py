"""A report as one HTML page, with nothing to load, and intervals drawn beside their values."""

from collections.abc import Iterator
from html import escape

from annotation.agreement.reports.making import Report
from annotation.agreement.reports.wording import Table, explanation, heading, number, sections
from annotation.agreement.survey import Finding
from annotation.i18n import _, current_language

STYLE = """
body { font: 15px/1.5 Georgia, "Times New Roman", serif; color: #1F2328; max-width: 60rem; margin: 2rem auto;
       padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
p.under, p.how, cite { color: #57606A; }
table { border-collapse: collapse; font: 13px/1.4 system-ui, sans-serif; margin: .5rem 0; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid #1F2328; } tbody tr { border-bottom: 1px solid #E5E2DA; }
td { font-variant-numeric: tabular-nums; } svg { vertical-align: middle; }
@media print { body { margin: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""
_WIDE, _HIGH, _INK = 160, 12, "#0072B2"
_LEAST = -0.2
"""What the left end of a drawn interval stands for; chance is 0, the right end is 1."""


def page(report: Report) -> str:
    """The whole page."""
    return "".join(_parts(report))


def _parts(report: Report) -> Iterator[str]:
    title, under = heading(report)
    yield f'<!DOCTYPE html><html lang="{current_language()}"><head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>"
    yield f'<h1>{escape(title)}</h1><p class="under">{escape(under)}</p>'
    yield f'<p class="how">{escape(explanation())}</p>'
    for name, table in sections(report):
        yield f"<h2>{escape(name)}</h2>{table_rows(table)}"
    yield f"<h2>{escape(_('Intervals'))}</h2>{_figure(report)}"
    yield f"<h2>{escape(_('Measures'))}</h2><ul>"
    for measure, citation in report.citations.items():
        yield f"<li>{escape(_(report.labels[measure]))}: <cite>{escape(citation)}</cite></li>"
    yield "</ul></body></html>\n"


def table_rows(table: Table) -> str:
    """A table whose first row is its head."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table[0])
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table[1:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _figure(report: Report) -> str:
    """Each coefficient that has an interval as a line from end to end, with a dot at its value."""
    everybody = max((len(one.annotators) for one in report.findings), default=0)
    shown = [one for one in report.findings if one.low is not None and len(one.annotators) == everybody]
    rows = "".join(
        f"<tr><td>{escape(one.layer)}</td><td>{escape(one.field or _('spans'))}</td>"
        f"<td>{escape(_(report.labels[one.measure]))}</td><td>{_line(one)}</td><td>{number(one.value)}</td></tr>"
        for one in shown
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _line(one: Finding) -> str:
    low, value, high = (_place(end or 0.0) for end in (one.low, one.value, one.high))
    middle = _HIGH / 2
    said = f"{number(one.low)} – {number(one.high)}"
    ends = "".join(_rule(_place(end), _place(end), 0, _HIGH, "#B6B2A8") for end in (0, 1))
    return (
        f'<svg width="{_WIDE}" height="{_HIGH}" role="img" aria-label="{said}">{ends}'
        f"{_rule(low, high, middle, middle, _INK)}"
        f'<circle cx="{value}" cy="{middle}" r="3.5" fill="{_INK}"/></svg>'
    )


def _rule(left: float, right: float, top: float, bottom: float, ink: str) -> str:
    return f'<line x1="{left}" x2="{right}" y1="{top}" y2="{bottom}" stroke="{ink}" stroke-width="1.5"/>'


def _place(value: float) -> float:
    shown = min(max(value, _LEAST), 1.0)
    return round(4 + (shown - _LEAST) / (1 - _LEAST) * (_WIDE - 8), 1)
