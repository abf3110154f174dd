"""Deciding about all suggestions of a kind in the article at once: of a layer, a label, or a detector."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from annotation.i18n import Message, _
from annotation.operations import Accept, Discard, Together, accept_title, reject_title
from annotation.project import Operation
from annotation.records import Annotation, is_suggestion
from gui.views.marks import chip_of
from gui.views.workbench import Workbench
from gui.widgets.dates import number_words
from gui.widgets.marked_text import Visibility
from gui.widgets.numbered_menu import NumberedMenu

_SHORT = 32
"""Code points of words that a menu shows."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Suggestions that have something in common with the selected one."""

    text: str
    """What they have in common, as a menu says it."""
    name: str
    """The same as the history of what was done says it."""
    ids: tuple[str, ...]


class Decider:
    """Offers the kinds that the selected suggestion is of, in a menu by its words."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.menu: NumberedMenu | None = None
        """What asks which kind is meant, while it is open."""
        bench.actions_table.connect_to("suggestion.kind", self.ask)

    def kinds(self, record: Annotation) -> list[Kind]:
        """The kinds of a suggestion, the widest last; those as wide as one before are left out."""
        layer, chip = self._bench.desk.layer_of(record), self._chip(record)
        words = self._bench.desk.words(record)
        tests: list[tuple[str, str, Callable[[Annotation], bool]]] = [
            (_("“{words}”", words=_short(words)), words, lambda one: self._bench.desk.words(one) == words),
            (chip, chip, lambda one: bool(chip) and self._chip(one) == chip),
            (layer.texts if layer else record.layer, layer.texts if layer else "", lambda one: True),
        ]
        same_layer = [one for one in self._shown() if one.layer == record.layer]
        found = [
            Kind(text, name, tuple(one.id for one in same_layer if test(one))) for text, name, test in tests
        ]
        by_origin = tuple(one.id for one in self._shown() if one.origin == record.origin)
        found.append(Kind(_("all by {detector}", detector=record.origin), record.origin, by_origin))
        several = [kind for kind in found if len(kind.ids) > 1] or [kind for kind in found if kind.ids][:1]
        return list({kind.ids: kind for kind in reversed(several)}.values())[::-1]

    def ask(self) -> None:
        """Ask which kind is meant, and whether it is accepted or rejected."""
        record, desk = self._bench.desk.record, self._bench.desk
        if record is None or not is_suggestion(record) or not desk.editable:
            return
        kinds = self.kinds(record)
        entries = [
            (_("Accept {number}: {kind}", number=number_words(len(kind.ids)), kind=kind.text),
             partial(self.accept, kind))
            for kind in kinds
        ] + [
            (_("Reject {number}: {kind}", number=number_words(len(kind.ids)), kind=kind.text),
             partial(self.reject, kind))
            for kind in kinds
        ]  # fmt: skip
        text = self._bench.article.text
        self.menu = NumberedMenu(text, entries)
        self.menu.closed.connect(self._forget)
        mark = text.current_mark
        self.menu.open_under(text.rect_of_mark(mark) if mark else text.cursorRect(), text.viewport())

    def accept(self, kind: Kind) -> None:
        """Make labels of all suggestions of a kind in one step."""
        operation = Accept(annotations=kind.ids, actor=self._bench.hand.me)
        self._do(operation, accept_title(kind.name, len(kind.ids)))

    def reject(self, kind: Kind) -> None:
        """Reject all suggestions of a kind in one step."""
        operation = Discard(annotations=kind.ids, actor=self._bench.hand.me)
        self._do(operation, reject_title(kind.name, len(kind.ids)))

    def _do(self, operation: Operation, title: Message) -> None:
        named = Together(operations=(operation,), title=title, actor=self._bench.hand.me)
        place = self._bench.desk.place()
        with self._bench.desk.selecting_once():
            if self._bench.hand.do(named):
                self._bench.hand.go_on(place)
                self._bench.hand.said.emit(_("Done: {act}", act=title))

    def _shown(self) -> Sequence[Annotation]:
        """The suggestions that can be seen: what is hidden is not decided about by accident."""
        visibility = self._bench.article.visibility
        return [
            one
            for one in self._bench.desk.records
            if is_suggestion(one) and visibility.get(one.layer) is not Visibility.HIDDEN
        ]

    def _chip(self, record: Annotation) -> str:
        return " ".join(chip_of(record, self._bench.desk.layer_of(record))).strip()

    def _forget(self) -> None:
        self.menu = None


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"
