"""Parts are added, removed, copied and put in another order."""

import pytest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from gui.views.codebook.acts import Acts
from tests.gui.views.codebook.works import MOOD, TONE, small, told

On = QAbstractItemView.DropIndicatorPosition.OnItem
Above = QAbstractItemView.DropIndicatorPosition.AboveItem
Below = QAbstractItemView.DropIndicatorPosition.BelowItem


def test_a_new_layer_is_sound_and_has_a_colour_of_its_own(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    assert acts.add("layer")
    assert acts.add("layer")
    assert work.is_sound
    hues = [layer.get("hue") for layer in work.draft.document["layer"].values()]
    assert len({hue for hue in hues if hue}) == 2
    assert work.place == ("layer", "new-2")


def test_a_part_is_added_after_its_equal(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    work.select((*TONE, "warm"))
    assert acts.add(acts.same_kind)
    assert work.draft.ids(TONE) == ("warm", "new", "hot", "cold")
    work.select((*MOOD, "field", "tone"))
    assert acts.add(acts.same_kind)
    assert work.draft.ids((*MOOD, "field"))[:2] == ("tone", "new")


def test_a_tag_is_added_below_another_or_beside_it(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    work.select((*TONE, "hot"))
    acts.add("tag")
    assert work.draft.at((*work.place, "parent")) == "warm"
    work.select((*TONE, "hot"))
    acts.add("below")
    assert work.draft.at((*work.place, "parent")) == "hot"


@pytest.mark.parametrize(("place", "kind"), [((), "role"), (TONE, "field"), (MOOD, "tag"), (TONE, "below")])
def test_what_has_no_place_is_not_added(qtbot: QtBot, place: tuple[str, ...], kind: str) -> None:
    work = small()
    work.select(place)
    assert not Acts(work).add(kind)


def test_the_next_part_is_selected_when_one_is_removed(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    work.select((*TONE, "hot"))
    assert acts.remove()
    assert work.place[2:] == ("cold",)
    acts.remove()
    assert work.place[2:] == ("warm",)
    acts.remove()
    assert work.place == TONE


def test_the_codebook_itself_is_neither_removed_nor_copied(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    assert not acts.remove()
    assert not acts.duplicate()
    assert not acts.move(1)


def test_a_copy_is_selected(qtbot: QtBot) -> None:
    work = small()
    work.select((*MOOD, "role", "cue"))
    assert Acts(work).duplicate()
    assert work.place == (*MOOD, "role", "cue-2")


def test_a_part_goes_up_and_down_among_its_equals(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    work.select((*TONE, "warm"))
    assert acts.move(1)
    assert work.draft.ids(TONE) == ("hot", "cold", "warm")
    assert not acts.move(1)
    work.select((*TONE, "hot"))
    assert not acts.move(-1), "it is the only tag below its parent"
    work.select(("layer", "cause"))
    assert acts.move(-1)
    assert work.draft.ids(("layer",)) == ("cause", "mood")


def test_a_tag_goes_below_the_one_before_it_and_out_again(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    work.select((*TONE, "cold"))
    assert acts.shift(1)
    assert work.draft.parents((*TONE, "cold")) == ["warm"]
    assert acts.shift(-1)
    assert work.draft.parents((*TONE, "cold")) == []
    assert not acts.shift(-1)
    work.select((*TONE, "warm"))
    assert not acts.shift(1)
    work.select(MOOD)
    assert not acts.shift(1)


def test_a_tag_is_dropped_on_another_or_between_two(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    assert acts.drop((*TONE, "cold"), (*TONE, "hot"), On)
    assert work.draft.parents((*TONE, "cold")) == ["hot", "warm"]
    assert acts.drop((*TONE, "cold"), (*TONE, "hot"), Above)
    assert work.draft.parents((*TONE, "cold")) == ["warm"]
    assert work.draft.ids(TONE) == ("warm", "cold", "hot")
    assert acts.drop((*TONE, "cold"), TONE, On)
    assert work.draft.parents((*TONE, "cold")) == []
    assert not acts.drop((*TONE, "warm"), (*TONE, "hot"), On), "it would be its own parent"


def test_a_part_is_dropped_among_its_equals_alone(qtbot: QtBot) -> None:
    work = small()
    acts = Acts(work)
    assert acts.drop((*MOOD, "field", "why"), (*MOOD, "field", "tone"), Above)
    assert work.draft.ids((*MOOD, "field"))[0] == "why"
    assert acts.drop((*MOOD, "field", "why"), (*MOOD, "field", "tone"), Below)
    assert work.draft.ids((*MOOD, "field"))[:2] == ("tone", "why")
    assert not acts.drop((*MOOD, "field", "why"), (*MOOD, "role", "cue"), On)
    assert not acts.drop((*MOOD, "field", "why"), ("layer", "cause", "field", "sure"), On)
    assert len(told(work)) == 1
