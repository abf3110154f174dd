"""How much is open in each article that can be reviewed, counted in the background as far as it is needed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotation.adjudication import Comparison, compare, read_material
from annotation.errors import AnnotationError
from annotation.project import Missing, ReviewRow
from annotation.project.review import TRAINING
from annotation.records import Annotation, Annotator, Article, Assignment, Changes, Decision, Setting
from gui.door import SessionDoor
from gui.session import Session
from gui.tasks import Progress, Task

MANY = 5_000
"""Articles above which they are listed in the background."""
IN_TURN = 2_000
"""Articles that are listed in one turn."""
AHEAD = 60
"""How many articles after the open one are counted without being asked for."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one article's clusters, how many there are, wait for a decision, and wait though not all agree."""

    total: int
    open: int
    conflicts: int
    changed: int = 0
    """Those that were decided, and something changed since."""


class ReviewSurvey(QObject):
    """Knows the articles that can be reviewed, and what is open in those that were counted.

    Emits `listed` when the articles changed, and `counted` when a tally did. In a large project only the
    articles near the open one are counted, and those that somebody `want`s to see.
    """

    listed = Signal()
    counted = Signal()
    _told = Signal(str, object)
    _found = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, ReviewRow] = {}
        self._order: tuple[str, ...] = ()
        self._tallies: dict[str, Tally] = {}
        self._places: dict[str, int] = {}
        self._wanted: list[str] = []
        self._here: str | None = None
        self._counting = False
        self._task: Task | None = None
        self._listing: Task | None = None
        self._known = False
        """Whether all articles are listed, and nothing changed since that is not followed."""
        self._told.connect(self._keep)
        self._found.connect(self._show_first)
        session.changed.connect(self._follow)
        session.closed.connect(self._forget)
        self.refresh(counting=False)

    @property
    def rows(self) -> Sequence[ReviewRow]:
        """The articles that can be reviewed, in the order of the project."""
        return tuple(self._rows[id_] for id_ in self._order)

    @property
    def by_need(self) -> Sequence[ReviewRow]:
        """The articles, those first in which most is known to wait: what changed since, then conflicts."""
        counted = sorted(self._tallies.items(), key=lambda one: (-one[1].changed, -one[1].conflicts))
        waiting = [id_ for id_, tally in counted if tally.open and id_ in self._rows]
        settled = [id_ for id_, tally in counted if not tally.open and id_ in self._rows]
        known = set(waiting) | set(settled)
        rest = (id_ for id_ in self._order if id_ not in known)
        return [self._rows[id_] for id_ in (*waiting, *rest, *settled)]

    @property
    def is_empty(self) -> bool:
        """Whether no article can be reviewed."""
        return not self._order

    @property
    def first(self) -> str | None:
        """The first article; None where there is none."""
        return next(iter(self._order), None)

    def tally(self, article: str) -> Tally | None:
        """What is open in an article; None until it is counted."""
        return self._tallies.get(article)

    def next_open(self, after: str | None) -> str | None:
        """The first article after this one, round about, in which something is or may be open."""
        place = self._places.get(after or "", -1) + 1
        here = max(0, place - 1)
        parts = ((place, len(self._order)), (0, here))
        walk = (self._order[number] for first, end in parts for number in range(first, end))
        return next((id_ for id_ in walk if (found := self.tally(id_)) is None or found.open), None)

    def take(self, comparison: Comparison) -> None:
        """Count an article that was compared anyhow; those after it are counted next."""
        self._keep(comparison.article, count(comparison))
        if self._here != comparison.article:
            self._here = comparison.article
            self._count_missing()

    def want(self, articles: Iterable[str]) -> None:
        """Count these next, as somebody looks at them."""
        wanted = [id_ for id_ in articles if id_ in self._rows and id_ not in self._tallies]
        if wanted and wanted != self._wanted:
            self._wanted = wanted
            self._count_missing()

    def open(self, article: str) -> None:
        """An article is about to be compared: it need not be counted too."""
        self._here = article
        self._count_missing()

    def refresh(self, *, counting: bool = True) -> None:
        """List the articles anew where that may have changed, and count what is needed and not counted."""
        self._counting = counting
        if not self._session.is_open:
            return
        if self._known:
            self._count_missing()
        elif self._session.read(lambda reader: reader.count_articles()) > MANY:
            self._list_beside()
        elif (rows := self._find(None)) is not None:
            self._take_rows(rows)

    def _list_beside(self) -> None:
        """List the articles beside the window, the first ones at once."""
        if self._listing is None:
            self._listing = self._session.tasks.run(
                partial(self._list, self._session.door(), bool(self._rows)),
                on_done=self._take_rows,
                on_error=self._fail,
                receiver=self,
            )

    def _list(self, door: SessionDoor, again: bool, progress: Progress) -> list[ReviewRow]:
        """On another lane: the articles, some thousand in a turn, so that nobody waits for the project."""
        articles = door.ask(lambda reader: reader.article_ids())
        found: list[ReviewRow] = []
        for start in range(0, len(articles), IN_TURN):
            progress.report(start, len(articles))
            some = articles[start : start + IN_TURN]
            found += door.ask(lambda reader, some=some: reader.reviewable(some))  # type: ignore[misc]
            if not start and not again and found:
                progress.check()
                self._found.emit(list(found))
        return found

    def _take_rows(self, rows: Sequence[ReviewRow]) -> None:
        self._listing, self._known = None, True
        self._show_rows(rows)

    def _show_first(self, rows: Sequence[ReviewRow]) -> None:
        if self._listing is not None:
            self._show_rows(rows)

    def _show_rows(self, rows: Sequence[ReviewRow]) -> None:
        found = {row.id: row for row in rows}
        if found != self._rows:
            self._rows = found
            self._arrange(list(found))
        self._count_missing()

    def stop(self) -> None:
        """Count no further."""
        if self._task is not None:
            self._task.drop()
            self._task = None

    # ------------------------------------------------------------ how it is done

    def _find(self, articles: Collection[str] | None) -> list[ReviewRow] | None:
        try:
            return self._session.read(lambda reader: reader.reviewable(articles))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return None

    def _arrange(self, order: Sequence[str]) -> None:
        self._order = tuple(order)
        self._places = {id_: place for place, id_ in enumerate(self._order)}
        self.listed.emit()

    def _update(self, articles: Collection[str]) -> None:
        """List these articles anew; a new one is found its place with all others."""
        found = self._find(articles)
        if found is None:
            return
        rows = {row.id: row for row in found}
        before = {id_ for id_ in articles if id_ in self._rows}
        if rows.keys() != before:
            self._relist()
            return
        self._rows |= rows
        self._count_missing()

    def _count_missing(self) -> None:
        place = self._places.get(self._here or "", 0)
        near = self._order[place : place + AHEAD]
        missing = [id_ for id_ in (*self._wanted, *near) if id_ not in self._tallies and id_ != self._here]
        self.stop()
        if missing and self._counting:
            self._task = self._session.tasks.run(
                partial(self._count, self._session.door(), list(dict.fromkeys(missing))),
                on_done=self._ended,
                on_error=self._fail,
                receiver=self,
            )

    def _count(self, door: SessionDoor, articles: Sequence[str], progress: Progress) -> None:
        """On another lane: compare each article and tell what is open in it."""
        codebook = door.ask(lambda reader: reader.codebook)
        for done, article in enumerate(articles):
            progress.report(done, len(articles))
            try:
                material = door.ask(partial(read_material, article=article))
            except Missing:
                continue
            self._told.emit(article, count(compare(material, codebook)))

    def _ended(self, _result: object) -> None:
        self._task = None

    def _fail(self, error: Exception) -> None:
        self._task = None
        if self._session.is_open:
            self._session.failed.emit(error)

    def _keep(self, article: str, tally: Tally) -> None:
        if self._tallies.get(article) != tally:
            self._tallies[article] = tally
            self.counted.emit()

    def _follow(self, changes: Changes) -> None:
        touched = set(changes.articles)
        if any(any(changes.of(kind)) for kind in (Annotation, Decision)):
            for article in touched - {self._here}:  # the open one is compared anyhow, and told by `take`
                self._tallies.pop(article, None)
        if any(any(changes.of(kind)) for kind in (Annotator, Article)) or _trained(changes):
            self._relist()
        elif touched and any(any(changes.of(kind)) for kind in (Annotation, Decision, Assignment)):
            self._update(touched)

    def _relist(self) -> None:
        """List the articles anew, with the counting as it was."""
        self._known = False
        if self._listing is not None:
            self._listing.cancel()
            self._listing = None
        self.refresh(counting=self._counting)

    def _forget(self) -> None:
        self.stop()
        if self._listing is not None:
            self._listing.cancel()
        self._listing, self._known = None, False
        self._rows, self._tallies, self._order, self._places = {}, {}, (), {}
        self._wanted, self._here = [], None


def _trained(changes: Changes) -> bool:
    """Whether rounds of training changed: what was done in them is not reviewed."""
    return any(change.record.id == TRAINING for change in changes.of(Setting))


def count(comparison: Comparison) -> Tally:
    """What is open in an article that was compared."""
    waiting = comparison.open
    conflicts = sum(not cluster.is_agreed for cluster in waiting)
    changed = sum(cluster.changed for cluster in waiting)
    return Tally(len(comparison.clusters), len(waiting), conflicts, changed)
