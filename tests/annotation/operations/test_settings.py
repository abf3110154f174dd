"""Choices that travel with the project."""

import pytest

from annotation.operations import ChangeSetting
from annotation.project import Project
from annotation.records import Json


@pytest.mark.parametrize("value", [None, 0, 1.5, "été 👍", ["a", {"b": None}], {"a": [1]}, True])
def test_any_json_is_kept_as_it_is(value: Json, project: Project) -> None:
    project.apply(ChangeSetting(key="k", value=value))
    assert project.read.setting("k", "none") == value


def test_a_setting_that_nobody_made_has_the_default(project: Project) -> None:
    assert project.read.setting("k") is None
    assert project.read.setting("k", 3) == 3


def test_the_same_value_again_is_no_change(project: Project) -> None:
    operation = ChangeSetting(key="k", value={"a": 1})
    assert project.apply(operation)
    assert not project.apply(operation)
    assert str(operation.title) == "Change the setting k"
