"""What runs in a spawned process: it waits for articles, analyses them, and sends back what it found."""

import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection

from annotation.detectors._runner import Detection, Failure, analyse
from annotation.detectors._setup import Setup


@dataclass(frozen=True, slots=True)
class Job:
    """An article to analyse; `lang` may be "auto"."""

    id: str
    text: str
    title: str = ""
    lang: str = "auto"


@dataclass(frozen=True, slots=True)
class WarmUp:
    """A request to load what a language needs before the first article comes."""

    lang: str


def work(connection: Connection, names: tuple[str, ...] | None) -> None:
    """Answer every job with (its id, its Detection) until the other end closes.

    A Setup holds for all that comes after it, until another one comes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's interrupt is for the process that asked
    setup = Setup()
    with connection:
        while True:
            try:
                asked = connection.recv()
            except (EOFError, OSError):
                return
            if asked is None:
                return
            if isinstance(asked, Setup):
                setup = asked
                continue
            if isinstance(asked, WarmUp):
                _answer(Job("", ".", lang=asked.lang), names, setup)
                continue
            try:
                connection.send((asked.id, _answer(asked, names, setup)))
            except (BrokenPipeError, OSError):
                return


def _answer(job: Job, names: tuple[str, ...] | None, setup: Setup) -> Detection:
    try:
        return analyse(job.text, job.title, job.lang, names, setup)
    except Exception as error:  # noqa: BLE001 - whatever an article does, the next one has its turn
        return Detection(job.lang, failures=(Failure("detection", f"{type(error).__name__}: {error}"),))
