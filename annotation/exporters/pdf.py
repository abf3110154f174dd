"""PDF: annotated articles to print and for an appendix."""

from pathlib import Path

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._names import FileNames
from annotation.exporters._unsaid import read_and_count
from annotation.i18n import _
from annotation.records import Reader

_HOLDS = ("outlet", "authors", "published")


class PdfExporter:
    """Writes a document for each article, or one of all of them, which is made in memory."""

    name = "pdf"
    label = "PDF to read"
    extension = ".pdf"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record; one without words stands in the tables alone."""
        # reportlab takes a while to load, and only this format needs it.
        from annotation.exporters._print import Printer  # noqa: PLC0415

        alone = out.suffix == self.extension
        (out.parent if alone else out).mkdir(parents=True, exist_ok=True)
        names, losses, files = FileNames(), Losses(), [out] if alone else list[Path]()
        printer = Printer(losses)
        articles = annotations = 0
        for sheet in read_and_count(reader, progress, losses, _HOLDS):
            articles += 1
            annotations += len(sheet.records)
            printer.add(sheet)
            what = _("identifiers of records")
            losses.add(what, _("left out: this is a page to read"), len(sheet.records))
            if not alone:
                files.append(out / f"{names.take(sheet.article.title)}.pdf")
                printer.write(files[-1], sheet.article.title)
        if alone:
            printer.write(out, _("Annotated articles"))
        return Report(files=tuple(files), articles=articles, annotations=annotations, losses=losses.report())


plug = PdfExporter()
