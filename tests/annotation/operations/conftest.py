"""The small project, open for writing, for every test of the operations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.project import Project
from tests.annotation.newsroom import newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The newsroom."""
    with newsroom(tmp_path) as opened:
        yield opened
