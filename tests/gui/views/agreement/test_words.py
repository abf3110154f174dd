"""How coefficients and values read."""

from annotation.agreement.crossing import ABSENT, OTHERS, Crossing
from annotation.codebook import built_in_codebook, load_codebook
from annotation.measures import MEASURES
from gui.views.agreement.words import (
    coefficient_words,
    cost_words,
    crossing_names,
    field_of,
    field_words,
    interval_words,
    measure_words,
    short_measure_words,
    value_words,
)

CODEBOOK = load_codebook(built_in_codebook())
POLARITY = field_of(CODEBOOK, ("stance", "polarity"))


def test_what_is_missing_is_a_dash_or_nothing() -> None:
    assert coefficient_words(None) == "–"
    assert interval_words(None, None) == ""
    assert interval_words(0.25, 0.5) == "0.25 … 0.50"


def test_every_measure_has_a_short_name_and_a_long_one() -> None:
    short = {short_measure_words(name) for name in MEASURES.names}
    assert len(short) == len(MEASURES.names)
    assert measure_words("of another version") == "of another version"


def test_costs_are_told_in_seconds_or_minutes() -> None:
    assert cost_words(7) == "about 5 seconds"
    assert cost_words(0.1) == "about one second"
    assert cost_words(600) == "about 10 minutes"


def test_values_are_called_as_the_codebook_calls_them() -> None:
    assert value_words("favor", POLARITY, {}) != "favor"
    assert value_words("", POLARITY, {}) == "(blank)"
    assert value_words("", None, {}) == "(a record)"
    assert value_words(OTHERS, POLARITY, {}, 3) == "(3 others)"
    entity = field_of(CODEBOOK, ("entity", "entity"))
    assert value_words("otan", entity, {"otan": "OTAN"}) == "OTAN"
    flag = field_of(CODEBOOK, ("source", "negated"))
    assert value_words("True", flag, {}) != value_words("False", flag, {})
    crossing = Crossing(values=("favor", ABSENT), counts={})
    assert crossing_names(crossing, POLARITY, {})[1] == "(no record)"


def test_the_spans_themselves_are_called_words() -> None:
    assert field_words(CODEBOOK, ("stance", None)) == "Words"
    assert field_words(CODEBOOK, ("stance", "gone")) == "gone"
