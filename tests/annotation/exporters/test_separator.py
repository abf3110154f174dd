"""Every choice is a sign of its own."""

from annotation.exporters._separator import SEPARATOR, separator


def test_each_choice_is_another_sign() -> None:
    signs = [separator({"separator": choice.value}) for choice in SEPARATOR.choices]
    assert signs == [",", ";", "\t"]
