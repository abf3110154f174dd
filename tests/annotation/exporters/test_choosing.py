"""Options are completed by their defaults, and what a format does not know is refused."""

import pytest

from annotation.exporters import EXPORTERS, ExportFailure, choose_options


def test_what_is_not_chosen_has_its_default() -> None:
    assert choose_options(EXPORTERS["csv"], {"mark": "yes"}) == {
        "separator": "comma",
        "mark": "yes",
        "texts": "no",
    }


def test_a_format_without_options_takes_none() -> None:
    assert choose_options(EXPORTERS["jsonl"], {}) == {}
    with pytest.raises(ExportFailure, match="has no options"):
        choose_options(EXPORTERS["jsonl"], {"separator": "tab"})
