"""Which attributions are part of others."""

from annotation.detectors._attributions.nesting import find_parents
from annotation.detectors._attributions.record import Attribution


def test_the_smallest_content_around_is_the_parent() -> None:
    outer = Attribution(content=((0, 90),), cue=((92, 96),))
    middle = Attribution(content=((20, 80),), cue=((10, 19),))
    inner = Attribution(content=((40, 60),), cue=((30, 39),))
    assert find_parents([outer, middle, inner]) == {1: 0, 2: 1}


def test_what_only_overlaps_is_no_part() -> None:
    some = Attribution(content=((0, 50),), cue=((52, 56),))
    other = Attribution(content=((20, 80),), cue=((60, 66),))
    assert find_parents([some, other]) == {}
    assert find_parents([]) == {}
