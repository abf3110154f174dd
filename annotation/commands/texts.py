"""The command that corrects the frozen text of an article."""

import sys
from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, PROJECT, answer
from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.importers import clean_text
from annotation.operations.text_correction import Correction, CorrectText, foresee_correction
from annotation.project import ProjectReader, open_project
from annotation.records import Article

STDIN = "-"


class TextError(AnnotationError):
    """What was asked for with a text cannot be done."""


@click.command()
@PROJECT
@click.argument("article")
@click.option("--file", "path", help="A file in UTF-8 that holds the new text; - for standard input.")
@click.option("--clean", is_flag=True, help="Take out boilerplate, soft hyphens, ligatures and page breaks.")
@click.option("--drop", is_flag=True, help="Remove annotations that have no place in the new text.")
@click.option("--dry-run", is_flag=True, help="Only say what would become of the annotations.")
@JSON
def text(
    project: Path, article: str, path: str | None, clean: bool, drop: bool, dry_run: bool, as_json: bool
) -> None:
    """Give the article with the id ARTICLE another text; its annotations go along.

    Without --file and --clean it prints the text. Annotations that cannot go along are listed, and nothing is
    done unless --drop allows that they are removed.
    """
    with open_project(project, read_only=dry_run or not (path or clean)) as opened:
        if path is None and not clean:
            click.echo(opened.ask(lambda reader: _text(reader, article)), nl=False)
            return
        wanted = _read(path) if path is not None else opened.ask(lambda reader: _text(reader, article))
        wanted = clean_text(wanted).text if clean else wanted
        found = opened.ask(lambda reader: foresee_correction(reader, article, wanted))
        if not dry_run:
            opened.apply(CorrectText(article=article, text=wanted, drop=drop))
    answer(as_json, _document(found, done=not dry_run), _sentences(found, done=not dry_run))


def _text(reader: ProjectReader, article: str) -> str:
    return reader.text(reader.get(Article, article))


def _read(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise TextError("“{path}” cannot be read ({reason}).", path=path, reason=error) from error
    except UnicodeDecodeError as error:
        raise TextError("“{path}” is not UTF-8 text: save it as UTF-8.", path=path) from error


def _document(found: Correction, *, done: bool) -> dict[str, Any]:
    return {
        "article": found.article.id,
        "corrected": done,
        "moved": len(found.moved),
        "reworded": [
            {"id": one.record.id, "layer": one.record.layer, "before": one.before, "after": one.after}
            for one in found.reworded
        ],
        "lost": [{"id": one.record.id, "layer": one.record.layer, "words": one.words} for one in found.lost],
        "suggestions_dropped": len(found.dropped),
        "decisions_reopened": [one.id for one in found.decisions],
    }


def _sentences(found: Correction, *, done: bool) -> str:
    moved = len(found.moved)
    head = _("Corrected “{title}”.", title=found.article.title) if done else _("Nothing was changed.")
    along = ngettext("One annotation goes along.", "{number} annotations go along.", moved, number=moved)
    lines = [f"{head} {along}"]
    lines += [
        _("Other words: “{before}” → “{after}”", before=one.before, after=one.after) for one in found.reworded
    ]
    return "\n".join([*lines, *(_("No place: “{words}”", words=one.words) for one in found.lost)])
