"""Records that come without their texts, brought together with the articles that the project has."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from annotation.i18n import _
from annotation.importers import Detached, Imported, Skipped
from annotation.project import Door, ProjectReader
from annotation.records import Article


def attach(
    door: Door, found: Iterable[Imported | Skipped], store: Callable[[], None] = lambda: None
) -> Iterator[Imported | Skipped]:
    """What was found, records without a text with that of their article; else why they are left out.

    The article is that with the id and the SHA-256 of the file, else one with this SHA-256. What comes with
    many articles alike, such as a registry, comes with the first of them. `store` stores the articles that
    wait for it, among which one may be looked for.
    """
    registry: object = None
    for one in found:
        if not isinstance(one, Detached):
            yield one
            continue
        if registry is None:
            store()
            registry = ()
        for made in _attached(door, one):
            if isinstance(made, Imported) and made.entities is registry:
                yield replace(made, entities=())
            else:
                registry = made.entities if isinstance(made, Imported) else registry
                yield made


def _attached(door: Door, detached: Detached) -> Iterable[Imported | Skipped]:
    there, text = door.ask(lambda reader: _find(reader, detached))
    if there is None:
        return [Skipped(file=detached.file, reason=detached.reason)]
    if text is None:
        reason = _(
            "“{title}” has another text in the project, so its records were left out.", title=there.title
        )
        return [Skipped(file=detached.file, reason=reason)]
    return detached.attach(there, text)


def _find(reader: ProjectReader, detached: Detached) -> tuple[Article | None, str | None]:
    """The article and its text; the article alone where its text is another one."""
    same = reader.articles_with_text(detached.text_sha256)
    article = next((one for one in same if one.id == detached.article), None) or next(iter(same), None)
    if article is None:
        return reader.find(Article, detached.article), None
    return article, reader.text(article)
