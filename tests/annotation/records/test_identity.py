"""Names for records that never clash, and times."""

import re
import uuid

from hypothesis import given
from hypothesis import strategies as st

from annotation.records import derived_id, new_id, now
from annotation.records.identity import _SELON


def test_every_new_id_is_another() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch("[0-9a-f]{32}", id_) for id_ in ids)


@given(parts=st.lists(st.text(), min_size=1, max_size=3))
def test_the_same_parts_give_the_same_id_on_every_machine(parts: list[str]) -> None:
    assert derived_id(*parts) == uuid.uuid5(_SELON, "\x1f".join(parts)).hex


@given(one=st.text(max_size=5), other=st.text(max_size=5))
def test_other_parts_give_another_id(one: str, other: str) -> None:
    assert (derived_id("x", one) == derived_id("x", other)) == (one == other)


def test_an_id_can_be_derived_from_the_name_of_any_file() -> None:
    assert re.fullmatch("[0-9a-f]{32}", derived_id("caf\udce9", "\ud83d"))


def test_times_sort_as_they_follow_each_other() -> None:
    moments = [now() for _ in range(3)]
    assert moments == sorted(moments)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", moment) for moment in moments)
