"""Labelling all that is like the selected record, from the Annotate room."""

from collections.abc import Mapping, Sequence
from functools import partial

from annotation.operations import Mention
from annotation.records import Annotation, Json
from gui.views.marks import chip_of, hue_of
from gui.views.propagation import EVERYWHERE, Like, PropagationPanel
from gui.views.propagation_search import Propagation
from gui.views.workbench import Workbench


class Propagator(Propagation):
    """Opens the panel for the record that the desk has selected."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench, bench.session)
        self._bench = bench
        connect = bench.actions_table.connect_to
        connect("record.alike-everywhere", partial(self.open, decides=False))
        connect("suggestion.alike", partial(self.open, decides=True))

    def open(self, *, decides: bool) -> None:
        """Open the panel for the selected record; with `decides`, for suggestions that say the same."""
        desk = self._bench.desk
        record, layer = desk.record, desk.layer
        if record is None or layer is None or len([one for one in record.spans.values() if one]) != 1:
            return
        self.close()
        self._bench.inspector.commit()
        chip = " ".join(chip_of(record, layer)).strip()
        like = Like(
            words=desk.words(record),
            label=chip or layer.text,
            hue=hue_of(record, layer),
            decides=decides,
        )
        panel = PropagationPanel(like, self.rows(), self._bench)
        if decides:
            panel.scope.select(EVERYWHERE)
        self.begin(panel, record, _same(record, layer.chip[0] if layer.chip else "") if decides else None)

    @property
    def editable(self) -> bool:
        """Whether what is found can be labelled."""
        return self._bench.desk.editable

    def narrow(self) -> Sequence[str]:
        """The open article, or that of the record."""
        article = self._bench.desk.article
        return [article.id if article is not None else self._record.article if self._record else ""]

    def jump(self, mention: Mention) -> None:
        """Show a mention in its article; the panel stays."""
        desk, text = self._bench.desk, self._bench.article.text
        if desk.article is None or desk.article.id != mention.article:
            self._bench.open_article(mention.article)
        if desk.article is not None and desk.article.id == mention.article:
            text.set_selection(mention.span.start, mention.span.end)

    def say(self, words: str) -> None:
        """Say what was done at the bottom of the room."""
        self._bench.hand.said.emit(words)

    def leave(self) -> None:
        """Give the keyboard to the article."""
        self._bench.focus_article()


def _same(record: Annotation, chip: str) -> Mapping[str, Json]:
    """What suggestions say that are the same as a record."""
    return {chip: record.features.get(chip)} if chip else {}
