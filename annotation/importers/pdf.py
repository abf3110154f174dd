"""PDF: one file is one article, its columns in reading order, without running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.documents import document
from annotation.importers._reading.draft import Draft, read_each, read_one
from annotation.importers._reading.pages import Line, Run, columns_of, paragraphs_in
from annotation.importers._reading.paragraphs import dehyphenated, without_print_marks, words_of
from annotation.importers._reading.pdf import Pdf
from annotation.importers._reading.printed import is_printed, printed_articles

_EDGE = 0.12
"""Share of a page's height in which running heads and feet stand."""
_NUMBER = re.compile(
    r"^[-–—|\s]*(?:(?:page|seite|página|pagina|pag\.|p\.|s\.)\s*)?\d{1,4}(?:\s*(?:/|of|de|von|sur|di|van)\s*\d{1,4})?[-–—|\s]*"
    r"(?:(?:©|\(c\)).{0,80})?$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?:…»”\"’)\]。！？」』]$")
_TITLE_LENGTH = 200
_KEPT = {"Author": "creator", "Subject": "subject", "Keywords": "keywords", "CreationDate": "created",
         "Producer": "producer"}  # fmt: skip


class PdfImporter:
    """The printed text of a document; a PDF of pictures alone is refused with the reason."""

    name = "pdf"
    label = "PDF"
    extensions = (".pdf",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the file begins as a PDF does."""
        return 0.95 if b"%PDF-" in file.data[:1024] else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article, or those of an archive that printed them.

        Raises ImportFailure for a damaged or locked file, and for pictures alone.
        """
        printed: list[Draft] = []
        whole = list(read_one(partial(_read, printed=printed), self.name, file))
        return read_each(printed, lambda draft: draft, self.name, file) if printed else iter(whole)


def _read(file: SourceFile, printed: list[Draft]) -> Draft:
    """The document as one article; the articles of an archive's print go to `printed`."""
    pdf = Pdf(file)
    try:
        pages = list(pdf.pages())
        properties = pdf.properties
    finally:
        pdf.close()
    heads = _running(pages)
    columns = [
        columns_of([run for run in runs if not _is_running(run, height, heads)]) for height, runs in pages
    ]
    if not any(columns):
        raise ImportFailure(
            "“{name}” holds pictures of pages: recognise their text (OCR) first.", name=file.name
        )
    if any(is_printed(run.text) for _height, runs in pages for run in runs):
        # Whole pages: what stands at their edges may be the title and the newspaper of an article.
        printed += printed_articles(_blocks([columns_of(runs) for _height, runs in pages]))
    draft = document(file, _paragraphs(_blocks(columns)), properties.get("Title", ""), _headline(columns))
    draft.metadata = {name: properties[key] for key, name in _KEPT.items() if key in properties}
    draft.metadata |= {"pages": len(pages), "running heads": sorted(heads)}
    return draft


def _key(text: str) -> str:
    """A line without its numbers, so that heads with page numbers are alike."""
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _at_edge(run: Run, height: float) -> bool:
    return run.bottom > height * (1 - _EDGE) or run.top < height * _EDGE


def _running(pages: Sequence[tuple[float, list[Run]]]) -> set[str]:
    """What stands at the edges of at least a third of the pages, with other numbers at most."""
    found: Counter[str] = Counter()
    for height, runs in pages:
        found.update({_key(run.text) for run in runs if _at_edge(run, height)})
    least = max(2, len(pages) // 3)
    return {key for key, count in found.items() if count >= least and key != "#"}


def _is_running(run: Run, height: float, heads: set[str]) -> bool:
    return _at_edge(run, height) and (_key(run.text) in heads or _NUMBER.match(run.text) is not None)


def _blocks(pages: Sequence[list[list[Line]]]) -> list[list[str]]:
    """The lines of all pages, paragraph by paragraph."""
    return [
        [line.text for line in block] for page in pages for column in page for block in paragraphs_in(column)
    ]


def _paragraphs(texts: Sequence[list[str]]) -> list[str]:
    """The paragraphs of all pages; one that a column or a page divides is whole again."""
    known = words_of(line for block in texts for line in block)
    found: list[str] = []
    for lines in texts:
        if found and _goes_on(found[-1], lines[0]):
            found[-1] = dehyphenated([found[-1], *lines], known)
        else:
            found.append(dehyphenated(lines, known))
    return [without_print_marks(paragraph) for paragraph in found]


def _goes_on(paragraph: str, line: str) -> bool:
    """Whether a line continues a paragraph that has not come to its end."""
    return not _CLOSED.search(paragraph) and line[:1].islower() and len(paragraph) > 40


def _headline(pages: Sequence[list[list[Line]]]) -> str:
    """The largest lines of the first page with text, when they are few."""
    lines = [line for page in pages[:2] for column in page for line in column][:60]
    if not lines:
        return ""
    largest = max(line.size for line in lines)
    usual = sorted(line.size for line in lines)[len(lines) // 2]
    start = next(n for n, line in enumerate(lines) if line.size >= 0.95 * largest)
    end = start
    while end < len(lines) and lines[end].size >= 0.9 * largest:
        end += 1
    title = dehyphenated([line.text for line in lines[start:end]])
    return title if largest > 1.15 * usual and 3 < len(title) <= _TITLE_LENGTH else ""


plug = PdfImporter()
