"""Languages by their names and tags."""

import pytest

from annotation.importers._reading.languages import language_code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Français", "fr"),
        ("ENGLISH; ENGLISHS", "en"),
        ("GERMAN; DEUTSCH", "de"),
        ("EN", "en"),
        ("en-US", "en"),
        ("fr_FR.UTF-8", ""),
        ("ar-Latn-x-ijmes", "ar"),
        ("fra", "fr"),
        ("Español", "es"),
        ("an", "an"),
        ("xx", ""),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_a_language_is_a_code(said: str, code: str) -> None:
    assert language_code(said) == code
