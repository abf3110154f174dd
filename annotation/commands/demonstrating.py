"""The command that does the main job on the bundled sample."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from annotation.commands.frame import JSON, answer, show_progress
from annotation.i18n import _
from annotation.operations.demonstration import demonstrate


@click.command()
@click.option("--out", default=Path("selon-demo"), show_default=True, type=click.Path(path_type=Path))
@JSON
@click.pass_obj
def demo(show: Callable[[Path], int] | None, out: Path, as_json: bool) -> None:
    """Do the main job on the bundled sample: make a project, detect, export, and say what was written where.

    Where there is a display, the window then opens on the project.
    """
    written = demonstrate(out, show_progress(_("Detect")))
    document = {"project": str(written.project), "files": [str(path) for path in written.files],
                "articles": written.articles, "suggestions": written.suggestions,
                "annotations": written.annotations}  # fmt: skip
    answer(as_json, document, _(
        "Wrote {project} ({articles} articles, {annotations} annotations, {suggestions} suggestions) "
        "and exported {files}.\nOpen it with: selon {project}",
        project=written.project, articles=written.articles, annotations=written.annotations,
        suggestions=written.suggestions, files=", ".join(map(str, written.files))))  # fmt: skip
    if show is not None and not as_json:
        sys.exit(show(written.project))
