"""A corpus is divided into sets or folds that share no text, in the shares that were asked for."""

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.operations import AddArticles, OperationError, split_articles
from annotation.operations.splitting import GROUPS, Divided, Division, divide
from annotation.project import Project
from annotation.records import Article
from tests.annotation.newsroom import imported

SHARES = st.lists(st.integers(0, 100), min_size=3, max_size=3).filter(any)


@dataclass(frozen=True)
class Corpus:
    """As much of a reader as the division looks at."""

    known: tuple[Article, ...]

    def articles(self) -> tuple[Article, ...]:
        return self.known


def article(number: int, text: str, group: str, outlet: str, day: str) -> Article:
    values = {"duplicates": group or None, "outlet": outlet or None, "published": day or None, "lang": "fr"}
    return imported(f"id{number}", text, **values).article


ARTICLES = st.lists(
    st.tuples(
        st.sampled_from("abcdefghijklmnop"),
        st.sampled_from(["", "", "g1", "g2", "g3"]),
        st.sampled_from(["", "Cadran", "Post"]),
        st.sampled_from(["", "2026-03-01", "2026-03-02T10:00:00"]),
    ),
    max_size=25,
).map(lambda rows: tuple(article(number, *row) for number, row in enumerate(rows)))
DIVISIONS = st.builds(
    Division,
    shares=SHARES.map(lambda shares: "/".join(map(str, shares))),
    folds=st.sampled_from([0, 0, 2, 5]),
    seed=st.integers(0, 99),
    stratify=st.lists(st.sampled_from(["outlet", "lang", "year", "labels"]), unique=True).map(tuple),
    groups=st.lists(st.sampled_from(GROUPS), unique=True).map(tuple),
)


def bonds(one: Article, kinds: tuple[str, ...]) -> set[str]:
    """What must not straddle with an article."""
    found = {f"text {one.text_sha256}", f"duplicates {one.duplicates}" if one.duplicates else ""}
    if "outlet" in kinds and one.outlet:
        found.add(f"outlet {one.outlet}")
    if "day" in kinds and one.outlet and one.published:
        found.add(f"day {one.outlet} {one.published[:10]}")
    return found - {""}


@settings(max_examples=60)
@given(articles=ARTICLES, division=DIVISIONS)
def test_every_article_is_in_one_part_and_nothing_straddles(
    articles: tuple[Article, ...], division: Division
) -> None:
    divided = divide(Corpus(articles), division)
    assert sorted(id_ for ids in divided.parts.values() for id_ in ids) == sorted(one.id for one in articles)
    together: dict[str, set[str]] = {}
    for one in articles:
        for bond in bonds(one, division.groups):
            together.setdefault(bond, set()).add(divided.where[one.id])
    assert all(len(parts) == 1 for parts in together.values())


@settings(max_examples=60)
@given(articles=ARTICLES, division=DIVISIONS)
def test_no_part_is_off_its_share_by_as_much_as_a_group(
    articles: tuple[Article, ...], division: Division
) -> None:
    divided = divide(Corpus(articles), division)
    sizes = list(map(int, division.shares.split("/")))
    whole, rest = sum(sizes), sizes[0] + sizes[1]
    for name, ids in divided.parts.items():
        share = dict(zip(("train", "dev", "test"), sizes, strict=True)).get(name)
        wanted = share / whole if share is not None else rest / whole / division.folds
        most = divided.largest if not division.folds else divided.largest * 2
        assert abs(len(ids) - wanted * len(articles)) < most or not articles


@settings(max_examples=30)
@given(articles=ARTICLES, division=DIVISIONS, chance=st.randoms(use_true_random=False))
def test_the_order_of_import_does_not_matter(
    articles: tuple[Article, ...], division: Division, chance: Random
) -> None:
    mixed = list(articles)
    chance.shuffle(mixed)
    assert divide(Corpus(tuple(mixed)), division) == divide(Corpus(articles), division)


def many(outlets: int = 4) -> Corpus:
    """Two hundred articles, each a text of its own, of which one outlet has half."""
    return Corpus(
        tuple(
            article(
                n, f"Text {n}", "", f"Outlet {n % (2 * outlets)}" if n % 2 else "Big", f"2026-01-{n % 28:02}"
            )
            for n in range(200)
        )
    )


def shares_of(divided: Divided, corpus: Corpus, outlet: str) -> dict[str, int]:
    of_outlet = {one.id for one in corpus.known if one.outlet == outlet}
    return {name: len(ids & of_outlet) for name, ids in divided.parts.items()}


def test_parts_are_alike_in_what_they_are_stratified_by() -> None:
    corpus = many()
    divided = divide(corpus, Division(shares="80/10/10", stratify=("outlet",)))
    assert shares_of(divided, corpus, "Big") == {"train": 80, "dev": 10, "test": 10}
    for number in (1, 3, 5, 7):
        found = shares_of(divided, corpus, f"Outlet {number}")
        assert 19 <= found["train"] <= 21


def test_parts_are_alike_in_their_labels() -> None:
    corpus = many()
    counts = {one.id: {"source": 9 if number < 20 else 0} for number, one in enumerate(corpus.known)}
    divided = divide(corpus, Division(folds=5, stratify=("labels.source",)), counts)
    rich = {id_ for id_, found in counts.items() if found["source"]}
    assert sorted(len(ids & rich) for ids in divided.parts.values()) == [4, 4, 4, 4, 4]


def test_folds_are_as_large_as_each_other_and_the_test_set_is_apart() -> None:
    corpus = many()
    folds = divide(corpus, Division(folds=5)).parts
    assert {name: len(ids) for name, ids in folds.items()} == {f"fold-{n}": 40 for n in range(1, 6)}
    apart = divide(corpus, Division(folds=4, shares="70/10/20")).parts
    assert {name: len(ids) for name, ids in apart.items()} == {
        **{f"fold-{n}": 40 for n in range(1, 5)},
        "test": 40,
    }
    assert list(divide(corpus, Division(folds=12)).parts)[:2] == ["fold-01", "fold-02"]


def test_the_shares_are_kept_in_a_large_corpus(project: Project) -> None:
    project.apply(AddArticles(imported=tuple(imported(f"n{n}", f"Text {n}") for n in range(197))))
    split = split_articles(project.read, "80/10/10", 1)
    assert {part: len(ids) for part, ids in split.items()} == {"train": 160, "dev": 20, "test": 20}
    assert split_articles(project.read, "80/10/10", 2) != split
    assert split_articles(project.read, "8/1/1", 1) == split


def test_a_share_of_nothing_is_empty(project: Project) -> None:
    split = split_articles(project.read, "0/0/1", 1)
    assert (split["train"], split["dev"], len(split["test"])) == (frozenset(), frozenset(), 3)


def test_the_largest_group_is_told() -> None:
    days = [article(n, f"Text {n}", "", "Post", "2026-03-01") for n in range(7)]
    divided = divide(Corpus(tuple(days)), Division(shares="1/1/1", groups=("copies", "day")))
    assert (divided.groups, divided.largest) == (1, 7)


@pytest.mark.parametrize(
    "written", ["", "80/20", "80/10/5/5", "0/0/0", "a/b/c", "80/-10/30", "²/1/1", "80,10,10"]
)
def test_what_is_no_division_is_refused_in_a_sentence(written: str, project: Project) -> None:
    with pytest.raises(OperationError, match="is no split: write three shares such as 80/10/10"):
        split_articles(project.read, written, 1)


@pytest.mark.parametrize(
    ("division", "sentence"),
    [
        (Division(folds=1), "needs 2 to 100 folds, not 1"),
        (Division(folds=5, stratify=("weather",)), "alike in “weather”: choose one of outlet, lang"),
        (Division(folds=5, groups=("moon",)), "grouped by “moon”: choose one of copies, day, outlet"),
    ],
)
def test_a_division_that_nobody_knows_is_refused(division: Division, sentence: str) -> None:
    with pytest.raises(OperationError, match=sentence):
        divide(many(), division)


def test_nothing_is_divided_to_begin_with() -> None:
    assert not Division()
    assert Division(folds=2)
    assert Division(folds=2, stratify=("outlet", "labels.stance")).needs_counts
    assert not Division(folds=2, stratify=("outlet",)).needs_counts
