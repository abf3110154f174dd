"""Arcs go through channels and gutters only."""

from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.marked_text.arcs import End, Route, bounds, route_all

LEFT, RIGHT, PAGE = 100.0, 500.0, 600.0
PITCH, CHANNEL = 40.0, 3.0


def end_on(line: int, left: float, right: float) -> End:
    """A mark on a line: the line's channel is at its top, its text below."""
    top = line * PITCH
    return End(left=left, right=right, top=top + 2 * CHANNEL, channel=top + CHANNEL)


@st.composite
def ends(draw: st.DrawFn) -> End:
    left = draw(st.integers(100, 490))
    return end_on(draw(st.integers(0, 8)), left, draw(st.integers(left + 2, 500)))


def route(source: End, target: End) -> Route:
    return route_all([(source, target)], LEFT, RIGHT, PAGE)[0]


@given(st.lists(st.tuples(ends(), ends()), max_size=8))
def test_every_leg_runs_along_a_channel_in_a_gutter_or_just_above_a_mark(
    pairs: list[tuple[End, End]],
) -> None:
    for (source, target), found in zip(pairs, route_all(pairs, LEFT, RIGHT, PAGE), strict=True):
        channels = {source.channel, target.channel}
        for (x1, y1), (x2, y2) in zip(found.points, found.points[1:], strict=False):
            if y1 == y2:
                assert y1 in channels
            else:
                assert x1 == x2
                is_in_gutter = not LEFT <= x1 <= RIGHT
                assert is_in_gutter or abs(y1 - y2) <= 2 * CHANNEL


@given(ends(), ends())
def test_an_arc_starts_and_ends_on_top_of_its_marks(source: End, target: End) -> None:
    found = route(source, target)
    assert found.points[0][1] == source.top
    assert found.points[-1][1] == target.top
    assert source.left <= found.points[0][0] <= source.right


def test_an_arc_within_a_line_stays_above_it() -> None:
    found = route(end_on(2, 120, 160), end_on(2, 300, 380))
    assert found.points == ((134, 86), (134, 83), (314, 83), (314, 86))


def test_an_arc_between_lines_takes_the_nearer_gutter() -> None:
    assert min(x for x, _ in route(end_on(1, 120, 160), end_on(3, 150, 200)).points) < LEFT
    assert max(x for x, _ in route(end_on(1, 420, 460), end_on(3, 450, 490)).points) > RIGHT


def test_arcs_side_by_side_get_tracks_of_their_own() -> None:
    one = (end_on(1, 120, 160), end_on(5, 120, 160))
    other = (end_on(2, 120, 160), end_on(6, 120, 160))
    first, second = route_all([one, other], LEFT, RIGHT, PAGE)
    assert min(x for x, _ in first.points) != min(x for x, _ in second.points)


def test_an_arc_to_a_mark_that_starts_at_the_same_place_keeps_its_ends_apart() -> None:
    found = route(end_on(2, 120, 200), end_on(2, 120, 150))
    assert abs(found.points[0][0] - found.points[-1][0]) >= 12


def test_the_longest_level_and_upright_stretch_are_found() -> None:
    found = route(end_on(1, 120, 160), end_on(3, 300, 340))
    (left, y), (right, other_y) = found.longest_level
    assert y == other_y == 3 * PITCH + CHANNEL
    assert (left, right) == (91, 314)
    assert found.upright == ((91, 123), (91, 43))


def test_bounds_go_around_all_routes() -> None:
    assert bounds([]) == (0, 0)
    assert bounds([route(end_on(1, 120, 160), end_on(3, 300, 340))]) == (43, 126)
