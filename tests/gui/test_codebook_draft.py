"""A draft is kept with the project as long as what it was made of is in force."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import Draft, Editing
from annotation.i18n import Message
from annotation.records import Json
from gui.codebook_draft import read_draft, write_draft
from tests.annotation.codebook.drafts import SMALL, acts

DRAFT = Draft.of(SMALL)


@given(data=st.data())
def test_a_draft_is_the_same_when_it_is_read_again(data: st.DataObject) -> None:
    editing = Editing(DRAFT)
    for _ in range(data.draw(st.integers(1, 4))):
        editing.do(data.draw(acts(editing.draft)), Message("act"))
    kept = json.loads(json.dumps(write_draft(editing)))
    found = read_draft(kept, DRAFT)
    assert (found is None) == (not editing.is_changed)
    if found is not None:
        assert (found, found.toml) == (editing.draft, editing.draft.toml)


def test_a_draft_of_another_codebook_is_forgotten() -> None:
    editing = Editing(DRAFT)
    editing.do(DRAFT.remove(("layer", "cause")), Message("act"))
    assert read_draft(write_draft(editing), DRAFT.remove(("layer", "mood"))) is None


def test_an_unsound_draft_is_kept_too() -> None:
    editing = Editing(DRAFT)
    editing.do(DRAFT.put(("layer", "mood", "hue"), "red"), Message("act"))
    found = read_draft(write_draft(editing), DRAFT)
    assert found == editing.draft


@pytest.mark.parametrize(
    "kept",
    [
        None,
        3,
        {},
        {"base": DRAFT.toml},
        {"base": DRAFT.toml, "toml": 3, "renames": []},
        {"base": DRAFT.toml, "toml": "x =", "renames": []},
        {"base": DRAFT.toml, "toml": "layer = 3", "renames": []},
        {"base": DRAFT.toml, "toml": SMALL, "renames": [3]},
        {"base": DRAFT.toml, "toml": SMALL, "renames": [["a", "b", "c"]]},
    ],
)
def test_whatever_stands_in_the_setting_nothing_breaks(kept: Json) -> None:
    assert read_draft(kept, DRAFT) is None
