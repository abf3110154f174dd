"""Whom words describe that stand apart."""

import pytest

from annotation.detectors._stances.apposed import described
from tests.annotation.detectors.stances.reader import node, scene


@pytest.mark.parametrize(
    ("code", "text", "words", "expected"),
    [
        ("fr", "Hostiles à la taxe, les maires ont quitté la salle.", "Hostiles", "maires"),
        ("fr", "Très attachée à la laïcité, elle a démissionné.", "attachée", "elle"),
        ("fr", "Ada Morin, très remontée contre le préfet, est partie.", "remontée", "Ada"),
        ("fr", "Favorable au projet. Les maires se taisent.", "Favorable", None),
        ("fr", "Le texte favorable aux maires est prêt.", "favorable", None),
        ("en", "Fiercely opposed to the dam, farmers blocked the road.", "opposed", "farmers"),
        ("en", "Ann Lee, a critic of the dam, left early.", "critic", "Lee"),
        ("en", "The critic of the dam left early.", "critic", None),
    ],
)
def test_words_that_stand_apart_describe_the_subject_beside_them(
    code: str, text: str, words: str, expected: str | None
) -> None:
    here = scene(text, code)
    found = described(here.syntax, node(here, words))
    assert (found.text if found is not None else None) == expected
