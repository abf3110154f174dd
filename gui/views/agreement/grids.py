"""What stands behind a coefficient as grids: pairs of annotators, values by values, who did how much."""

from annotation.agreement import Finding, Material, Work
from annotation.agreement.crossing import ABSENT, Crossing
from annotation.codebook import Codebook
from annotation.i18n import _, ngettext
from gui.models.agreement_grid import Grid, GridCell
from gui.views.agreement.study import Behind, Study
from gui.views.agreement.words import (
    coefficient_words,
    crossing_names,
    field_of,
    interval_words,
    measure_words,
    used_words,
)
from gui.views.boards.polarity import short_number
from gui.widgets.dates import number_words

COMPARED, NOTHING, UNTOUCHED, UNFINISHED, RECORDS = range(5)
"""The columns of the grid of people."""


def pair_grid(study: Study, behind: Behind, people: tuple[str, ...]) -> Grid:
    """Annotators by annotators; the stronger, the more two agree."""
    names = tuple(study.people.get(who, who) for who in people)
    cells = {}
    for (one, other), finding in behind.pairs.items():
        if one in people and other in people:
            row, column = people.index(one), people.index(other)
            cell = _pair_cell(names[row], names[column], finding, behind.measure)
            cells[row, column] = cells[column, row] = cell
    return Grid(rows=names, columns=names, cells=cells)


def _pair_cell(one: str, other: str, finding: Finding, measure: str) -> GridCell:
    said = coefficient_words(finding.value)
    lines = [f"{one} – {other}", _("{who}: {said}", who=measure_words(measure), said=said)]
    if finding.low is not None:
        lines.append(_("95 % interval: {ends}", ends=interval_words(finding.low, finding.high)))
    lines.append(_("used: {number}", number=used_words(finding.used, finding.total)))
    lines += [str(finding.note)] if finding.note else []
    share = max(0.0, finding.value or 0.0)
    return GridCell(text=coefficient_words(finding.value, 2), tip="\n".join(lines), share=share)


def crossing_grid(crossing: Crossing, codebook: Codebook, question: tuple[str, str | None],
                  names: dict[str, str], who: tuple[str, str] | None) -> Grid:  # fmt: skip
    """Values by values; what is agreed on is told from what is not. `who` are the two, by name."""
    lines = crossing_names(crossing, field_of(codebook, question), names)
    sides = who or (_("one"), _("another"))
    cells = {}
    for (one, other), times in crossing.counts.items():
        row, column = crossing.values.index(one), crossing.values.index(other)
        often = ngettext("once", "{number} times", times, number=number_words(times))
        both = ((sides[0], lines[row]), (sides[1], lines[column]))
        said = [_("{who}: {said}", who=who, said=value) for who, value in both]
        tip = "\n".join([*said, often])
        cells[row, column] = GridCell(
            text=short_number(times),
            tip=tip,
            share=0.15 + 0.85 * times / crossing.strongest,
            agreed=row == column and one != ABSENT,
        )
    return Grid(rows=lines, columns=lines, cells=cells)


def people_grid(material: Material, layer: str, names: dict[str, str]) -> tuple[Grid, tuple[Work, ...]]:
    """Annotators by what they did in a layer, and the same as it was counted."""
    work = tuple(
        sorted(material.work(layer), key=lambda one: names.get(one.annotator, one.annotator).casefold())
    )
    heads = (_("Compared"), _("Found nothing"), _("Untouched"), _("Unfinished"), _("Records"))
    tips = (
        _("articles on which they are compared with somebody"),
        _("articles of these in which they marked nothing of this layer: that counts"),
        _("articles that they were to label and left untouched: they are compared with nobody there"),
        _("articles with labels of theirs that are not compared, since others finished and they did not"),
        _("records of this layer in the articles compared"),
    )
    cells = {}
    for row, one in enumerate(work):
        name = names.get(one.annotator, one.annotator)
        numbers = (one.compared, one.nothing, one.untouched, one.unfinished, one.records)
        for column, number in enumerate(numbers):
            tip = _("{who}: {said}", who=name, said=f"{number_words(number)} {tips[column]}")
            cells[row, column] = GridCell(text=number_words(number), tip=tip)
    rows = tuple(names.get(one.annotator, one.annotator) for one in work)
    return Grid(rows=rows, columns=heads, cells=cells), work
