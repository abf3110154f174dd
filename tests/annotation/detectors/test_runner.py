"""Running the detectors on one article."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from annotation.detectors import DETECTORS, Choices, Setup, _runner
from annotation.detectors._base import Document
from annotation.detectors._pipeline import PipelineError, choose_package
from annotation.detectors._runner import Failure, analyse, order_detectors, with_needed
from annotation.errors import PlugError
from annotation.records import Span, Suggestion, quote

TEXT = (
    "Selon la préfecture, 4\u202f000 personnes ont défilé à Lyon.\r\n"
    "« Nous étions 10 000 », assure Marie Colin. 👩🏽‍🚒"
)


@dataclass(frozen=True)
class Stub:
    name: str
    after: tuple[str, ...] = ()
    fails: bool = False
    version: str = "7"
    layers: tuple[str, ...] = ("entity",)

    def detect(self, document: Document) -> Iterable[Suggestion]:
        if self.fails:
            raise ValueError("no luck")
        yield Suggestion(
            key=f"{self.name}/1", layer="entity", spans={"mention": (Span(0, len(document.found) + 1),)}
        )


@pytest.fixture
def stubs(monkeypatch: pytest.MonkeyPatch) -> dict[str, Stub]:
    """Detectors to run in place of the real ones."""
    found: dict[str, Stub] = {}
    monkeypatch.setattr(_runner, "_choose", lambda names, setup: list(found.values()))
    monkeypatch.setattr(_runner, "load_pipeline", lambda *names: None)
    return found


def test_quotes_are_those_of_the_frozen_text() -> None:
    found = analyse(TEXT, lang="fr").suggestions
    figures = [quote(TEXT, item.spans["mention"])[0] for item in found if item.layer == "figure"]
    assert figures == ["4\u202f000 personnes", "10 000"]


def test_a_figure_within_a_content_names_the_attribution_that_vouches_for_it() -> None:
    found = {item.key: item for item in analyse(TEXT, lang="fr").suggestions}
    figures = [item for item in found.values() if item.layer == "figure"]
    sources = [quote(TEXT, found[str(item.features["source"])].spans["source"])[0] for item in figures]
    assert sources == ["la préfecture", "Marie Colin"]


def test_the_same_article_gives_the_same_detection() -> None:
    assert analyse(TEXT) == analyse(TEXT)


def test_every_suggestion_says_where_it_comes_from_and_why() -> None:
    found = analyse(TEXT, lang="fr")
    assert all(item.why and item.origin for item in found.suggestions)
    origins = {item.layer: item.origin for item in found.suggestions}
    assert origins["figure"] == f"figures/{DETECTORS['figures'].version}"
    if choose_package("fr"):
        assert origins["entity"] == f"entities/{DETECTORS['entities'].version} {found.models[0]}"


def test_the_language_is_found_out() -> None:
    assert analyse(TEXT).lang == "fr"
    assert (
        analyse("The minister said that the road would stay closed for the whole week.", lang="").lang == "en"
    )


def test_a_language_without_data_is_a_failure_and_not_an_error() -> None:
    found = analyse("Guten Tag", lang="de")
    assert found.suggestions == ()
    assert [failure.part for failure in found.failures] == ["language"]


@pytest.mark.parametrize("text", ["", "\n", "\ud83d", "«", "— ", "\u2028" * 5, "A" * 3000, "12 " * 500])
def test_hard_texts_do_not_derail_it(text: str) -> None:
    assert analyse(text, lang="fr").failures == ()


def test_one_detector_that_fails_does_not_lose_the_others(stubs: dict[str, Stub]) -> None:
    stubs.update(a=Stub("a"), b=Stub("b", fails=True), c=Stub("c"))
    found = analyse("x", lang="fr")
    assert [item.key for item in found.suggestions] == ["a/1", "c/1"]
    assert [item.origin for item in found.suggestions] == ["a/7", "c/7"]
    assert found.failures == (Failure("b", "ValueError: no luck"),)


def test_a_detector_reads_what_those_before_it_found(stubs: dict[str, Stub]) -> None:
    stubs.update(a=Stub("a", after=("z",)), z=Stub("z"))
    found = analyse("x", lang="fr")
    assert [(item.key, item.spans["mention"][0].end) for item in found.suggestions] == [
        ("z/1", 1),
        ("a/1", 2),
    ]


def test_a_pipeline_that_does_not_load_leaves_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*names: str) -> None:
        raise PipelineError("The language model {name} does not load.", name="m")

    monkeypatch.setattr(_runner, "load_pipeline", fail)
    found = analyse(TEXT, lang="fr")
    assert [failure.part for failure in found.failures] == ["pipeline"]
    assert {item.layer for item in found.suggestions} == {"entity", "figure", "source"}
    assert found.models == ()


def test_a_parse_that_fails_leaves_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        model = "m-1"

        def parse(self, paragraphs: object) -> None:
            raise MemoryError("too long")

    monkeypatch.setattr(_runner, "load_pipeline", lambda *names: Broken())
    found = analyse(TEXT, lang="fr")
    assert found.failures == (Failure("pipeline", "MemoryError: too long"),)
    assert any(item.layer == "figure" for item in found.suggestions)


def test_a_detector_that_is_off_runs_only_where_it_is_asked_for_by_name() -> None:
    setup = Setup(choices=Choices(off=frozenset({"figures", "entities"})))
    found = analyse(TEXT, lang="fr", setup=setup)
    assert {item.layer for item in found.suggestions} == {"source"}
    assert {item.layer for item in analyse(TEXT, "", "fr", ["figures"], setup).suggestions} == {"figure"}


def test_what_is_less_sure_than_its_threshold_is_heard_but_not_suggested() -> None:
    setup = Setup(choices=Choices(off=frozenset({"entities"}), thresholds={"attributions": 1.0}))
    found = analyse(TEXT, lang="fr", setup=setup)
    assert {item.layer for item in found.suggestions} == {"figure"}
    assert {item.layer for item in found.heard} == {"figure", "source"}


def test_a_chosen_pipeline_reads_and_one_that_is_not_installed_is_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(_runner, "load_pipeline", lambda *names: asked.append(names))
    monkeypatch.setattr(_runner, "installed_packages", lambda: {"fr_here": "1"})
    analyse("x", lang="fr", setup=Setup(choices=Choices(pipelines={"fr": "fr_here", "en": "en_gone"})))
    found = analyse("x", lang="en", setup=Setup(choices=Choices(pipelines={"en": "en_gone"})))
    assert asked == [("fr", "fr_here"), ("en", "")]
    assert [failure.part for failure in found.failures] == ["pipeline"]
    assert "en_gone" in found.failures[0].reason


def test_detectors_run_after_those_that_they_read() -> None:
    ordered = order_detectors([Stub("a", after=("c",)), Stub("b"), Stub("c", after=("b", "absent"))])
    assert [item.name for item in ordered] == ["b", "c", "a"]


def test_detectors_that_wait_for_each_other_are_named() -> None:
    with pytest.raises(PlugError, match="a, b"):
        order_detectors([Stub("a", after=("b",)), Stub("b", after=("a",))])


def test_detectors_come_with_those_that_they_read_from() -> None:
    assert with_needed(["attributions"]) == {"attributions", "entities"}
    assert with_needed(["figures", "unheard of"]) >= {"figures"}
    assert with_needed([]) == frozenset()
