"""What is done to the parts of a codebook by button, key and mouse."""

from typing import Any

from PySide6.QtWidgets import QAbstractItemView

from annotation.codebook import Draft, Place
from annotation.i18n import Message
from gui.views.codebook.hues import MORE, PALETTE, nearest
from gui.views.codebook.naming import NEW, add_title
from gui.views.codebook.workspace import Workspace

_On = QAbstractItemView.DropIndicatorPosition.OnItem
_Below = QAbstractItemView.DropIndicatorPosition.BelowItem
_MOVE = Message("Change the order")


class Acts:
    """Changes the draft of a workspace; each act is one step, and selects what it changed."""

    def __init__(self, work: Workspace) -> None:
        self._work = work

    @property
    def _draft(self) -> Draft:
        return self._work.draft

    # ------------------------------------------------------------ adding and removing

    def group_for(self, kind: str) -> Place | None:
        """The table to which a part of a kind would be added now; None where there is none."""
        place = self._work.place
        match kind:
            case "layer" | "tagset" | "reason":
                return (kind,)
            case "role" | "field":
                return (*place[:2], kind) if place[:1] == ("layer",) and len(place) > 1 else None
            case "tag" if place[:1] == ("tagset",) and len(place) > 1:
                return place[:2]
            case "below" if place[:1] == ("tagset",) and len(place) == 3:
                return place[:2]
        return None

    @property
    def same_kind(self) -> str:
        """What kind of part is like the selected one."""
        place = self._work.place
        if len(place) == 4:
            return place[2]
        if place[:1] == ("tagset",) and len(place) > 1:
            return "tag"
        return place[0] if place else "layer"

    def add(self, kind: str) -> bool:
        """Add a part of a kind after the selected one, where that is one of its equals; whether it was."""
        group = self.group_for(kind)
        if group is None or not self._work.editable:
            return False
        selected = self._work.place
        ids = self._draft.ids(group)
        at = ids.index(selected[-1]) + 1 if selected[:-1] == group else None
        part = self._new(kind, selected)
        id_ = self._draft.free_id(group, NEW)
        place = (*group, id_)
        return self._work.attempt(lambda draft: draft.add(group, id_, part, at), add_title(place), place)

    def _new(self, kind: str, selected: Place) -> dict[str, Any]:
        if kind == "layer":
            return {"hue": self._free_hue(), "role": {"words": _WORDS}, "field": {}}
        if kind == "field":
            return {"kind": "text"}
        if kind == "below":
            return {"parent": selected[2]}
        if kind == "tag" and len(selected) == 3:
            parent = self._draft.at((*selected, "parent"))
            return {"parent": parent} if parent else {}
        return {}

    def _free_hue(self) -> str:
        used = {
            id_: str(layer.get("hue", "")).upper() for id_, layer in self._draft.document["layer"].items()
        }
        hues = {id_: hue for id_, hue in used.items() if len(hue) == 7}
        return next((hue for hue in (*PALETTE, *MORE) if not nearest(hue, hues)), PALETTE[0])

    def remove(self) -> bool:
        """Remove the selected part, and select the one after it."""
        place = self._work.place
        if len(place) < 2:
            return False
        ids = self._draft.ids(place[:-1])
        here = ids.index(place[-1])
        rest = [*ids[here + 1 :], *reversed(ids[:here])]
        after = (*place[:-1], rest[0]) if rest else (place[:2] if len(place) > 2 else place[:1])
        return self._work.attempt(lambda draft: draft.remove(place), Message("Remove a part"), after)

    def duplicate(self) -> bool:
        """Copy the selected part, and select the copy."""
        place = self._work.place
        if len(place) < 2:
            return False
        draft, copy = self._draft.duplicate(place)
        self._work.do(draft, Message("Copy a part"), select=copy)
        return True

    # ------------------------------------------------------------ order

    def move(self, step: int) -> bool:
        """Move the selected part by one place among its equals."""
        place = self._work.place
        if len(place) < 2:
            return False
        ids = self._draft.ids(place[:-1])
        equals = self._siblings(place)
        here = equals.index(place[-1]) + step
        if not 0 <= here < len(equals):
            return False
        to = ids.index(equals[here])
        return self._work.attempt(lambda draft: draft.move(place, to), _MOVE)

    def shift(self, step: int) -> bool:
        """Put the selected tag below the one before it (1), or beside its parent (-1)."""
        place = self._work.place
        if place[:1] != ("tagset",) or len(place) != 3:
            return False
        siblings = self._siblings(place)
        here = siblings.index(place[-1])
        if step > 0:
            if not here:
                return False
            parent = siblings[here - 1]
            return self._work.attempt(lambda draft: draft.move_tag(place, parent), _MOVE)
        above = self._draft.parents(place)
        if not above:
            return False
        around = above[1] if len(above) > 1 else ""
        after = self._next_sibling((*place[:2], above[0]))
        return self._work.attempt(lambda draft: draft.move_tag(place, around, after), _MOVE)

    def drop(self, place: Place, target: Place, where: object) -> bool:
        """Put a part where it was dropped: on, above or below another."""
        place, target = tuple(place), tuple(target)
        if place[:1] == ("tagset",) and len(place) == 3 and target[:2] == place[:2]:
            return self._drop_tag(place, target, where)
        if len(target) != len(place) or target[:-1] != place[:-1]:
            return False
        ids = [id_ for id_ in self._draft.ids(place[:-1]) if id_ != place[-1]]
        to = ids.index(target[-1]) + (where in (_Below, _On))
        return self._work.attempt(lambda draft: draft.move(place, to), _MOVE, place)

    def _drop_tag(self, place: Place, target: Place, where: object) -> bool:
        if len(target) == 2:
            return self._work.attempt(lambda draft: draft.move_tag(place, ""), _MOVE, place)
        if where == _On:
            return self._work.attempt(lambda draft: draft.move_tag(place, target[2]), _MOVE, place)
        above = self._draft.parents(target)
        parent = above[0] if above else ""
        before = self._next_sibling(target) if where == _Below else target[2]
        return self._work.attempt(lambda draft: draft.move_tag(place, parent, before), _MOVE, place)

    def _siblings(self, place: Place) -> list[str]:
        """The ids of a part and its equals: for a tag, of those with the same parent."""
        table = self._draft.at(place[:-1]) or {}
        if place[0] != "tagset" or len(place) != 3:
            return list(table)
        parent = table[place[2]].get("parent", "")
        return [id_ for id_, tag in table.items() if tag.get("parent", "") == parent]

    def _next_sibling(self, place: Place) -> str:
        siblings = self._siblings(place)
        here = siblings.index(place[-1]) + 1
        return siblings[here] if here < len(siblings) else ""


_WORDS = {"required": True, "label": {"en": "Words", "fr": "Mots"}}
"""The role that a new layer begins with."""
