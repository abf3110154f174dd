"""Web pages saved as one MHTML file, and articles saved as messages: one file is one article."""

from collections.abc import Iterator

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.dates import iso_date
from annotation.importers._reading.draft import Draft, read_one
from annotation.importers._reading.messages import header, html_of, is_message, open_message, plain_of
from annotation.importers._reading.paragraphs import blocks_of, clean_lines, text_of
from annotation.importers._reading.sniffing import head
from annotation.importers._reading.webpages import read_page


class MhtmlImporter:
    """The page of the file as a browser saved it; its pictures and scripts are not looked at."""

    name = "mhtml"
    label = "Web page in one file (MHTML)"
    extensions = (".mhtml", ".mht", ".eml")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the message is of related parts; any other message is read as well."""
        if not is_message(file):
            return 0.0
        return 0.9 if "multipart/related" in head(file)[:8192] else 0.6

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for a message without text."""
        return read_one(_read, self.name, file)


def _read(file: SourceFile) -> Draft:
    message = open_message(file)
    html = html_of(message)
    address = header(message, "Snapshot-Content-Location") or header(message, "Content-Location")
    if html:
        draft = read_page(html, address)
    else:
        draft = Draft(text=text_of("\n".join(block) for block in blocks_of(clean_lines(plain_of(message)))))
    if not draft.text:
        raise ImportFailure("“{name}” holds no page and no text.", name=file.name)
    draft.title = draft.title or header(message, "Subject")
    if not draft.published and (sent := iso_date(header(message, "Date"))):
        draft.published = sent
        draft.guessed.append("published")
    return draft


plug = MhtmlImporter()
