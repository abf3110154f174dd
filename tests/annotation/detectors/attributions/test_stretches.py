"""Where contents begin and end."""

import pytest

from annotation.detectors._attributions.stretches import clause_end, pieces
from tests.annotation.detectors.attributions.reader import passage, words


def test_signs_at_the_ends_are_cut() -> None:
    here = passage(", que tout va bien ;")
    assert words(here, pieces(here, 0, len(here.tokens))) == ["que tout va bien"]
    assert pieces(here, 0, 1) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("que A part et a ajouté que B", "que A part"),
        ("que A part, précisant que B", "que A part"),
        ("que A part, selon B", "que A part"),
        ("que A part ; B reste", "que A part"),
        ("que A et B partent", "que A et B partent"),
        ("que A part, tout en assurant que B", "que A part"),
        ("que A part dans un communiqué", "que A part"),
    ],
)
def test_a_clause_stops_before_another_attribution(text: str, kept: str) -> None:
    here = passage(text)
    end = clause_end(here, 0, len(here.tokens), 0)
    assert words(here, pieces(here, 0, end)) == [kept]
