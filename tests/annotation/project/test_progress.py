"""How far everybody is, and how long they worked: pauses do not count."""

import zlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotation.operations import Accept, Assign, MarkArticles, TagArticles
from annotation.project.progress import AFTER_PAUSE, PAUSE, Work, article_of, measure
from annotation.records import AssignmentState
from tests.annotation.newsroom import ANN, BOB, named, newsroom


def at(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"2026-03-01T{9 + int(minutes) // 60:02}:{int(minutes) % 60:02}:{rest:06.3f}Z"


def test_time_belongs_to_the_article_of_the_later_act() -> None:
    acts = [("p", at(0), "a"), ("p", at(20), "a"), ("p", at(50), "b"), ("p", at(60), "a")]
    assert measure(acts) == [Work(annotator="p", seconds={"a": AFTER_PAUSE + 20 + 10, "b": 30.0})]


def test_a_pause_counts_as_little_as_a_beginning() -> None:
    acts = [("p", at(0), "a"), ("p", at(PAUSE), "a"), ("p", at(2 * PAUSE + 1), "a")]
    assert measure(acts)[0].total == AFTER_PAUSE + PAUSE + AFTER_PAUSE


def test_people_work_at_the_same_time() -> None:
    acts = [("p", at(0), "a"), ("q", at(5), "a"), ("p", at(10), "a"), ("q", at(25), "a")]
    assert {one.annotator: one.total for one in measure(acts)} == {
        "p": AFTER_PAUSE + 10,
        "q": AFTER_PAUSE + 20,
    }


def test_acts_on_no_article_end_what_was_before_them() -> None:
    acts = [("p", at(0), "a"), ("p", at(100), ""), ("p", at(110), "a"), ("p", "no time", "a")]
    assert measure(acts)[0].total == AFTER_PAUSE + 10


@given(st.lists(st.tuples(st.sampled_from(["p", "q"]), st.floats(0, 7000), st.sampled_from(["a", "b", ""]))))
def test_nobody_works_longer_than_the_clock_and_a_beginning_an_act(
    acts: list[tuple[str, float, str]],
) -> None:
    ordered = sorted(acts, key=lambda act: act[1])
    for work in measure((who, at(when), article) for who, when, article in ordered):
        own = [when for who, when, _article in ordered if who == work.annotator]
        assert 0 <= work.total <= max(own) - min(own) + AFTER_PAUSE * len(own) + 0.01


def test_an_entry_belongs_to_its_one_article() -> None:
    one = '[["annotations",null,{"id":"x","article":"a1"}],["annotations",{"article":"a1"},null]]'
    assert article_of(one) == "a1"
    assert article_of(zlib.compress(one.encode())) == "a1"
    assert article_of(one + '"article":"a2"') == ""
    assert article_of(b"nonsense") == ""
    assert article_of(None) == ""


def test_shares_and_days_come_from_the_queue(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        assert [one.assigned for one in project.read.corpus.shares()] == [3, 3]
        project.apply(Assign(articles=("a1", "a2"), annotator=ANN.id))
        done, skipped = AssignmentState.DONE, AssignmentState.SKIPPED
        project.apply(MarkArticles(articles=("a1",), annotator=ANN.id, state=done, actor=ANN.id))
        project.apply(MarkArticles(articles=("a2",), annotator=ANN.id, state=skipped, actor=ANN.id))
        project.apply(Accept(annotations=(named(project, "f1").id,), actor=BOB.id))
        ann, bob = project.read.corpus.shares()
        assert (ann.name, ann.assigned, ann.done, ann.skipped, ann.left, ann.labels) == ("Ann", 2, 1, 1, 0, 0)
        assert (bob.assigned, bob.left, bob.labels) == (0, 0, 1)
        assert list(ann.days.values()) == [1]
        assert {one.annotator: sorted(one.seconds) for one in project.read.corpus.work()} == {
            ANN.id: ["a1", "a2"], BOB.id: ["a1"]}  # fmt: skip


def test_a_bulk_act_is_no_work_on_an_article(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(TagArticles(articles=("a1", "a2"), add=("x",), actor=ANN.id))
        assert [one for one in project.read.corpus.work() if one.seconds] == []
