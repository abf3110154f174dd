"""What README tells people to type is what is run before a change lands."""

import re
import subprocess
import tomllib

import pytest

from annotation.cli import cli
from tests.architecture.source import REPOSITORY

README = (REPOSITORY / "README.md").read_text("utf-8")
PACKAGES = "resources/system-packages/debian.txt"


def command(name: str) -> str:
    found = re.search(rf"^<!-- command: {name} -->\n```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("name", ["demo", "tests"])
def test_a_command_of_readme_installs_the_packages_of_the_one_list(name: str) -> None:
    assert PACKAGES in command(name)
    assert "python3 -m venv .venv" in command(name)


def test_the_check_before_landing_runs_the_command_of_readme() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text("utf-8")
    function = script[script.index("command_of_readme()") : script.index("tests=$")]
    done = subprocess.run(
        ["bash", "-c", f"{function}\ncommand_of_readme tests"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == command("tests")
    assert 'bash -c "$tests"' in script


def test_the_list_of_packages_is_the_only_one() -> None:
    others = [path for path in (REPOSITORY / ".ci").iterdir() if "libegl1" in path.read_text("utf-8")]
    assert not others
    assert "libegl1" not in README
    assert "libegl1" in (REPOSITORY / PACKAGES).read_text("utf-8")


def test_every_command_that_readme_shows_exists() -> None:
    shown = set(re.findall(r"^(?:\.venv/bin/)?selon ([a-z]+)\b", README, re.MULTILINE))
    assert {"new", "import", "detect", "export"} <= shown
    assert shown <= set(cli.commands)
    assert "demo" in cli.commands


def test_links_in_the_documents_lead_somewhere() -> None:
    documents = list(REPOSITORY.glob("*.md"))
    broken = [
        f"{document.name}: {target}"
        for document in documents
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text("utf-8"))
        if not (REPOSITORY / target).exists()
    ]
    assert len(documents) >= 4
    assert not broken


def test_what_is_installed_is_what_a_checkout_has() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    assert set(wheel) == {"main.py", "gui", "annotation", "resources"}
    assert project["project"]["scripts"] == {"selon": "main:main"}
