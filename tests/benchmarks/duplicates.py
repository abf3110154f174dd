"""How long it takes to find the copies among all articles, and how many of those that are known it finds.

The baseline is the usual rule: of one day, with a cosine of 0.9 between their counts of words.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.duplicates import THRESHOLD, containment, words_of
from annotation.operations import AddArticles
from annotation.operations.duplicates import Copies, MarkCopies, find_copies
from annotation.project import Project, create_project
from tests.benchmarks._copies import Made, Press
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "duplicates"
_PART = 1000
_COSINE = 0.9
_CHECKED = 3000
"""Articles among which what is found is compared with what is known."""
Pair = tuple[int, int]


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """A corpus of which a quarter are copies; 100,000 articles if not told otherwise."""
    count = articles or (120 if quick else 100_000)
    yield from _quality(list(Press(7).articles(120 if quick else _CHECKED)))
    with TemporaryDirectory() as folder, create_project(Path(folder) / "copies.selon") as project:
        fill(project, count)
        found: list[Copies] = []
        taken = times(lambda: found.append(find_copies(project)), 1)
        yield milliseconds(NAME, f"{count} articles", "find", taken)
        groups = [group.articles for group in found[0].groups]
        marking = times(partial(project.apply, MarkCopies(groups=groups)), 1)
        yield milliseconds(NAME, f"{found[0].copies} copies", "mark", marking)


def fill(project: Project, count: int) -> None:
    """Bring that many made-up articles into a project."""
    press = iter(Press().articles(count))
    while part := list(islice(press, _PART)):
        project.apply(AddArticles(imported=tuple(made.imported() for made in part)))


def _quality(made: Sequence[Made]) -> Iterator[Measurement]:
    """Which share of the pairs that are copies is found, and which share of what is found is right."""
    known = known_pairs(made)
    with TemporaryDirectory() as folder, create_project(Path(folder) / "few.selon") as project:
        project.apply(AddArticles(imported=tuple(one.imported() for one in made)))
        pairs = list(find_copies(project).every_pair())
    found = {ordered(int(one[1:]), int(other[1:])) for one, other, _alike in pairs}
    related = {pair for pair in found if made[pair[0]].origin == made[pair[1]].origin}
    usual = same_day_pairs(made)
    size = f"{len(known)} pairs of {len(made)}"
    yield _share(size, "recall", len(found & known) / len(known), len(usual & known) / len(known))
    right = len(usual & known) / len(usual) if usual else 0.0
    yield _share(size, "precision", len(related) / len(found), right)


def _share(size: str, metric: str, share: float, usual: float) -> Measurement:
    return Measurement(
        benchmark=NAME,
        size=size,
        metric=metric,
        unit="%",
        median=round(100 * share, 2),
        p99=round(100 * share, 2),
        runs=1,
        baseline="same day, cosine of words",
        ratio=round(share / usual, 3) if usual else None,
    )


def known_pairs(made: Sequence[Made]) -> set[Pair]:
    """The pairs of one origin of which half of the shorter stands in the other, each compared with each."""
    families: dict[int, list[int]] = defaultdict(list)
    for one in made:
        families[one.origin].append(one.number)
    words = [words_of(one.text) for one in made]
    return {
        pair
        for family in families.values()
        for pair in combinations(family, 2)
        if containment(words[pair[0]], words[pair[1]]) >= THRESHOLD
    }


def same_day_pairs(made: Sequence[Made]) -> set[Pair]:
    """The pairs of articles of one day that are alike by the cosine of their counts of words."""
    days: dict[object, list[int]] = defaultdict(list)
    for one in made:
        days[one.day].append(one.number)
    counts = [Counter(words_of(one.text)) for one in made]
    return {
        ordered(*pair)
        for day in days.values()
        for pair in combinations(day, 2)
        if _cosine(counts[pair[0]], counts[pair[1]]) >= _COSINE
    }


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    common = sum(number * other[word] for word, number in one.items())
    lengths = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return common / lengths if lengths else 0.0


def ordered(one: int, other: int) -> Pair:
    """A pair with the lower number first."""
    return (one, other) if one < other else (other, one)
