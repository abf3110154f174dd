"""Coefficients of a corpus too large to be held: counted some hundred articles at a time, then forgotten.

What a measure counts adds up over articles, so only sums are kept: of the corpus, and of each corpus drawn
for an interval. How often an article is drawn is not known before all are read, so each is drawn a number of
times of its own, Poisson with mean 1, which is what drawing with replacement comes to in a large corpus
(Hanley, J. A. & MacGibbon, B. (2006). Creating non-parametric bootstrap samples using Poisson frequencies.
Computer Methods and Programs in Biomedicine 83(1), 57–62).
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from annotation.agreement.cost import WHOLE
from annotation.agreement.intervals import interval_of
from annotation.agreement.questions import fitting
from annotation.agreement.survey import Finding, Survey, Told, finding_of, pairs_of, with_ends
from annotation.agreement.units import Labelled, Question, tabulate_all
from annotation.codebook import Codebook
from annotation.i18n import Message
from annotation.measures import MEASURES, Counts, Units

AT_ONCE = 250
LATER = Message("In a corpus of this size it takes long: ask for this measure by its name.")

People = tuple[str, ...] | None
"""Two annotators; None for everybody."""
_Key = tuple[Question, str, People]
_Drawn = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one measure counts in some articles: in all, and in each corpus drawn."""

    counts: Counts
    keys: list[tuple[Hashable, ...]]
    drawn: _Drawn


class _Sum:
    """The sums of one measure over the articles that were read."""

    def __init__(self, draws: int) -> None:
        self.counts: dict[tuple[Hashable, ...], float] = {}
        self.total = 0
        self._places: dict[tuple[Hashable, ...], int] = {}
        self._drawn: _Drawn = np.zeros((draws, 8))

    def add(self, part: _Part) -> None:
        """Add what was counted in some articles more."""
        for key, number in part.counts.items():
            self.counts[key] = self.counts.get(key, 0.0) + number
        places = [self._places.setdefault(key, len(self._places)) for key in part.keys]
        while len(self._places) > self._drawn.shape[1]:
            self._drawn = np.concatenate((self._drawn, np.zeros_like(self._drawn)), axis=1)
        if places:
            self._drawn[:, places] += part.drawn

    def drawn(self) -> Iterator[Counts]:
        """What is counted in each corpus drawn."""
        for row in self._drawn[:, : len(self._places)]:
            yield dict(zip(self._places, row.tolist(), strict=True))


def stream(
    articles: Iterable[Labelled],
    codebook: Codebook,
    wanted: Survey,
    names: Mapping[str, str] | None = None,
    told: Told = lambda done, total: None,
    expected: int = 0,
) -> Iterator[Finding]:
    """The coefficients that `survey` gives, of articles that are read once and not kept.

    `told` hears how many articles are read, of how many are `expected`; what it raises ends the reading.
    Measures that need all articles at once are left out, with a note.
    """
    sums = _Sums(codebook, wanted)
    waiting, done = iter(articles), 0
    while some := list(islice(waiting, AT_ONCE)):
        told(done, max(expected, done))
        sums.take(tabulate_all(some, codebook, wanted.questions, names))
        done += len(some)
    yield from sums.findings()


class _Sums:
    """The sums of all measures that are wanted."""

    def __init__(self, codebook: Codebook, wanted: Survey) -> None:
        self._codebook = codebook
        self._wanted = wanted
        self._random = np.random.default_rng(1)
        self._sums: dict[_Key, _Sum] = {}
        self._people: set[str] = set()

    def take(self, tables: Mapping[Question, Units]) -> None:
        """Count the tables of some articles."""
        workers = next(iter(tables.values())).workers if tables else {}
        compared = sorted(article for article, people in workers.items() if len(people) > 1)
        self._people.update(*workers.values())
        times = self._random.poisson(1.0, (self._wanted.draws, len(compared))).astype(float)
        places = {article: place for place, article in enumerate(compared)}
        known: dict[Hashable, _Part] = {}
        for question, table in tables.items():
            rows = (question[0], question[1] is None, tuple(map(id, table.rows)))
            for people, units in self._tables(table):
                for name, measure in fitting(self._codebook, question, self._wanted.measures):
                    if name not in WHOLE:
                        part = known.get((rows, people, name))
                        if part is None:
                            part = known[rows, people, name] = _part(measure.tally(units), places, times)
                        found = self._sums.setdefault((question, name, people), _Sum(self._wanted.draws))
                        found.add(part)
                        found.total += units.total

    def findings(self) -> Iterator[Finding]:
        """What follows of the sums."""
        everybody = tuple(sorted(self._people))
        for question in self._wanted.questions:
            for name, _measure in fitting(self._codebook, question, self._wanted.measures):
                stub = Units(
                    layer=question[0], feature=question[1], annotators=everybody, rows=(), workers={}
                )
                if name in WHOLE:
                    yield replace(finding_of(stub, name, MEASURES[name], {}), note=LATER)
                    continue
                pairs = sorted(key[2] for key in self._sums if key[:2] == (question, name) and key[2])
                for people in (None, *(pairs if len(everybody) > 2 else ())):
                    found = self._sums.get((question, name, people), _Sum(self._wanted.draws))
                    yield self._finding(replace(stub, annotators=people or everybody), name, found)

    def _tables(self, table: Units) -> Iterator[tuple[People, Units]]:
        yield None, table
        if self._wanted.pairs and len(table.annotators) > 1:
            yield from ((units.annotators, units) for units in pairs_of(table))

    def _finding(self, stub: Units, name: str, found: _Sum) -> Finding:
        measure, tally = MEASURES[name], {"": found.counts} if found.counts else {}
        made = replace(finding_of(stub, name, measure, tally), total=found.total)
        if made.value is None or not self._wanted.draws:
            return made
        return with_ends(made, interval_of(found.drawn(), measure.value, self._wanted.draws))


def _part(tally: Mapping[str, Counts], places: Mapping[str, int], times: _Drawn) -> _Part:
    """The sums of what was counted article by article, in all and in the corpora drawn."""
    keys: dict[tuple[Hashable, ...], int] = {}
    rows, columns, numbers = list[int](), list[int](), list[float]()
    for article, counts in tally.items():
        for key, number in counts.items():
            rows.append(places[article])
            columns.append(keys.setdefault(key, len(keys)))
            numbers.append(number)
    counted = np.zeros((times.shape[1], len(keys)))
    counted[rows, columns] = numbers
    sums: Sequence[float] = counted.sum(axis=0).tolist()
    return _Part(dict(zip(keys, sums, strict=True)), list(keys), times @ counted)
