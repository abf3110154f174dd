"""Articles that are read together, in this process."""

import pytest

from annotation.detectors import Choices, Detection, Job, Setup, analyse, choose_package
from annotation.detectors import _reading as reading
from annotation.detectors._pipeline import Pipeline
from annotation.detectors._reading import read_bundle

TEXTS = (
    "Le maire de Lyon a annoncé 12 départs.\nSelon Hélène Garnier, « rien ne presse ».",
    "The mayor of Leeds said that 40 trains were late.",
    "Le maire de Lyon a annoncé 12 départs.\n\nLa ministre accuse la région de mentir.",
    "",
    "!!!",
)


def bundle(lang: str = "auto") -> tuple[Job, ...]:
    return tuple(Job(f"a{number}", text, lang=lang) for number, text in enumerate(TEXTS))


def test_articles_that_are_read_together_give_what_each_gives_alone() -> None:
    together = dict(read_bundle(bundle(), None, Setup()))
    alone = {job.id: analyse(job.text, article=job.id) for job in bundle()}
    assert together == alone
    assert [detection.lang for detection in together.values()][:3] == ["fr", "en", "fr"]


def test_reading_twice_gives_the_same() -> None:
    assert list(read_bundle(bundle(), None, Setup())) == list(read_bundle(bundle(), None, Setup()))


def test_no_articles_give_no_answers() -> None:
    assert list(read_bundle((), None, Setup())) == []


def test_a_language_without_data_and_a_package_that_is_not_installed_are_said_per_article() -> None:
    setup = Setup(choices=Choices(pipelines={"fr": "fr_not_there"}))
    found = dict(read_bundle((Job("a", TEXTS[0], lang="xx"), Job("b", TEXTS[0], lang="fr")), None, setup))
    assert [failure.part for failure in found["a"].failures] == ["language"]
    assert [failure.part for failure in found["b"].failures] == ["pipeline"]


def test_an_article_that_breaks_everything_is_a_failure_and_the_next_has_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def explode(text: str, *others: object) -> Detection:
        if text == TEXTS[0]:
            raise RuntimeError("boom")
        return analyse(text, *others)  # type: ignore[arg-type]  # whatever it was called with

    monkeypatch.setattr(reading, "analyse", explode)
    found = dict(read_bundle(bundle(), ("figures",), Setup()))
    assert [(item.part, item.reason) for item in found["a0"].failures] == [
        ("detection", "RuntimeError: boom")
    ]
    assert [item.features["value"] for item in found["a1"].suggestions] == ["40"]


def test_a_parser_that_fails_on_the_bundle_leaves_every_article_its_own_chance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not choose_package("fr"):
        pytest.skip("the French model is not installed")
    monkeypatch.setattr(Pipeline, "reading_ahead", lambda *_: (_ for _ in ()).throw(RuntimeError("boom")))
    found = dict(read_bundle(bundle("fr")[:1], None, Setup()))
    assert found["a0"].models
    assert not found["a0"].failures
