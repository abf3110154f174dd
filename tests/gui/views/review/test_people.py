"""Annotators told apart, by name or by letters that hide it."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.operations.blinding import hidden_places, shown_names
from annotation.records import GOLD, Annotator
from gui.views.review.people import people_of

NAMES = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=12, unique=True)


def everyone(ids: list[str]) -> dict[str, Annotator]:
    return {id_: Annotator(id=id_, name=f"Name of {id_}") for id_ in ids}


@given(ids=NAMES, later=st.integers(0, 12))
def test_who_joins_later_changes_nobodys_letter(ids: list[str], later: int) -> None:
    before, now = hidden_places(everyone(ids[:later])), hidden_places(everyone(ids))
    assert before == {id_: now[id_] for id_ in before}
    assert len(set(now.values())) == len(ids)


def test_hidden_people_come_in_the_order_of_their_letters() -> None:
    people = people_of(["a", "b", "c"], everyone(["a", "b", "c"]), blind=True)
    assert [person.name for person in people] == ["Annotator A", "Annotator B", "Annotator C"]
    assert [person.letter for person in people] == [person.initials for person in people] == ["A", "B", "C"]


def test_those_who_are_no_people_keep_their_name() -> None:
    known = {**everyone(["a"]), GOLD.id: GOLD}
    assert shown_names(known, blind=True)[GOLD.id] == GOLD.name
    assert shown_names(known, blind=False)["a"] == "Name of a"
