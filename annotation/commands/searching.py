"""The command that finds articles by their words and by what is labelled."""

import click

from annotation.commands.frame import JSON, answer, reading
from annotation.i18n import _
from annotation.operations.filters import query_called
from annotation.project import HIGHLIGHT, Project


@click.command()
@reading
@click.argument("query")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@JSON
def search(project: Project, query: str, limit: int, as_json: bool) -> None:
    """Find articles by words, "exact phrases", begin*, OR, -without, and by keys.

    Such as outlet:Monde lang:fr date:2024-01..2024-06 tag:x status:done has:stance stance>=3, or what is
    labelled: stance:against target:Russia, source:Rutte, figure:money, entity:NATO. Accents do not matter.
    QUERY can be the name of a saved filter.
    """
    hits = project.search(query_called(project.read, query), limit)
    before, after = HIGHLIGHT
    plain = str.maketrans({before: "[", after: "]", "\n": " "})
    document = [
        {"article": hit.article, "title": hit.title.translate({ord(before): None, ord(after): None}),
         "snippet": hit.snippet.translate(plain)} for hit in hits
    ]  # fmt: skip
    lines = [f"{row['article']}  {row['title']}\n    {row['snippet']}" for row in document]
    answer(as_json, document, "\n".join(lines) or _("Nothing found."))
