"""What several importers do with marked texts: keys that tell marks apart, texts that several people marked."""

from collections import Counter
from collections.abc import Iterable, Iterator
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
    """The texts, those that are the same article as one, in the order in which they first come."""
    by_id: dict[str, MarkedText] = {}
    for one in texts:
        known = by_id.get(one.article.id)
        by_id[one.article.id] = one if known is None else _together(known, one)
    return iter(by_id.values())


def _together(some: MarkedText, more: MarkedText) -> MarkedText:
    number = len(some.marks)
    keys = {mark.key: f"{number}/{mark.key}" for mark in more.marks}
    known = {mark.key for mark in some.marks}
    renamed = {old: new for old, new in keys.items() if old in known}
    marks = tuple(replace(mark, key=renamed.get(mark.key, mark.key)) for mark in more.marks)
    links = tuple(
        replace(
            link, source=renamed.get(link.source, link.source), target=renamed.get(link.target, link.target)
        )
        for link in more.links
    )
    metadata = {**more.article.metadata, **some.article.metadata}
    return replace(
        some,
        article=replace(some.article, metadata=metadata),
        marks=some.marks + marks,
        links=some.links + links,
        people={**more.people, **some.people},
    )
