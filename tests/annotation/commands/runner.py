"""The command line as tests run it."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from annotation.cli import cli
from annotation.operations import Accept, AddAnnotations
from annotation.project import open_project
from tests.annotation.newsroom import ANN, annotation, named, newsroom_file


def decided_newsroom(folder: Path) -> Path:
    """The newsroom, in which Ann has accepted a suggestion and gold has a record."""
    path = newsroom_file(folder)
    with open_project(path) as project:
        project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
        gold = annotation("g1", "gold", "entity", {"mention": ["OTAN"]}, type="ORG")
        project.apply(AddAnnotations(annotations=(gold,)))
    return path


def run(*arguments: object) -> Result:
    """What the command line answers."""
    return CliRunner(env={"SELON_LANG": "en"}).invoke(cli, [str(one) for one in arguments])


def answer(*arguments: object) -> Any:
    """The JSON document on stdout of a command that succeeds."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refused(*arguments: object) -> str:
    """The one sentence on stderr of a command that fails as it should."""
    result = run(*arguments)
    assert result.exit_code == 1, result.output
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    (line,) = result.stderr.splitlines()
    assert "Traceback" not in line
    return line
