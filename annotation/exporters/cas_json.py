"""UIMA CAS as JSON, with the types in each document."""

from pathlib import Path

from annotation.codebook import load_codebook
from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._names import FileNames
from annotation.exporters._people import PeopleFolders, by_person
from annotation.exporters._sheet import read_sheets
from annotation.records import Reader


class CasJsonExporter:
    """Writes a document for each article, in a folder for each annotator where there are several."""

    name = "cas-json"
    label = "UIMA CAS JSON"
    extension = ""
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words, its other words and references as links with roles."""
        # cassis takes a while to load, and only the formats of UIMA need it.
        from annotation.exporters._cas import make_cas, make_types  # noqa: PLC0415

        folders, names, losses = PeopleFolders(out, reader), FileNames(), Losses()
        types = make_types(load_codebook(reader.codebook_toml))
        articles = annotations = 0
        for sheet in read_sheets(reader, progress):
            name, work = names.take(sheet.article.title), by_person(sheet)
            for folder, person in folders.each():
                cas = make_cas(sheet, work[person], types, losses)
                annotations += sum(1 for record in work[person] if any(record.spans.values()))
                folders.write(folder, f"{name}.json", cas.to_json())
            articles += 1
        return Report(
            files=tuple(folders.files), articles=articles, annotations=annotations, losses=losses.report()
        )


plug = CasJsonExporter()
