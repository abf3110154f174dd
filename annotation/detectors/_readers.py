"""What reads articles for a run of detection: worker processes of this computer, or a cluster."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import Protocol

from annotation.detectors._runner import Detection
from annotation.detectors._setup import Setup
from annotation.errors import AnnotationError


class DetectionError(AnnotationError):
    """Detection could not go on."""


class DetectionCancelledError(DetectionError):
    """Detection was cancelled; nothing half-done is left behind."""


class WorkerLostError(DetectionError):
    """Worker processes ended before they had answered, again and again."""


@dataclass(frozen=True, slots=True)
class Job:
    """An article to analyse; `lang` may be "auto"."""

    id: str
    text: str
    title: str = ""
    lang: str = "auto"


class Readers(Protocol):
    """The same articles give the same detections, whoever reads them."""

    def map(
        self, jobs: Iterable[Job], setup: Setup | None = None
    ) -> Generator[tuple[str, Detection], None, None]:
        """(article id, what was found) in the order of the jobs, which are taken only a few ahead.

        An article whose reading ends its reader twice is answered by a failure. Raises DetectionError.
        """

    def cancel(self) -> None:
        """Stop a running `map` at once, from any thread; it raises DetectionCancelledError."""

    def close(self) -> None:
        """Let go of everything that was started."""
