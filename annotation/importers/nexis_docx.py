"""Nexis Uni and Lexis+ (since 2019): exports as Word documents, with any number of articles."""

from collections.abc import Iterator

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.draft import read_each
from annotation.importers._reading.nexis_uni import article_of_document, documents_of, end_lines, is_nexis_uni
from annotation.importers._reading.packages import Package
from annotation.importers._reading.wordml import is_word, may_hold, word_paragraphs


class NexisDocxImporter:
    """Articles that end with "End of Document", without the pages that list them."""

    name = "nexis-docx"
    label = "Nexis Uni (Word)"
    extensions = (".docx",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the document says where its articles end; it is unpacked to see that."""
        if not is_word(file):
            return 0.0
        try:
            if not may_hold(Package(file), "nexis", *end_lines()):
                return 0.0
            lines = _lines(file)
        except ImportFailure:
            return 0.0
        return 0.95 if is_nexis_uni(lines) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        return read_each(documents_of(_lines(file)), article_of_document, self.name, file)


def _lines(file: SourceFile) -> list[str]:
    return [paragraph.text for paragraph in word_paragraphs(Package(file))]


plug = NexisDocxImporter()
