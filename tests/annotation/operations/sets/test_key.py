"""The key goes to a file of its own, which only the lead is to have."""

from pathlib import Path

import pytest

from annotation.exporters import ExportFailure
from annotation.operations.sets import Pseudonyms
from annotation.operations.sets.key import write_key
from annotation.project import Project


def test_the_key_names_everybody(project: Project, tmp_path: Path) -> None:
    write_key(project.read, tmp_path / "key.csv")
    head, *rows = (tmp_path / "key.csv").read_text("utf-8").splitlines()
    assert head == "pseudonym,name"
    assert rows == [f"{pseudonym},{name}" for pseudonym, name in Pseudonyms.of(project.read).key]


def test_a_folder_is_no_place_for_a_key(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ExportFailure, match="is a folder"):
        write_key(project.read, tmp_path)
