"""Detection on a Dask cluster: the same detectors on many computers, with the same answers."""

import asyncio
import importlib
import logging
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
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
_PATIENCE = 10.0
"""Seconds that a scheduler has to answer."""
_DESERTED = 60.0
"""Seconds that a cluster may be without any worker."""
_COUNT = 5.0
"""Seconds between two looks at how many threads the cluster has."""
_LOUD = ("distributed", "distributed.client")


class ClusterError(DetectionError):
    """A cluster that cannot be reached or cannot go on."""


class DetectionCluster:
    """Articles read by the workers of a Dask scheduler.

    One `map` runs at a time; `cancel` and `close` may be called from any thread.
    """

    def __init__(
        self, address: str, names: Iterable[str] | None = None, *, patience: float = _PATIENCE
    ) -> None:
        """Use the scheduler at an address such as "tcp://10.0.0.5:8786"; nothing is connected yet.

        `names` chooses detectors, all of them by default; `patience` is how many seconds to wait for it.
        """
        self._address = address
        self._names = None if names is None else tuple(names)
        self._patience = patience
        self._busy = threading.Lock()
        self._done: SimpleQueue[str | None] = SimpleQueue()

    def map(
        self, jobs: Iterable[Job], setup: Setup | None = None
    ) -> Generator[tuple[str, Detection], None, None]:
        """(article id, what was found) in the order of the jobs, which are taken only a few ahead.

        An article that ends its workers again and again is answered by a failure. Raises ClusterError where
        the scheduler cannot be reached or is lost, VersionsDifferError where a worker would find other
        things than this computer, and DetectionCancelledError after `cancel`.
        """
        if not self._busy.acquire(blocking=False):
            raise DetectionError("Detection is already running: wait for it to end or cancel it first.")
        try:
            self._done = SimpleQueue()
            with self._connected() as client:
                run = _Run(client, self._address, setup or Setup(), self._names, self._done)
                yield from run.answers(Ledger(jobs))
        finally:
            self._busy.release()

    def cancel(self) -> None:
        """Stop a running `map` at once; a worker ends the few articles that it reads and forgets them."""
        if self._busy.locked():
            self._done.put(None)

    def close(self) -> None:
        """Cancel what runs. Nothing is kept between two runs."""
        self.cancel()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _connected(self) -> Iterator["Client"]:
        distributed = _load()
        try:
            # a client that finds nobody would leave its threads behind: knock first
            asyncio.run(_knock(self._address, self._patience))
            client = distributed.Client(self._address, timeout=self._patience, set_as_default=False)
        except Exception as error:  # a wrong address, no such host, no answer, another protocol
            raise ClusterError(
                "The cluster at {address} does not answer ({reason}): check the address and that its "
                "scheduler runs.",
                address=self._address,
                reason=_first_line(error),
            ) from error
        try:
            yield client
        finally:
            with suppress(Exception):  # it may be gone already
                client.close(timeout=2)


class _Run:
    """One run of detection on a cluster that answers."""

    def __init__(
        self,
        client: "Client",
        address: str,
        setup: Setup,
        names: tuple[str, ...] | None,
        done: "SimpleQueue[str | None]",
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
        self._reading: dict[str, tuple[Future[Any], Bundle]] = {}
        self._inspect(setup)
        self._setup = client.submit(keep, setup, pure=False)

    def answers(self, ledger: Ledger) -> Iterator[tuple[str, Detection]]:
        """(article id, what was found) in order."""
        while True:
            yield from ledger.ready()
            if ledger.is_done:
                return
            self._count_threads()
            while len(self._reading) < _AHEAD * max(1, self._threads) and self._give(ledger):
                pass
            self._receive(ledger)

    def _inspect(self, setup: Setup) -> None:
        """Refuse a cluster without workers, and one with a worker that would read otherwise."""
        found = self._ask(lambda: self._client.run(installed_versions, setup, on_error="return"))
        if not found:
            raise ClusterError(
                "The cluster at {address} has no workers: start some with: dask worker {address}",
                address=self._address,
            )
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
            reason=_first_line(error) if error else "-",
        )

    def _give(self, ledger: Ledger) -> bool:
        """Give a bundle to the cluster; False where nothing is left to give now."""
        bundle = ledger.take(_WAITING * max(1, self._threads))
        if not bundle:
            return False
        future = self._ask(lambda: self._submit(bundle))
        self._reading[future.key] = future, bundle
        future.add_done_callback(lambda read: self._done.put(read.key))
        return True

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
        future, bundle = self._reading.pop(key)
        if future.status == "finished":
            for id_, detection in self._ask(future.result):
                ledger.answer(id_, detection)
        elif future.status == "error":
            self._note(_error(future), bundle, ledger)
        else:
            raise self._lost(None)

    def _note(self, error: BaseException | None, bundle: Bundle, ledger: Ledger) -> None:
        """Have the articles of a bundle that ended its workers read one by one; leave out one that does."""
        if type(error).__name__ != "KilledWorker":
            raise _explained(error, self._address)
        if len(bundle) > 1:
            ledger.lose(bundle, read=False)
        else:
            ledger.answer(bundle[0].id, left_out(bundle[0]))


def _error(future: "Future[Any]") -> BaseException | None:
    found: BaseException | None = future.exception()  # type: ignore[no-untyped-call]  # distributed lacks it
    return found


def _explained(error: object, worker: str) -> AnnotationError:
    if isinstance(error, AnnotationError):
        return error
    if isinstance(error, ImportError):
        return VersionsDifferError("The worker {worker} has no Selon, or another one: install the same "
                                   "version there ({reason}).", worker=worker, reason=error)  # fmt: skip
    return ClusterError("The cluster’s worker {worker} could not read: {reason}", worker=worker, reason=error)


async def _knock(address: str, patience: float) -> None:
    comm, security = (
        importlib.import_module("distributed.comm"),
        importlib.import_module("distributed.security"),
    )
    arguments = security.Security().get_connection_args("client")
    connection = await comm.connect(address, timeout=patience, **arguments)
    await connection.close()


def _load() -> Any:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            "Reading on a cluster needs a part that is not installed: pip install “selon[cluster]”."
        ) from error
    for name in _LOUD:  # what goes wrong is said once, by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return distributed


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__
