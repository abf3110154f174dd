"""What several steps come to together."""

import pytest

from annotation.operations import Accept, Discard, EditFeatures, RemoveArticles, own_id
from annotation.operations._net import Net
from annotation.project import Missing, Project
from annotation.records import Status
from tests.annotation.newsroom import ANN, TEXTS, named


def test_a_record_is_as_it_was_before_the_first_step_and_is_after_the_last(project: Project) -> None:
    base = named(project, "e1")
    mine = own_id(base, ANN.id)
    project.apply(Accept(annotations=(base.id,), actor=ANN.id))
    steps = [
        project.apply(EditFeatures(annotation=mine, features={"type": "ORG"}, actor=ANN.id)),
        project.apply(Discard(annotations=(mine,), actor=ANN.id)),
    ]
    net = Net(project.read, steps)
    before, after = net.before(mine), net.after(mine)
    assert before is not None
    assert after is not None
    assert (before.status, before.features["type"]) == (Status.ACCEPTED, "PER")
    assert (after.status, after.features["type"]) == (Status.REJECTED, "ORG")
    assert net.basis_before(before) == net.basis_after(after) == base
    assert set(net.changed) == {mine}


def test_what_is_gone_is_still_known_as_it_was(project: Project) -> None:
    base = named(project, "e1")
    project.apply(Accept(annotations=(base.id,), actor=ANN.id))
    net = Net(project.read, [project.apply(RemoveArticles(articles=("a1",)))])
    mine = net.before(own_id(base, ANN.id))
    assert mine is not None
    assert net.after(mine.id) is None
    assert net.basis_before(mine) == base
    assert net.text("a1") == TEXTS["a1"]


def test_an_article_that_nobody_speaks_of_is_missing(project: Project) -> None:
    with pytest.raises(Missing):
        Net(project.read, []).text("gone")
