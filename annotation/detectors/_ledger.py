"""The books of a run: articles bundled for reading, answers put in order, lost articles read once more."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotation.detectors._readers import Job
from annotation.detectors._runner import Detection, Failure
from annotation.i18n import _

Bundle = tuple[Job, ...]
"""Articles that one worker reads together: the parser is quicker with many paragraphs at a time."""
MOST_ARTICLES = 32
MOST_CHARACTERS = 24_000
"""Code points of a bundle; an article that has more is read alone."""
_CHANCES = 2
"""How often an article may end the process that reads it."""


@dataclass(slots=True)
class _Entry:
    """An article that is not given back yet."""

    job: Job
    answer: Detection | None = None
    losses: int = 0


class Ledger:
    """Which articles are waiting, being read, or read. For one thread at a time."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = iter(jobs)
        self._order: deque[_Entry] = deque()
        self._open: dict[str, deque[_Entry]] = {}
        self._again: deque[_Entry] = deque()
        self._next: Job | None = None
        self._is_exhausted = False

    @property
    def is_done(self) -> bool:
        """Whether every article was given back."""
        return not self._order and self._peek() is None

    def take(self, most: int) -> Bundle:
        """Articles to read together; none where all are taken or `most` wait for an earlier one.

        One to read once more comes alone, first.
        """
        if self._again:
            return (self._again.popleft().job,)
        bundle: list[Job] = []
        size = 0
        if len(self._order) >= most:
            return ()
        while (job := self._peek()) is not None and len(bundle) < MOST_ARTICLES:
            size += len(job.text)
            if bundle and size > MOST_CHARACTERS:
                break
            bundle.append(self._pop())
        return tuple(bundle)

    def answer(self, id_: str, detection: Detection) -> None:
        """Note what was found in an article that was taken."""
        waiting = self._open[id_]
        waiting.popleft().answer = detection
        if not waiting:
            del self._open[id_]

    def lose(self, bundle: Sequence[Job], *, read: bool) -> None:
        """Have articles read again by another worker; `read` says that the first was just being read.

        An article that was lost twice while it was being read is answered by a failure.
        """
        entries = [self._open[job.id][0] for job in bundle]
        if read and entries:
            entries[0].losses += 1
            if entries[0].losses >= _CHANCES:
                lost = entries.pop(0).job
                self.answer(lost.id, left_out(lost))
        self._again.extend(entries)

    def ready(self) -> Iterator[tuple[str, Detection]]:
        """(article id, what was found), in order, as far as the answers have come."""
        while self._order and (detection := self._order[0].answer) is not None:
            yield self._order.popleft().job.id, detection

    def _peek(self) -> Job | None:
        if self._next is None and not self._is_exhausted:
            self._next = next(self._jobs, None)
            self._is_exhausted = self._next is None
        return self._next

    def _pop(self) -> Job:
        job, self._next = self._next, None
        assert job is not None
        entry = _Entry(job)
        self._order.append(entry)
        self._open.setdefault(job.id, deque()).append(entry)
        return job


def left_out(job: Job) -> Detection:
    """The answer to an article that ended whoever read it."""
    reason = _(
        "The detection process ended twice while it read “{title}”, perhaps for want of memory: the article "
        "was left out.",
        title=job.title or job.id,
    )
    return Detection("" if job.lang == "auto" else job.lang, failures=(Failure("process", reason),))
