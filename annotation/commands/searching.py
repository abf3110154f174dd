"""The command that finds articles by their words."""

import click

from annotation.commands.frame import JSON, answer, reading
from annotation.i18n import _
from annotation.project import HIGHLIGHT, Project


@click.command()
@reading
@click.argument("query")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@JSON
def search(project: Project, query: str, limit: int, as_json: bool) -> None:
    """Find articles by their words; accents do not matter, "exact phrase", OR and prefix* work."""
    hits = project.search(query, limit)
    before, after = HIGHLIGHT
    plain = str.maketrans({before: "[", after: "]", "\n": " "})
    document = [
        {"article": hit.article, "title": hit.title.translate({ord(before): None, ord(after): None}),
         "snippet": hit.snippet.translate(plain)} for hit in hits
    ]  # fmt: skip
    lines = [f"{row['article']}  {row['title']}\n    {row['snippet']}" for row in document]
    answer(as_json, document, "\n".join(lines) or _("Nothing found."))
