"""One writer at a time: a lock file beside the project while it is open."""

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from annotation.project.errors import ProjectError, ProjectLocked


class WriterLock:
    """Held by the one program that may write to a project; gone when it closes or dies."""

    def __init__(self, project: Path) -> None:
        """Take the lock of the project file. Raises ProjectLocked where another program has it."""
        real = project.resolve()
        self._path = real.with_name(f".~lock.{real.name}")
        self._lock = FileLock(str(self._path), thread_local=False)
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise ProjectLocked(
                "“{name}” is open in another window or program: close it there, or open it read-only here.",
                name=project.name,
            ) from error
        except OSError as error:
            raise ProjectError(
                "“{name}” cannot be opened for writing because its folder cannot be written to ({reason}): "
                "open it read-only, or copy it to a folder of yours.",
                name=project.name,
                reason=error.strerror or error,
            ) from error

    def release(self) -> None:
        """Let others write.

        Removes the lock file while it is still held, so that nobody else's is removed; where it cannot be
        removed it stays, and locks nothing.
        """
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        self._lock.release()
