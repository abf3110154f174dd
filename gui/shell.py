"""The main window: the rail, the rooms, the bottom bar, the menus, and what is said around the rooms."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from PySide6.QtCore import QByteArray, QMargins, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from annotation.i18n import _, current_language
from gui.about import about_box
from gui.actions import ActionTable, Item, Menus, room_condition
from gui.actions.listing import commands, key_groups
from gui.language import languages, speak
from gui.room_stack import RoomStack
from gui.rooms import RoomSpec
from gui.settings import Look, Settings
from gui.theme import SYSTEM, ThemeSwitch, load_theme, theme_names
from gui.widgets.activity import Activity
from gui.widgets.bottom_bar import BottomBar
from gui.widgets.command_palette import CommandPalette
from gui.widgets.hairline import Hairline
from gui.widgets.keys_sheet import KeyGroup, KeysSheet
from gui.widgets.message_bar import MessageBar
from gui.widgets.progress_line import ProgressLine
from gui.widgets.rail import Rail, RailEntry

SIZE = (1280, 800)
FRAME, TITLE_BAR = 6, 44
"""What window managers put around a window, px, at most; it is known only once the window is there."""
_SHELL = "shell"


class Shell(QMainWindow):
    """The window's frame around the rooms. It changes `settings` as people change the window.

    Emits `language_changed` when a person chose another language in it, `retranslated` after it speaks
    another one (rooms have been made anew), and `closing` when it closes, before anything in it goes.
    """

    language_changed = Signal()
    retranslated = Signal()
    closing = Signal()

    def __init__(self, settings: Settings, themes: ThemeSwitch, look: Look | None = None) -> None:
        """A window that looks like `look` and keeps it up to date; the one of `settings` if there is none."""
        super().__init__()
        self.settings = settings
        self.look = look or settings.look
        self.themes = themes
        self.actions_table = ActionTable(self)
        self.menus = Menus(self.menuBar(), self.actions_table)
        self.rooms = RoomStack(self.look.room_layouts)
        self.rail = Rail()
        self.messages = MessageBar()
        self.bottom = BottomBar()
        self.extra_keys: list[KeyGroup] = []
        self._line = ProgressLine()
        self._welcome: Callable[[], QWidget] | None = None
        self._held: dict[str, frozenset[str]] = {}
        self._palette: CommandPalette | None = None
        self._keys: KeysSheet | None = None
        self._lay_out()
        self._wire()
        self._fill()
        self.set_title("")
        self._restore()

    def set_rooms(self, rooms: Sequence[RoomSpec]) -> None:
        """Have these rooms, in this order on the rail; each is made when it is first entered."""
        self.rooms.set_specs(rooms)
        self._fill()

    def set_welcome(self, welcome: Callable[[], QWidget]) -> None:
        """Show what `welcome` makes while no room can be entered; it is made anew in another language."""
        self._welcome = welcome
        self.rooms.set_welcome(welcome())

    def set_title(self, project: str) -> None:
        """Name the open project in the window's title; "" for none."""
        self.setWindowTitle(_("{project} — Selon", project=project) if project else "Selon")

    def set_conditions(self, source: str, conditions: AbstractSet[str]) -> None:
        """Let the conditions that `source` (such as the session) vouches for be these and no others."""
        if self._held.get(source) != conditions:
            self._held[source] = frozenset(conditions)
            self._update()

    def set_words(self, *words: str, saved: datetime | None = None) -> None:
        """Say `words` at the bottom right, and when the last change was saved."""
        self.bottom.set_words([*words, _("saved {time}", time=f"{saved:%H:%M}") if saved else ""])

    def begin_activity(self, title: str) -> Activity:
        """Show that something goes on: a thin line, and a panel with Cancel once it takes long."""
        return Activity(title, self._line, self._panels)

    def enter(self, room: str) -> None:
        """Go to a room, if it can be entered now."""
        self.rooms.enter(room)

    def speak(self, code: str) -> None:
        """Speak another language from now on."""
        application = QApplication.instance()
        assert application is not None, "a window exists"
        self.settings.language = code
        speak(application, code)
        self.retranslate()
        self.language_changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language spoken now; rooms are made anew."""
        self.actions_table.retranslate()
        self.menus.retranslate()
        self._fill()
        self.rooms.remake()
        if self._welcome is not None:
            self.set_welcome(self._welcome)
        self._palette = self._keys = None
        self.retranslated.emit()

    def wear(self, theme: str) -> None:
        """Wear another theme from now on, or the system's."""
        self.settings.theme = theme
        self.themes.choose(theme)

    def show_commands(self) -> None:
        """Open the palette of commands."""
        listed = commands(self.actions_table)
        self._palette = self._palette or CommandPalette(self)
        self._palette.open_with(listed)

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        if self._keys is not None:
            self._keys.close()
        self._keys = KeysSheet([*self.extra_keys, *key_groups(self.actions_table)], self)
        self._keys.finished.connect(self._forget_keys)
        self._keys.show()

    def focus_pane(self, step: int) -> None:
        """Give the keyboard to the next pane (`step` 1) or the one before (-1); the rail is one of them."""
        room = self.rooms.room
        panes = [self.rail, *(room.panes() if room else ())]
        focus = QApplication.focusWidget()
        inside = [pane is focus or (focus is not None and pane.isAncestorOf(focus)) for pane in panes]
        here = inside.index(True) if True in inside else 0
        target = panes[(here + step) % len(panes)]
        if target is self.rail:
            self.rail.focus()
        else:
            target.activateWindow()  # a pane may stand in a window of its own
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write down how the window looks, then close."""
        self.note_look()
        self.closing.emit()
        super().closeEvent(event)

    def note_look(self) -> None:
        """Write down how the window looks now."""
        self.rooms.remember_layouts()
        if self.rooms.current:
            self.look.last_room = self.rooms.current
        self.look.window_geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._panels = QVBoxLayout()
        self._panels.setSpacing(0)
        for part in (self._line, self.messages):
            middle.addWidget(part)
        middle.addWidget(self.rooms, 1)
        middle.addLayout(self._panels)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._rail_line = Hairline(Qt.Orientation.Vertical)
        row.addWidget(self.rail)
        row.addWidget(self._rail_line)
        row.addLayout(middle, 1)
        whole = QWidget()
        whole.setObjectName(_SHELL)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(row, 1)
        column.addWidget(self.bottom)
        self.setCentralWidget(whole)
        self.menuBar().setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def _wire(self) -> None:
        table = self.actions_table
        table.connect_to("program.quit", self.close)
        table.connect_to("go.command", self.show_commands)
        table.connect_to("go.next-pane", lambda: self.focus_pane(1))
        table.connect_to("go.previous-pane", lambda: self.focus_pane(-1))
        table.connect_to("help.keys", self.show_keys)
        table.connect_to("help.about", lambda: about_box(self).open())
        self.rail.chosen.connect(self.enter)
        self.rooms.entered.connect(self._entered)
        self.rooms.conditions_changed.connect(self.set_conditions)
        self.themes.changed.connect(self._tick_theme)

    def _fill(self) -> None:
        """Fill the families of actions that the window itself knows."""
        themes = {SYSTEM: _("As the system"), **{name: str(load_theme(name).title) for name in theme_names()}}
        self._fill_choice("view.theme", themes, self.themes.choice, self.wear)
        self._fill_choice("view.language", languages(), current_language(), self.speak)
        items = [
            Item(
                key=spec.id, text=str(spec.title), tip=str(spec.tip), shortcuts=(f"Ctrl+{n}",), when=spec.when
            )
            for n, spec in enumerate(self.rooms.specs.values(), start=1)
        ]
        self.actions_table.fill("go.room", items, self.enter)
        self._update()

    def _fill_choice(
        self, family: str, texts: dict[str, str], chosen: str, slot: Callable[[str], object]
    ) -> None:
        items = [Item(key=key, text=text, checked=key == chosen) for key, text in texts.items()]
        self.actions_table.fill(family, items, slot)

    def _tick_theme(self) -> None:
        self.actions_table.check("view.theme", self.themes.choice)

    def _update(self) -> None:
        """Bring rooms, rail and actions in line with the conditions that hold."""
        self.rooms.open_by(self._conditions, self.look.last_room)
        self._show_rail()
        room = self.rooms.room
        here = {room_condition(self.rooms.current)} | ({"panes"} if room and room.panes() else set())
        self.actions_table.update(self._conditions | here)

    @property
    def _conditions(self) -> frozenset[str]:
        """All that anybody vouches for; a room that closes takes its own along."""
        return frozenset[str]().union(*self._held.values())

    def _show_rail(self) -> None:
        entries = [self._entry(name) for name in self.rooms.open_rooms]
        self.rail.set_entries(entries)
        self.rail.select(self.rooms.current)
        for part in (self.rail, self._rail_line, self.bottom):
            part.setVisible(bool(entries))

    def _entry(self, name: str) -> RailEntry:
        spec, action = self.rooms.specs[name], self.actions_table[f"go.room:{name}"]
        return RailEntry(key=name, text=str(spec.title), icon=spec.icon, tip=action.toolTip())

    def _entered(self, name: str) -> None:
        self.messages.pass_on()
        room = self.rooms.room
        self.bottom.set_footer(room.footer() if room else None)
        self.actions_table.check("go.room", name)
        self._update()

    def _forget_keys(self) -> None:
        sheet, self._keys = self._keys, None
        if sheet is not None:
            sheet.deleteLater()

    def _restore(self) -> None:
        geometry = QByteArray.fromBase64(QByteArray(self.look.window_geometry.encode()))
        if not self.restoreGeometry(geometry):
            self.resize(size_on(self.screen().availableGeometry().size()))


def size_on(room: QSize) -> QSize:
    """The size of a new window where a screen leaves so much room: the usual one, or what fits there."""
    return QSize(*SIZE).boundedTo(room.shrunkBy(QMargins(FRAME, TITLE_BAR, FRAME, FRAME)))
