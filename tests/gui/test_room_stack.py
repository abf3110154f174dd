import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotation.i18n import Message
from gui.room_stack import RoomStack
from gui.rooms import Room, RoomSpec
from gui.theme import ThemeSwitch

OPEN = frozenset({"project-open"})


class Hall(Room):
    """A room that remembers where its panes are and counts its visits."""

    def __init__(self) -> None:
        super().__init__()
        self.visits = 0
        self.state = ""
        self.bar = QLabel("switches")

    def footer(self) -> QWidget:
        return self.bar

    def layout_state(self) -> str:
        return self.state

    def restore_layout(self, state: str) -> None:
        self.state = state

    def entered(self) -> None:
        self.visits += 1


def spec(name: str, *when: str) -> RoomSpec:
    return RoomSpec(
        id=name, title=Message(name.title()), icon="library", factory=Hall, when=frozenset(when) or OPEN
    )


@pytest.fixture
def layouts() -> dict[str, str]:
    return {"corpus": "wide"}


@pytest.fixture
def stack(qtbot: QtBot, themes: ThemeSwitch, layouts: dict[str, str]) -> RoomStack:
    made = RoomStack(layouts)
    qtbot.addWidget(made)
    made.set_specs([spec("corpus"), spec("annotate"), spec("review", "project-open", "two-annotators")])
    return made


def hall(stack: RoomStack) -> Hall:
    assert isinstance(stack.room, Hall)
    return stack.room


def test_without_a_project_there_is_the_welcome_page(stack: RoomStack) -> None:
    welcome = QLabel("Welcome")
    stack.set_welcome(welcome)
    assert (stack.current, stack.room, stack.currentWidget()) == ("", None, welcome)


def test_with_a_project_the_first_room_is_entered(stack: RoomStack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stack.entered) as told:
        stack.open_by(OPEN, "")
    assert told.args == [stack.current] == ["corpus"]
    assert list(stack.open_rooms) == ["corpus", "annotate"]


def test_the_room_that_was_left_last_is_entered_if_it_can_be(stack: RoomStack) -> None:
    stack.open_by(OPEN, "annotate")
    assert stack.current == "annotate"
    stack.open_by(frozenset(), "")
    stack.open_by(OPEN, "review")
    assert stack.current == "corpus"


def test_a_room_is_made_once_and_told_of_every_visit(stack: RoomStack) -> None:
    stack.open_by(OPEN, "")
    first = hall(stack)
    stack.enter("annotate")
    stack.enter("corpus")
    assert (hall(stack), first.visits) == (first, 2)


def test_a_room_that_is_closed_cannot_be_entered(stack: RoomStack, qtbot: QtBot) -> None:
    stack.open_by(OPEN, "")
    with qtbot.assertNotEmitted(stack.entered):
        stack.enter("review")
        stack.enter("no such room")
    assert stack.current == "corpus"


def test_a_room_closes_with_its_condition_and_another_is_shown(stack: RoomStack) -> None:
    stack.open_by({*OPEN, "two-annotators"}, "review")
    stack.open_by(OPEN, "")
    assert stack.current == "corpus"


def test_when_the_project_closes_all_rooms_go_with_their_footers(stack: RoomStack, qtbot: QtBot) -> None:
    stack.open_by(OPEN, "")
    room = hall(stack)
    bar = room.bar
    with qtbot.waitSignal(stack.entered) as told:
        stack.open_by(frozenset(), "")
    qtbot.waitUntil(lambda: not isValid(room))
    assert (told.args, stack.current, isValid(bar)) == ([""], "", False)


def test_panes_stand_where_they_stood(stack: RoomStack, layouts: dict[str, str]) -> None:
    stack.open_by(OPEN, "")
    assert hall(stack).state == "wide"
    hall(stack).state = "narrow"
    stack.remember_layouts()
    assert layouts["corpus"] == "narrow"
    hall(stack).state = "closed"
    stack.open_by(frozenset(), "")
    assert layouts["corpus"] == "closed"


def test_rooms_are_made_anew_for_another_language(stack: RoomStack) -> None:
    stack.open_by(OPEN, "annotate")
    before = hall(stack)
    before.state = "mine"
    stack.remake()
    assert hall(stack) is not before
    assert (stack.current, hall(stack).state) == ("annotate", "mine")


def test_making_nothing_anew_does_no_harm(stack: RoomStack) -> None:
    stack.remake()
    assert stack.current == ""


def test_conditions_of_a_room_are_passed_on_and_end_with_it(stack: RoomStack) -> None:
    told: list[tuple[str, frozenset[str]]] = []
    stack.conditions_changed.connect(lambda name, held: told.append((name, held)))
    stack.open_by(OPEN, "")
    hall(stack).conditions_changed.emit(frozenset({"selection"}))
    stack.open_by(frozenset(), "")
    assert told == [("corpus", frozenset({"selection"})), ("corpus", frozenset())]


def test_a_bare_room_has_no_panes_no_footer_and_no_layout(qtbot: QtBot) -> None:
    room = Room()
    qtbot.addWidget(room)
    room.restore_layout("anything")
    room.entered()
    assert (room.panes(), room.footer(), room.layout_state()) == ((), None, "")


class Study(Room):
    """A room in which something holds as soon as it is made."""

    def __init__(self) -> None:
        super().__init__()
        self.hold({"article-open": True, "selection": False})


def test_what_holds_in_a_room_from_the_beginning_is_told(qtbot: QtBot, themes: ThemeSwitch) -> None:
    stack = RoomStack({})
    qtbot.addWidget(stack)
    stack.set_specs([RoomSpec(id="study", title=Message("Study"), icon="library", factory=Study, when=OPEN)])
    told: list[tuple[str, object]] = []
    stack.conditions_changed.connect(lambda name, held: told.append((name, held)))
    stack.open_by(OPEN, "study")
    assert told == [("study", frozenset({"article-open"}))]
    room = stack.room
    assert room is not None
    room.hold({"article-open": True, "selection": True})
    room.hold({"article-open": True, "selection": True})
    assert told[1:] == [("study", frozenset({"article-open", "selection"}))]
