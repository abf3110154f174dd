"""How many worker processes this computer can bear."""

import os
from pathlib import Path

GIGABYTE = 1_000_000_000
_WORKER = GIGABYTE
"""Bytes for one worker: a loaded language model and the articles that are being read, with room to spare."""
_MOST = 16
"""Workers from which on the one process that stores what they find is what they wait for."""
_MEMORY = Path("/proc/meminfo")
_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


def workers_for_run() -> int:
    """How many processes read when nobody works at the computer meanwhile: one a core, as memory allows."""
    return _bounded(_cores())


def workers_beside_window() -> int:
    """How many processes read while somebody annotates: half the cores, as memory allows."""
    return min(4, _bounded(_cores() // 2))


def _bounded(wanted: int) -> int:
    memory = _free_memory()
    bearable = wanted if memory is None else memory // _WORKER
    return max(1, min(wanted, bearable, _MOST))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def _free_memory() -> int | None:
    """Bytes that can still be used, None where the system does not say."""
    found = [amount for amount in (_available(), _limit()) if amount is not None]
    return min(found, default=None)


def _available() -> int | None:
    try:
        lines = _MEMORY.read_text(encoding="ascii").splitlines()
    except OSError:
        return _physical()
    amounts = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return int(amounts[0]) * 1024 if amounts else _physical()


def _physical() -> int | None:
    """Half of the memory that is built in: what is free of it is not told alike everywhere."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, ValueError, OSError):
        return None


def _limit() -> int | None:
    """What a container allows."""
    for path in _LIMITS:
        try:
            text = path.read_text(encoding="ascii").strip()
        except OSError:
            continue
        if text.isdecimal():
            return int(text)
    return None
