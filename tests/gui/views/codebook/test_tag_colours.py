"""All tags of a tagset get colours that stay apart, or none, in one step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.views.codebook.hues import PALETTE, nearest
from gui.views.codebook.tag_colours import TagColours, coloured, colourless
from gui.widgets.hue_mark import HueMark
from tests.gui.views.codebook.works import TONE, small


def test_tags_have_colours_of_the_palette_and_those_below_the_colour_of_their_parent() -> None:
    draft = small().draft
    made = coloured(draft, TONE)
    hues = {id_: made.at((*TONE, id_, "hue")) for id_ in made.ids(TONE)}
    assert hues["warm"] == hues["hot"] == PALETTE[0]
    assert hues["cold"] == PALETTE[1]
    assert nearest(hues["cold"], {"warm": hues["warm"]}) == ""
    assert colourless(made, TONE).document == draft.document


def test_one_button_gives_all_a_colour_and_one_takes_them(qtbot: QtBot) -> None:
    work = small()
    shown = TagColours(work, TONE)
    qtbot.addWidget(shown)
    work.changed.connect(shown.refresh)
    shown.refresh()
    assert not shown.take.isEnabled()
    QTest.mouseClick(shown.give, Qt.MouseButton.LeftButton)
    assert work.draft.at((*TONE, "cold", "hue")) == PALETTE[1]
    assert [mark.hue for mark in shown.findChildren(HueMark)] == list(PALETTE[:2])
    QTest.mouseClick(shown.take, Qt.MouseButton.LeftButton)
    assert work.draft.at((*TONE, "cold", "hue")) is None
