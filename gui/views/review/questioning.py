"""Asking annotators again about the current cluster, and taking back what was asked."""

from collections.abc import Sequence

from annotation.adjudication import AskAgain, Withdraw, questions_about, read_questions
from annotation.i18n import _
from gui.views.review.desk import ReviewDesk


class Questioning:
    """Asks about the cluster that is current on a desk; what cannot be asked the desk refuses."""

    def __init__(self, desk: ReviewDesk) -> None:
        self._desk = desk

    def ask_again(self, annotators: Sequence[str], text: str) -> bool:
        """Ask annotators, and go on to the next conflict; whether they were asked."""
        desk, cluster = self._desk, self._desk.cluster
        if cluster is None or not annotators or not desk.may_decide():
            return False
        if not text.strip():
            desk.refused.emit(_("Write what you want to know."))
            return False
        if named := desk.participants.named_in(text, annotators):
            desk.refused.emit(
                _("The question names {name}: annotators are not to know of each other.", name=named)
            )
            return False
        questions = questions_about(cluster, annotators, text)
        return desk.do_and_go_on(AskAgain(questions=questions, actor=desk.session.me))

    def withdraw(self) -> None:
        """Take back what was asked about the current cluster."""
        desk, cluster, article = self._desk, self._desk.cluster, self._desk.article
        if cluster is None or article is None or not desk.may_decide():
            return
        ids = {record.id for record in cluster.records.values()}
        found = desk.read(lambda reader: read_questions(reader, article.id)) or []
        about = tuple(question for question in found if ids & set(question.records))
        if about:
            desk.session.apply(Withdraw(questions=about, actor=desk.session.me))
