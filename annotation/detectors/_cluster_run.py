"""One run of detection on a cluster: what is sent there, what comes back, and what is lost on the way."""

from collections import deque
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from annotation.detectors._ledger import Bundle, Ledger, left_out
from annotation.detectors._readers import DetectionCancelledError, DetectionError, Job
from annotation.detectors._remote import keep, read_remotely
from annotation.detectors._runner import Detection
from annotation.detectors._sameness import Versions, VersionsDifferError, compare, installed_versions
from annotation.detectors._setup import Setup
from annotation.errors import AnnotationError

if TYPE_CHECKING:  # an extra that few need
    from distributed import Client, Future

_AHEAD = 3
"""Bundles that are with the cluster for each of its threads, so that none idles."""
_WAITING = 64
"""Articles for each thread that may wait for an earlier one to be read."""
_DESERTED = 60.0
"""Seconds that a cluster may be without any worker."""
_COUNT = 5.0
"""Seconds between two looks at how many threads the cluster has."""


class ClusterError(DetectionError):
    """A cluster that cannot be reached or cannot go on."""


class Run:
    """One run of detection on a cluster that answers."""

    def __init__(
        self,
        client: "Client",
        address: str,
        setup: Setup,
        names: tuple[str, ...] | None,
        done: "SimpleQueue[str | None]",
        patience: float,
    ) -> None:
        """`done` hears the keys of the bundles that are read, and None to cancel."""
        self._client = client
        self._address = address
        self._names = names
        self._done = done
        self._versions = installed_versions(setup)
        self._threads = 0
        self._counted_at = 0.0
        self._seen_at = monotonic()
        self._suspects: deque[Job] = deque()
        self._is_alone = False
        self._reading: dict[str, tuple[Future[Any], Bundle]] = {}
        self._inspect(setup, patience)
        self._setup = client.submit(keep, setup, pure=False)

    def answers(self, ledger: Ledger) -> Iterator[tuple[str, Detection]]:
        """(article id, what was found) in order."""
        while True:
            yield from ledger.ready()
            if ledger.is_done:
                return
            self._count_threads()
            self._give(ledger)
            self._receive(ledger)

    def _inspect(self, setup: Setup, patience: float) -> None:
        """Refuse a cluster without workers, and one with a worker that would read otherwise."""
        try:
            self._client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            raise ClusterError(
                "The cluster at {address} has no workers: start some with: dask worker {address}",
                address=self._address,
            ) from error
        found = self._ask(lambda: self._client.run(installed_versions, setup, on_error="return"))
        for worker, theirs in found.items():
            if not isinstance(theirs, Versions):
                raise _explained(theirs, str(worker))
            compare(self._versions, theirs, str(worker))

    def _count_threads(self) -> None:
        """Know how many threads the cluster has, and give up where it has had none for long."""
        now = monotonic()
        if now - self._counted_at < _COUNT:
            return
        self._counted_at = now
        self._threads = sum(self._ask(self._client.nthreads).values())
        self._seen_at = now if self._threads else self._seen_at
        if now - self._seen_at > _DESERTED:
            raise ClusterError(
                "The cluster at {address} has lost all its workers: start some, then run detection again. "
                "What was already found is kept.",
                address=self._address,
            )

    def _ask(self, question: Callable[[], Any]) -> Any:
        """The answer of the scheduler."""
        try:
            return question()
        except AnnotationError:
            raise
        except Exception as error:  # whatever way a connection may break
            raise self._lost(error) from error

    def _lost(self, error: BaseException | None) -> ClusterError:
        return ClusterError(
            "The cluster at {address} was lost ({reason}): run detection again when it is back. What was "
            "already found is kept.",
            address=self._address,
            reason=first_line(error) if error else "-",
        )

    def _give(self, ledger: Ledger) -> None:
        """Send what the cluster can take; an article that may have ended its worker is sent all alone."""
        if self._suspects:
            if not self._reading:
                self._send((self._suspects.popleft(),), is_alone=True)
            return
        while len(self._reading) < _AHEAD * max(1, self._threads):
            bundle = ledger.take(_WAITING * max(1, self._threads))
            if not bundle:
                return
            self._send(bundle)

    def _send(self, bundle: Bundle, *, is_alone: bool = False) -> None:
        future = self._ask(lambda: self._submit(bundle))
        self._reading[future.key] = future, bundle
        self._is_alone = is_alone
        self._hear(future)

    def _submit(self, bundle: Bundle) -> "Future[Any]":
        return self._client.submit(
            read_remotely,
            bundle,
            self._names,
            self._setup,
            self._versions,
            pure=False,
            key=f"selon-{uuid4()}",
        )

    def _receive(self, ledger: Ledger) -> None:
        """Take in the answers to one bundle; returns without any after a while, to look after the cluster."""
        try:
            key = self._done.get(timeout=_COUNT)
        except Empty:
            return
        if key is None:
            raise DetectionCancelledError("Detection was cancelled: what was already found is kept.")
        future, bundle = self._reading[key]
        if future.status == "cancelled" or self._client.status != "running":
            raise self._lost(None)
        if future.status in ("finished", "error"):
            del self._reading[key]
            self._take_in(future, bundle, ledger)
        else:  # the answer went with its worker before we had it: it is made again
            self._hear(future)

    def _take_in(self, future: "Future[Any]", bundle: Bundle, ledger: Ledger) -> None:
        try:
            answers = future.result()
        except Exception as error:  # noqa: BLE001 - whatever happened there
            self._note(error, bundle, ledger)
            return
        for id_, detection in answers:
            ledger.answer(id_, detection)

    def _hear(self, future: "Future[Any]") -> None:
        heard: Any = future  # its annotations lack this one
        heard.add_done_callback(lambda read: self._done.put(read.key))

    def _note(self, error: Exception, bundle: Bundle, ledger: Ledger) -> None:
        """Have the articles of a bundle whose workers ended read one by one; leave out the one that does it.

        Whatever waited at a worker that ended is suspected there, so that nothing but reading an article
        alone on the cluster tells which one it was.
        """
        if self._client.status != "running" or _is_broken_connection(error):
            raise self._lost(error)
        if type(error).__name__ != "KilledWorker":
            raise _explained(error, self._address)
        if len(bundle) > 1:
            ledger.lose(bundle, read=False)
        elif self._is_alone:
            ledger.answer(bundle[0].id, left_out(bundle[0]))
        else:
            self._suspects.append(bundle[0])


def _is_broken_connection(error: Exception) -> bool:
    """Whether the cluster went away while it was spoken to: the client may hear of that later."""
    return isinstance(error, ConnectionError) or type(error).__name__ == "CommClosedError"


def _explained(error: object, worker: str) -> AnnotationError:
    if isinstance(error, AnnotationError):
        return error
    if isinstance(error, ImportError):
        return VersionsDifferError("The worker {worker} has no Selon, or another one: install the same "
                                   "version there ({reason}).", worker=worker, reason=error)  # fmt: skip
    return ClusterError("The cluster’s worker {worker} could not read: {reason}", worker=worker, reason=error)


def first_line(error: BaseException) -> str:
    """What an error says, in one line."""
    return next(iter(str(error).splitlines()), "") or type(error).__name__
