"""What a project chooses about detection survives its setting, and nonsense in a setting does no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Choices

_names = st.text(max_size=8)


@given(st.frozensets(_names), st.dictionaries(_names, st.floats(0, 1)), st.dictionaries(_names, _names))
def test_choices_come_back_from_their_setting(
    off: frozenset[str], thresholds: dict[str, float], pipelines: dict[str, str]
) -> None:
    choices = Choices(off=off, thresholds=thresholds, pipelines=pipelines)
    assert Choices.from_json(choices.to_json()) == choices


def test_a_new_project_holds_nothing() -> None:
    assert Choices().to_json() == {}


@pytest.mark.parametrize("value", [None, 3, "off", [], {"off": 1, "thresholds": [], "pipelines": None}])
def test_a_setting_that_makes_no_sense_chooses_nothing(value: object) -> None:
    assert Choices.from_json(value) == Choices()


def test_thresholds_are_kept_between_nothing_and_certainty() -> None:
    choices = Choices.from_json({"thresholds": {"figures": 7, "entities": -1, "attributions": "high"}})
    assert choices.thresholds == {"figures": 1.0, "entities": 0.0, "attributions": 0.0}


def test_what_is_as_sure_as_the_threshold_passes() -> None:
    choices = Choices(thresholds={"entities": 0.5})
    assert choices.passes("entities", 0.5)
    assert not choices.passes("entities", 0.49)


def test_what_has_no_confidence_or_no_threshold_passes() -> None:
    choices = Choices(thresholds={"entities": 0.5})
    assert choices.passes("entities", None)
    assert choices.passes("figures", 0.01)
