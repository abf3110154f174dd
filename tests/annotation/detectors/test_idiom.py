"""Telling the language of an article."""

import pytest

from annotation.detectors._idiom import DEFAULT, identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le ministre a dit non.", "fr"),
        ("The minister said no.", "en"),
        (
            "La ville a voté contre le projet, et les habitants attendent désormais la réponse de la région.",
            "fr",
        ),
        (
            "The town voted against the plan, and residents are now waiting for an answer from the region.",
            "en",
        ),
    ],
)
def test_the_language_of_a_text_is_told(text: str, code: str) -> None:
    assert identify(text) == code


def test_the_title_helps_a_short_text() -> None:
    assert identify("OK", "Les élus de la ville et les habitants se sont réunis hier") == "fr"


@pytest.mark.parametrize("text", ["", "12", "🏥 — 42 %", "\ud83d"])
def test_a_text_without_letters_counts_as_the_default(text: str) -> None:
    assert identify(text) == DEFAULT


def test_a_lone_surrogate_does_not_derail_it() -> None:
    assert (
        identify("\ud83d Le président de la République a présenté ses vœux aux Français et à la presse. " * 3)
        == "fr"
    )
