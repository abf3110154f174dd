"""The parts of a codebook must fit together."""

import pytest

from annotation.codebook import CodebookError, examine, load_codebook
from annotation.codebook.loading import parse_document

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
            LAYER + "sentence = ['w', 'g']",
            "The sentence of the layer a names “g”, which is neither a role nor a field of it.",
        ),
        (
            LAYER + "field.f = {required_when = {g = 'x'}}",
            "The layer a names a field g that it does not define.",
        ),
        (
            LAYER + "field.f = {kind = 'number', least = 10, most = 9}",
            "The field a.f has bounds that no value can keep: 10 is more than 9.",
        ),
        (
            LAYER + "field.f = {kind = 'date', least = '2026-03', most = 2025}",
            "The field a.f has bounds that no value can keep: 2026-03 is more than 2025.",
        ),
        (
            LAYER + "field.f = {kind = 'number', least = 'few'}",
            "The field a.f: “few” does not fit the field f: enter a number such as 10000 or 1.2.",
        ),
        (
            LAYER + "field.f = {kind = 'entity', least = 1}",
            "The field a.f: “1” does not fit the field f: fields of this kind have no bounds.",
        ),
        (
            LAYER + "field.f = {kind = 'number', most = 5, default = 6}",
            "The field a.f: “6” does not fit the field f: at most 5.",
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


def test_everything_that_does_not_fit_is_told_at_once_each_in_its_place() -> None:
    toml = """
    tagset.t = {x = {key = "1", parent = "z"}, y = {key = "1"}}
    layer.a = {chip = ["g"], field = {f = {kind = "choice"}}}
    """
    _codebook, faults = examine(parse_document(toml))
    assert [fault.place for fault in faults] == [
        ("tagset", "t", "y", "key"),
        ("tagset", "t", "x", "parent"),
        ("layer", "a"),
        ("layer", "a", "chip"),
        ("layer", "a", "field", "f", "tagset"),
    ]


def test_a_deep_tree_of_a_thousand_tags_is_looked_through_once() -> None:
    rows = [f"t{n} = {{parent = 't{n - 1}'}}" if n else "t0 = {}" for n in range(1000)]
    assert load_codebook("[tagset.t]\n" + "\n".join(rows) + "\n[layer.a.role.w]").layers


def test_parts_that_are_not_what_they_must_be_are_all_told() -> None:
    toml = "tagset.t = {x = {key = 'ab'}, y = {label = 3}}\nlayer.a = {hue = 'red'}\nlayer.b.role.w.help = 1"
    codebook, faults = examine(parse_document(toml))
    assert codebook is None
    assert [fault.place for fault in faults] == [
        ("tagset", "t", "x", "key"),
        ("tagset", "t", "y", "label"),
        ("layer", "a", "hue"),
        ("layer", "b", "role", "w", "help"),
    ]
