"""What went wrong on a cluster, in words; whole runs are in test_cluster.py."""

import pytest

from annotation.detectors import ClusterError, DetectionError, VersionsDifferError
from annotation.detectors._cluster_run import _explained, first_line


@pytest.mark.parametrize(
    ("error", "line"),
    [(OSError("one\ntwo"), "one"), (TimeoutError(), "TimeoutError"), (ValueError(""), "ValueError")],
)
def test_an_error_is_told_in_one_line(error: Exception, line: str) -> None:
    assert first_line(error) == line


def test_what_a_worker_could_not_do_is_explained() -> None:
    expected = DetectionError("It is over.")
    assert _explained(expected, "tcp://10.0.0.7:1") is expected
    assert isinstance(
        _explained(ImportError("No module named 'annotation'"), "tcp://10.0.0.7:1"), VersionsDifferError
    )
    other = _explained(MemoryError("full"), "tcp://10.0.0.7:1")
    assert isinstance(other, ClusterError)
    assert str(other).startswith("The cluster’s worker tcp://10.0.0.7:1 could not read: full")
