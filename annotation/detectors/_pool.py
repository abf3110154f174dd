"""Detection in processes of its own, so that loading a language model never stalls the window."""

import multiprocessing
import threading
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from annotation.detectors._ledger import Bundle, Ledger
from annotation.detectors._readers import DetectionCancelledError, DetectionError, Job, WorkerLostError
from annotation.detectors._runner import Detection
from annotation.detectors._setup import Setup
from annotation.detectors._worker import Ready, WarmUp, work

_AHEAD = 2
"""Bundles that a worker holds at a time: one to read and one waiting, so that it never idles."""
_WAITING = 64
"""Articles for each worker that may wait for an earlier one to be read."""
_LOSSES = 6
"""Workers that may be lost one after the other without any answer."""
_LIFE = 30_000_000
"""Code points that a worker reads before another takes its place: what it remembers of them only grows."""
_PATIENCE = 2.0
"""Seconds that a worker has to leave by itself."""
_CONTEXT = multiprocessing.get_context("spawn")


@dataclass(eq=False)
class _Worker:
    """One process with our end of its pipe and what it holds."""

    process: BaseProcess
    connection: Connection
    held: deque[Bundle] = field(default_factory=deque)
    read: int = 0
    """Code points that it was given so far."""
    successor: "_Worker | None" = None
    """Who takes its place as soon as everything is loaded there."""
    is_loading: bool = False
    is_leaving: bool = False

    @property
    def has_room(self) -> bool:
        """Whether another bundle can be given to it."""
        return not self.is_leaving and not self.is_loading and len(self.held) < _AHEAD


class DetectionPool:
    """Worker processes that analyse articles, started when needed and usable again after a loss or a cancel.

    One `map` runs at a time; `cancel` and `close` may be called from any thread.
    """

    def __init__(self, workers: int = 1, names: Iterable[str] | None = None, life: int = _LIFE) -> None:
        """Use at most `workers` processes; `names` chooses detectors, all of them by default.

        A process that has read `life` code points is replaced by a fresh one, so that memory stays bounded.
        """
        self._size = max(1, workers)
        self._names = None if names is None else tuple(names)
        self._life = life
        self._setup = Setup()
        self._workers: list[_Worker] = []
        self._langs: set[str] = set()
        self._losses = 0
        self._lock = threading.RLock()
        self._busy = threading.Lock()
        self._cancelled = threading.Event()

    def start(self, lang: str = "fr") -> None:
        """Start a worker and have it load what `lang` needs; returns at once."""
        with self._lock:
            self._forget_dead()
            if not self._workers:
                self._new_worker((lang,))

    def map(
        self, jobs: Iterable[Job], setup: Setup | None = None
    ) -> Generator[tuple[str, Detection], None, None]:
        """(article id, what was found) in the order of the jobs, which are taken only a few ahead.

        `setup` is told to every worker once, before the first job; the default one where none is given. An
        article whose worker dies is read again; where that one dies as well, it is answered by a failure.
        Raises WorkerLostError where workers keep dying and DetectionCancelledError after `cancel`; the pool
        can be used again after either.
        """
        if not self._busy.acquire(blocking=False):
            raise DetectionError("Detection is already running: wait for it to end or cancel it first.")
        try:
            self._cancelled.clear()
            self._losses = 0
            with self._lock:
                self._tell(setup or Setup())
            yield from self._answers(Ledger(jobs))
            self._shrink()
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

    def _new_worker(self, langs: Iterable[str] = ()) -> _Worker:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(
            target=work, args=(theirs, self._names), name="selon-detection", daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        with suppress(OSError):  # one that is gone already is missed when it gets its first bundle
            ours.send(self._setup)
            if langs:
                ours.send(WarmUp(tuple(langs)))
        return worker

    def _tell(self, setup: Setup) -> None:
        """Tell the setup to the workers that run, and to those that start from now on."""
        self._setup = setup
        self._forget_dead()
        for worker in self._workers:
            with suppress(OSError):  # it has just died, which is noticed when it gets a bundle
                worker.connection.send(setup)

    def _forget_dead(self) -> None:
        for dead in [worker for worker in self._workers if not worker.process.is_alive()]:
            self._workers.remove(dead)
            _release(dead, kill=True)

    def _shrink(self) -> None:
        """Keep one worker for the next time: several that wait would only take memory."""
        with self._lock:
            kept = [worker for worker in self._workers if not worker.is_leaving][:1]
            leaving = [worker for worker in self._workers if worker not in kept]
            self._workers = kept
        for worker in kept:
            worker.is_loading = False
        for worker in leaving:
            _release(worker, kill=False)

    def _stop(self, *, kill: bool) -> None:
        with self._lock:
            stopping, self._workers = self._workers, []
            for worker in stopping:
                _release(worker, kill=kill)

    # jobs

    def _answers(self, ledger: Ledger) -> Generator[tuple[str, Detection], None, None]:
        while True:
            yield from ledger.ready()
            if ledger.is_done:
                return
            while self._give(ledger):
                pass
            self._receive(ledger)

    def _give(self, ledger: Ledger) -> bool:
        """Give a bundle to a worker; False where none has room or nothing is left to read."""
        with self._lock:
            self._check()
            if not self._have_room():
                return False
        bundle = ledger.take(_WAITING * self._size)  # not under the lock: whoever gives the jobs may be slow
        if not bundle:
            return False
        with self._lock:
            self._check()
            worker = self._choose()
            worker.held.append(bundle)
            worker.read += sum(len(job.text) for job in bundle)
            try:
                worker.connection.send(bundle)
            except OSError:
                self._lose(worker, ledger)
        return True

    def _have_room(self) -> bool:
        return self._may_start or any(worker.has_room for worker in self._workers)

    @property
    def _may_start(self) -> bool:
        """Whether fewer workers read than may."""
        reading = sum(not worker.is_leaving and not worker.is_loading for worker in self._workers)
        return reading < self._size

    def _choose(self) -> _Worker:
        """The worker with the least to do; a new one where all have something to do and there may be more."""
        able = [worker for worker in self._workers if worker.has_room]
        least = min(able, key=lambda item: len(item.held), default=None)
        if least is None or (least.held and self._may_start):
            return self._new_worker()
        return least

    def _receive(self, ledger: Ledger) -> None:
        """Take in the answers that have come; waits until there is at least one."""
        with self._lock:
            self._check()
            waiting = {worker.connection: worker for worker in self._workers}
        try:
            arrived = wait(list(waiting), timeout=0.2)
        except OSError:  # closed by cancel while we waited
            return
        for connection in arrived:
            worker = waiting[connection]  # type: ignore[index]  # wait() gives back what it was given
            self._read(worker, ledger)

    def _read(self, worker: _Worker, ledger: Ledger) -> None:
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            with self._lock:
                self._check()
                self._lose(worker, ledger)
            return
        if isinstance(answer, Ready):
            worker.is_loading = False
            return
        id_, detection = answer
        ledger.answer(id_, detection)
        self._losses = 0
        self._langs.add(detection.lang)
        worker.held[0] = worker.held[0][1:]
        if not worker.held[0]:
            worker.held.popleft()
            self._renew(worker)

    def _renew(self, worker: _Worker) -> None:
        """Have another worker take the place of one that has read enough, without a pause in between."""
        with self._lock:
            self._check()
            if worker.read < self._life or worker.is_leaving:
                return
            if worker.successor is None:
                worker.successor = self._new_worker(self._langs)
                worker.successor.is_loading = True
            elif not worker.successor.is_loading:
                worker.is_leaving = True
                with suppress(OSError):
                    worker.connection.send(None)

    def _lose(self, worker: _Worker, ledger: Ledger) -> None:
        """Put away a worker that has ended; what it held is read again."""
        self._workers = [other for other in self._workers if other is not worker]
        for other in self._workers:
            other.successor = None if other.successor is worker else other.successor
        if worker.successor is not None:
            worker.successor.is_loading = False
        _release(worker, kill=True)
        for number, bundle in enumerate(worker.held):
            ledger.lose(bundle, read=number == 0)
        if worker.is_leaving and not worker.held:
            return
        self._losses += 1
        if self._losses > _LOSSES:
            raise WorkerLostError(
                "The detection processes end before they have read anything, perhaps for want of memory: "
                "close other programs or use fewer workers, then run detection again."
            )

    def _check(self) -> None:
        if self._cancelled.is_set():
            raise DetectionCancelledError("Detection was cancelled: what was already found is kept.")


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
