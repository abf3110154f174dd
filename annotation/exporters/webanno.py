"""WebAnno TSV 3.3: a file for each article, which INCEpTION and WebAnno import."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from annotation.codebook import Layer
from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._marks import MarkedSheet, mark_up
from annotation.exporters._names import FileNames
from annotation.exporters._people import PeopleFolders, by_person
from annotation.exporters._pieces import CONTINUES, Piece, count_usual_losses, in_pieces
from annotation.exporters._sheet import Sheet
from annotation.exporters._tokens import TokenText
from annotation.exporters._tsv import Columns, Slot, TsvAnnotation, tsv_lines, units_of
from annotation.exporters._uima import (
    LABEL,
    WORDS,
    feature_names,
    link_type,
    slot_name,
    slots,
    told,
    type_name,
)
from annotation.exporters._unsaid import CONFIDENCE, NOTE, ORIGIN, STATUS, read_and_count
from annotation.i18n import _
from annotation.records import Annotation, Reader

_HOLDS = (
    NOTE,
    STATUS,
    ORIGIN,
    CONFIDENCE,
)


class WebannoExporter:
    """Writes a folder for each annotator where there are several.

    Layers, features and links are those of the XMI export: its type system makes the layers in INCEpTION.
    Words are those of spaCy's rules for the article's language; spans that begin or end within one are kept
    as parts of it. Offsets are UTF-16 units, as Java counts.
    """

    name = "webanno"
    label = "WebAnno TSV"
    extension = ""
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words, its other words and references as links with roles."""
        folders, names, losses = PeopleFolders(out, reader, progress), FileNames(), Losses()
        articles = annotations = 0
        for sheet in read_and_count(reader, progress, losses, _HOLDS):
            name, work = names.take(sheet.article.title), by_person(sheet)
            tokens = TokenText(sheet.text, sheet.article.lang)
            tokens.state(losses)
            losses.add(_("articles without words"), _("their files have no text"), not tokens.sentences)
            for folder, person in folders.each():
                document = _Document(sheet, work.get(person, ()), tokens, losses)
                lines = tsv_lines(sheet.text, tokens, document.columns(), document.made.values())
                folders.write(folder, f"{name}.tsv", "".join(f"{line}\n" for line in lines))
                annotations += document.records()
            articles += 1
        return Report(
            files=tuple(folders.files), articles=articles, annotations=annotations, losses=losses.report()
        )


class _Document:
    """One annotator's records of an article as the annotations of a file."""

    def __init__(
        self, sheet: Sheet, records: Sequence[Annotation], tokens: TokenText, losses: Losses
    ) -> None:
        self._layers: Mapping[str, Layer] = {layer.id: layer for layer in sheet.book.codebook.layers}
        self.marked: MarkedSheet = mark_up(sheet, records)
        count_usual_losses(self.marked, losses)
        pieces, links = in_pieces(self.marked, losses)
        self.made: dict[str, TsvAnnotation] = {}
        self._hubs: dict[str, str] = {}
        """{key of a piece that carries a record: the record}"""
        for piece in pieces:
            self._add(piece, tokens, losses)
        for link in links:
            if link.source in self.made and link.target in self.made:
                held = self.made[link.source].links.setdefault(slot_name(link.label), [])
                held.append(self.made[link.target])
            else:
                losses.add(_("links to words that were left out"), _("left out"))

    def _add(self, piece: Piece, tokens: TokenText, losses: Losses) -> None:
        units = units_of(piece.span, tokens)
        if not units:
            losses.add(_("pieces of nothing but white space"), _("left out"))
            return
        if (units[0].start, units[-1].end) != (piece.span.start, piece.span.end):
            losses.add(_("pieces with white space at their edges"), _("written without it"))
        mark = piece.mark
        is_carrier = mark.is_hub and piece.is_first
        if is_carrier:
            self._hubs[piece.key] = mark.record.id
        features = told(mark) if is_carrier else {LABEL: mark.role if mark.is_hub else mark.label}
        kind = type_name(mark.record.layer) if is_carrier else WORDS
        self.made[piece.key] = TsvAnnotation(len(self.made) + 1, kind, units, features)

    def records(self) -> int:
        """How many records the file holds."""
        return len(set(self._hubs.values()))

    def columns(self) -> list[Columns]:
        """The columns of the layers of which the file has annotations, those that hold anything."""
        found = {type_name(id_): layer for id_, layer in self._layers.items()}
        return [
            columns
            for type_, layer in [*found.items(), (WORDS, None)]
            if (columns := self._used(type_, layer)) is not None
        ]

    def _used(self, type_: str, layer: Layer | None) -> Columns | None:
        made = [one for one in self.made.values() if one.type == type_]
        if not made:
            return None
        names = feature_names(layer) if layer else [LABEL]
        labels = slots(layer) if layer else [CONTINUES]
        filled = {name for one in made for name, value in one.features.items() if value}
        linked = {name for one in made for name in one.links}
        return Columns(
            type_,
            tuple(name for name in names if name in filled),
            tuple(
                Slot(slot_name(label), link_type(type_, label), label)
                for label in labels
                if slot_name(label) in linked
            ),
        )


plug = WebannoExporter()
