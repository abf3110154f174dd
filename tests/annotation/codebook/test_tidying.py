"""However a codebook is written, its tables are edited in one form."""

import pytest

from annotation.codebook import CodebookError, load_codebook
from annotation.codebook.tidying import open_document, tidy
from annotation.codebook.writing import write_document
from tests.annotation.codebook.drafts import SMALL


def test_texts_are_by_language_and_conditions_are_lists() -> None:
    document = open_document(SMALL)
    assert document["label"] == {"en": "A small one"}
    assert document["layer"]["mood"]["field"]["how_much"] == {
        "kind": "number",
        "required_when": {"tone": ["cold"]},
        "least": "0",
        "most": "10",
    }


def test_a_tidied_codebook_means_the_same() -> None:
    assert load_codebook(write_document(open_document(SMALL))) == load_codebook(SMALL)


def test_tidying_again_changes_nothing() -> None:
    document = open_document(SMALL)
    assert tidy(document) == document


def test_keys_that_nobody_knows_are_kept() -> None:
    document = open_document("[layer.a]\nmine = 1\nrole.w = {yours = [2]}\n[other]\nx = 1")
    assert document["layer"]["a"]["mine"] == 1
    assert document["layer"]["a"]["role"]["w"] == {"yours": [2]}
    assert document["other"] == {"x": 1}


def test_one_example_is_a_list_of_one() -> None:
    document = open_document('[layer.a]\nexamples = "so"\nrole.w = {counterexamples = {fr = ["ni", "là"]}}')
    assert document["layer"]["a"]["examples"] == {"en": ["so"]}
    assert document["layer"]["a"]["role"]["w"]["counterexamples"] == {"fr": ["ni", "là"]}


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(CodebookError, match="no layer"):
        open_document("")
