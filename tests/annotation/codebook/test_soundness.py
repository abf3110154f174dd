"""The parts of a codebook must fit together."""

import pytest

from annotation.codebook import CodebookError, load_codebook

LAYER = "[layer.a]\nrole.w = {}\n"


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        (
            "layer.a = {key = 'S', role.w = {}}\nlayer.b = {key = 's', role.w = {}}",
            "a and b of the codebook have the same key s: give one of them another.",
        ),
        (
            "tagset.t = {x = {key = '1'}, y = {key = '1'}}\nlayer.a.role.w = {}",
            "t.x and t.y of the codebook have the same key 1: give one of them another.",
        ),
        (
            "tagset.t = {x = {parent = 'z'}}\nlayer.a.role.w = {}",
            "The tag t.x has the parent z, which the tagset does not define.",
        ),
        (
            "tagset.t = {x = {parent = 'y'}, y = {parent = 'x'}}\nlayer.a.role.w = {}",
            "The tag t.x is among its own parents: end the circle.",
        ),
        (
            "tagset.t = {x = {parent = 'x'}}\nlayer.a.role.w = {}",
            "The tag t.x is among its own parents: end the circle.",
        ),
        (LAYER + "chip = ['f']", "The layer a names a field f that it does not define."),
        (
            LAYER + "field.f = {visible_when = {g = 'x'}}",
            "The layer a names a field g that it does not define.",
        ),
        (LAYER + "selection = 'v'", "The layer a names a role v that it does not define."),
        (LAYER + "field.f = {kind = 'choice'}", "The field a.f needs a tagset with at least one tag."),
        (
            LAYER + "field.f = {kind = 'tree', tagset = 't'}\n[tagset.t]",
            "The field a.f needs a tagset with at least one tag.",
        ),
        (
            LAYER + "field.f = {kind = 'number', multiple = true}",
            "The field a.f of kind number cannot be multiple.",
        ),
        (
            LAYER + "field.f = {kind = 'reference', to = ['person']}",
            "The field a.f may point at annotation, entity, concept only.",
        ),
        (
            LAYER + "field.f = {kind = 'reference', to = []}",
            "The field a.f may point at annotation, entity, concept only.",
        ),
        (
            LAYER + "field.f = {kind = 'reference', layers = ['b']}",
            "The field a.f names a layer b that the codebook does not define.",
        ),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(toml: str, sentence: str) -> None:
    with pytest.raises(CodebookError) as caught:
        load_codebook(toml)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "toml",
    [
        "layer.a = {role.w = {}}\nlayer.b = {role.w = {}}",
        "tagset.t = {x = {}, y = {parent = 'x'}, z = {parent = 'y'}}\nlayer.a.role.w = {}",
        LAYER + "field.f = {kind = 'reference', layers = ['a'], to = ['concept', 'entity', 'annotation']}",
        LAYER + "field.f = {}\nchip = ['f']\nselection = 'w'",
    ],
)
def test_what_fits_is_taken(toml: str) -> None:
    assert load_codebook(toml).layers
