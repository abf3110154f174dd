"""What a reliability report says: material, coefficients, confusions, and the change over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotation.agreement.confusion import Confusion, confusion
from annotation.agreement.drift import Moment, drift
from annotation.agreement.reading import read_labelled
from annotation.agreement.survey import Finding, Survey, Told, answers
from annotation.agreement.units import Labelled, Question, tabulate_all
from annotation.codebook import Codebook
from annotation.measures import MEASURES, Units
from annotation.project import ProjectReader
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


def make_report(
    reader: ProjectReader,
    title: str,
    wanted: Survey,
    annotators: Sequence[str] | None = None,
    told: Told = lambda done, total: None,
) -> Report:
    """The report of a project on some questions by some measures."""
    codebook = reader.codebook
    articles = [row.id for row in reader.reviewable()]
    labelled = list(read_labelled(reader, articles, annotators))
    names = {entity.id: entity.name for entity in reader.entities()}
    tables = tabulate_all(labelled, codebook, wanted.questions, names)
    findings = list(answers(tables, codebook, wanted, told))
    return Report(
        title=title,
        codebook=f"{codebook.id} {codebook.version}",
        made=now(),
        articles=sum(1 for one in labelled if len(one.records) > 1),
        people={one.id: one.name for one in reader.annotators().values()},
        worked=_counted(labelled, records=False),
        records=_counted(labelled, records=True),
        findings=findings,
        confusions=[confusion(table) for table in tables.values() if _is_chosen(table, codebook)],
        drifts=_drifts(tables, _ended(labelled)),
        citations={name: MEASURES[name].citation for name in dict.fromkeys(one.measure for one in findings)},
        labels={name: MEASURES[name].label for name in dict.fromkeys(one.measure for one in findings)},
    )


def _counted(labelled: Sequence[Labelled], *, records: bool) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in labelled:
        for who, own in one.records.items() if len(one.records) > 1 else ():
            counts[who] = counts.get(who, 0) + (len(own) if records else 1)
    return counts


def _is_chosen(table: Units, codebook: Codebook) -> bool:
    """Whether a table is of a field whose values are chosen from a tagset, and has any to compare."""
    layer = codebook.layer(table.layer)
    known = layer.field(table.feature) if layer and table.feature else None
    return bool(known and known.tags) and any(len(row.units) > 1 for row in table.rows)


def _ended(labelled: Sequence[Labelled]) -> dict[str, str]:
    """When each article was last touched by any of those compared."""
    return {
        one.article: max((record.updated for own in one.records.values() for record in own), default="")
        for one in labelled
    }


def _drifts(tables: Mapping[Question, Units], ended: Mapping[str, str]) -> dict[Question, list[Moment]]:
    return {
        question: drift(table, MEASURES[SPANS if question[1] is None else VALUES], ended)
        for question, table in tables.items()
        if any(len(row.units) > 1 for row in table.rows)
    }
