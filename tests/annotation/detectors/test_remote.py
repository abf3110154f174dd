"""What a worker of a cluster does with what it is sent, in this process."""

from dataclasses import replace

import pytest

from annotation.detectors import Job, Setup, VersionsDifferError, analyse
from annotation.detectors import _remote as remote
from annotation.detectors._remote import keep, read_remotely
from annotation.detectors._sameness import installed_versions

JOBS = (Job("a", "4,000 people marched.", lang="xx"), Job("b", "", lang="xx"))


@pytest.fixture(autouse=True)
def somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address for this process."""
    monkeypatch.setattr(remote, "_here", lambda: "tcp://10.0.0.7:1")


def test_a_bundle_is_read_as_it_is_here() -> None:
    found = read_remotely(JOBS, None, Setup(), installed_versions(Setup()))
    assert found == [(job.id, analyse(job.text, lang="xx", article=job.id)) for job in JOBS]


def test_it_refuses_to_read_for_another_version() -> None:
    other = replace(installed_versions(Setup()), selon="9.9")
    with pytest.raises(VersionsDifferError, match=r"tcp://10\.0\.0\.7:1 has Selon .*9\.9"):
        read_remotely(JOBS, None, Setup(), other)


def test_a_setup_is_kept_as_it_is() -> None:
    setup = Setup()
    assert keep(setup) is setup
