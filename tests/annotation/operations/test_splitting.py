"""A corpus is divided into sets that share no text."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations import AddArticles, OperationError, split_articles
from annotation.project import Project
from tests.annotation.newsroom import imported

SHARES = st.lists(st.integers(0, 100), min_size=3, max_size=3).filter(any)


@dataclass(frozen=True)
class Corpus:
    """As much of a reader as the division looks at: (id, text, group of duplicates)."""

    rows: tuple[tuple[str, str, str], ...]

    def articles(self) -> list[object]:
        return [imported(id_, text, duplicates=group or None).article for id_, text, group in self.rows]


ROWS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(["", "", "g1", "g2", "g3"])), max_size=25
).map(lambda found: tuple((f"id{n}", text, group) for n, (text, group) in enumerate(found)))


@given(rows=ROWS, shares=SHARES, seed=st.integers(0, 99))
def test_every_article_is_in_one_set_and_nothing_straddles(
    rows: tuple[tuple[str, str, str], ...], shares: list[int], seed: int
) -> None:
    written = "/".join(map(str, shares))
    split = split_articles(Corpus(rows), written, seed)  # type: ignore[arg-type] # as much as is looked at
    assert sorted(id_ for ids in split.values() for id_ in ids) == sorted(id_ for id_, _, _ in rows)
    where = {id_: part for part, ids in split.items() for id_ in ids}
    for number in (1, 2):
        together: dict[str, set[str]] = {}
        for row in rows:
            if row[number]:
                together.setdefault(row[number], set()).add(where[row[0]])
        assert all(len(parts) == 1 for parts in together.values())
    assert split == split_articles(Corpus(rows), written, seed)  # type: ignore[arg-type] # as above


def test_the_shares_are_kept_in_a_large_corpus(project: Project) -> None:
    project.apply(AddArticles(imported=tuple(imported(f"n{n}", f"Text {n}") for n in range(197))))
    split = split_articles(project.read, "80/10/10", 1)
    assert {part: len(ids) for part, ids in split.items()} == {"train": 160, "dev": 20, "test": 20}
    assert split_articles(project.read, "80/10/10", 2) != split
    assert split_articles(project.read, "8/1/1", 1) == split


def test_a_share_of_nothing_is_empty(project: Project) -> None:
    split = split_articles(project.read, "0/0/1", 1)
    assert (split["train"], split["dev"], len(split["test"])) == (frozenset(), frozenset(), 3)


@pytest.mark.parametrize(
    "written", ["", "80/20", "80/10/5/5", "0/0/0", "a/b/c", "80/-10/30", "²/1/1", "80,10,10"]
)
def test_what_is_no_division_is_refused_in_a_sentence(written: str, project: Project) -> None:
    with pytest.raises(OperationError, match="is no split: write three shares such as 80/10/10"):
        split_articles(project.read, written, 1)
