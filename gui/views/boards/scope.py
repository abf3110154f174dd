"""What all boards show: whose records, of which articles. One choice for the room, however many boards."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from annotation.project.boards.chosen import Chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The article that is open in the Annotate room."""

    id: str
    title: str


class Scope(QObject):
    """Holds what was chosen. Emits `changed` when that is something else than before.

    Emits `moved` when another article is open than before.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = Chosen()
        self.only = ""
        """The id of the one annotator whose records may be seen; "" for everybody's."""
        self.here: Here | None = None
        """The article that `choose_article` would choose; None while none is open."""

    def veil(self, only: str) -> None:
        """Show the records of one annotator and of nobody else, or, with "", whosever are chosen."""
        if only != self.only:
            self.only = only
            self.choose(replace(self.chosen, annotator=only))

    def choose(self, chosen: Chosen) -> None:
        """Show other records from now on."""
        chosen = replace(chosen, annotator=self.only) if self.only else chosen
        if chosen != self.chosen:
            self.chosen = chosen
            self.changed.emit()

    def choose_article(self, alone: bool) -> None:
        """Show the open article alone, where there is one, or the whole corpus."""
        article = self.here.id if alone and self.here else None
        self.choose(replace(self.chosen, article=article))

    def set_here(self, here: Here | None) -> None:
        """Another article is open now, or none; where one article alone is shown, it is that one."""
        if here != self.here:
            self.here = here
            self.moved.emit()
            if self.chosen.article is not None:
                self.choose(replace(self.chosen, article=here.id if here else None))

    @property
    def is_usual(self) -> bool:
        """Whether all labels that may be seen are shown, of the whole corpus and whatever their dates."""
        return self.chosen == Chosen(annotator=self.only)

    def reset(self) -> None:
        """Show all people's labels of the whole corpus."""
        self.choose(Chosen())
