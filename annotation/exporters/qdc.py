"""REFI-QDA code book (.qdc): the layers, roles and tags alone, for MAXQDA, ATLAS.ti, NVivo and QualCoder."""

from pathlib import Path
from typing import Any

from lxml import etree

from annotation.codebook import load_codebook
from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._refi import ORIGIN, codes
from annotation.exporters._sheet import read_sheets
from annotation.i18n import _
from annotation.records import Reader

_NAMES: Any = {None: "urn:QDA-XML:codebook:1.0"}


class QdcExporter:
    """Writes what annotators can say; what they said is in a REFI-QDA project."""

    name = "qdc"
    label = "REFI-QDA codebook"
    extension = ".qdc"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the code book, and count the records that are not in it."""
        place = out if out.suffix == self.extension else out / "codebook.qdc"
        place.parent.mkdir(parents=True, exist_ok=True)
        losses = Losses()
        articles = 0
        for sheet in read_sheets(reader, progress):
            articles += 1
            losses.add(_("records"), _("left out: this is the codebook alone"), len(sheet.records))
        root = etree.Element("CodeBook", origin=ORIGIN, nsmap=_NAMES)
        root.append(codes(load_codebook(reader.codebook_toml)))
        place.write_bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
        return Report(files=(place,), articles=articles, annotations=0, losses=losses.report())


plug = QdcExporter()
