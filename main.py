"""Start Selon: the command line when it is asked for by a command or an option, else the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from annotation.i18n import _, preferred_language, use_language


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of what `arguments` (those of the process when None) ask for; 0 only on success."""
    use_language(preferred_language())
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return open_window(None)
    # Imported here: a window that opens on no project does not wait for the command line.
    from annotation.cli import COMMANDS, cli  # noqa: PLC0415

    if len(given) > 1 or given[0].startswith("-") or given[0] in COMMANDS:
        cli.main(given, prog_name="selon", obj=open_window_if_seen)
    project = Path(given[0])
    if project.exists():
        return open_window(project)
    return complain(_("There is no command and no file “{name}”: see “selon --help”.", name=project))


def open_window(project: Path | None) -> int:
    """Open the window on `project`, or on the welcome page; the exit code when it is closed."""
    # Imported here: the command line works where Qt does not.
    from gui import startup  # noqa: PLC0415

    if sentence := startup.obstacle():
        return complain(str(sentence))
    from gui.app import main as start  # noqa: PLC0415

    return start(project)


def open_window_if_seen(project: Path) -> int:
    """Open the window where there is a display to see it on; commands that end in a window call this."""
    from gui import startup  # noqa: PLC0415

    return open_window(project) if startup.has_display() else 0


def complain(sentence: str) -> int:
    """Say on stderr in one sentence what is wrong; the exit code of a failure."""
    sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
