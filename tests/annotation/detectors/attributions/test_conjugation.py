"""The forms of verbs."""

import pytest

from annotation.detectors._attributions.conjugation import conjugate


@pytest.mark.parametrize(
    ("code", "verb", "forms"),
    [
        ("fr", "appeler", {"appelle": "finite", "appele": "participle", "appellera": "finite"}),
        ("fr", "juger", {"jugeait": "finite", "jugea": "finite", "jugeant": "gerund"}),
        ("fr", "prévenir", {"previent": "finite", "prevenu": "participle", "previendra": "finite"}),
        ("fr", "démentir", {"dement": "finite", "dementi": "participle", "dementait": "finite"}),
        ("fr", "promettre", {"promet": "finite", "promis": "participle"}),
        ("fr", "craindre", {"craint": "finite", "craignait": "finite"}),
        ("fr", "avertir", {"avertit": "finite", "avertissent": "finite"}),
        ("en", "deny", {"denies": "finite", "denied": "participle", "denying": "gerund"}),
        ("en", "say", {"said": "finite", "saying": "gerund"}),
        ("en", "admit", {"admitted": "finite", "admitting": "gerund"}),
    ],
)  # fmt: skip
def test_a_verb_has_its_forms(code: str, verb: str, forms: dict[str, str]) -> None:
    found = conjugate(verb, code)
    assert {form for form, kind in forms.items() if kind not in found.get(form, ())} == set()
