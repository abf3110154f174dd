"""What the actions of the Annotate room do: a table, and the families that the codebook fills."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from annotation.records import AssignmentState
from gui.views.codebook_actions import layer_items, tag_items
from gui.views.workbench import Workbench


def _accept(bench: Workbench) -> None:
    """Accept the selected suggestion, with the words that it was given."""
    if not bench.adjuster.accept():
        bench.repeater.accept()


_DOES: Mapping[str, Callable[[Workbench], object]] = {
    "suggestion.next": lambda bench: bench.hand.step(forward=True),
    "suggestion.previous": lambda bench: bench.hand.step(forward=False),
    "suggestion.accept": _accept,
    "suggestion.reject": lambda bench: bench.repeater.reject(),
    "suggestion.why": lambda bench: bench.explainer.show(),
    "suggestion.followed": lambda bench: bench.followed.open(),
    "record.alike": lambda bench: bench.repeater.label_alike(),
    "record.repeat": lambda bench: bench.repeater.again(),
    "record.delete": lambda bench: bench.hand.discard(),
    "record.note": lambda bench: bench.inspector.focus_field("note"),
    "record.reference": lambda bench: bench.adjuster.ask(),
    "article.find": lambda bench: bench.article.open_find(),
    "article.next": lambda bench: bench.course.step(1),
    "article.previous": lambda bench: bench.course.step(-1),
    "article.done": lambda bench: bench.course.mark_and_go_on(AssignmentState.DONE),
    "article.skip": lambda bench: bench.course.mark_and_go_on(AssignmentState.SKIPPED),
    "article.flag": lambda bench: bench.course.flag(),
}


class BenchActions(QObject):
    """Connects the actions of the table, and lets the codebook's layers and tags be actions."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._labelled = ""
        """The layer whose tags are actions now."""
        for action, does in _DOES.items():
            bench.actions_table.connect_to(action, partial(does, bench))
        bench.desk.opened.connect(self.fill)
        bench.desk.selected.connect(self.fill_labels)
        bench.session.opened.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Let the codebook's layers be actions, and the tags of the selected record's layer."""
        if self._bench.session.is_open:
            layers = self._bench.desk.codebook.layers
            self._bench.actions_table.fill("record.new", layer_items(layers), self._bench.repeater.make)
            self._labelled = ""
            self.fill_labels()

    def fill_labels(self) -> None:
        """Let the tags of the selected record's layer be actions."""
        layer = self._bench.desk.layer
        if layer is not None and layer.id != self._labelled:
            self._labelled = layer.id
            self._bench.actions_table.fill("record.label", tag_items(layer), self._bench.repeater.label)
