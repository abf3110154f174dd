"""What names a part of a codebook follows when that is renamed or removed."""

from typing import Any

import pytest

from annotation.codebook.following import Place, follow_removed, follow_renamed
from annotation.codebook.tidying import open_document
from tests.annotation.codebook.drafts import SMALL

DOCUMENT = open_document(SMALL)
WORDS: list[tuple[Place, str]] = [
    (("layer", "mood"), "layers"),
    (("layer", "mood", "role", "words"), "selection"),
    (("layer", "mood", "role", "cue"), "sentence"),
    (("layer", "mood", "field", "tone"), "chip"),
    (("tagset", "tone"), "tagset"),
    (("tagset", "tone", "warm"), "parent"),
    (("tagset", "tone", "hot"), "default"),
]


def mentions(value: Any, key: str) -> list[Any]:
    """What stands under a key anywhere."""
    if not isinstance(value, dict):
        return []
    return [
        one for name, inner in value.items() for one in ([inner] if name == key else mentions(inner, key))
    ]


def flat(found: list[Any]) -> list[Any]:
    return [one for value in found for one in (value if isinstance(value, list) else [value])]


@pytest.mark.parametrize(("place", "key"), WORDS)
def test_a_new_id_is_mentioned_where_the_old_one_was(place: Place, key: str) -> None:
    before = flat(mentions(DOCUMENT, key))
    after = flat(mentions(follow_renamed(DOCUMENT, place, "new"), key))
    assert after == ["new" if one == place[-1] else one for one in before] != before


@pytest.mark.parametrize(("place", "key"), [one for one in WORDS if one[1] != "tagset"])
def test_a_removed_part_is_mentioned_nowhere(place: Place, key: str) -> None:
    before = flat(mentions(DOCUMENT, key))
    after = flat(mentions(follow_removed(DOCUMENT, place), key))
    assert after == [one for one in before if one != place[-1]] != before


def test_a_field_keeps_the_tagset_that_it_lost_so_that_it_is_told() -> None:
    assert follow_removed(DOCUMENT, ("tagset", "tone")) == DOCUMENT


def test_a_condition_without_values_goes_and_one_with_others_stays() -> None:
    left = follow_removed(DOCUMENT, ("tagset", "tone", "cold"))["layer"]["mood"]["field"]
    assert "required_when" not in left["how_much"]
    assert left["since"]["visible_when"] == {"tone": ["warm", "hot"]}


def test_the_same_id_elsewhere_is_another_part() -> None:
    changed = follow_renamed(DOCUMENT, ("layer", "cause", "role", "words"), "new")
    assert changed["layer"]["mood"] == DOCUMENT["layer"]["mood"]
