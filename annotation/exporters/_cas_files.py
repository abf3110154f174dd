"""The files of a UIMA export, whatever each document is written as."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotation.codebook import load_codebook
from annotation.exporters._base import Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._names import FileNames
from annotation.exporters._people import PeopleFolders, by_person
from annotation.exporters._unsaid import CONFIDENCE, NOTE, ORIGIN, STATUS, read_and_count
from annotation.i18n import _
from annotation.records import Reader

_HOLDS = (
    NOTE,
    STATUS,
    ORIGIN,
    CONFIDENCE,
)


def write_documents(
    reader: Reader,
    out: Path,
    progress: Progress,
    ending: str,
    serialise: Callable[[Any], str],
    *,
    types: bool,
    shown: Callable[[str], str] = str,
) -> Report:
    """Write a document for each article and annotator, and with `types` the type system beside them.

    `shown` gives a text of the same length as the documents can hold it.
    """
    # cassis takes a while to load, and only the formats of UIMA need it.
    from annotation.exporters._cas import make_cas, make_types  # noqa: PLC0415

    folders, names, losses = PeopleFolders(out, reader, progress), FileNames(), Losses()
    system = make_types(load_codebook(reader.codebook_toml))
    articles = annotations = 0
    for sheet in read_and_count(reader, progress, losses, _HOLDS):
        name, work = names.take(sheet.article.title), by_person(sheet)
        if shown(sheet.text) != sheet.text:
            losses.add(_("texts with control characters"), _("each shown as a replacement sign"))
        for folder, person in folders.each():
            records = work.get(person, [])
            cas = make_cas(sheet, records, system, losses, shown)
            annotations += sum(1 for record in records if any(record.spans.values()))
            folders.write(folder, f"{name}{ending}", serialise(cas))
        articles += 1
    for folder, _person in folders.each() if types else ():
        folders.write(folder, "typesystem.xml", system.to_xml())
    return Report(
        files=tuple(folders.files), articles=articles, annotations=annotations, losses=losses.report()
    )
