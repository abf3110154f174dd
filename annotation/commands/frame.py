"""What commands share: the project that they open, their answer, their progress, how they fail."""

import functools
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations import OperationError
from annotation.project import open_project

PROJECT = click.argument("project", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
Command = Callable[..., Any]


class Explained(click.Group):
    """A group of commands whose expected errors are one sentence on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except AnnotationError as error:
            click.echo(_("Error: {sentence}", sentence=error), err=True)
            ctx.exit(1)


def reading(command: Command) -> Command:
    """Open the project named first read-only for the command, and close it after."""
    return _with_project(command, read_only=True)


def writing(command: Command) -> Command:
    """Open the project named first for writing for the command, and close it after."""
    return _with_project(command, read_only=False)


def _with_project(command: Command, read_only: bool) -> Command:
    @PROJECT
    @functools.wraps(command)
    def run(project: Path, **options: Any) -> Any:
        with open_project(project, read_only=read_only) as opened:
            return command(opened, **options)

    return run


def pair(written: str, option: str) -> tuple[str, str]:
    """The name and the value of an option that is written NAME=VALUE. Raises OperationError for another."""
    name, equals, value = written.partition("=")
    if not equals:
        raise OperationError("Write {name} as NAME=VALUE, not “{option}”.", name=option, option=written)
    return name.strip(), value.strip()


def answer(as_json: bool, document: Any, sentence: str) -> None:
    """Print a document as JSON, or a sentence for people."""
    text = json.dumps(document, ensure_ascii=False, indent=1) if as_json else sentence
    click.echo(text.encode("utf-8", "replace").decode("utf-8"))


def show_progress(text: str) -> Callable[[int, int], None]:
    """A line on stderr that counts up while somebody watches."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{text} {done}/{total}", err=True, nl=done >= total)

    return show
