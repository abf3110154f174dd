"""The actions of one window, made once from their table."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.actions.bound import BoundAction, Item, portable
from gui.actions.spec import GLOBAL, ActionSpecs, load_actions

log = logging.getLogger(__name__)


class ActionTable(QObject):
    """Every action of `window` as a QAction, enabled by named conditions.

    Rooms `connect_to` what they do, `attach` the widget in which single keys work, and `update` the
    conditions. Emits `filled(family)` when a family stands for other actions than before, and `rekeyed` when
    a person changed keys.
    """

    filled = Signal(str)
    rekeyed = Signal()

    def __init__(self, window: QWidget, specs: ActionSpecs | None = None) -> None:
        super().__init__(window)
        self.specs = specs or load_actions()
        self._window = window
        self._conditions: frozenset[str] = frozenset()
        self._handled: set[str] = set()
        self._slots: dict[str, Callable[[], object]] = {}
        self._called: dict[str, Callable[[str], object]] = {}
        """{family: what is called with the key of the one that is triggered}"""
        self._attached: list[tuple[str, QWidget]] = []
        self._own: Mapping[str, Sequence[str]] = {}
        """The keys that a person gave to actions, by their ids."""
        single = (spec for spec in self.specs.actions if not spec.family)
        self._bound = {spec.id: [BoundAction(spec, window)] for spec in single}
        for bound in self:
            bound.enable(self._conditions)

    def __getitem__(self, action: str) -> QAction:
        """The QAction called `action`; of a family, "family:key". Raises KeyError when there is none."""
        return self._find(action).action

    def __iter__(self) -> Iterator[BoundAction]:
        """Every action in the table's order, each family's items where the family stands."""
        return (bound for spec in self.specs.actions for bound in self.members(spec.id))

    def members(self, action: str) -> tuple[BoundAction, ...]:
        """The one action of an entry, or those that its family was filled with; none before it is."""
        return tuple(self._bound.get(action, ()))

    def connect_to(self, action: str, slot: Callable[[], object]) -> None:
        """Call `slot` when the action is triggered, and no longer the one connected before it.

        A room that is made anew, as in another language, so takes over from the one it replaces.
        Raises KeyError for an unknown action or a family.
        """
        if self.specs[action].family:
            raise KeyError(action)
        if action not in self._slots:
            self[action].triggered.connect(lambda _checked=False: self._slots[action]())
        self._slots[action] = slot
        self._handled.add(action)

    def fill(self, family: str, items: Sequence[Item], slot: Callable[[str], object]) -> None:
        """Let `family` stand for `items` from now on; `slot` is given the key of the one triggered.

        A shortcut that another action of the same room has already is left out, and logged. The same items as
        before stay the actions that they are, so that no menu is made anew.
        """
        self._called[family] = slot
        known = self._bound.get(family, [])
        if items and [bound.item for bound in known] == list(items) and not any(b.refused for b in known):
            for bound, item in zip(known, items, strict=True):
                bound.action.setChecked(bound.spec.checkable and item.checked)
            return
        for old in self._bound.pop(family, ()):
            old.discard()
        self._handled.add(family)
        taken = self._taken(self.specs[family].scope)
        self._bound[family] = [self._bind(family, item, taken) for item in items]
        self.filled.emit(family)

    @property
    def own_keys(self) -> Mapping[str, Sequence[str]]:
        """The keys that a person gave to actions, by their ids; () for none at all."""
        return self._own

    def set_keys(self, own: Mapping[str, Sequence[str]]) -> None:
        """Let these actions have these keys, and all others those of the table."""
        self._own = dict(own)
        everything = list(self)
        for bound in everything:
            self._reach(bound, BoundAction.detach)
        for bound in everything:
            if bound.id in own:
                bound.use(own[bound.id])
            elif bound.item is None:
                bound.use_defaults()
        for bound in everything:
            if bound.item is not None and bound.id not in own:
                bound.use([])
                bound.use_defaults(self._taken(bound.spec.scope))
        for bound in everything:
            self._reach(bound, BoundAction.attach)
        self.rekeyed.emit()

    def holders(self, key: str, bound: BoundAction) -> list[BoundAction]:
        """The other actions that have a key and can be reached together with one."""
        scopes = (bound.spec.scope, GLOBAL)
        together = [one for one in self if bound.spec.scope == GLOBAL or one.spec.scope in scopes]
        having = [one for one in together if portable(key) in {found.toString() for found in one.keys}]
        return [one for one in having if one is not bound]

    def find(self, action: str) -> BoundAction | None:
        """The action with this id, with its keys; None where there is none now."""
        return next((bound for bound in self.members(action.partition(":")[0]) if bound.id == action), None)

    def check(self, family: str, key: str) -> None:
        """Tick the action `key` of a checkable family, and no other of it."""
        for bound in self.members(family):
            bound.action.setChecked(bound.item is not None and bound.item.key == key)

    def attach(self, scope: str, widget: QWidget) -> None:
        """Let the single keys of the room `scope` work while `widget` or what it holds has the focus."""
        self._attached.append((scope, widget))
        for bound in self:
            if bound.spec.scope == scope:
                bound.attach(widget)

    def update(self, conditions: AbstractSet[str]) -> None:
        """Enable the actions whose conditions all hold now."""
        before, self._conditions = self._conditions, frozenset(conditions)
        changed = before ^ self._conditions
        for bound in self if changed else ():
            if not bound.needs.isdisjoint(changed):
                bound.enable(self._conditions)

    @property
    def conditions(self) -> frozenset[str]:
        """The conditions that held at the last update."""
        return self._conditions

    def set_text(self, action: str, text: str) -> None:
        """Show `text`, already translated, for an action; "" goes back to the table's own text."""
        self._find(action).set_text(text)

    def unhandled(self) -> frozenset[str]:
        """The ids that nothing was connected to or filled into yet."""
        return frozenset(spec.id for spec in self.specs.actions) - self._handled

    def retranslate(self) -> None:
        """Show every text in the language spoken now; the owners of families fill them again."""
        for bound in self:
            bound.retranslate()

    def _find(self, action: str) -> BoundAction:
        for bound in self.members(action.partition(":")[0]):
            if bound.action.objectName() == action:
                return bound
        raise KeyError(action)

    def _bind(self, family: str, item: Item, taken: set[str]) -> BoundAction:
        bound = BoundAction(self.specs[family], self._window, item, taken)
        if bound.id in self._own:
            bound.use(self._own[bound.id])
        if bound.refused:
            log.warning("%s keeps not %s: another action has it", family, ", ".join(bound.refused))
        taken |= {key.toString() for key in bound.keys}
        bound.action.triggered.connect(lambda _checked=False: self._called[family](item.key))
        bound.enable(self._conditions)
        self._group(family, bound, item)
        self._reach(bound, BoundAction.attach)
        return bound

    def _reach(self, bound: BoundAction, change: Callable[[BoundAction, QWidget], None]) -> None:
        """Attach an action to the widgets in which its single keys work, or detach it."""
        self._attached = [(scope, widget) for scope, widget in self._attached if isValid(widget)]
        for scope, widget in self._attached:
            if scope == bound.spec.scope:
                change(bound, widget)

    def _group(self, family: str, bound: BoundAction, item: Item) -> None:
        """Let a ticked action of a family take the tick from the others."""
        if bound.spec.checkable:
            group = self.findChild(QActionGroup, family) or QActionGroup(self)
            group.setObjectName(family)
            bound.action.setActionGroup(group)
            bound.action.setChecked(item.checked)

    def _taken(self, scope: str) -> set[str]:
        """The keys that actions reachable together with those of `scope` have."""
        together = {scope, GLOBAL}
        return {key.toString() for bound in self if bound.spec.scope in together for key in bound.keys}
