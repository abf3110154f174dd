"""spaCy DocBin (.spacy): entities, groups of spans and categories of texts that were saved by spaCy."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.docs import DocSpan, is_doc_bin, open_doc_bin
from annotation.importers._marking.gathering import Keys
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Mark, MarkedText, new_article
from annotation.importers._marking.own_docs import OWN, is_own, read_own_doc
from annotation.importers._marking.places import Places
from annotation.importers._marking.records import to_records
from annotation.importers._tables.articles import describe_article

_RECORDS = ("records", "links")


class DocBinImporter:
    """One article a document. Nothing is unpickled: the file is packed numbers and words."""

    name = "docbin"
    label = "spaCy DocBin"
    extensions = (".spacy",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the packed data begin as spaCy writes them."""
        return 1.0 if is_doc_bin(file.data) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for a file that spaCy did not write."""
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        empty = True
        for number, doc in enumerate(open_doc_bin(file), 1):
            if not doc.text.strip():
                leftovers.no_text(number)
                continue
            empty = False
            places = Places(doc.text, leftovers)
            if own := is_own(doc.known):
                marks, links = read_own_doc(doc.spans, doc.known, places)
            else:
                marks, links = tuple(_marks(doc.spans, places)), ()
            article = new_article(
                doc.text,
                (self.name, str(doc.known.get("id") or number)),
                source_file=PurePath(file.name).name,
            )
            told = doc.known[OWN] if own else doc.known
            article = describe_article(
                article, {key: value for key, value in told.items() if key not in _RECORDS}
            )
            marked = MarkedText(article=article, text=doc.text, marks=marks, links=links)
            yield to_records(marked, labels, leftovers, self.name)
        if empty:
            raise ImportFailure("“{name}” holds no documents.", name=file.name)
        yield from leftovers


def _marks(spans: Iterable[DocSpan], places: Places) -> Iterator[Mark]:
    """A mark for each entity and span of a group."""
    keys = Keys()
    for found in spans:
        span = places.span(found.start, found.end)
        if span is not None:
            key = keys.key(f"{found.group}/{found.label}", [span])
            yield Mark(key=key, label=found.label, group=found.group, spans=(span,), features=found.features)


plug = DocBinImporter()
