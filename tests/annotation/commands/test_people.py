"""People as commands name them."""

from pathlib import Path

import pytest

from annotation.commands.people import NobodyOfThatName, people_called
from annotation.project import open_project
from tests.annotation.newsroom import ANN


def test_names_are_taken_in_any_letters_and_ids_too(file: Path) -> None:
    with open_project(file, read_only=True) as project:
        assert people_called(project.read, [ANN.name.upper(), ANN.id]) == (ANN.id, ANN.id)
        assert people_called(project.read, []) == ()


def test_the_machine_and_the_gold_set_are_nobody(file: Path) -> None:
    with open_project(file, read_only=True) as project, pytest.raises(NobodyOfThatName, match=ANN.name):
        people_called(project.read, ["gold"])
