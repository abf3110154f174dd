"""The queue as a list: everything at once but titles, which come in portions."""

from collections.abc import Mapping, Sequence

import pytest
from pytestqt.modeltest import ModelTester

from annotation.project import ArticleQueue, ArticleTitle
from annotation.records import Assignment, AssignmentState
from gui.models.queue_rows import ROW, QueueRows

TODO, STARTED, DONE, SKIPPED = (
    AssignmentState.TODO, AssignmentState.STARTED, AssignmentState.DONE, AssignmentState.SKIPPED,
)  # fmt: skip


class Library:
    """Gives titles and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[str]] = []

    def fetch(self, ids: Sequence[str]) -> Mapping[str, ArticleTitle]:
        self.asked.append(ids)
        return {
            one: ArticleTitle(id=one, title=f"Title {one}", outlet="", published="")
            for one in ids
            if one != "gone"
        }


def rows(library: Library, articles: Sequence[str], **states: AssignmentState) -> QueueRows:
    made = QueueRows(library.fetch, lambda state: state.value)
    made.show_queue(ArticleQueue(articles=articles, states=states))
    return made


def test_titles_are_fetched_in_portions_when_they_are_looked_at(qtmodeltester: ModelTester) -> None:
    library = Library()
    made = rows(library, [f"a{number}" for number in range(100_000)])
    assert made.rowCount() == 100_000
    assert library.asked == []
    assert made.data(made.index(50_000)) == "Title a50000"
    made.data(made.index(50_001))
    assert len(library.asked) == 1
    assert len(library.asked[0]) == 128


def test_a_short_queue_is_a_proper_model(qtmodeltester: ModelTester) -> None:
    made = rows(Library(), ["a", "b", "gone"], a=DONE)
    qtmodeltester.check(made)  # type: ignore[no-untyped-call] # pytest-qt tells no types
    assert made.data(made.index(2), ROW).title == "gone"


def test_states_change_in_place() -> None:
    made = rows(Library(), ["a", "b"], a=DONE)
    told: list[int] = []
    made.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    made.set_state(Assignment(id="x", article="b", annotator="me", state=SKIPPED), "b")
    assert (made.done, told) == (2, [1])
    made.set_state(None, "a")
    assert made.state("a") is TODO
    made.set_state(Assignment(id="y", article="elsewhere", annotator="me", state=DONE), "elsewhere")
    assert made.done == 1


@pytest.mark.parametrize(
    ("here", "step", "found"),
    [
        ("a", 1, "b"),
        ("b", -1, "a"),
        ("c", 1, None),
        ("a", -1, None),
        (None, 1, "a"),
        (None, -1, "c"),
        ("x", 1, "a"),
    ],
)
def test_neighbours(here: str | None, step: int, found: str | None) -> None:
    assert rows(Library(), ["a", "b", "c"]).neighbour(here, step) == found


def test_the_next_open_article_is_looked_for_round_the_end() -> None:
    made = rows(Library(), ["a", "b", "c", "d"], b=DONE, c=SKIPPED, d=STARTED)
    assert made.neighbour("a", 1, open_only=True) == "d"
    assert made.neighbour("d", 1, open_only=True) == "a"
    assert rows(Library(), ["a"], a=STARTED).neighbour("a", 1, open_only=True) is None
    assert rows(Library(), []).neighbour(None, 1, open_only=True) is None


def test_a_title_that_changed_is_fetched_anew() -> None:
    library = Library()
    made = rows(library, ["a"])
    made.data(made.index(0))
    made.forget_title("a")
    made.data(made.index(0))
    assert len(library.asked) == 2
