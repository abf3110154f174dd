"""Where contents begin and end."""

import pytest

from annotation.detectors._attributions.stretches import clause_end, in_relative, pieces, skip_adverbs
from tests.annotation.detectors.attributions.reader import group, passage, words


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
        ("que A part, qu'elle accuse de mentir", "que A part"),
        ("que A part tandis que B promet de rester", "que A part"),
    ],
)
def test_a_clause_stops_before_another_attribution(text: str, kept: str) -> None:
    here = passage(f"Il dit {text}")
    end = clause_end(here, 2, len(here.tokens), group(here, "dit"))
    assert words(here, pieces(here, 2, end)) == [kept]


def test_adverbs_and_asides_are_stepped_over() -> None:
    here = passage("dit, elle, mardi soir que")
    assert here.fold(skip_adverbs(here, 1)) == "que"


def test_a_relative_clause_is_told() -> None:
    here = passage("À Lyon, où l'on refuse de partir, rien")
    assert in_relative(here, group(here, "refuse"))
    here = passage("Il refuse de partir")
    assert not in_relative(here, group(here, "refuse"))
