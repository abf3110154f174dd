"""What goes wrong is told once, and then counted."""

import logging
from collections.abc import Iterator

import pytest

from annotation.detectors import _complaints
from annotation.detectors._complaints import complain


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing was told yet, and nothing that a library switched off keeps it from being told."""
    _complaints._TOLD.clear()
    logging.disable(logging.NOTSET)
    for name in ("annotation", "annotation.detectors"):
        monkeypatch.setattr(logging.getLogger(name), "disabled", False)
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    caplog.set_level(logging.ERROR, "annotation.detectors")
    yield
    _complaints._TOLD.clear()


def fail(value: int) -> Exception:
    """An error that was raised in a line of its own."""
    with pytest.raises(ValueError, match="invalid literal") as caught:
        int(f"bad {value}")
    return caught.value


def fail_elsewhere() -> Exception:
    with pytest.raises(ValueError, match="empty") as caught:
        max([])
    return caught.value


def test_a_failure_of_every_article_is_told_once_and_then_counted(caplog: pytest.LogCaptureFixture) -> None:
    for number in range(1_000):
        complain("the detector x", fail(number))
    first, *counted = caplog.records
    assert first.exc_info is not None
    assert "bad 0" in str(first.exc_info[1])
    assert [record.exc_info for record in counted] == [None] * 3
    assert [record.getMessage() for record in counted][-1] == (
        "the detector x failed in the same way for the 1000th time: ValueError"
    )


def test_each_kind_of_failure_is_told(caplog: pytest.LogCaptureFixture) -> None:
    alone = ValueError("never raised")
    for who, error in (("x", fail(1)), ("y", fail(1)), ("x", fail_elsewhere()), ("x", alone), ("x", fail(2))):
        complain(who, error)
    assert [record.getMessage() for record in caplog.records] == [f"{who} failed" for who in "xyxx"]
    assert all(record.exc_info for record in caplog.records)
