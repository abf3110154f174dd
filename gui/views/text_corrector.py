"""Correcting the text of the article that is open in the Annotate room."""

from gui.dialogs.text_correction import correct_text
from gui.views.workbench import Workbench


class TextCorrector:
    """Connects the action; what is being typed in the room is kept first."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        bench.actions_table.connect_to("article.correct-text", self.ask)

    def ask(self) -> None:
        """Show the text beside the one that it is to be."""
        desk = self._bench.desk
        if desk.article is not None and self._bench.session.writable:
            self._bench.inspector.commit()
            correct_text(self._bench.session, desk.article.id, self._bench.window())
