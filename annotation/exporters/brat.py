"""Brat standoff: a text and an .ann file for each article, and the configuration that shows them in Brat."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotation.codebook import Layer
from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._marks import ROLE, Link, Mark, MarkedSheet, link_name, mark_up, record_name
from annotation.exporters._names import FileNames
from annotation.exporters._people import PeopleFolders, by_person
from annotation.exporters._pieces import count_usual_losses
from annotation.exporters._sheet import Book, Sheet
from annotation.exporters._unsaid import NOTE, STATUS, read_and_count
from annotation.fields import Field
from annotation.i18n import _
from annotation.records import Reader, Span, quote

_UNFIT = re.compile(r"[^\w-]")
_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What Brat reads as one line, of an .ann file too."""
_HOLDS = (NOTE, STATUS)


class BratExporter:
    """Writes a folder for each annotator where there are several; offsets are code points, as Brat's are."""

    name = "brat"
    label = "Brat standoff"
    extension = ""
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words: attributions as events, references as relations."""
        folders, names, losses = PeopleFolders(out, reader, progress), FileNames(), Losses()
        articles = annotations = 0
        for sheet in read_and_count(reader, progress, losses, _HOLDS):
            name = names.take(sheet.article.title)
            work = by_person(sheet)
            for folder, person in folders.each():
                marked = mark_up(sheet, work[person])
                count_usual_losses(marked, losses)
                annotations += len(work[person]) - len(marked.wordless)
                losses.add(
                    _("marks with line ends at their edges"),
                    _("without these line ends"),
                    sum(_is_cut(sheet.text, mark) for mark in marked.marks),
                )
                folders.write(folder, f"{name}.txt", sheet.text)
                folders.write(folder, f"{name}.ann", "".join(f"{line}\n" for line in _lines(sheet, marked)))
            articles += 1
        for folder, _person in folders.each():
            folders.write(folder, "annotation.conf", _configuration(Book.of(reader)))
        return Report(
            files=tuple(folders.files), articles=articles, annotations=annotations, losses=losses.report()
        )


# lines


def _lines(sheet: Sheet, marked: MarkedSheet) -> Iterator[str]:
    """The lines of an .ann file: words, events, relations, attributes, notes."""
    words = {mark.key: f"T{number}" for number, mark in enumerate(marked.marks, 1)}
    for mark in marked.marks:
        spans = _in_lines(sheet.text, mark) or mark.spans[:1]
        places = ";".join(f"{span.start} {span.end}" for span in spans)
        said = " ".join(" ".join(_LINE.findall(piece)) for piece in quote(sheet.text, spans))
        yield f"{words[mark.key]}\t{_word(mark.label)} {places}\t{said}"
    events = {mark.key: f"E{number}" for number, mark in enumerate(_events(marked), 1)}
    yield from _event_lines(marked, words, events)
    ends = words | events
    relations = [link for link in marked.links if not link.is_role]
    for number, link in enumerate(relations, 1):
        yield f"R{number}\t{_word(link.label)} Arg1:{ends[link.source]} Arg2:{ends[link.target]}"
    yield from _attribute_lines(marked.marks, ends)
    notes = [mark for mark in marked.marks if mark.is_hub and mark.record.note]
    for number, mark in enumerate(notes, 1):
        yield f"#{number}\tAnnotatorNotes {ends[mark.key]}\t{' '.join(mark.record.note.split())}"


def _in_lines(text: str, mark: Mark) -> list[Span]:
    """The pieces of a mark, a piece for each line, as Brat wants them."""
    return [
        Span(span.start + found.start(), span.start + found.end())
        for span in mark.spans
        for found in _LINE.finditer(text[span.start : span.end])
    ]


def _is_cut(text: str, mark: Mark) -> bool:
    """Whether a piece of a mark begins or ends with a line end."""
    ends = (text[place] for span in mark.spans for place in (span.start, span.end - 1))
    return not all(map(_LINE.match, ends))


def _events(marked: MarkedSheet) -> list[Mark]:
    """The hubs that other words of their records hang on."""
    hubs = {link.source for link in marked.links if link.is_role}
    return [mark for mark in marked.marks if mark.key in hubs]


def _event_lines(marked: MarkedSheet, words: Mapping[str, str], events: Mapping[str, str]) -> Iterator[str]:
    hanging: defaultdict[str, list[Link]] = defaultdict(list)
    for link in marked.links:
        if link.is_role:
            hanging[link.source].append(link)
    labels = {mark.key: mark.label for mark in marked.marks}
    for key, name in events.items():
        roles = " ".join(f"{_word(link.label)}:{words[link.target]}" for link in hanging[key])
        yield f"{name}\t{_word(labels[key])}:{words[key]} {roles}"


def _attribute_lines(marks: Iterable[Mark], ends: Mapping[str, str]) -> Iterator[str]:
    number = 0
    for mark in marks:
        status = {"status": mark.record.status.value} if mark.is_hub else {}
        for key, value in {**mark.features, **status}.items():
            number += 1
            if value != "false":
                shown = "" if value == "true" else f" {' '.join(value.split())}"
                yield f"A{number}\t{_word(key)} {ends[mark.key]}{shown}"


def _word(label: str) -> str:
    """A label as Brat takes it: letters, digits, underscores and dashes."""
    return _UNFIT.sub("_", label) or "_"


# configuration


def _configuration(book: Book) -> str:
    """What makes Brat show the labels: the types, events, relations and attributes of the codebook."""
    layers = book.codebook.layers
    single = [layer for layer in layers if len(layer.roles) == 1]
    several = [layer for layer in layers if len(layer.roles) > 1]
    parts = {
        "entities": [_word(label) for layer in single for label in _labels(layer)]
        + [role.id for layer in several for role in layer.roles]
        + [record_name(layer) for layer in several],
        "events": [_event_rule(layer) for layer in several],
        "relations": [
            f"{link_name(layer.id, one)}\tArg1:<ANY>, Arg2:<ANY>" for layer, one in _references(layers)
        ],
        "attributes": [*_attribute_rules(layers)],
    }
    return "\n".join(
        line for name, lines in parts.items() for line in (f"[{name}]", *dict.fromkeys(lines), "")
    )


def _labels(layer: Layer) -> list[str]:
    return [layer.id, *(tag.id for tag in layer.tags)]


def _event_rule(layer: Layer) -> str:
    roles = ", ".join(f"{role.id}*:{role.id}" for role in layer.roles)
    return f"{record_name(layer)}\t{roles}"


def _references(layers: Iterable[Layer]) -> Iterator[tuple[Layer, Field]]:
    return ((layer, one) for layer in layers for one in layer.fields if one.kind == "reference")


def _attribute_rules(layers: Iterable[Layer]) -> Iterator[str]:
    yield "status\tArg:<ANY>, Value:suggested|accepted|edited|rejected"
    values: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for layer in layers:
        for one in layer.fields:
            values[one.id] |= dict.fromkeys(tag.id for tag in one.tags)
    if several := [role.id for layer in layers if len(layer.roles) > 1 for role in layer.roles]:
        values[ROLE] |= dict.fromkeys(several)
    for key, tags in values.items():
        yield f"{_word(key)}\tArg:<ANY>" + (f", Value:{'|'.join(tags)}" if tags else "")


plug = BratExporter()
