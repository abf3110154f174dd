"""spaCy DocBin: documents to train on, entities in `doc.ents`, every layer in `doc.spans`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotation.exporters._base import Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._marks import Mark, MarkedSheet, mark_up
from annotation.exporters._sheet import Sheet
from annotation.exporters._tokens import EDGES, TokenText
from annotation.exporters._unsaid import NOTE, STATUS, read_and_count
from annotation.i18n import _
from annotation.records import Dataset, DescribedReader, Reader
from annotation.records import Span as Stretch

if TYPE_CHECKING:  # spaCy takes a second to load, and only this format needs it here
    from spacy.tokens import DocBin, Span

ATTRIBUTE = "selon"
"""The custom attribute of documents: what is known of the article, its records' fields, and the links."""
_MANY = 1000
"""Documents in a file where there is a folder for several: they stay in memory, some 100 kB each."""
_PIPELINE = ["ner", "spancat"]
_TRAIN, _DEV = "train", "dev"
"""Parts of a divided set."""
_HOLDS = (
    NOTE,
    STATUS,
    "outlet",
    "published",
    "url",
)


class DocBinExporter:
    """Writes `articles.spacy` and a configuration to train on, or the documents alone to one file.

    The configuration names files by their place in its own folder: train from there.

    More than _MANY articles become a folder `articles/` of several files, which spaCy reads as one.

    Groups of `doc.spans` are called like layers, or like "source.cue" for layers of several roles; the id of
    a span is its record's, its knowledge-base id the key of the canonical name.
    """

    name = "docbin"
    label = "spaCy DocBin"
    extension = ".spacy"
    options = (EDGES,)

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words; the fields of all are in the documents' custom attribute."""
        from spacy.tokens import Doc  # noqa: PLC0415 - see above

        if not Doc.has_extension(ATTRIBUTE):
            Doc.set_extension(ATTRIBUTE, default=None)
        alone = out.suffix == self.extension
        name = "articles" if not alone and reader.count_articles() > _MANY else "articles.spacy"
        shelf = _Shelf(out if alone else out / name)
        losses, languages = Losses(), Counter[str]()
        articles = annotations = 0
        with _encoders_known():
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                articles += 1
                languages[sheet.article.lang] += 1
                annotations += _add(shelf.room, sheet, options["edges"] == "widen", losses)
        paths = None if alone else _paths(reader, name)
        files = [*shelf.close(), *([_configure(out, paths, languages)] if paths else [])]
        return Report(files=tuple(files), articles=articles, annotations=annotations, losses=losses.report())


@contextmanager
def _encoders_known() -> Iterator[None]:
    """Within, spaCy does not look through all that is installed for encoders whenever it writes a little.

    That takes most of the time otherwise: it writes ten times a document, and looks for a millisecond.
    """
    encoders = import_module("srsly.msgpack").msgpack_encoders  # comes with spaCy, which is slow to load
    known = encoders.get_all()
    encoders.get_all = lambda: known
    try:
        yield
    finally:
        vars(encoders).pop("get_all", None)


class _Shelf:
    """Where documents go: one file, or a folder of files of _MANY documents, as spaCy reads both."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._files: list[Path] = []
        self._begin()

    @property
    def room(self) -> "DocBin":
        """What takes the next document."""
        if not self._place.suffix and len(self._made) >= _MANY:
            self._write(self._place / f"{len(self._files) + 1:04}.spacy")
            self._begin()
        return self._made

    def close(self) -> list[Path]:
        """Write what waits; all files."""
        self._write(self._place if self._place.suffix else self._place / f"{len(self._files) + 1:04}.spacy")
        return self._files

    def _begin(self) -> None:
        from spacy.tokens import DocBin  # noqa: PLC0415 - see above

        self._made = DocBin(store_user_data=True)

    def _write(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._made.to_disk(file)
        self._files.append(file)


def _paths(reader: Reader, documents: str) -> dict[str, str] | None:
    """What to train on and what to measure on, from a folder; None where another part has the settings.

    Of a set that was divided the part to train on has them, and measures on the part beside it.
    """
    about = reader.dataset if isinstance(reader, DescribedReader) else Dataset()
    if not {_TRAIN, _DEV} <= set(about.parts):
        return {"train": documents, "dev": documents}
    return {"train": documents, "dev": f"../{_DEV}"} if about.part == _TRAIN else None


def _configure(out: Path, paths: Mapping[str, str], languages: Counter[str]) -> Path:
    """Write spaCy's own settings for training, in the language of most articles."""
    from spacy.cli.init_config import init_config  # noqa: PLC0415 - see above

    usual = next((lang for lang, _count in languages.most_common() if lang), "xx")
    config = init_config(lang=usual, pipeline=_PIPELINE, silent=True)
    config["paths"].update(paths)
    config["components"]["spancat"]["spans_key"] = "entity"
    place = out / "config.cfg"
    config.to_disk(place)
    return place


def _add(made: "DocBin", sheet: Sheet, widen: bool, losses: Losses) -> int:
    """Add an article and count the records that have a span in it."""
    tokens, marked = TokenText(sheet.text, sheet.article.lang), mark_up(sheet)
    tokens.state(losses)
    losses.add(_("records without words"), _("only in the custom attribute"), len(marked.wordless))
    groups: defaultdict[str, list[Span]] = defaultdict(list)
    for mark in marked.marks:
        groups[_group(mark)] += _spans(mark, tokens, widen, losses)
    doc = tokens.doc
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc.ents = _entities(groups.get("entity", []), losses)
    doc._.set(ATTRIBUTE, _told(sheet, marked))
    made.add(doc)
    return len({span.id_ for spans in groups.values() for span in spans})


def _group(mark: Mark) -> str:
    return f"{mark.record.layer}.{mark.role}" if "." in mark.key else mark.record.layer


def _spans(mark: Mark, tokens: TokenText, widen: bool, losses: Losses) -> "list[Span]":
    """The spans of a mark; a record in several pieces is as many spans with one id."""
    if len(mark.spans) > 1:
        losses.add(_("records in several pieces"), _("each piece is a span, all with the id of the record"))
    return [made for span in mark.spans if (made := _span(mark, span, tokens, widen, losses)) is not None]


def _span(mark: Mark, span: Stretch, tokens: TokenText, widen: bool, losses: Losses) -> "Span | None":
    from spacy.tokens import Span  # noqa: PLC0415 - see above

    fit = tokens.fit_or_count(span, losses, widen=widen)
    if fit is None:
        return None
    key = mark.record.features.get("entity") if mark.is_hub else None
    return Span(tokens.doc, fit.first, fit.end, mark.label, kb_id=str(key or ""), span_id=mark.record.id)


def _entities(spans: "Iterable[Span]", losses: Losses) -> "list[Span]":
    """The spans of which none shares a word with another, the longest first."""
    from spacy.util import filter_spans  # noqa: PLC0415 - see above

    found = [span for span in spans if span.text.strip() == span.text]
    kept = filter_spans(found)
    what = _("entities that share words with a longer one, or hold a line end")
    losses.add(what, _("in doc.spans, not in doc.ents"), len(list(spans)) - len(kept))
    return kept


def _told(sheet: Sheet, marked: MarkedSheet) -> Mapping[str, Any]:
    """What spans cannot say: about the article, each record, and how they hang together."""
    article = sheet.article
    return {
        **{key: getattr(article, key) or "" for key in ("id", "title", "lang", "outlet", "published", "url")},
        "records": {
            record.id: {
                "layer": record.layer,
                "annotator": sheet.book.annotator(record),
                "status": record.status.value,
                "features": dict(record.features),
                "note": record.note,
            }
            for record in sheet.records
        },
        "links": [[link.label, link.source, link.target] for link in marked.links],
    }


plug = DocBinExporter()
