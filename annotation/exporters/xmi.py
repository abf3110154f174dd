"""UIMA CAS as XML, with the type system beside it."""

from pathlib import Path

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._cas_files import write_documents
from annotation.exporters._refi import xml_text
from annotation.records import Reader


class XmiExporter:
    """Writes a document for each article, in a folder for each annotator where there are several."""

    name = "xmi"
    label = "UIMA CAS XMI"
    extension = ""
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words, its other words and references as links with roles."""
        return write_documents(
            reader, out, progress, ".xmi", lambda cas: str(cas.to_xmi()), types=True, shown=xml_text
        )


plug = XmiExporter()
