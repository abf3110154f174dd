"""What several importers do with marked texts: keys that tell marks apart, one text marked by several."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from annotation.importers._marking.mark import MarkedText
from annotation.records import Span


class Keys:
    """Keys for marks that have none of their own, from what they say."""

    def __init__(self) -> None:
        """Begin a text."""
        self._seen: Counter[str] = Counter()

    def key(self, label: str, spans: Iterable[Span]) -> str:
        """A key that the same mark gets again when the file is read again."""
        said = f"{label}:{','.join(f'{span.start}-{span.end}' for span in spans)}"
        self._seen[said] += 1
        return f"{said}#{self._seen[said]}"


class Occurrences:
    """Tells the times apart that one annotator was shown the same text."""

    def __init__(self) -> None:
        """Begin a file."""
        self._seen: Counter[tuple[str, str]] = Counter()

    def number(self, annotator: str, text: str) -> str:
        """Which time it is, from "1": the first times of all annotators are the same article."""
        self._seen[annotator, text] += 1
        return str(self._seen[annotator, text])


def gather(texts: Iterable[MarkedText]) -> Iterator[MarkedText]:
    """The texts, those that are the same article as one, in the order in which they first come.

    Keys of marks are told apart by their annotators, so that they stay the same whoever else marked the text.
    """
    by_id: dict[str, MarkedText] = {}
    for one in texts:
        named = _named(one)
        known = by_id.get(one.article.id)
        by_id[one.article.id] = named if known is None else _together(known, named)
    return iter(by_id.values())


def _named(one: MarkedText) -> MarkedText:
    return _renamed(one, {mark.key: f"{mark.annotator}/{mark.key}" for mark in one.marks if mark.annotator})


def _renamed(one: MarkedText, names: Mapping[str, str]) -> MarkedText:
    if not names:
        return one
    marks = tuple(replace(mark, key=names.get(mark.key, mark.key)) for mark in one.marks)
    links = tuple(
        replace(link, source=names.get(link.source, link.source), target=names.get(link.target, link.target))
        for link in one.links
    )
    return replace(one, marks=marks, links=links)


def _together(some: MarkedText, more: MarkedText) -> MarkedText:
    known = {mark.key for mark in some.marks}
    apart = _renamed(more, {mark.key: f"{mark.key}+" for mark in more.marks if mark.key in known})
    metadata = {**more.article.metadata, **some.article.metadata}
    return replace(
        some,
        article=replace(some.article, lang=some.article.lang or more.article.lang, metadata=metadata),
        marks=some.marks + apart.marks,
        links=some.links + apart.links,
        people={**more.people, **some.people},
    )
