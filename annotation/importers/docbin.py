"""spaCy DocBin (.spacy): entities, groups of spans and categories of texts that were saved by spaCy."""

from collections.abc import Iterator
from pathlib import PurePath

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.docs import is_doc_bin, open_doc_bin
from annotation.importers._marking.gathering import Keys
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Mark, MarkedText, new_article
from annotation.importers._marking.places import Places
from annotation.importers._marking.records import to_records
from annotation.importers._tables.articles import describe_article


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
            places, keys = Places(doc.text, leftovers), Keys()
            marks = []
            for found in doc.spans:
                span = places.span(found.start, found.end)
                if span is not None:
                    key = keys.key(f"{found.group}/{found.label}", [span])
                    marks.append(
                        Mark(
                            key=key,
                            label=found.label,
                            group=found.group,
                            spans=(span,),
                            features=found.features,
                        )
                    )
            article = new_article(
                doc.text,
                (self.name, str(doc.known.get("id") or number)),
                source_file=PurePath(file.name).name,
            )
            article = describe_article(article, doc.known)
            marked = MarkedText(article=article, text=doc.text, marks=tuple(marks))
            yield to_records(marked, labels, leftovers, self.name)
        if empty:
            raise ImportFailure("“{name}” holds no documents.", name=file.name)
        yield from leftovers


plug = DocBinImporter()
