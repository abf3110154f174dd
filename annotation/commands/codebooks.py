"""The commands that show and replace a codebook."""

from pathlib import Path

import click

from annotation.codebook import Draft, load_codebook
from annotation.codebook.moving import moves_of_words, read_moves
from annotation.commands.frame import JSON, answer, reading, show_progress, writing
from annotation.i18n import _
from annotation.operations import ApplyCodebook, OperationError
from annotation.operations.codebooks import foresee
from annotation.project import Project


@click.group()
def codebook() -> None:
    """Show or replace the codebook of a project."""


@codebook.command("show")
@reading
def show_codebook(project: Project) -> None:
    """Print the codebook as TOML."""
    click.echo(project.read.codebook_toml, nl=False)


@codebook.command("apply")
@writing
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--remap", type=click.Path(path_type=Path), help="A file that says where values go (TOML).")
@click.option(
    "--map",
    "words",
    multiple=True,
    metavar="PLACE=ID",
    help="Where the values of a part go, such as tagset.polarity.mixed=neutral; nothing after = clears them.",
)
@click.option("--note", default="", help="Why it changes; kept with the version.")
@click.option("--dry-run", is_flag=True, help="Say what would become of the annotations; change nothing.")
@JSON
def apply_codebook(project: Project, file: Path, remap: Path | None, words: tuple[str, ...], note: str,
                   dry_run: bool, as_json: bool) -> None:  # fmt: skip
    """Put another codebook in force. Annotations keep the values they have, or go where you say."""
    toml, moves = read_codebook(file), read_moves(read_codebook(remap)) if remap else {}
    moves |= moves_of_words(words, Draft.of(project.read.codebook_toml))
    tell = show_progress(_("Annotations"))
    effects = foresee(project.read, toml, moves, tell)
    if not dry_run:
        project.apply(ApplyCodebook(toml=toml, note=note, moves=moves, tell=tell))
    applied = {"applied": not dry_run, "codebook": load_codebook(toml).version}
    said = _("Nothing was changed.") if dry_run else _("The codebook of {path} is in force.", path=file)
    lines = [
        _("{place}: {outcome} in {n} annotations", place=".".join(place), outcome=outcome.value, n=number)
        for (place, outcome), number in sorted(effects.counts.items())
    ]
    answer(as_json, {**applied, **effects.as_json()}, "\n".join([*lines, said]))


def read_codebook(path: Path) -> str:
    """The text of a file of the codebook. Raises OperationError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OperationError(
            "The codebook “{path}” cannot be read ({reason}).", path=path, reason=error
        ) from error
