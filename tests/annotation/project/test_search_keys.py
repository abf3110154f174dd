"""The keys of the search: known by every spelling, none of them in the way of another."""

import pytest

from annotation.codebook import built_in_codebook, load_codebook
from annotation.project.search_keys import (
    LabelKey,
    article_key,
    fold_key,
    label_key,
    search_keys,
    unknown_key,
)

CODEBOOK = load_codebook(built_in_codebook())


def test_no_two_keys_share_a_spelling_and_each_explains_itself() -> None:
    names = [
        fold_key(name) for key in search_keys().values() for name in dict.fromkeys(map(fold_key, key.names))
    ]
    assert len(names) == len(set(names))
    for key in search_keys().values():
        assert {"en", "fr"} <= set(key.help)
        assert key.example
        assert key.text


@pytest.mark.parametrize(
    ("name", "id_"),
    [("outlet", "outlet"), ("journal", "outlet"), ("importé", "imported"), ("meta.x", "meta"),
     ("stance", None), ("", None)],
)  # fmt: skip
def test_a_key_is_known_in_both_languages(name: str, id_: str | None) -> None:
    found = article_key(name)
    assert (found.id if found else None) == id_


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("stance", LabelKey(layers=("stance",))),
        ("positions", LabelKey(layers=("stance",))),
        ("source", LabelKey(layers=("source",))),
        ("target", LabelKey(layers=("stance",), field="target")),
        ("cible", LabelKey(layers=("stance",), field="target")),
        ("cue", LabelKey(layers=("source",), field="cue")),
        ("mention", LabelKey(layers=("entity", "figure"), field="mention")),
        ("nothing", None),
    ],
)
def test_layers_fields_and_roles_are_keys(name: str, expected: LabelKey | None) -> None:
    assert label_key(CODEBOOK, name) == expected


def test_an_unknown_key_names_the_likeliest() -> None:
    assert "did you mean “outlet:”?" in str(unknown_key(CODEBOOK, "outlett"))
    assert "did you mean “polarity:”?" in str(unknown_key(CODEBOOK, "polarty"))
