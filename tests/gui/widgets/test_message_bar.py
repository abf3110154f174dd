import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.message_bar import MOST, MessageBar, Notice, Tone


@pytest.fixture
def bar(qtbot: QtBot, themes: ThemeSwitch) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    made.show()
    return made


def notice(bar: MessageBar, place: int = -1) -> Notice:
    return [one for one in bar.findChildren(Notice) if not one.isHidden()][place]


def test_it_takes_no_room_while_there_is_nothing_to_say(bar: MessageBar) -> None:
    assert bar.sizeHint().height() == 0


def test_a_notice_says_its_sentence_and_does_its_one_thing(bar: MessageBar) -> None:
    done: list[str] = []
    bar.show_notice("lock", "Opened read-only.", "warning", "Try again", lambda: done.append("again"))
    button = notice(bar).doer
    assert isinstance(button, QPushButton)
    assert (bar.texts, button.text()) == (("Opened read-only.",), "Try again")
    button.click()
    assert (done, bar.texts) == (["again"], ())


def test_a_notice_can_be_put_away(bar: MessageBar) -> None:
    bar.show_notice("a", "14 articles imported.")
    notice(bar).closer.click()
    assert bar.texts == ()
    bar.dismiss("a")


def test_a_notice_of_the_same_key_replaces_the_one_before(bar: MessageBar) -> None:
    bar.show_notice("a", "first")
    bar.show_notice("b", "other")
    bar.show_notice("a", "second", action="Go on")
    assert list(bar.texts) == ["other", "second"]
    doer = notice(bar).doer
    assert doer is not None
    doer.click()
    assert list(bar.texts) == ["other"]


def test_the_oldest_gives_way(bar: MessageBar) -> None:
    for number in range(MOST + 2):
        bar.show_notice(str(number), str(number))
    assert bar.texts == tuple(str(number) for number in range(2, MOST + 2))


@pytest.mark.parametrize("tone", ["info", "success", "warning", "danger"])
def test_every_tone_has_a_mark_besides_its_colour(bar: MessageBar, themes: ThemeSwitch, tone: Tone) -> None:
    bar.show_notice(tone, "Something.", tone)
    before = notice(bar)._picture.pixmap().toImage()
    themes.choose("dark")
    assert not before.isNull()
    assert notice(bar)._picture.pixmap().toImage() != before
