"""PARC attributions: the XML of the Penn Attribution Relation Corpus, words with their attributions.

PolNeAR, its successor, is Brat standoff, and read as that.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.importers._marking.records import merge, to_records
from annotation.importers._marking.tokens import Weaver
from annotation.importers._reading.markup import Element, elements, name_of, parse_xml
from annotation.importers._reading.sniffing import head
from annotation.records import Span

_ATTRIBUTION = "attribution"
_GAP = 200
"""White space between two words from which on a file's own positions are not believed."""


class ParcImporter:
    """Each attribution is a record of the layer source, its words discontinuous where they are."""

    name = "parc"
    label = "PARC attributions"
    extensions = (".xml",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when an XML file has words and roles of attributions."""
        if not head(file).lstrip("\ufeff \r\n\t").startswith("<"):
            return 0.0
        words = b"<WORD " in file.data[:65536]
        if words and b"attributionRole" in file.data:
            return 1.0
        return 0.8 if words and b"ByteCount=" in file.data[:65536] else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for another kind of file."""
        if not self.recognises(file):
            raise ImportFailure("“{name}” holds no attributions of PARC.", name=file.name)
        root = parse_xml(file.data)
        page = _read(root)
        text = page.weaver.text
        if not text.strip():
            raise ImportFailure("“{name}” holds no text.", name=file.name)
        leftovers = Leftovers(file.name)
        marks, links = page.attributions()
        name = PurePath(file.name).name
        article = new_article(text, (self.name, name), source_file=name)
        marked = MarkedText(article=article, text=text, marks=tuple(marks), links=tuple(links))
        yield to_records(marked, load_labels(self.name, file), leftovers, self.name)
        yield from leftovers


@dataclass(slots=True)
class _Page:
    """The words of the file as a text, and the words of each role of each attribution."""

    weaver: Weaver = field(default_factory=Weaver)
    roles: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def attributions(self) -> tuple[list[Mark], list[Link]]:
        """A mark an attribution, a mark each of its roles, and a link between them."""
        marks: list[Mark] = []
        links: list[Link] = []
        for id_, roles in self.roles.items():
            marks.append(Mark(key=id_, label=_ATTRIBUTION))
            for role, words in roles.items():
                key = f"{id_} {role}"
                marks.append(Mark(key=key, label=role, spans=self._spans(words)))
                links.append(Link(label=role, source=id_, target=key))
        return marks, links

    def _spans(self, words: list[int]) -> tuple[Span, ...]:
        """The places of the words, those that follow each other as one span."""
        runs: list[list[int]] = []
        for word in sorted(set(words)):
            if runs and word == runs[-1][-1] + 1:
                runs[-1].append(word)
            else:
                runs.append([word])
        places = self.weaver.places
        return merge(Span(places[run[0]].start, places[run[-1]].end) for run in runs)


def _read(root: Element) -> _Page:
    page = _Page()
    end: int | None = None
    for element in root.iter("*"):
        name = name_of(element)
        if name == "sentence":
            page.weaver.end_sentence()
        elif name == "word":
            start, stop = _place(element)
            if end is not None and start is not None and page.weaver.gap != "\n":
                page.weaver.gap = " " * min(start - end, 1) if 0 <= start - end < _GAP else " "
            page.weaver.add(element.get("text") or "")
            end = stop
            _note_roles(element, len(page.weaver.places) - 1, page)
    return page


def _place(word: Element) -> tuple[int | None, int | None]:
    """Where the file says that the word stands in the original, so that punctuation is not set apart."""
    start, _comma, end = (word.get("ByteCount") or "").partition(",")
    return (int(start), int(end)) if start.isdigit() and end.isdigit() else (None, None)


def _note_roles(word: Element, number: int, page: _Page) -> None:
    for attribution in elements(word, "attribution"):
        roles = page.roles.setdefault(attribution.get("id") or "", {})
        for role in elements(attribution, "attributionrole"):
            roles.setdefault((role.get("roleValue") or "").lower(), []).append(number)


plug = ParcImporter()
