"""The colours of a tagset's tags at once: each its own, those of the palette first, or none."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from annotation.codebook import Draft, Place
from annotation.i18n import Message, _
from gui.views.codebook.hues import MORE, PALETTE
from gui.views.codebook.inputs import Input
from gui.views.codebook.workspace import Workspace
from gui.widgets.button import button
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label

_MARKS = len(PALETTE) + len(MORE)


def coloured(draft: Draft, tagset: Place) -> Draft:
    """The draft with a colour for each tag while the palette lasts; a tag below another has its colour."""
    tags = draft.at(tagset) or {}
    tops = [id_ for id_ in tags if tags[id_].get("parent", "") not in tags]
    hues = dict(zip(tops, (*PALETTE, *MORE), strict=False))
    for id_ in tags:
        seen, top = {id_}, id_
        while top not in hues and (parent := tags[top].get("parent", "")) in tags and parent not in seen:
            seen.add(parent)
            top = parent
        draft = draft.put((*tagset, id_, "hue"), hues.get(top, ""))
    return draft


def colourless(draft: Draft, tagset: Place) -> Draft:
    """The draft with no colour for any tag: records have that of their layer."""
    for id_ in draft.at(tagset) or {}:
        draft = draft.put((*tagset, id_, "hue"), "")
    return draft


class TagColours(Input):
    """Shows the colours that tags have, and gives all of them one, or none."""

    def __init__(self, work: Workspace, place: Place) -> None:
        super().__init__(work, place, Message("Give tags colours"))
        self.give = button(_("Give every tag a colour"))
        self.take = button(_("None"))
        self.give.clicked.connect(self._give)
        self.take.clicked.connect(self._clear)
        self._marks = QHBoxLayout()
        self._marks.setSpacing(4)
        self._none = label(_("All as their layer"), "small")
        acts, seen, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        acts.setSpacing(6)
        for one in (self.give, self.take):
            acts.addWidget(one)
        seen.addLayout(self._marks)
        seen.addWidget(self._none)
        for line in (acts, seen):
            line.addStretch()
            column.addLayout(line)
        column.setSpacing(6)
        self.row.addLayout(column)
        self.setFocusProxy(self.give)

    def refresh(self) -> None:
        """Show which colours there are."""
        tags = (self.work.draft.at(self.place) or {}).values()
        hues = list(dict.fromkeys(str(tag.get("hue", "")) for tag in tags if tag.get("hue")))
        while item := self._marks.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for hue in hues[:_MARKS]:
            self._marks.addWidget(HueMark(hue))
        self._none.setVisible(not hues)
        self.give.setEnabled(self.work.editable and bool(tags))
        self.take.setEnabled(self.work.editable and bool(hues))

    def _give(self) -> None:
        self.work.do(coloured(self.work.draft, self.place), self.title)

    def _clear(self) -> None:
        self.work.do(colourless(self.work.draft, self.place), self.title)
