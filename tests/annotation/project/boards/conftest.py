"""What tests of the boards' questions get: the debate, open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.project import Project
from annotation.project.boards.reader import BoardReader
from tests.annotation.debate import debate


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with debate(tmp_path) as opened:
        yield opened


@pytest.fixture
def boards(project: Project) -> BoardReader:
    return project.read.boards
