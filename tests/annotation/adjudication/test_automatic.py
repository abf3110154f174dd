"""A whole project decided by a strategy."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from annotation.adjudication import (
    STRATEGIES,
    Merge,
    Trusted,
    articles_to_merge,
    learn_trust,
    merging_steps,
    proposal_of,
)
from annotation.operations import Revert
from annotation.operations.sample import create_sample_project
from annotation.project import Project
from annotation.records import MACHINE


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Project]:
    project = create_sample_project(tmp_path / "sample.selon")
    yield project
    project.close()


def test_all_articles_that_two_worked_on_are_decided(sample: Project) -> None:
    merge = Merge(strategy=STRATEGIES["unanimous"])
    articles = sample.ask(articles_to_merge)
    found = []
    for proposals, step in merging_steps(sample.ask, articles, merge, MACHINE.id):
        found += proposals
        if step is not None:
            changes = sample.apply(step)
            assert changes.articles == {one.article for one in proposals if one.drafts}
    assert [one.article for one in found] == articles
    assert sum(len(one.drafts) for one in found) > 100
    again = [sample.ask(partial(proposal_of, article=article, merge=merge)) for article in articles]
    assert not any(one.drafts for one in again)


def test_a_step_is_taken_back_in_one(sample: Project) -> None:
    merge = Merge(strategy=STRATEGIES["unanimous"])
    steps = merging_steps(sample.ask, ["drones-ukraine"], merge, MACHINE.id)
    _proposals, step = next(steps)
    assert step is not None
    changes = sample.apply(step)
    assert sample.ask(lambda reader: reader.decisions("drones-ukraine"))
    sample.apply(Revert(changes=changes))
    assert not sample.ask(lambda reader: reader.decisions("drones-ukraine"))


def test_trust_is_learned_only_where_it_is_asked_for(sample: Project) -> None:
    assert sample.ask(lambda reader: learn_trust(reader, Merge(strategy=STRATEGIES["majority"]))) == Trusted()
    trust = sample.ask(lambda reader: learn_trust(reader, Merge(strategy=STRATEGIES["gold-model"])))
    assert len(trust.skills) == 2
    assert 0 < trust.real < 1
