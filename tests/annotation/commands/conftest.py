"""What the tests of commands share."""

from pathlib import Path

import pytest

from tests.annotation.commands.runner import decided_newsroom


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The newsroom, in which Ann has accepted a suggestion and gold has a record."""
    return decided_newsroom(tmp_path)
