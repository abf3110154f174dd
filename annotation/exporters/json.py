"""One JSON document: the codebook, the registry and every article with everything that was said about it."""

from pathlib import Path

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._lines import to_json
from annotation.exporters._selon import article_row, entity_row
from annotation.exporters._sheet import read_sheets
from annotation.records import Reader

FORMAT = "selon-json/1"


class JsonExporter:
    """Writes `project.json` to a folder, or one file; article by article, so that memory stays small."""

    name = "json"
    label = "JSON, one document"
    extension = ".json"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write everything that the reader gives; nothing is lost."""
        place = out if out.suffix == self.extension else out / "project.json"
        place.parent.mkdir(parents=True, exist_ok=True)
        articles = annotations = 0
        with place.open("w", encoding="utf-8", newline="\n") as stream:
            head = {"format": FORMAT, "codebook": reader.codebook_toml}
            stream.write(to_json(head)[:-1] + ', "entities": [')
            for number, entity in enumerate(reader.entities()):
                stream.write((",\n" if number else "\n") + to_json(entity_row(entity)))
            stream.write('],\n"articles": [')
            for sheet in read_sheets(reader, progress):
                stream.write(",\n" if articles else "\n")
                stream.write(to_json(article_row(sheet)))
                articles += 1
                annotations += len(sheet.records)
            stream.write("]}\n")
        return Report(files=(place,), articles=articles, annotations=annotations)


plug = JsonExporter()
