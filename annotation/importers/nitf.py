"""NITF, the format of agencies and newspaper archives: every `nitf` element is one article."""

from collections.abc import Iterator

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import read_each
from annotation.importers._reading.markup import elements, parse_xml
from annotation.importers._reading.nitf import nitf_draft
from annotation.importers._reading.sniffing import head


class NitfImporter:
    """Articles of the News Industry Text Format, alone, in fragments, or many in one file."""

    name = "nitf"
    label = "NITF"
    extensions = (".xml", ".nitf")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the element of the format is in the beginning; NewsML around it comes first."""
        text = head(file)
        return 0.9 if "<" in text[:200] and ("<nitf" in text or ":nitf>" in text or ":nitf " in text) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for a file that holds none."""
        return read_each(elements(parse_xml(file.data), "nitf"), nitf_draft, self.name, file)


plug = NitfImporter()
