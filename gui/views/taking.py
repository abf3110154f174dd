"""Taking the next article from the project's pool."""

from annotation.operations.pool import TakeFromPool
from annotation.records import Assignment
from gui.views.workbench import Workbench


class Taker:
    """Puts the article that fewest people have into the queue of who annotates, and opens it."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        bench.actions_table.connect_to("article.take", self.take)

    def take(self) -> None:
        """Take an article and open it; `failed` of the session says why there is none."""
        session = self._bench.session
        if not session.be_known():
            return
        changes = session.apply(TakeFromPool(annotator=session.me, actor=session.me))
        for one in changes.of(Assignment) if changes else ():
            if isinstance(one.record, Assignment):
                self._bench.open_article(one.record.article)
                self._bench.focus_article()
