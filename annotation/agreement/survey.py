"""All coefficients of a corpus: what was asked, of whom, the value, how sure it is, and what it stands on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from annotation.agreement.intervals import DRAWS, interval
from annotation.agreement.questions import fitting
from annotation.agreement.units import Labelled, Question, tabulate_all
from annotation.codebook import Codebook
from annotation.i18n import Message
from annotation.measures import Counts, Measure, Units

Told = Callable[[int, int], object]
"""Called with how many coefficients are known, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One coefficient."""

    layer: str
    field: str | None
    """None for the spans themselves."""
    measure: str
    """The name of the plug."""
    annotators: tuple[str, ...]
    """Ids of those compared."""
    value: float | None
    low: float | None = None
    high: float | None = None
    """The ends of the interval; None where there is none."""
    used: int
    total: int
    """The units that went into the value, and those there are."""
    note: Message | None = None
    """Why there is no value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What to find out: which questions by which measures, for everybody together or for each pair too."""

    questions: Sequence[Question]
    measures: Sequence[str]
    pairs: bool = False
    """Whether every two annotators are also looked at by themselves."""
    draws: int = DRAWS
    """How many corpora are drawn for an interval; 0 for no intervals."""


def survey(
    articles: Iterable[Labelled],
    codebook: Codebook,
    wanted: Survey,
    names: Mapping[str, str] | None = None,
    told: Told = lambda done, total: None,
) -> Iterator[Finding]:
    """The coefficients in the order of questions, then measures, then all annotators before each pair.

    `names` are those of entities by key. Whoever takes the findings may stop at any time.
    """
    yield from answers(tabulate_all(articles, codebook, wanted.questions, names), codebook, wanted, told)


def answers(
    tables: Mapping[Question, Units],
    codebook: Codebook,
    wanted: Survey,
    told: Told = lambda done, total: None,
) -> Iterator[Finding]:
    """The coefficients of tables that are there already, in the order that `survey` has."""
    asked = [
        (units, name, measure)
        for question, table in tables.items()
        for name, measure in fitting(codebook, question, wanted.measures)
        for units in (table, *(pairs_of(table) if wanted.pairs and len(table.annotators) > 2 else ()))
    ]
    for number, (units, name, measure) in enumerate(asked):
        told(number, len(asked))
        yield found(units, name, measure, wanted.draws)


def found(units: Units, name: str, measure: Measure, draws: int = DRAWS) -> Finding:
    """The coefficient of one table, with its interval."""
    tally = measure.tally(units)
    made = finding_of(units, name, measure, tally)
    return made if made.value is None else with_ends(made, interval(tally, measure.value, draws))


def finding_of(units: Units, name: str, measure: Measure, tally: Mapping[str, Counts]) -> Finding:
    """The coefficient of what was counted already, without an interval."""
    coefficient = measure.conclude(units, tally)
    return Finding(
        layer=units.layer,
        field=units.feature,
        measure=name,
        annotators=units.annotators,
        value=coefficient.value,
        used=coefficient.used,
        total=coefficient.total,
        note=coefficient.note,
    )


def with_ends(finding: Finding, ends: tuple[float, float] | None) -> Finding:
    """The coefficient with the ends of its interval, where there is one."""
    return replace(finding, low=ends[0], high=ends[1]) if ends else finding


def pairs_of(table: Units) -> Iterator[Units]:
    """The table of every two annotators, as if the others were not there."""
    for pair in combinations(table.annotators, 2):
        rows = [
            replace(row, units={who: unit for who, unit in row.units.items() if who in pair})
            for row in table.rows
            if not row.units.keys().isdisjoint(pair)
        ]
        yield replace(table, annotators=pair, rows=tuple(rows))
