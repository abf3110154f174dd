"""What a reliability report says: material, coefficients, confusions, and the change over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotation.agreement.confusion import Confusion, confusion
from annotation.agreement.drift import Moment, drift
from annotation.agreement.material import Material
from annotation.agreement.survey import Finding
from annotation.agreement.units import Question
from annotation.codebook import Codebook
from annotation.measures import MEASURES, Units
from annotation.records import now

SPANS, VALUES = "f1-overlap", "alpha-nominal"
"""The measures whose change over time is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything in a report, in the order in which it stands there."""

    title: str
    codebook: str
    """Its id and version."""
    made: str
    """When, ISO 8601."""
    articles: int
    people: Mapping[str, str]
    """{annotator id: name}"""
    worked: Mapping[str, int]
    """{annotator id: articles that they were compared on}"""
    records: Mapping[str, int]
    """{annotator id: their records there}"""
    nothing: Mapping[str, int]
    """{annotator id: articles of those in which they marked nothing}"""
    untouched: Mapping[str, int]
    """{annotator id: articles that they left untouched, on which they are compared with nobody}"""
    findings: Sequence[Finding]
    confusions: Sequence[Confusion]
    drifts: Mapping[Question, Sequence[Moment]] = field(default_factory=dict)
    citations: Mapping[str, str] = field(default_factory=dict)
    """{measure: the paper that defines it}"""
    labels: Mapping[str, str] = field(default_factory=dict)
    """{measure: what it is called}, in English; translated when shown."""

    def names(self, annotators: Sequence[str]) -> str:
        """The people of a finding, by name."""
        return ", ".join(self.people.get(id_, id_) for id_ in annotators)


def report_of(
    material: Material,
    findings: Sequence[Finding],
    title: str,
    codebook: Codebook,
    people: Mapping[str, str],
) -> Report:
    """The report on what was measured already; `people` are the names of annotators by id."""
    used = dict.fromkeys(one.measure for one in findings)
    work = {one.annotator: one for one in material.work()}
    return Report(
        title=title,
        codebook=f"{codebook.id} {codebook.version}",
        made=now(),
        articles=material.compared,
        people=people,
        worked={who: one.compared for who, one in work.items() if one.compared},
        records={who: one.records for who, one in work.items() if one.compared},
        nothing={who: one.nothing for who, one in work.items() if one.compared},
        untouched={who: one.untouched for who, one in work.items() if one.compared},
        findings=findings,
        confusions=[confusion(table) for table in material.tables.values() if _is_chosen(table, codebook)],
        drifts=_drifts(material.tables, material.ended),
        citations={name: MEASURES[name].citation for name in used},
        labels={name: MEASURES[name].label for name in used},
    )


def _is_chosen(table: Units, codebook: Codebook) -> bool:
    """Whether a table is of a field whose values are chosen from a tagset, and has any to compare."""
    layer = codebook.layer(table.layer)
    known = layer.field(table.feature) if layer and table.feature else None
    return bool(known and known.tags) and any(len(row.units) > 1 for row in table.rows)


def _drifts(tables: Mapping[Question, Units], ended: Mapping[str, str]) -> dict[Question, list[Moment]]:
    return {
        question: drift(table, MEASURES[SPANS if question[1] is None else VALUES], ended)
        for question, table in tables.items()
        if any(len(row.units) > 1 for row in table.rows)
    }
