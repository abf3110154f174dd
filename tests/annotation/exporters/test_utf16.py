"""Positions count as Java and JavaScript count them."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._utf16 import Utf16


@given(text=st.text())
def test_a_position_is_the_length_of_what_stands_before_it_in_utf16(text: str) -> None:
    places = Utf16(text)
    for place in range(len(text) + 1):
        assert places.unit(place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
