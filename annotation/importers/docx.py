"""Word documents (DOCX): one file is one article; the binary DOC of old is refused."""

from collections.abc import Iterator

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.documents import document
from annotation.importers._reading.draft import Draft, read_one
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.packages import Package
from annotation.importers._reading.wordml import is_word, word_paragraphs, word_properties

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TITLES = ("title", "titre", "titel", "título", "titolo")
_KEPT = ("creator", "created", "modified", "subject", "keywords", "description", "category")


class DocxImporter:
    """The text of Word 2007 and later, with tables and text boxes, without deleted passages."""

    name = "docx"
    label = "Word document"
    extensions = (".docx", ".docm", ".doc")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure enough for any DOCX; archives that export as DOCX look closer. `read` refuses the old DOC."""
        if file.data.startswith(_COMPOUND):
            return 0.5
        return 0.6 if is_word(file) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for an empty or dangerous file, and for a binary DOC."""
        if file.data.startswith(_COMPOUND):
            raise ImportFailure(
                "“{name}” is a Word 97-2003 document (.doc): save it as .docx and import that.",
                name=file.name,
            )
        return read_one(_read, self.name, file)


def _read(file: SourceFile) -> Draft:
    package = Package(file)
    if not is_word(file):
        raise ImportFailure("“{name}” is no Word document.", name=file.name)
    paragraphs, properties = word_paragraphs(package), word_properties(package)
    title = next((p.text for p in paragraphs if p.style.lower() in _TITLES and p.text.strip()), "")
    draft = document(file, [p.text for p in paragraphs], title or properties.get("title", ""))
    draft.lang = language_code(properties.get("language", ""))
    draft.metadata = {key: properties[key] for key in _KEPT if key in properties}
    return draft


plug = DocxImporter()
