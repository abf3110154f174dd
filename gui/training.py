"""Training rounds from the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotation.adjudication.training import (
    RemoveRound,
    Round,
    StartRound,
    articles_for_training,
    rounds_in,
    score_round,
)
from annotation.project import Operation, ProjectReader
from gui.dialogs.packages.training import Result, TrainingDialog
from gui.session import Session
from gui.shell import Shell

_MOST = 500
"""Articles of a round at most."""
Results = tuple[list[Result], dict[str, str]]
"""How everybody did, and the titles of the articles."""


class TrainingControl(QObject):
    """Handles the action of training."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        shell.actions_table.connect_to("project.training", self.show)

    def show(self) -> None:
        """Show how everybody did, and ask for the next round."""
        layers = {layer.id: layer.text for layer in self._session.codebook.layers}
        dialog = TrainingDialog(self._session.people(), layers, self._shell)
        dialog.wished.connect(lambda: self._count(dialog))
        dialog.begin_wanted.connect(lambda: self._do(dialog, StartRound(round=dialog.round, actor=self._me)))
        dialog.remove_wanted.connect(lambda one: self._do(dialog, RemoveRound(round=one, actor=self._me)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._refresh(dialog)

    @property
    def _me(self) -> str:
        return self._session.me

    def _do(self, dialog: TrainingDialog, operation: Operation) -> None:
        if self._session.apply(operation) is not None:
            self._refresh(dialog)
            self._count(dialog)

    def _refresh(self, dialog: TrainingDialog) -> None:
        """Score everybody in the background."""
        door = self._session.door()
        self._session.tasks.run(
            lambda _progress: door.ask(results_in),
            lambda found: dialog.show_results(*found),
            lambda error: dialog.show_free((), str(error)),
            receiver=dialog,
        )

    def _count(self, dialog: TrainingDialog) -> None:
        """Look in the background for articles that the people chosen do not know."""
        door, people = self._session.door(), dialog.people.checked

        def show(found: Sequence[str]) -> None:
            if dialog.people.checked == people:
                dialog.show_free(found)

        self._session.tasks.run(
            lambda _progress: door.ask(lambda reader: articles_for_training(reader, people, _MOST)),
            show,
            lambda error: dialog.show_free((), str(error)),
            receiver=dialog,
        )


def results_in(reader: ProjectReader) -> Results:
    """How everybody did in each round, and the titles of all its articles."""
    names = {id_: one.name for id_, one in reader.annotators().items()}
    rounds = rounds_in(reader)
    results = [
        Result(number=number, round=one, name=names[who], score=score_round(reader, one, who))
        for number, one in enumerate(rounds, start=1)
        for who in one.annotators
        if who in names
    ]
    return results, _titles(reader, rounds)


def _titles(reader: ProjectReader, rounds: Sequence[Round]) -> dict[str, str]:
    ids = sorted({id_ for one in rounds for id_ in one.articles})
    return {id_: found.title for id_, found in reader.article_titles(ids[:_MOST]).items()}
