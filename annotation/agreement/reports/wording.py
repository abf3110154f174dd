"""The words and numbers of a report, the same in every format."""

from collections.abc import Sequence

from annotation.agreement.confusion import Confusion
from annotation.agreement.drift import Moment
from annotation.agreement.reports.making import Report
from annotation.agreement.survey import Finding
from annotation.i18n import _

Table = Sequence[Sequence[str]]
"""Rows of cells; the first row is the head."""


def number(value: float | None) -> str:
    """A coefficient to three digits; a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


def interval(finding: Finding) -> str:
    """The ends of an interval; "" where there is none."""
    return "" if finding.low is None else f"{number(finding.low)} … {number(finding.high)}"


def material(report: Report) -> Table:
    """Who worked on how much."""
    head = (_("Annotator"), _("Articles"), _("Found nothing"), _("Left untouched"), _("Records"))
    counted = (report.worked, report.nothing, report.untouched, report.records)
    rows = [(report.people[who], *(str(found.get(who, 0)) for found in counted)) for who in report.worked]
    return (head, *sorted(rows))


def coefficients(report: Report, *, pairs: bool = False) -> Table:
    """The coefficients of everybody together, or of pairs, one a row."""
    everybody = max((len(one.annotators) for one in report.findings), default=0)
    rows = [
        (
            one.layer,
            one.field or _("spans"),
            _(report.labels[one.measure]),
            number(one.value),
            interval(one),
            f"{one.used}/{one.total}",
            report.names(one.annotators) if pairs else str(one.note or ""),
        )
        for one in report.findings
        if (len(one.annotators) < everybody) is pairs
    ]
    last = _("Annotators") if pairs else _("Note")
    return ((_("Layer"), _("Field"), _("Measure"), _("Value"), _("95 % interval"), _("Used"), last), *rows)


def matrix(found: Confusion) -> Table:
    """How often each two values met, the most frequent first."""
    names = [value or _("(blank)") for value in found.values]
    rows = [
        (name, *(str(found.counts.get((one, other), 0) or "") for other in found.values))
        for one, name in zip(found.values, names, strict=True)
    ]
    return (("", *names), *rows)


def changes(moments: Sequence[Moment]) -> Table:
    """The coefficient of each part of the articles."""
    head = (_("From"), _("To"), _("Articles"), _("Value"), _("Used"))
    rows = [
        (
            one.first[:10],
            one.last[:10],
            str(one.articles),
            number(one.coefficient.value),
            f"{one.coefficient.used}/{one.coefficient.total}",
        )
        for one in moments
    ]
    return (head, *rows)


def sections(report: Report) -> list[tuple[str, Table]]:
    """The report's tables with their headings."""
    found = [(_("Material"), material(report)), (_("Coefficients"), coefficients(report))]
    if any(len(one.annotators) == 2 for one in report.findings) and len(report.worked) > 2:
        found.append((_("Coefficients of each two annotators"), coefficients(report, pairs=True)))
    for one in report.confusions:
        name = _("Confusions: {layer}, {field}", layer=one.layer, field=one.field)
        found.append((name, matrix(one)))
    for (layer, field), moments in report.drifts.items():
        if len(moments) > 1:
            name = _("Over time: {layer}, {field}", layer=layer, field=field or _("spans"))
            found.append((name, changes(moments)))
    return found


def heading(report: Report) -> tuple[str, str]:
    """The report's title, and what it stands on."""
    under = _(
        "{articles} articles by {people} annotators, codebook {codebook}, {day}. Selon.",
        articles=report.articles,
        people=len(report.worked),
        codebook=report.codebook,
        day=report.made[:10],
    )
    return _("Reliability: {title}", title=report.title), under


def explanation() -> str:
    """How the figures were made, for those who have only the report."""
    return _(
        "Records were matched one to one by the words that they cover and by what they say; fields that "
        "refer to something are compared by what they refer to. The interval of 95 % comes of drawing "
        "articles with replacement. “Used” is the number of records that went into a value, of all."
    )
