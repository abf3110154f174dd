"""Rich text (RTF): one file is one article."""

from collections.abc import Iterator

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.documents import document
from annotation.importers._reading.draft import Draft, read_one
from annotation.importers._reading.rtf import Paragraph, is_rtf, rtf_paragraphs, rtf_title


class RtfImporter:
    """The text of a document as Word, WordPad and many archives save it."""

    name = "rtf"
    label = "Rich text"
    extensions = (".rtf",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure enough for any RTF; archives that export as RTF look closer."""
        return 0.6 if is_rtf(file.data) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for a file without text or of another kind."""
        return read_one(_read, self.name, file)


def _read(file: SourceFile) -> Draft:
    paragraphs = rtf_paragraphs(file.data)
    return document(file, [p.text for p in paragraphs], rtf_title(file.data), _largest(paragraphs))


def _largest(paragraphs: list[Paragraph]) -> str:
    """The first line among the opening ones whose letters are larger than those of most of the text."""
    said = [p for p in paragraphs if p.text]
    if len(said) < 2:
        return ""
    usual = max({p.size for p in said}, key=lambda size: sum(len(p.text) for p in said if p.size == size))
    return next((p.text for p in said[:5] if p.size > usual and len(p.text) <= 200), "")


plug = RtfImporter()
