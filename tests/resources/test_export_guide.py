"""What the guide shows of exports and of notebooks works as it is shown."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import annotation
from annotation.commands.exporting import export
from annotation.exporters import EXPORTERS
from annotation.notebooks import notebook
from annotation.operations.sets.presets import find_preset
from resources import RESOURCES
from tests.annotation.commands.runner import decided_newsroom

GUIDE = RESOURCES / "guide"


def blocks(page: str, language: str) -> list[str]:
    text = (GUIDE / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", ["export.md", "export.fr.md"])
def test_the_commands_of_the_guide_are_understood(page: str) -> None:
    (shown,) = blocks(page, "sh")
    commands = shown.replace("\\\n", " ").splitlines()
    assert len(commands) == 3
    for command in commands:
        words = shlex.split(command)
        assert words[:2] == ["selon", "export"]
        with export.make_context("export", words[2:]) as context:
            assert context.params["out"]


@pytest.mark.parametrize("page", ["export.md", "export.fr.md"])
def test_every_option_of_the_command_that_chooses_a_set_is_in_the_guide(page: str) -> None:
    text = (GUIDE / page).read_text("utf-8")
    known = {name for parameter in export.params for name in (*parameter.opts, *parameter.secondary_opts)}
    left_out = {"--format", "--out", "--option", "--json", "--license", "--provenance", "--no-agreement"}
    assert {name for name in known if name.startswith("--") and f"`{name}" not in text} - left_out == set()


@pytest.mark.parametrize("page", ["export.md", "export.fr.md"])
def test_the_presets_of_the_guide_are_there(page: str) -> None:
    text = (GUIDE / page).read_text("utf-8")
    for name in ("spacy", "inception", "hugging-face", "statistics", "network", "deposit"):
        assert f"`{name}`" in text
        assert find_preset(name).format in EXPORTERS


@pytest.mark.parametrize("page", ["notebooks.md", "notebooks.fr.md"])
def test_the_code_of_the_guide_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "make_frame", lambda columns, rows, library: list(rows))
    monkeypatch.setattr(notebook, "articles_called", lambda reader, text: reader.article_ids())
    path = decided_newsroom(tmp_path)
    first, *rest = blocks(page, "python")
    known: dict[str, Any] = {}
    exec(re.sub(r'"\w+\.selon"', repr(str(path)), first), known)  # the guide's own code
    assert len(known["gold"]) == 0
    with annotation.open_project(path) as project:
        for code in rest:
            exec(code.replace("Camille", "Ann"), {"project": project})
