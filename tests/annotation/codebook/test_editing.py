"""What was done to a codebook can be undone, step by step, and done again."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import Draft, Editing
from annotation.i18n import Message
from tests.annotation.codebook.drafts import SMALL, acts

DRAFT = Draft.of(SMALL)
LABEL = ("layer", "mood", "label", "en")


@given(data=st.data())
def test_undoing_everything_gives_back_the_beginning_and_redoing_the_end(data: st.DataObject) -> None:
    editing = Editing(DRAFT)
    steps = 0
    for number in range(data.draw(st.integers(0, 8))):
        steps += editing.do(data.draw(acts(editing.draft)), Message(f"step {number}"))
    end = editing.draft
    for _ in range(steps):
        assert editing.undo()
    assert not editing.undo()
    assert (editing.draft, editing.draft.toml, editing.is_changed) == (DRAFT, DRAFT.toml, False)
    while editing.redo():
        pass
    assert (editing.draft, editing.draft.toml) == (end, end.toml)


def test_typing_in_one_place_is_one_step_until_it_is_sealed() -> None:
    editing = Editing(DRAFT)
    for text in ("M", "Mo", "Mood"):
        editing.do(editing.draft.put(LABEL, text), Message("type"), "label")
    editing.seal()
    editing.do(editing.draft.put(LABEL, "Moods"), Message("type again"), "label")
    assert editing.undo_title == "type again"
    editing.undo()
    assert editing.draft.at(LABEL) == "Mood"
    editing.undo()
    assert (editing.draft, editing.redo_title, editing.undo_title) == (DRAFT, "type", "")


def test_what_changes_nothing_is_no_step() -> None:
    editing = Editing(DRAFT)
    assert not editing.do(DRAFT.put(LABEL, ""), Message("nothing"))
    assert not editing.undo()


def test_another_order_is_a_change() -> None:
    editing = Editing(DRAFT)
    assert editing.do(DRAFT.move(("layer", "mood"), 1), Message("move"))
    assert editing.is_changed


def test_a_new_act_forgets_what_was_undone() -> None:
    editing = Editing(DRAFT)
    editing.do(editing.draft.put(LABEL, "A"), Message("a"))
    editing.undo()
    editing.do(editing.draft.put(LABEL, "B"), Message("b"))
    assert not editing.redo()
    assert editing.draft.at(LABEL) == "B"


def test_going_back_to_how_it_was_by_hand_is_no_change() -> None:
    editing = Editing(DRAFT)
    editing.do(editing.draft.put(LABEL, "A"), Message("a"))
    editing.do(editing.draft.put((*LABEL[:-1],), None), Message("b"))
    assert not editing.is_changed
