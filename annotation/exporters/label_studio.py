"""Label Studio JSON: a task for each article, regions and relations, and the setup that shows them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from annotation.codebook import Codebook, Layer, load_codebook
from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._lines import to_json
from annotation.exporters._losses import Losses
from annotation.exporters._marks import ROLE, is_relation, link_name, mark_up, record_name
from annotation.exporters._pieces import CONTINUES, Piece, count_usual_losses, in_pieces
from annotation.exporters._sheet import Sheet
from annotation.exporters._unsaid import STATUS, read_and_count
from annotation.exporters._utf16 import Utf16
from annotation.i18n import _
from annotation.records import Annotation, Reader, Status, digest

_TEXT, _LABELS = "text", "label"
_CHOSEN = ("choice", "tree")
_HOLDS = (STATUS, "outlet", "published", "url")

_DIGITS = 12
"""Of a digest: as many as floating point holds, and enough to tell a million articles apart."""


class LabelStudioExporter:
    """Writes `tasks.json` and `label_config.xml`, or the tasks alone to one file.

    Labels are annotations, one for each annotator; suggestions are predictions; rejected records have no
    place. Offsets are UTF-16 units, as Label Studio counts them; tasks have numbers, which its converter to
    other formats asks for.
    """

    name = "label-studio"
    label = "Label Studio"
    extension = ".json"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words and was not rejected."""
        place = out if out.suffix == self.extension else out / "tasks.json"
        place.parent.mkdir(parents=True, exist_ok=True)
        losses = Losses()
        articles = annotations = 0
        with place.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write("[")
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                task, held = _task(sheet, losses)
                stream.write((",\n" if articles else "\n") + to_json(task))
                articles += 1
                annotations += held
            stream.write("]\n")
        files = [place]
        if place != out:
            files.append(out / "label_config.xml")
            setup = label_config(load_codebook(reader.codebook_toml))
            files[1].write_text(setup, encoding="utf-8", newline="\n")
        return Report(files=tuple(files), articles=articles, annotations=annotations, losses=losses.report())


def _task(sheet: Sheet, losses: Losses) -> tuple[dict[str, Any], int]:
    works: defaultdict[tuple[bool, str], list[Annotation]] = defaultdict(list)
    for record in sheet.records:
        if record.status is Status.REJECTED:
            losses.add(_("rejected records"), _("left out"))
        else:
            works[record.status is Status.SUGGESTED, record.annotator].append(record)
    units = Utf16(sheet.text)
    article = sheet.article
    task: dict[str, Any] = {
        "id": int(digest(article.id)[:_DIGITS], 16),
        "data": {
            _TEXT: sheet.text,
            **{key: getattr(article, key) for key in ("id", "title", "outlet", "published", "url", "lang")
               if getattr(article, key)},
        },
        "annotations": [],
        "predictions": [],
    }  # fmt: skip
    held = 0
    for (suggested, _person), records in sorted(works.items()):
        result, count = _result(sheet, records, units, losses)
        held += count
        if suggested:
            task["predictions"].append({"model_version": records[0].origin or "selon", "result": result})
        else:
            name = sheet.book.annotator(records[0])
            task["annotations"].append({"completed_by": {"first_name": name}, "result": result})
    return task, held


def _result(
    sheet: Sheet, records: Sequence[Annotation], units: Utf16, losses: Losses
) -> tuple[list[dict[str, Any]], int]:
    """The regions and relations of one annotator's records, and how many records they are."""
    marked = mark_up(sheet, records)
    count_usual_losses(marked, losses)
    pieces, links = in_pieces(marked, losses)
    found = [part for piece in pieces for part in _regions(sheet, piece, units)]
    found += [
        {"type": "relation", "from_id": link.source, "to_id": link.target, "direction": "right",
         "labels": [link.label]}
        for link in links
    ]  # fmt: skip
    return found, len(records) - len(marked.wordless)


def _regions(sheet: Sheet, piece: Piece, units: Utf16) -> Iterator[dict[str, Any]]:
    """A region, and beside it under its id what was chosen for each field."""
    place = {
        "start": units.unit(piece.span.start),
        "end": units.unit(piece.span.end),
        "text": sheet.text[piece.span.start : piece.span.end],
    }
    same = {"id": piece.key, "to_name": _TEXT}
    yield {**same, "from_name": _LABELS, "type": "labels", "value": {**place, "labels": [piece.mark.label]}}
    layer = sheet.book.layer(piece.mark.record)
    for key, value in piece.mark.features.items() if piece.is_first and layer else ():
        field = layer.field(key) if layer else None
        kind = "choices" if field and field.kind in _CHOSEN else "textarea"
        said = value.split("|") if field and field.multiple else [value]
        name = "text" if kind == "textarea" else kind
        yield {**same, "from_name": key, "type": kind, "value": {**place, name: said}}


# the labelling setup


def label_config(codebook: Codebook) -> str:
    """The labels, fields and relations of a codebook, as Label Studio's setup has them."""
    labels = "".join(
        f"    <Label value={quoteattr(label)} background={quoteattr(layer.hue)}/>\n"
        for layer in codebook.layers
        for label in dict.fromkeys(_labels(layer))
    )
    relations = "".join(f"    <Relation value={quoteattr(name)}/>\n" for name in _relations(codebook.layers))
    return (
        f"<View>\n  <Relations>\n{relations}  </Relations>\n"
        f'  <Labels name="{_LABELS}" toName="{_TEXT}">\n{labels}  </Labels>\n'
        f'  <Text name="{_TEXT}" value="${_TEXT}" granularity="word"/>\n{_fields(codebook.layers)}</View>\n'
    )


def _labels(layer: Layer) -> Iterator[str]:
    yield record_name(layer) if len(layer.roles) > 1 or is_relation(layer) else layer.id
    if len(layer.roles) > 1:
        yield from (role.id for role in layer.roles)
    elif not is_relation(layer):
        yield from (tag.id for tag in layer.tags)


def _relations(layers: Iterable[Layer]) -> dict[str, None]:
    names = [role.id for layer in layers if len(layer.roles) > 1 for role in layer.roles]
    names += [link_name(layer.id, one) for layer in layers for one in layer.fields if one.kind == "reference"]
    return dict.fromkeys([*names, CONTINUES])


def _fields(layers: Iterable[Layer]) -> str:
    found: dict[str, str] = {}
    for one in (one for layer in layers for one in layer.fields):
        head = f'name={quoteattr(one.id)} toName="{_TEXT}" perRegion="true"'
        if one.kind in _CHOSEN:
            choices = "".join(f"    <Choice value={quoteattr(tag.id)}/>\n" for tag in one.tags)
            many = "multiple" if one.multiple else "single"
            found.setdefault(one.id, f'  <Choices {head} choice="{many}">\n{choices}  </Choices>\n')
        else:
            found.setdefault(one.id, f"  <TextArea {head}/>\n")
    if any(len(layer.roles) > 1 for layer in layers):
        found.setdefault(ROLE, f'  <TextArea name="{ROLE}" toName="{_TEXT}" perRegion="true"/>\n')
    return "".join(found.values())


plug = LabelStudioExporter()
