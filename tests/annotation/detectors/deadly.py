"""A worker that one text ends at once, as a crash or the want of memory would."""

import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection

from annotation.detectors import Job, _reading, _remote, _worker
from annotation.detectors._runner import Detection, analyse

DEADLY = "This text ends whoever reads it."


def work(connection: Connection, names: tuple[str, ...] | None) -> None:
    """Work like any worker until the deadly text comes."""
    setattr(_reading, "analyse", _analyse)  # noqa: B010 - a plain assignment is not allowed to types
    _worker.work(connection, names)


def _analyse(text: str, *others: object) -> Detection:
    if text == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return analyse(text, *others)  # type: ignore[arg-type]  # whatever the worker hands on


def read_remotely(bundle: Sequence[Job], *others: object) -> list[tuple[str, Detection]]:
    """Read like any worker of a cluster until the deadly text comes."""
    if any(job.text == DEADLY for job in bundle):
        os.kill(os.getpid(), signal.SIGKILL)
    return _remote.read_remotely(bundle, *others)  # type: ignore[arg-type]  # whatever it was sent
