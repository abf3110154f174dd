"""PARC attributions: words in XML with the attributions that they belong to.

Source: Pareti, "PARC 3.0: A Corpus of Attribution Relations" (LREC 2016).
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from annotation.exporters._base import Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._names import FileNames
from annotation.exporters._refi import xml_text
from annotation.exporters._sheet import Sheet
from annotation.exporters._tokens import EDGES, TokenText
from annotation.exporters._unsaid import read_and_count
from annotation.i18n import _
from annotation.records import Annotation, Reader

_LAYER = "source"
_ROLES = ("source", "cue", "content")
_HOLDS = ()


class ParcExporter:
    """Writes a file for each article. `ByteCount` holds the places of a word in code points of the text."""

    name = "parc"
    label = "PARC attributions"
    extension = ""
    options = (EDGES,)

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the attributions of every article, each taking in whole words."""
        out.mkdir(parents=True, exist_ok=True)
        names, losses, files, annotations = FileNames(), Losses(), list[Path](), 0
        for sheet in read_and_count(reader, progress, losses, _HOLDS):
            files.append(out / f"{names.take(sheet.article.title)}.xml")
            made, held = _document(sheet, losses, widen=options["edges"] == "widen")
            annotations += held
            files[-1].write_bytes(
                etree.tostring(made, xml_declaration=True, encoding="utf-8", pretty_print=True)
            )
        return Report(
            files=tuple(files), articles=len(files), annotations=annotations, losses=losses.report()
        )


def _document(sheet: Sheet, losses: Losses, *, widen: bool) -> tuple[Any, int]:
    """The words of an article, and how many attributions they carry."""
    chosen = [record for record in sheet.records if record.layer == _LAYER and any(record.spans.values())]
    losses.add(
        _("records of other layers, or without words"), _("left out"), len(sheet.records) - len(chosen)
    )
    tokens = TokenText(sheet.text, sheet.article.lang)
    tokens.state(losses)
    roles = _roles_of_words(chosen, tokens, losses, widen=widen)
    root = etree.Element("root")
    for number, sentence in enumerate(tokens.sentences):
        held = etree.SubElement(root, "SENTENCE", gorn=str(number))
        for place, token in enumerate(sentence):
            _word(held, tokens, token, f"{number},{place}", roles[token])
    return root, len(chosen)


def _roles_of_words(
    records: list[Annotation], tokens: TokenText, losses: Losses, *, widen: bool
) -> Mapping[int, list[tuple[str, str]]]:
    """The attributions and roles of each word, by the word's number."""
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for record in records:
        others = sum(1 for role in record.spans if role not in _ROLES)
        losses.add(_("words in other roles than source, cue and content"), _("left out"), others)
        losses.add(_("fields of attributions"), _("left out"), bool(record.features))
        for role in _ROLES:
            for span in record.spans.get(role, ()):
                fit = tokens.fit_or_count(span, losses, widen=widen)
                for number in range(fit.first, fit.end) if fit else ():
                    found[number].append((record.id, role))
    return found


def _word(parent: Any, tokens: TokenText, number: int, gorn: str, roles: list[tuple[str, str]]) -> None:
    place = f"{tokens.starts[number]},{tokens.ends[number]}"
    word = etree.SubElement(parent, "WORD", ByteCount=place, gorn=gorn, text=xml_text(tokens.word(number)))
    for id_, role in dict.fromkeys(roles):
        attribution = etree.SubElement(word, "attribution", id=id_)
        etree.SubElement(attribution, "attributionRole", roleValue=role)


plug = ParcExporter()
