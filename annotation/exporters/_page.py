"""Articles as pages to read: the text with its marks, and the records in tables below it."""

from collections.abc import Iterable, Iterator
from html import escape

from annotation.codebook import Codebook, Layer
from annotation.exporters._segments import cut
from annotation.exporters._sheet import Sheet, read_fields
from annotation.i18n import _, current_language
from annotation.records import Annotation
from resources import RESOURCES

_STYLE = RESOURCES / "exports" / "page.css"


def head(title: str, codebook: Codebook) -> str:
    """The beginning of a document, whose style is in it."""
    hues = "".join(f".{_css(layer.id)}{{--hue:{layer.hue}}}" for layer in codebook.layers)
    return (
        f'<!doctype html>\n<html lang="{current_language()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{_STYLE.read_text('utf-8')}{hues}</style></head><body>\n{_legend(codebook)}"
    )


def foot() -> str:
    """The end of a document."""
    return "</body></html>\n"


def article(sheet: Sheet) -> str:
    """An article: title, where it appeared, the marked text, the records by layer."""
    found = sheet.article
    about = " · ".join(filter(None, (found.outlet, found.published, ", ".join(found.authors))))
    url = escape(_web_address(found.url))
    link = f'<p class="about"><a href="{url}">{url}</a></p>' if url else ""
    lang = f' lang="{escape(found.lang)}"' if found.lang else ""
    return (
        f'<article{lang} id="{_id(found.id)}"><h1>{escape(found.title)}</h1>'
        f'<p class="about">{escape(about)}</p>{link}<div class="text">{marked_text(sheet)}</div>'
        f"{''.join(_tables(sheet))}</article>\n"
    )


def _web_address(url: str | None) -> str:
    """An address that a page may link to; "" for anything else, such as a script."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""


def marked_text(sheet: Sheet) -> str:
    """The text in nested spans, one for each record that holds it."""
    parts: list[str] = []
    for segment in cut(len(sheet.text), sheet.records):
        text = escape(sheet.text[segment.span.start : segment.span.end])
        opening = "".join(
            _open(sheet, record, role, depth) for depth, (record, role) in enumerate(segment.held)
        )
        parts.append(f"{opening}{text}{'</span>' * len(segment.held)}")
    return "".join(parts)


def _open(sheet: Sheet, record: Annotation, role: str, depth: int) -> str:
    """The beginning of a record's span; the deeper it is nested, the higher its line."""
    names = f"m {_css(record.layer)} r-{_css(role)} {record.status.value}"
    told = escape(_summary(sheet, record, role))
    return f'<span class="{names}" style="--depth:{depth}" title="{told}">'


def _summary(sheet: Sheet, record: Annotation, role: str) -> str:
    layer = sheet.book.layer(record)
    name = layer.text if layer else record.layer
    found = layer.role(role) if layer and len(layer.roles) > 1 else None
    fields = (f"{field}: {value}" for field, value in read_fields(sheet, record))
    return " · ".join([f"{name}, {found.text}" if found else name, *fields, sheet.book.annotator(record)])


def _legend(codebook: Codebook) -> str:
    items = "".join(f'<li class="{_css(layer.id)}">{escape(layer.texts)}</li>' for layer in codebook.layers)
    return f'<ul class="legend">{items}</ul>\n'


def _tables(sheet: Sheet) -> Iterator[str]:
    for layer in sheet.book.codebook.layers:
        records = [record for record in sheet.records if record.layer == layer.id]
        if records:
            yield _table(sheet, layer, records)


def _table(sheet: Sheet, layer: Layer, records: Iterable[Annotation]) -> str:
    """One row a record; only the fields that any of them has."""
    rows = list(records)
    fields = [one for one in layer.fields if any(row.features.get(one.id) is not None for row in rows)]
    names = [role.text for role in layer.roles] + [one.text for one in fields] + [_("Annotator")]
    header = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
        for cells in (
            [
                *(sheet.words(row.spans.get(role.id, ())) for role in layer.roles),
                *(dict(read_fields(sheet, row)).get(one.text, "") for one in fields),
                sheet.book.annotator(row),
            ]
            for row in rows
        )
    )
    return (
        f'<h2 class="{_css(layer.id)}">{escape(layer.texts)} ({len(rows)})</h2>'
        f"<table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>"
    )


def _css(name: str) -> str:
    """A name as a class of CSS."""
    return "l-" + "".join(
        char if char.isascii() and (char.isalnum() or char in "-_") else "_" for char in name
    )


def _id(name: str) -> str:
    return "a-" + escape(name, quote=True)
