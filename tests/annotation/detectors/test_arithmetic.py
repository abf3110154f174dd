"""With which library pipelines multiply matrices."""

import os
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from thinc.api import get_current_ops

from annotation.detectors import _arithmetic
from annotation.detectors._arithmetic import is_quick, quick_arithmetic, use_one_thread


def built_with(told: Any) -> ModuleType:
    """A numpy that tells this of how it was built."""
    return cast(ModuleType, SimpleNamespace(show_config=lambda mode: told))


@pytest.mark.parametrize("name", ["scipy-openblas", "openblas64", "accelerate", "mkl-sdl"])
def test_a_library_that_is_made_for_the_processor_is_quick(name: str) -> None:
    assert is_quick(built_with({"Build Dependencies": {"blas": {"name": name}}}))


@pytest.mark.parametrize("told", [{"Build Dependencies": {"blas": {"name": "blas"}}}, {}, None])
def test_what_is_not_known_to_be_quick_is_not_used(told: Any) -> None:
    assert not is_quick(built_with(told))


def test_only_pipelines_loaded_meanwhile_use_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_arithmetic, "is_quick", lambda numpy: True)
    before: Any = get_current_ops()
    with quick_arithmetic():
        quick: Any = get_current_ops()
        assert not quick.use_blis
    after: Any = get_current_ops()
    assert after.use_blis == before.use_blis


def test_a_slow_numpy_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_arithmetic, "is_quick", lambda numpy: False)
    before: Any = get_current_ops()
    with quick_arithmetic():
        assert get_current_ops() is before


def test_both_libraries_multiply_alike() -> None:
    chance = np.random.default_rng(1)
    some, other = (chance.random((40, 96), dtype="f") for _ in range(2))
    ops: Any = get_current_ops()
    assert np.allclose(ops.gemm(some, other, trans2=True), some @ other.T, rtol=1e-5)


def test_what_somebody_said_of_threads_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    use_one_thread()
    assert (os.environ["OPENBLAS_NUM_THREADS"], os.environ["MKL_NUM_THREADS"]) == ("3", "1")
