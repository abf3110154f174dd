"""Names of tags and entities, as labels are searched by (what they find is in test_conditions)."""

from pathlib import Path

import pytest

from annotation.codebook import built_in_codebook, load_codebook
from annotation.operations import PutEntity
from annotation.project.label_conditions import LabelConditions, tags_called
from annotation.project.query import Comparison
from annotation.records import Entity
from tests.annotation.newsroom import newsroom

CODEBOOK = load_codebook(built_in_codebook())


@pytest.mark.parametrize(
    ("field", "text", "prefix", "expected"),
    [
        ("polarity", "against", False, {"against"}),
        ("polarity", "Défavorable", False, {"against"}),
        ("polarity", "def", True, {"against"}),
        ("polarity", "def", False, set()),
        ("concept", "environment", False, {"environment", "energy", "climate"}),
        ("concept", "Climat", False, {"climate"}),
    ],
)
def test_tags_are_known_by_every_name_with_those_below_them(
    field: str, text: str, prefix: bool, expected: set[str]
) -> None:
    stance = CODEBOOK.layer("stance")
    found = stance.field(field) if stance else None
    assert found is not None
    assert tags_called(found, text, prefix=prefix) == expected


def test_entities_are_known_by_all_words_of_any_name(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(PutEntity(entity=Entity(id="xi", name="Xi Jinping", aliases=("président chinois",))))
        conditions = LabelConditions(project.read.db, CODEBOOK)
        assert conditions.entities_called("jinping") == ["xi"]
        assert conditions.entities_called("Le president CHINOIS") == ["xi"]
        assert conditions.entities_called("jin") == []
        assert conditions.entities_called("xi jin", prefix=True) == ["xi"]
        assert conditions.entities_called("  ") == []


@pytest.mark.parametrize(
    ("sign", "number", "values"),
    [(">", 2, 3), (">=", 2, 2), ("=", 2, 2), ("<", 2, 1), ("<=", 2, 2), ("=", 0, 0)],
)
def test_a_count_is_asked_for_as_it_was_typed(sign: str, number: int, values: int, tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        found = LabelConditions(project.read.db, CODEBOOK).articles_counting(
            "entity", Comparison("entity", sign, number)
        )
        assert found.values[-1] == values
