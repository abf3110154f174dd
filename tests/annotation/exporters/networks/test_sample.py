"""Networks of the sample of Discourse Network Analyzer are those that the program makes of it.

Its rDNA package publishes, in its tests, the whole matrix of persons by shared concepts and figures of the
networks of organisations; every other setting is computed a second time here, in the plainest way.
"""

import csv
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from math import isclose
from pathlib import Path

import pytest

from tests.annotation.exporters.networks.corpus import Corpus, network, sample, square, write

PERSONS = (
    "Bob Slaughter",
    "Christine Todd Whitman",
    "David Hamilton",
    "George Voinovich",
    "Joel Bluestein",
    "Kateri Callahan",
    "Navin Nayak",
)
PUBLISHED = (
    (0, 22, 6, 8, 4, 2, 2),
    (22, 0, 12, 22, 2, 10, 1),
    (6, 12, 0, 7, 6, 4, 6),
    (8, 22, 7, 0, 6, 4, 3),
    (4, 2, 6, 6, 0, 4, 4),
    (2, 10, 4, 4, 4, 0, 3),
    (2, 1, 6, 3, 4, 3, 0),
)


@pytest.mark.parametrize("version", [2, 3])
def test_persons_who_share_concepts_are_tied_as_rdna_publishes_it(version: int) -> None:
    found = network(sample(version), network="actor-congruence", qualifier="ignore", concept="target")
    assert found.matrix.rows == PERSONS
    assert tuple(map(tuple, found.matrix.lines())) == PUBLISHED
    assert len(found.matrix) == 21


def test_organisations_by_concepts_have_the_figures_that_rdna_publishes() -> None:
    found = network(sample(), actor="organization", concept="target", qualifier="ignore")
    assert (len(found.matrix.rows), len(found.matrix.columns), len(found.matrix)) == (7, 6, 22)
    assert sum(map(sum, found.matrix.lines())) == found.events == 40
    first, second = found.matrix.rows[:2]
    assert (first, second) == ("Alliance to Save Energy", "Energy and Environmental Analysis, Inc.")
    assert found.matrix.columns[0] == "CO2 legislation will not hurt the economy."
    assert next(line[:2] for name, line in zip(found.matrix.rows, found.matrix.lines(), strict=True)
                if name == second) == [2, 0]  # fmt: skip


def test_organisations_who_share_concepts_have_the_figures_that_rdna_publishes() -> None:
    found = network(
        sample(), network="actor-congruence", actor="organization", concept="target", qualifier="ignore"
    )
    lines = dict(zip(found.matrix.rows, found.matrix.lines(), strict=True))
    assert sum(map(sum, lines.values())) == 276
    assert lines["Environmental Protection Agency"][:2] == [10, 2]


# a second computation, statement by statement

Statement = tuple[str, str, int]


def statements(corpus: Corpus) -> list[Statement]:
    """Person, concept and agreement (0 or 1) of each statement, read from the records themselves."""
    names = {entity.id: entity.name for entity in corpus.registry}
    found: list[Statement] = []
    for record in corpus.records:
        holder, target = record.features.get("holder"), record.features.get("target")
        if isinstance(holder, dict) and isinstance(target, dict):
            agrees = int(record.features["polarity"] == "favor")
            found.append((names[str(holder["entity"])], str(target["concept"]), agrees))
    return found


def uses(said: list[Statement], person: str, concept: str, agrees: int) -> int:
    return said.count((person, concept, agrees))


def pair_weight(said: list[Statement], one: str, other: str, aggregation: str) -> float:
    """Each statement of one compared with each of the other on the same concept."""
    weight = 0
    for (person, concept, agrees), (second, same, says) in product(said, said):
        if (person, second) == (one, other) and concept == same:
            together = agrees == says
            weight += {"ignore": 1, "congruence": together, "conflict": not together,
                       "subtract": 1 if together else -1}[aggregation]  # fmt: skip
    return weight


def pair_divisor(said: list[Statement], one: str, other: str, normalization: str) -> float:
    mine, theirs = (sum(1 for person, *_rest in said if person == name) for name in (one, other))
    if normalization == "jaccard":
        both = alone = 0
        for concept, agrees in {(concept, agrees) for _person, concept, agrees in said}:
            first, second = uses(said, one, concept, agrees), uses(said, other, concept, agrees)
            both += first * second
            alone += (first if second == 0 else 0) + (second if first == 0 else 0)
        return both + alone
    return {"no": 1, "average": (mine + theirs) / 2, "cosine": mine * theirs}[normalization]


@pytest.mark.parametrize("normalization", ["no", "average", "jaccard", "cosine"])
@pytest.mark.parametrize("aggregation", ["ignore", "congruence", "conflict", "subtract"])
def test_one_mode_networks_are_those_of_a_second_computation(aggregation: str, normalization: str) -> None:
    corpus = sample()
    said = statements(corpus)
    found = square(
        network(
            corpus,
            network="actor-congruence",
            concept="target",
            qualifier=aggregation,
            normalization=normalization,
        )
    )
    assert len(said) == 40
    for one, other in product(PERSONS, PERSONS):
        expected = (
            pair_weight(said, one, other, aggregation) / pair_divisor(said, one, other, normalization)
            if one != other
            else 0
        )
        assert isclose(found.get((one, other), 0), expected, abs_tol=1e-9)


@pytest.mark.parametrize("normalization", ["no", "activity", "prominence"])
@pytest.mark.parametrize("aggregation", ["ignore", "combine", "subtract"])
def test_two_mode_networks_are_those_of_a_second_computation(aggregation: str, normalization: str) -> None:
    corpus = sample()
    said = statements(corpus)
    found = square(network(corpus, concept="target", qualifier=aggregation, normalization=normalization))
    concepts = sorted({concept for _person, concept, _agrees in said})
    for person, concept in product(PERSONS, concepts):
        favor, against = uses(said, person, concept, 1), uses(said, person, concept, 0)
        weight = {"ignore": favor + against, "subtract": favor - against,
                  "combine": (favor > 0) + 2 * (against > 0)}[aggregation]  # fmt: skip
        same = [
            (one, on)
            for one, on, _agrees in said
            if (one == person, on == concept)[normalization != "activity"]
        ]
        divisor = len(set(same) if aggregation == "combine" else same) if normalization != "no" else 1
        assert isclose(found.get((person, concept), 0), weight / divisor, abs_tol=1e-9)


def test_repeated_statements_of_a_document_count_once() -> None:
    corpus = sample()
    found = network(corpus, concept="target", qualifier="subtract", duplicates="document")
    records = [one for one in corpus.records if "holder" in one.features]
    once = {(record.article, said) for record, said in zip(records, statements(corpus), strict=True)}
    assert found.events == len(once)
    assert found.events < 40


def test_windows_of_days_are_networks_of_the_statements_of_those_days(tmp_path: Path) -> None:
    corpus = sample()
    files = write(
        "network-csv", corpus, tmp_path / "out", window="days", window_size="7", concept="target",
        network="actor-congruence", qualifier="ignore", isolates="yes",
    ).files  # fmt: skip
    first, last = date(2005, 1, 26), date(2005, 2, 16)
    middles = [first + timedelta(days=number) for number in range(3, (last - first).days - 2)]
    assert [place.stem[-10:] for place in files[:-1]] == [day.isoformat() for day in middles]
    days = {one.id: date.fromisoformat(str(one.published)) for one in corpus.held}
    for place, middle in zip(files, middles, strict=False):
        inside = [one for one in corpus.records if abs((days[one.article] - middle).days) <= 3]
        said = statements(replace(corpus, records=tuple(inside)))
        with place.open(encoding="utf-8", newline="") as stream:
            (_corner, *names), *lines = csv.reader(stream)
        assert tuple(names) == PERSONS
        for name, *line in lines:
            expected = [pair_weight(said, name, other, "ignore") if other != name else 0 for other in names]
            assert [float(cell) for cell in line] == expected


EXCLUDED = {
    "actors": ("person", "Navin Nayak|Joel Bluestein"),
    "concepts": ("concept", "There should be legislation to regulate emissions."),
    "polarities": ("agrees", "against"),
}


@pytest.mark.parametrize("only", [False, True], ids=["left out", "alone"])
@pytest.mark.parametrize("variable", EXCLUDED)
def test_what_lists_leave_out_is_not_in_the_network(variable: str, only: bool) -> None:
    corpus = sample()
    kind, names = EXCLUDED[variable]
    chosen = {f"exclude_{variable}": names, "excludes": "only" if only else "leave-out"}
    found = network(corpus, concept="target", qualifier="ignore", **chosen)
    said = [
        (person, concept)
        for person, concept, agrees in statements(corpus)
        if ({"person": person, "concept": concept, "agrees": "favor" if agrees else "against"}[kind]
            in names.split("|")) == only
    ]  # fmt: skip
    assert 0 < found.events == len(said) < 40
    assert square(found) == {pair: said.count(pair) for pair in said}


def test_isolates_keep_persons_whom_a_list_leaves_out_as_the_program_does() -> None:
    found = network(
        sample(), concept="target", network="actor-congruence", exclude_actors="Navin Nayak", isolates="yes"
    )
    assert found.matrix.rows == PERSONS
    assert not [pair for pair in square(found) if "Navin Nayak" in pair]


@pytest.mark.parametrize(
    ("known", "option"), [("outlet", "outlets"), ("section", "sections"), ("author", "authors")]
)
def test_articles_of_lists_are_left_out_with_their_names(known: str, option: str) -> None:
    corpus = sample()
    telling = {
        one.id: "; ".join(one.authors) if known == "author" else getattr(one, known) or ""
        for one in corpus.held
    }
    name = next(filter(None, telling.values()), "")
    if not name:
        pytest.skip("no document of the sample has one")
    found = network(
        corpus,
        concept="target",
        qualifier="ignore",
        isolates="yes",
        **{f"exclude_{option}": name.split("; ")[0]},
    )
    records = [one for one in corpus.records if name.split("; ")[0] not in telling[one.article].split("; ")]
    kept = {person for person, *_rest in statements(replace(corpus, records=tuple(records)))}
    assert set(found.matrix.rows) == kept


@pytest.mark.parametrize(("unit", "days"), [("weeks", 7), ("days", 1)])
@pytest.mark.parametrize("size", ["1", "2", "3"])
def test_windows_lie_in_the_range_and_move_on_by_one_unit(
    unit: str, days: int, size: str, tmp_path: Path
) -> None:
    corpus = sample()
    write(
        "network-csv",
        corpus,
        tmp_path / "out",
        window=unit,
        window_size=size,
        concept="target",
        qualifier="ignore",
    )
    first, last, reach = (
        date(2005, 1, 26),
        date(2005, 2, 16),
        timedelta(days=days * round((int(size) - 1) / 2 + 1e-9)),
    )
    middles = [first + timedelta(days=days * number) for number in range((last - first).days // days + 1)]
    held = {one.id: date.fromisoformat(str(one.published)) for one in corpus.held}
    said = [held[one.article] for one in corpus.records if "holder" in one.features]
    expected = [
        (
            str(middle - reach),
            str(middle),
            str(middle + reach),
            sum(abs(day - middle) <= reach for day in said),
        )
        for middle in middles
        if first <= middle - reach and middle + reach <= last
    ]
    with (tmp_path / "out" / "windows.csv").open(encoding="utf-8", newline="") as stream:
        rows = [
            (row["first"], row["middle"], row["last"], int(row["events"])) for row in csv.DictReader(stream)
        ]
    assert rows == expected


@pytest.mark.parametrize("size", [2, 3, 7])
def test_windows_of_events_have_as_many_before_as_after(size: int, tmp_path: Path) -> None:
    corpus = sample()
    write("network-csv", corpus, tmp_path / "out", window="events", window_size=str(size), concept="target")
    with (tmp_path / "out" / "windows.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 40 - 2 * (size // 2)
    assert {row["events"] for row in rows} == {str(2 * (size // 2) + 1)}
