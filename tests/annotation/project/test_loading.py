"""The program starts without libraries that it does not need, and can load them later."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotation.project._loading import load_without


def python(code: str, repository: Path) -> list[str]:
    """What a program prints in a process of its own, word by word."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_a_project_is_read_and_written_without_numpy(repository: Path, tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from annotation.project import create_project
create_project(Path({str(tmp_path / "p.selon")!r})).close()
print("numpy" in sys.modules, "pandas" in sys.modules)
import numpy
print(numpy.zeros(2).sum())
"""
    assert python(code, repository) == ["False", "False", "0.0"]


def test_what_is_loaded_already_stays_loaded(repository: Path) -> None:
    code = "import numpy, sys; import annotation.project; print(sys.modules['numpy'] is numpy)"
    assert python(code, repository) == ["True"]


def test_a_library_that_does_not_load_hides_nothing_afterwards() -> None:
    with pytest.raises(ImportError):
        load_without("no_library_is_called_this", ("colorsys_of_nobody",))
    assert "colorsys_of_nobody" not in sys.modules


def test_a_library_that_is_loaded_is_not_loaded_again() -> None:
    load_without("sys", ("json",))
    assert sys.modules["json"] is not None
