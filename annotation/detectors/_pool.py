"""Detection in processes of its own, so that loading a language model never stalls the window."""

import multiprocessing
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from annotation.detectors._runner import Detection
from annotation.detectors._setup import Setup
from annotation.detectors._worker import Job, WarmUp, work
from annotation.errors import AnnotationError

_AHEAD = 2
"""Jobs that a worker holds at a time: one to read and one waiting, so that it never idles."""
_PATIENCE = 2.0
"""Seconds that a worker has to leave by itself."""
_CONTEXT = multiprocessing.get_context("spawn")


class DetectionError(AnnotationError):
    """Detection could not go on."""


class DetectionCancelledError(DetectionError):
    """Detection was cancelled; nothing half-done is left behind."""


class WorkerLostError(DetectionError):
    """A worker process ended before it had answered."""


@dataclass(eq=False)
class _Worker:
    """One process with our end of its pipe and the ids of the articles that it holds."""

    process: BaseProcess
    connection: Connection
    held: deque[str] = field(default_factory=deque)


class DetectionPool:
    """Worker processes that analyse articles, started when needed and usable again after a loss or a cancel.

    One `map` runs at a time; `cancel` and `close` may be called from any thread.
    """

    def __init__(self, workers: int = 1, names: Iterable[str] | None = None) -> None:
        """Use as many processes as `workers`; `names` chooses detectors, all of them by default."""
        self._size = max(1, workers)
        self._names = None if names is None else tuple(names)
        self._setup = Setup()
        self._workers: list[_Worker] = []
        self._lock = threading.RLock()
        self._busy = threading.Lock()
        self._cancelled = threading.Event()

    def start(self, lang: str = "fr") -> None:
        """Start the workers and have them load what `lang` needs; returns at once."""
        with self._lock:
            fresh = self._spawn()
            for worker in fresh:
                worker.connection.send(WarmUp(lang))

    def map(
        self, jobs: Iterable[Job], setup: Setup | None = None
    ) -> Generator[tuple[str, Detection], None, None]:
        """(article id, what was found) in the order of the jobs, which are taken only a few ahead.

        `setup` is told to every worker once, before the first job; the default one where none is given.
        Raises WorkerLostError where a worker dies and DetectionCancelledError after `cancel`; the pool can be
        used again after either.
        """
        if not self._busy.acquire(blocking=False):
            raise DetectionError("Detection is already running: wait for it to end or cancel it first.")
        try:
            self._cancelled.clear()
            with self._lock:
                self._tell(setup or Setup())
            yield from self._answers(iter(jobs))
        except BaseException:
            self._stop(kill=True)
            raise
        finally:
            self._busy.release()

    def detect(self, job: Job, setup: Setup | None = None) -> Detection:
        """What is found in one article; raises like `map`."""
        return next(iter(list(self.map([job], setup))))[1]

    def cancel(self) -> None:
        """Stop a running `map` at once; the workers are started again when they are needed."""
        if self._busy.locked():
            self._cancelled.set()
            self._stop(kill=True)

    def close(self, *, at_once: bool = False) -> None:
        """End the workers, `at_once` even while they load. A pool that is used again starts new ones."""
        self._cancelled.set()
        self._stop(kill=at_once or self._busy.locked())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def processes(self) -> tuple[int, ...]:
        """Process ids of the workers that run."""
        with self._lock:
            return tuple(worker.process.pid or 0 for worker in self._workers if worker.process.is_alive())

    # workers

    def _spawn(self) -> list[_Worker]:
        """Start the workers that are missing; those that died are put away."""
        for dead in [worker for worker in self._workers if not worker.process.is_alive()]:
            self._workers.remove(dead)
            _release(dead, kill=True)
        fresh = [self._new_worker() for _ in range(self._size - len(self._workers))]
        self._workers.extend(fresh)
        return fresh

    def _tell(self, setup: Setup) -> None:
        """Tell the workers that run the setup, then start those that are missing, which are told it too."""
        self._setup = setup
        for worker in self._workers:
            with suppress(OSError):  # one that died is replaced next
                worker.connection.send(setup)
        self._spawn()

    def _new_worker(self) -> _Worker:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(
            target=work, args=(theirs, self._names), name="selon-detection", daemon=True
        )
        process.start()
        theirs.close()
        with suppress(OSError):  # one that is gone already is missed when it gets its first job
            ours.send(self._setup)
        return _Worker(process, ours)

    def _stop(self, *, kill: bool) -> None:
        with self._lock:
            stopping, self._workers = self._workers, []
            for worker in stopping:
                _release(worker, kill=kill)

    # jobs

    def _answers(self, jobs: Iterator[Job]) -> Iterator[tuple[str, Detection]]:
        order: deque[str] = deque()
        ready: dict[str, Detection] = {}
        exhausted = False
        while True:
            while not exhausted and len(order) < self._size * _AHEAD + self._size:
                job = next(jobs, None)
                exhausted = job is None
                if job is not None:
                    order.append(job.id)
                    self._give(job)
            if not order:
                return
            while order and order[0] in ready:
                first = order.popleft()
                yield first, ready.pop(first)
            if order and order[0] not in ready:
                ready.update(self._receive())

    def _give(self, job: Job) -> None:
        with self._lock:
            self._check()
            worker = min(self._workers, key=lambda item: len(item.held))
            worker.held.append(job.id)
            try:
                worker.connection.send(job)
            except OSError as error:
                raise self._lost(worker) from error

    def _receive(self) -> dict[str, Detection]:
        """The answers that have come; waits until there is at least one."""
        with self._lock:
            self._check()
            waiting = {worker.connection: worker for worker in self._workers if worker.held}
        try:
            arrived = wait(list(waiting), timeout=0.2)
        except OSError:  # closed by cancel while we waited
            arrived = []
        answers: dict[str, Detection] = {}
        for connection in arrived:
            worker = waiting[connection]  # type: ignore[index]  # wait() gives back what it was given
            answers.update([self._read(worker)])
        return answers

    def _read(self, worker: _Worker) -> tuple[str, Detection]:
        try:
            name, detection = worker.connection.recv()
        except (EOFError, OSError) as error:
            raise self._lost(worker) from error
        worker.held.remove(name)
        return name, detection

    def _check(self) -> None:
        if self._cancelled.is_set() or not self._workers:
            raise DetectionCancelledError("Detection was cancelled: what was already found is kept.")

    def _lost(self, worker: _Worker) -> DetectionError:
        if self._cancelled.is_set():
            return DetectionCancelledError("Detection was cancelled: what was already found is kept.")
        article = worker.held[0] if worker.held else ""
        return WorkerLostError(
            "The detection process stopped while reading article {article}, perhaps for want of "
            "memory: run detection again.",
            article=article,
        )


def _release(worker: _Worker, *, kill: bool) -> None:
    """End one worker: asked to leave, then made to."""
    try:
        if kill:
            worker.process.kill()
        else:
            worker.connection.send(None)
    except OSError:
        pass  # it is gone already
    worker.connection.close()
    worker.process.join(_PATIENCE)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()
