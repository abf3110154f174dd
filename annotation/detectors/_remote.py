"""What runs on the workers of a cluster. Nothing here needs more than Selon itself."""

import threading
from collections.abc import Sequence

from annotation.detectors._readers import Job
from annotation.detectors._reading import read_bundle
from annotation.detectors._runner import Detection
from annotation.detectors._sameness import Versions, compare, installed_versions
from annotation.detectors._setup import Setup

_ONE = threading.Lock()
"""A pipeline serves one thread at a time, and a worker of a cluster may have several."""


def keep(setup: Setup) -> Setup:
    """The setup: as a task of its own it is sent once, and made again where its worker is lost."""
    return setup


def read_remotely(
    bundle: Sequence[Job], names: tuple[str, ...] | None, setup: Setup, ours: Versions
) -> list[tuple[str, Detection]]:
    """(id, what was found) for each article. Raises VersionsDifferError where it would differ here."""
    compare(ours, installed_versions(setup), _here())
    with _ONE:
        return list(read_bundle(bundle, names, setup))


def _here() -> str:
    # a worker has it already; importing it here would make it needed by everybody
    from distributed import get_worker  # noqa: PLC0415

    return str(get_worker().address)
