"""W3C Web Annotation: JSON-LD whose targets are found by quote and by position.

Positions count code points, as the Web Annotation Data Model (W3C 2017, section 4.2.5) asks for; a quote has
the words before and after it, so that it is found in another copy of the text too.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._lines import to_json
from annotation.exporters._losses import Losses
from annotation.exporters._sheet import Sheet
from annotation.exporters._unsaid import NOTE, STATUS, TIMES, read_and_count
from annotation.exporters._xml_names import xml_address, xml_moment
from annotation.i18n import _
from annotation.records import Annotation, Reader, Span

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"selon": "urn:selon:"}]
_AROUND = 32
"""Code points of the text before and after a quote."""
_HOLDS = (NOTE, STATUS, TIMES, "url")


class WebAnnotationExporter:
    """Writes one page of annotations; a record is one annotation with a target for each stretch of words."""

    name = "webannotation"
    label = "W3C Web Annotation"
    extension = ".jsonld"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record; a record without words has the whole article as its target."""
        place = out if out.suffix == self.extension else out / "annotations.jsonld"
        place.parent.mkdir(parents=True, exist_ok=True)
        losses = Losses()
        articles = annotations = 0
        with place.open("w", encoding="utf-8", newline="\n") as stream:
            head = {"@context": CONTEXT, "id": "urn:selon:page", "type": "AnnotationPage"}
            stream.write(to_json(head)[:-1] + ', "items": [')
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                articles += 1
                losses.add(_("articles’ texts"), _("left out: their hash stands for them"))
                for record in sheet.records:
                    stream.write((",\n" if annotations else "\n") + to_json(_item(sheet, record)))
                    annotations += 1
            stream.write("]}\n")
        return Report(files=(place,), articles=articles, annotations=annotations, losses=losses.report())


def _item(sheet: Sheet, record: Annotation) -> dict[str, Any]:
    targets: list[Any] = [*_targets(sheet, record)] or [_source(sheet)]
    item: dict[str, Any] = {
        "id": f"urn:selon:annotation:{xml_address(record.id)}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": "Software" if record.annotator == "machine" else "Person",
                    "name": sheet.book.annotator(record)},
        "body": list(_bodies(sheet, record)),
        "target": targets[0] if len(targets) == 1 else targets,
        "selon:status": record.status.value,
    }  # fmt: skip
    times = {"created": xml_moment(record.created), "modified": xml_moment(record.updated)}
    return {**item, **{key: value for key, value in times.items() if value}}


def _bodies(sheet: Sheet, record: Annotation) -> Iterator[dict[str, Any]]:
    """The layer as a tag, each field as a tag with its name, the note as a comment."""
    yield {"type": "TextualBody", "purpose": "classifying", "value": record.layer}
    layer = sheet.book.layer(record)
    for one in layer.fields if layer else ():
        value = record.features.get(one.id)
        if value is not None:
            told = sheet.told(value, one)
            yield {
                "type": "TextualBody",
                "purpose": "tagging",
                "value": told,
                "selon:field": one.id,
                **({"selon:value": value} if value != told else {}),
            }
    if record.note:
        yield {"type": "TextualBody", "purpose": "commenting", "value": record.note}


def _targets(sheet: Sheet, record: Annotation) -> Iterator[dict[str, Any]]:
    for role, spans in record.spans.items():
        for span in spans:
            yield {
                "type": "SpecificResource",
                "source": _source(sheet),
                "selon:role": role,
                "selector": [_position(span), _quote(sheet.text, span)],
            }


def _source(sheet: Sheet) -> str:
    """The address of the article, or what stands for it where it has none."""
    return xml_address(sheet.article.url or "") or f"urn:selon:sha256:{sheet.article.text_sha256}"


def _position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _quote(text: str, span: Span) -> dict[str, Any]:
    return {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }


plug = WebAnnotationExporter()
