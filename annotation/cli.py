"""The command line: the same operations as the window, no display needed.

Exit code 0 only on success; an error is one plain sentence on stderr; `--json` prints one JSON document. Each
family of commands has a file of its own in `annotation/commands/`.
"""

from importlib.metadata import PackageNotFoundError, version

import click

from annotation import i18n
from annotation.commands.adjudicating import adjudicate
from annotation.commands.agreeing import agreement
from annotation.commands.assigning import assign, take, training
from annotation.commands.blinding import blind
from annotation.commands.carrying import carry
from annotation.commands.codebooks import codebook
from annotation.commands.demonstrating import demo
from annotation.commands.detecting import detect
from annotation.commands.duplicates import duplicates
from annotation.commands.entities import entities
from annotation.commands.exporting import export
from annotation.commands.feedback import feedback
from annotation.commands.frame import Explained
from annotation.commands.importing import import_
from annotation.commands.packing import merge, pack
from annotation.commands.projects import backup, check, info, new
from annotation.commands.searching import search
from annotation.commands.texts import text


def _version() -> str:
    try:
        return version("selon")
    except PackageNotFoundError:
        return "0 (not installed)"


@click.group(cls=Explained, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(_version(), prog_name="selon")
def cli() -> None:
    """Selon: tag sources and stances in news articles.

    `selon [PROJECT]` opens the window; the commands below need no display.
    """
    i18n.use_language(i18n.preferred_language())


for command in (
    new,
    import_,
    detect,
    export,
    assign,
    take,
    training,
    blind,
    pack,
    merge,
    agreement,
    adjudicate,
    feedback,
    info,
    search,
    duplicates,
    carry,
    text,
    check,
    backup,
    entities,
    codebook,
    demo,
):
    cli.add_command(command)

COMMANDS = frozenset(cli.commands)
"""Names that the first argument may have to mean the command line; anything else opens the window."""
