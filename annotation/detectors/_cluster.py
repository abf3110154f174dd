"""Detection on a Dask cluster: the same detectors on many computers, with the same answers."""

import importlib
import logging
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from annotation.detectors._cluster_run import ClusterError, Run, first_line
from annotation.detectors._ledger import Ledger
from annotation.detectors._readers import DetectionError, Job
from annotation.detectors._runner import Detection
from annotation.detectors._setup import Setup

if TYPE_CHECKING:  # an extra that few need
    from distributed import Client

_PATIENCE = 10.0
"""Seconds that a scheduler has to answer."""
_LOUD = ("distributed", "distributed.client")


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
                run = Run(client, self._address, setup or Setup(), self._names, self._done, self._patience)
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
            importlib.import_module("asyncio").run(_knock(self._address, self._patience))
            client = distributed.Client(self._address, timeout=self._patience, set_as_default=False)
        except Exception as error:  # a wrong address, no such host, no answer, another protocol
            raise ClusterError(
                "The cluster at {address} does not answer ({reason}): check the address and that its "
                "scheduler runs.",
                address=self._address,
                reason=first_line(error),
            ) from error
        try:
            yield client
        finally:
            with suppress(Exception):  # it may be gone already
                client.close(timeout=2)


async def _knock(address: str, patience: float) -> None:
    comm, security = (
        importlib.import_module("distributed.comm"),
        importlib.import_module("distributed.security"),
    )
    arguments = security.Security().get_connection_args("client")
    connection = await comm.connect(address, timeout=patience, **arguments)
    await connection.close()


def _load() -> Any:
    """Dask, and with it all that only a cluster needs: the window starts without."""
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            "Reading on a cluster needs a part that is not installed: pip install “selon[cluster]”."
        ) from error
    for name in _LOUD:  # what goes wrong is said once, by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return distributed
