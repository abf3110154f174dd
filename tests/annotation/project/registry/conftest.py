"""The small project, with two mentions of Ann's that name nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import AddAnnotations
from annotation.project import Project
from tests.annotation.newsroom import ANN, annotation, newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The newsroom, open for writing."""
    with newsroom(tmp_path) as opened:
        words = {"mention": ["Nina Roux"]}
        made = [annotation(f"n-{id_}", ANN.id, "entity", words, id_, type="PER") for id_ in ("a1", "a2")]
        opened.apply(AddAnnotations(annotations=tuple(made)))
        yield opened
