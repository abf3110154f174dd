"""What may be better in a codebook is said, and hinders nothing."""

import pytest

from annotation.codebook import Draft, Place, built_in_codebook, read_codebook
from gui.actions import ActionTable
from gui.shell import Shell
from gui.views.codebook.advice import advise, keys_of_window

DRAFT = Draft.of(built_in_codebook())


def said(draft: Draft) -> list[tuple[Place, str]]:
    remarks = advise({"J": "Next suggestion"}, DRAFT, draft, read_codebook(draft.document))
    assert not any(remark.severe for remark in remarks)
    return [(remark.place, str(remark.message)) for remark in remarks]


def test_the_codebook_of_the_program_needs_no_advice() -> None:
    assert said(DRAFT) == []


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("layer", "entity", "key"), "j", "J is the key of “Next suggestion” already"),
        (("layer", "figure", "hue"), "#FFFF00", "cannot be read in every theme"),
        (("layer", "figure", "hue"), "#0073B3", "easily taken for that of Entity"),
        (("tagset", "speech", "direct", "hue"), "#FFFF00", "cannot be read in every theme"),
        (("layer", "figure", "label"), {"en": "Figure"}, "figure has no name in “fr”"),
    ],
)
def test_what_may_be_better_is_said_in_its_place(place: Place, value: object, words: str) -> None:
    ((where, sentence),) = said(DRAFT.put(place, value))
    assert where == place
    assert words in sentence


def test_a_layer_that_detectors_know_is_missed() -> None:
    sentences = [sentence for _place, sentence in said(DRAFT.rename(("layer", "figure"), "number"))]
    assert sentences == [
        "Suggestions are made for a layer with the id figure: without it there will be none."
    ]


def test_the_keys_of_the_window_are_known(shell: Shell) -> None:
    table: ActionTable = shell.actions_table
    keys = keys_of_window(table)
    assert keys["J"] == "Next suggestion"
    assert "E" not in keys


def test_colours_of_tags_that_are_too_alike_are_said() -> None:
    speech = ("tagset", "speech")
    first, second = DRAFT.ids(speech)[:2]
    draft = DRAFT.put((*speech, first, "hue"), "#0072B2").put((*speech, second, "hue"), "#0073B3")
    ((where, sentence),) = said(draft)
    assert where == (*speech, second, "hue")
    assert "easily taken for that of" in sentence
