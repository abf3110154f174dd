"""The article under review as the room's panels see it: clusters, the current one, what is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotation.adjudication import (
    Cluster,
    Comparison,
    Draft,
    Value,
    agree_all,
    begin,
    begin_added,
    decide,
)
from annotation.codebook import Layer
from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations import Reopen
from annotation.project import Operation, ProjectReader
from annotation.records import (
    Annotator,
    Article,
    Changes,
    Span,
)
from gui.session import Session
from gui.views.review.comparing import Comparer
from gui.views.review.following import concerns, decided_about, is_still
from gui.views.review.participants import Participants
from gui.views.review.people import Person
from gui.views.review.route import Route

T = TypeVar("T")


class ReviewDesk(QObject):
    """Holds one article at a time and follows `Session.changed`; panels refresh from its signals alone."""

    opened = Signal()
    """Another article is open, or other annotators are compared, or none is open."""
    compared = Signal()
    """Clusters changed: decisions were made or taken back, or annotators went on working."""
    selected = Signal()
    """Another cluster is the current one, or none."""
    drafted = Signal()
    """Something else is chosen in the current cluster."""
    refused = Signal(str)
    """What was asked for cannot be done; the text says why, and what to do."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.article: Article | None = None
        self.comparison: Comparison | None = None
        self.participants = Participants()
        self.route = Route()
        self._comparer = Comparer(session, self)
        self.draft: Draft | None = None
        self._chosen: frozenset[str] | None = None
        self._current: str | None = None
        self._wish: str | None = None
        """The cluster to go to when the decision that is being made is stored."""
        session.changed.connect(self._follow)
        session.closed.connect(self.close)

    # ------------------------------------------------------------ the article

    def open(self, article: str, annotators: Sequence[str] | None = None) -> None:
        """Compare what those annotators, or all, marked in an article; the first open conflict is current."""
        found = self.read(lambda reader: reader.find(Article, article))
        if found is None:
            return
        self.article = found
        self._chosen = frozenset(annotators) if annotators is not None else None
        self._current = None
        self._comparer.compare(found, self._chosen, partial(self._show_opened, article))
        if self.is_comparing:
            self.comparison = self.draft = None
            self.opened.emit()
            self.selected.emit()

    def choose_people(self, annotators: Sequence[str]) -> None:
        """Compare these annotators' work on the open article; two at least."""
        if self.article is None:
            return
        if len(annotators) < 2:
            self.opened.emit()
            self.refused.emit(_("A comparison needs two annotators at least."))
            return
        self.open(self.article.id, annotators)

    def set_blind(self, blind: bool) -> None:
        """Hide the names of annotators, or show them; what is chosen stays."""
        if blind == self.participants.blind:
            return
        self.participants.blind = blind
        if self.article is not None and self._name_people():
            self.opened.emit()
            self.selected.emit()

    def take_route(self, route: Route) -> None:
        """List other clusters, or in another order."""
        self.route = route
        self.compared.emit()

    def close(self) -> None:
        """Have no article open."""
        self._comparer.stop()
        self.article = self.comparison = self.draft = self._current = None
        self.participants.forget()
        self.opened.emit()
        self.selected.emit()

    @property
    def people(self) -> tuple[Person, ...]:
        """Those whose work is compared, in the order of their letters."""
        return self.participants.among(self.comparison.annotators if self.comparison else ())

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters of the open article in text order."""
        return self.comparison.clusters if self.comparison else ()

    @property
    def listed(self) -> Sequence[Cluster]:
        """The clusters that are wanted, in the order that is wanted."""
        return self.route.listed(self.clusters)

    # ------------------------------------------------------------ the current cluster

    @property
    def cluster(self) -> Cluster | None:
        """The current cluster."""
        return self.draft.cluster if self.draft else None

    def select(self, id_: str | None) -> None:
        """Make a cluster the current one, or none."""
        if id_ != self._current:
            self.draft = None
            self._select(id_)

    def cluster_of(self, record: str) -> Cluster | None:
        """The cluster that a record, or a gold record, belongs to."""
        for cluster in self.clusters:
            ids = {found.id for found in cluster.records.values()}
            if record in ids or (cluster.gold and cluster.gold.id == record):
                return cluster
        return None

    def step(self, steps: int) -> None:
        """Go to the next conflict that is open, or the one before; the ends are joined."""
        target = self.route.next_open(self.clusters, self._current, steps)
        if target is not None:
            self.select(target.id)

    @property
    def decided(self) -> int:
        """How many clusters need no more looking at."""
        return self.comparison.settled if self.comparison else 0

    @property
    def agreed_open(self) -> int:
        """How many clusters are agreed and wait to be confirmed."""
        return self.comparison.agreed_open if self.comparison else 0

    # ------------------------------------------------------------ choosing

    def take(self, annotator: str) -> None:
        """Choose an annotator's record whole; refused where they have none."""
        if self.draft and annotator not in self.draft.cluster.records:
            name = self.participants.names.get(annotator, "")
            self.refused.emit(_("{annotator} has no record here: X rejects the others.", annotator=name))
        elif self.draft:
            self._set(self.draft.take(annotator))

    def choose(self, row: str, annotator: str) -> None:
        """Choose what an annotator says in a row."""
        option = self.draft.cluster.row(row).option_of(annotator) if self.draft else None
        if self.draft and option is not None:
            self._set(self.draft.choose(row, option))

    def edit(self, row: str, value: Value, first: Sequence[Operation] = ()) -> None:
        """Put a value of the reviewer's own in a row, after the operations that make it possible."""
        if self.draft is None or not all(self.session.apply(operation) for operation in first):
            return
        if self.draft is not None:
            self._set(self.draft.edit(row, value))

    def reject(self) -> None:
        """Choose that there is no gold record."""
        if self.draft:
            self._set(self.draft.reject())

    def add(self, layer: Layer, spans: Sequence[Span]) -> None:
        """Begin a record that nobody saw, with these words as its anchor."""
        if self.article is None or self.comparison is None or not self.may_decide():
            return
        words = {layer.anchors[0]: tuple(sorted(spans))}
        self.draft = begin_added(self.article.id, layer, words, self.comparison.annotators)
        self._current = self.draft.cluster.id
        self.selected.emit()

    @property
    def is_as_decided(self) -> bool:
        """Whether the current cluster is decided and nothing else is chosen in it."""
        draft, comparison = self.draft, self.comparison
        if draft is None or comparison is None or draft.cluster.is_open:
            return False
        return begin(draft.cluster, draft.layer, comparison.referents) == draft

    @property
    def proposal(self) -> Draft | None:
        """What Enter takes while nothing is chosen: what most say, where that leaves nothing open."""
        if self.draft is None or self.draft.complete or len(self.people) < 3:
            return None
        found = self.draft.majority()
        return found if found.complete else None

    def majority(self) -> None:
        """Choose what more than half say; refused where that leaves things as they are."""
        if self.draft is None:
            return
        found = self.draft.majority()
        if found == self.draft:
            self.refused.emit(_("There is no majority here: choose yourself."))
        else:
            self._set(found)

    # ------------------------------------------------------------ deciding

    def decide(self, reason: str = "", comment: str = "") -> bool:
        """Make what is chosen the decision and go on to the next conflict; refused while rows are open."""
        draft = self.proposal or self.draft
        if draft is None or not self.may_decide():
            return False
        if not draft.begun:
            self.refused.emit(_("Choose first: a letter takes a record, X rejects."))
            return False
        try:
            operation = decide(draft, self.session.me, reason=reason, comment=comment)
        except AnnotationError as error:
            self.refused.emit(str(error))
            return False
        return self.do_and_go_on(operation)

    def do_and_go_on(self, operation: Operation) -> bool:
        """Do what settles the current cluster, and go on to the next conflict; whether it was done."""
        following = self.route.next_open(self.clusters, self._current, 1)
        self._wish = following.id if following else None
        changes = self.session.apply(operation)
        self._wish = None
        return changes is not None

    def reopen(self) -> None:
        """Take the decision about the current cluster back."""
        cluster = self.cluster
        if cluster and cluster.decision and self.may_decide():
            self.session.apply(Reopen(decision=cluster.decision.id, actor=self.session.me))

    def agree_all(self) -> None:
        """Confirm everything that is agreed, in one step."""
        if self.comparison is None or not self.may_decide():
            return
        operation = agree_all(self.comparison, self.session.codebook, self.session.me)
        if operation is not None and self.session.apply(operation):
            self._select(self._current if self._is_open(self._current) else self._first())

    # ------------------------------------------------------------ how it is done

    def _name_people(self) -> bool:
        article, found = self.article, self.comparison
        if article is None or found is None:
            return False
        named = self.read(lambda reader: self.participants.read(reader, article.id, found.annotators))
        return named is not None

    def _show_opened(self, article: str, found: Comparison) -> None:
        """Show an article that was compared for the first time; the first open conflict is current."""
        if self.article is None or self.article.id != article:
            return
        self.comparison = found
        if self._name_people():
            self.opened.emit()
            self._select(self._first())

    @property
    def is_comparing(self) -> bool:
        """Whether a long article is being compared beside the window."""
        return self._comparer.is_busy

    def _follow(self, changes: Changes) -> None:
        if self.article is None or not concerns(changes, self.article.id):
            return
        if any(change.after is None and change.record == self.article for change in changes.of(Article)):
            self.close()
            return
        if self.article.id in changes.reworded:
            self.open(self.article.id)
            return
        before = self.cluster
        show = partial(self._show_changed, self.article.id, before, changes, self._wish)
        found = self._comparer.redecided(self.comparison, changes)
        if found is not None:
            self.comparison = found
            if any(changes.of(Annotator)):
                self._name_people()
            self._go_on(before, changes, self._wish)
        else:
            self._comparer.compare(self.article, self._chosen, show)

    def _show_changed(
        self, article: str, before: Cluster | None, changes: Changes, wish: str | None, found: Comparison
    ) -> None:
        """Show what an article is like after annotators' records changed."""
        if self.article is None or self.article.id != article:
            return
        self.comparison = found
        if self._name_people():
            self._go_on(before, changes, wish)

    def _go_on(self, before: Cluster | None, changes: Changes, wish: str | None) -> None:
        """Show clusters as they are now; which is current stays if it can, or is the one wished for."""
        about = self._about(changes)
        same = self._find(self._current) or (before and self._heir(before))
        wished = self._find(wish)
        self._choose(wished.id if wished else about or (same.id if same else self._first()))
        self.compared.emit()
        self.selected.emit()

    def _about(self, changes: Changes) -> str | None:
        """The one cluster whose decision was made or taken back; None for none and for several."""
        found = {cluster.id for id_ in decided_about(changes) if (cluster := self.cluster_of(id_))}
        return found.pop() if len(found) == 1 else None

    def _heir(self, before: Cluster) -> Cluster | None:
        """The cluster that has most of what another had."""
        ids = [record.id for record in before.records.values()]
        return next((found for id_ in ids if (found := self.cluster_of(id_))), None)

    def _select(self, id_: str | None) -> None:
        self._choose(id_)
        self.selected.emit()

    def _choose(self, id_: str | None) -> None:
        cluster = self._find(id_)
        layer = self.session.codebook.layer(cluster.layer) if cluster else None
        self._current = cluster.id if cluster and layer else None
        if cluster is None or layer is None or self.comparison is None:
            self.draft = None
        elif self.draft and is_still(self.draft.cluster, cluster):
            self.draft = replace(self.draft, cluster=cluster)
        else:
            self.draft = begin(cluster, layer, self.comparison.referents)

    def _set(self, draft: Draft) -> None:
        self.draft = draft
        self.drafted.emit()

    def _find(self, id_: str | None) -> Cluster | None:
        return self.comparison.find(id_) if self.comparison and id_ else None

    def _is_open(self, id_: str | None) -> bool:
        cluster = self._find(id_)
        return cluster is not None and cluster.is_open

    def _first(self) -> str | None:
        found = self.route.next_open(self.clusters, None, 1) or next(iter(self.clusters), None)
        return found.id if found else None

    def may_decide(self) -> bool:
        """Whether anything can be decided; where not, why is told."""
        if self.session.writable and self.session.me:
            return True
        self.refused.emit(_("The project is open read-only: nothing can be decided in it."))
        return False

    def read(self, question: Callable[[ProjectReader], T]) -> T | None:
        """The answer to a question about the project; None where it cannot be had, which is told."""
        try:
            return self.session.read(question)
        except AnnotationError as error:
            self.session.failed.emit(error)
            return None
