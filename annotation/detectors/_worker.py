"""What runs in a spawned process: it waits for articles, analyses them, and sends back what it found."""

import os
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from annotation.detectors._readers import Job
from annotation.detectors._reading import read_bundle
from annotation.detectors._setup import Setup


@dataclass(frozen=True, slots=True)
class WarmUp:
    """A request to load what some languages need before the first article comes."""

    langs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """The answer to a WarmUp: all is loaded."""


def work(connection: Connection, names: tuple[str, ...] | None) -> None:
    """Answer every article of every bundle with (its id, its Detection) until the other end closes.

    A Setup holds for all that comes after it, until another one comes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's interrupt is for the process that asked
    waiting: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, waiting), daemon=True).start()
    setup = Setup()
    with suppress(OSError):
        while (asked := waiting.get()) is not None:
            if isinstance(asked, Setup):
                setup = asked
            elif isinstance(asked, WarmUp):
                list(read_bundle([Job("", ".", lang=lang) for lang in asked.langs], names, setup))
                connection.send(Ready())
            else:
                for answer in read_bundle(asked, names, setup):
                    connection.send(answer)


def _receive(connection: Connection, waiting: "SimpleQueue[Any]") -> None:
    """Take what is sent while articles are read: an end that waits for the other to listen would hang."""
    while True:
        try:
            asked = connection.recv()
        except (EOFError, OSError):
            os._exit(0)  # nobody is there any more to hear of what is being read
        waiting.put(asked)
        if asked is None:
            return
