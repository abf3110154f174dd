"""HTML: annotated articles to read, to print and for an appendix; nothing is loaded from elsewhere."""

from pathlib import Path

from annotation.codebook import load_codebook
from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._names import FileNames
from annotation.exporters._page import article, foot, head
from annotation.exporters._unsaid import STATUS, read_and_count
from annotation.i18n import _
from annotation.records import Reader

_HOLDS = (STATUS, "outlet", "authors", "published", "url")


class HtmlExporter:
    """Writes a page for each article, or one page of all of them."""

    name = "html"
    label = "HTML to read"
    extension = ".html"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record; one without words stands in the tables alone."""
        alone = out.suffix == self.extension
        codebook, names, losses = load_codebook(reader.codebook_toml), FileNames(), Losses()
        files: list[Path] = [out] if alone else []
        (out.parent if alone else out).mkdir(parents=True, exist_ok=True)
        if alone:
            out.write_text(head(_("Annotated articles"), codebook), encoding="utf-8", newline="\n")
        articles = annotations = 0
        for sheet in read_and_count(reader, progress, losses, _HOLDS):
            articles += 1
            annotations += len(sheet.records)
            losses.add(
                _("identifiers of records"),
                _("left out: this is a page to read"),
                len(sheet.records),
            )
            if alone:
                with out.open("a", encoding="utf-8", errors="replace", newline="\n") as stream:
                    stream.write(article(sheet))
                continue
            files.append(out / f"{names.take(sheet.article.title)}.html")
            page = head(sheet.article.title, codebook) + article(sheet) + foot()
            files[-1].write_text(page, encoding="utf-8", errors="replace", newline="\n")
        if alone:
            with out.open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(foot())
        return Report(files=tuple(files), articles=articles, annotations=annotations, losses=losses.report())


plug = HtmlExporter()
