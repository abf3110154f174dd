"""CoNLL: one word a line with its tags (BIO, IOB1, BIOES, BILOU), an empty line after each sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import PurePath

from annotation.i18n import _, ngettext
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.gathering import Keys
from annotation.importers._marking.labels import Labels, load_labels
from annotation.importers._marking.layouts import is_other_layout, plain_columns
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Mark, MarkedText, new_article
from annotation.importers._marking.records import to_records
from annotation.importers._marking.tokens import Weaver, chunks, split_tag
from annotation.importers._reading.encoding import decode, decode_file, utf16_without_mark
from annotation.importers._tables.moments import moment_of
from annotation.records import MACHINE, Span, Status

_HEAD = 32 * 1024
_DOCUMENT = re.compile(
    r"^(?:-DOCSTART-|#\s*newdoc\b|#\s*document_id\b|#\s*hipe2022:document_id\b|#begin document)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"^#\s*(?P<key>[\w:.-]+(?: [\w:.-]+)?)\s*=\s*(?P<value>.*)$")
_HEADER = re.compile(r"^#?\s*(?:TOKEN|WORD|FORM|ID)\t", re.IGNORECASE)
_PREFERRED = ("NE-COARSE-LIT", "NER", "NE", "LABEL", "TAG", "ENTITY")
_TAG = re.compile(rb"-(?:(?<=[\t ][BIESLUM]-)\S|(?<=\S-)[BIESLUM][\t\r\n])")
"""A look at the bytes that spares most files a closer one; it begins with what is rare, to be quick."""
_OTHER = re.compile(rb"^\d+(?:-\d+)?\t[^\t\n]+\t.*\t|^#begin document|\|(?:O|[BI]-\S+)[ \r\n]", re.MULTILINE)
"""A look at the bytes that tells whether a text may be in one of the other layouts."""
_CHUNKS = frozenset({"NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP", "PNC"})
"""Labels of phrases, which stand beside those of names in many files."""
_NUMBER = re.compile(r"^\d+(?:[-.]\d+)?$")
_TAG_RATE = 0.9
_TAG_RATE_OF_NAMED = 0.5
"""The share of lines that must be tagged words, at least where the file's name says so too."""


class ConllImporter:
    """The last column of chunk tags gives the labels. Spaces join the words, line ends the sentences."""

    name = "conll"
    label = "CoNLL (BIO)"
    extensions = (".conll", ".bio", ".iob", ".conllu", ".tsv")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when most lines are a word and tags like B-PER and O."""
        return _likeness(file.data[:_HEAD], file.name.lower().endswith(self.extensions[:-1]))

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """One article a document. Raises ImportFailure for a file without tagged words."""
        leftovers = Leftovers(file.name)
        text = plain_columns(decode_file(file).text)
        documents = [one for one in _documents(text, leftovers) if one.sentences]
        if not any(split_tag(tags[-1])[0] for one in documents for tags in one.tags()):
            raise ImportFailure("“{name}” holds no words with tags such as B-PER and O.", name=file.name)
        labels = load_labels(self.name, file)
        for number, document in enumerate(documents, 1):
            yield _imported(document, number if len(documents) > 1 else 0, file, labels, leftovers)
        yield from leftovers


@lru_cache(maxsize=4)
def _likeness(start: bytes, named: bool) -> float:
    head = _in_utf8(start)
    if b"\x00" in head or head[:1] in (b"{", b"[", b"<"):
        return 0.0
    if _may_be_other(head) and is_other_layout(decode(head).text.replace("\r\n", "\n").split("\n")[:-1]):
        return 0.9
    if not _TAG.search(head):
        return 0.0
    lines = [line for line in decode(head).text.split("\n")[:-1] or [""] if line.strip()]
    words = [line for line in lines if not line.startswith(("#", "-DOCSTART-")) and not _HEADER.match(line)]
    rows = [re.split(r"[\t ]+", line.strip()) for line in words]
    tagged = [row for row in rows if len(row) > 1 and any(split_tag(cell)[0] for cell in row[1:])]
    if len(tagged) < 2 or not any(split_tag(cell)[1] for row in tagged for cell in row[1:]):
        return 0.0
    return 0.9 if len(tagged) >= len(rows) * (_TAG_RATE_OF_NAMED if named else _TAG_RATE) else 0.0


def _may_be_other(head: bytes) -> bool:
    """Whether the bytes leave one of the other layouts possible; most texts are spared the search."""
    marked = b"\t" in head or b"|" in head or b"#begin document" in head
    return marked and _OTHER.search(head) is not None


def _in_utf8(start: bytes) -> bytes:
    """The beginning of a file as UTF-8 with plain line ends, where it is UTF-16 or has old ones."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_without_mark(start):
        start = decode(start[: len(start) // 2 * 2]).text.encode("utf-8", "replace")
    return start.replace(b"\r", b"\n") if b"\r" in start and b"\n" not in start else start


@dataclass(slots=True)
class _Document:
    """The words of one document, by sentence, with the rest of their lines."""

    title: str = ""
    known: dict[str, str] = field(default_factory=dict)
    header: list[str] = field(default_factory=list)
    sentences: list[list[list[str]]] = field(default_factory=list)
    column: int = -1
    word: int = 0
    """The column of the words, which a number may precede."""

    def tags(self) -> Iterator[list[str]]:
        """The cells of every word, with the chosen tag as the last."""
        for sentence in self.sentences:
            for row in sentence:
                yield [*row, row[self.column] if len(row) > abs(self.column) - (self.column < 0) else "O"]


def _documents(text: str, leftovers: Leftovers) -> list[_Document]:
    """The documents of the file. A line that is no word with tags is reported and left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = _Reader(
        tabbed=sum("\t" in line for line in lines) * 2 > sum(bool(line.strip()) for line in lines)
    )
    for number, line in enumerate([*lines, ""], 1):
        reader.read(number, line)
    if reader.bad:
        leftovers.say(
            ngettext(
                "Line {first} is no word with a tag and was left out.",
                "{n} lines are no words with a tag and were left out, the first of them line {first}.",
                len(reader.bad),
                first=reader.bad[0],
            )
        )
    _choose_column(reader.documents, leftovers)
    return reader.documents


@dataclass(slots=True)
class _Reader:
    """The documents as they grow line by line."""

    tabbed: bool
    documents: list[_Document] = field(default_factory=lambda: [_Document()])
    sentence: list[list[str]] = field(default_factory=list)
    bad: list[int] = field(default_factory=list)

    def read(self, number: int, line: str) -> None:
        """Read one line."""
        if not line.strip() or line.startswith("-DOCSTART-"):
            self.documents[-1].sentences += [self.sentence] if self.sentence else []
            self.sentence = []
        if _DOCUMENT.match(line) and self.documents[-1].sentences:
            self.documents.append(_Document(header=self.documents[-1].header))
        if not line.strip() or line.startswith(("-DOCSTART-", "#begin document", "#end document")):
            return
        if _HEADER.match(line) and not self.sentence and not any(one.sentences for one in self.documents):
            self.documents[-1].header = line.lstrip("# ").split("\t")
        elif found := _COMMENT.match(line):
            self.documents[-1].known[found["key"]] = found["value"].strip()
        elif not line.startswith("#") or _is_tagged(line.split()):
            self._read_word(number, line)

    def _read_word(self, number: int, line: str) -> None:
        cells = line.split("\t") if self.tabbed else line.split()
        if _is_tagged(cells):
            self.sentence.append(cells)
        else:
            self.bad.append(number)


def _is_tagged(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and any(split_tag(cell)[0] for cell in cells[1:])


def _choose_column(documents: Sequence[_Document], leftovers: Leftovers) -> None:
    """Let all documents take the label from one column: a named one, else the last that holds chunk tags."""
    rows = [row for document in documents for sentence in document.sentences for row in sentence]
    width = max(map(len, rows), default=0)
    header = next((document.header for document in documents if document.header), [])
    tagged = [number for number in range(1, width) if _holds_tags(rows, number)]
    named = [header.index(name) for name in _PREFERRED if name in header and header.index(name) in tagged]
    column = named[0] if named else _likeliest(rows, tagged)
    numbered = width > 2 and all(_NUMBER.match(row[0]) for row in rows)
    for document in documents:
        document.column, document.word = column, int(numbered)
    if others := [
        header[number] if number < len(header) else str(number + 1) for number in tagged if number != column
    ]:
        leftovers.say(
            _(
                "Labels were read from one column; also tagged, and left out: {columns}.",
                columns=", ".join(others),
            )
        )


def _likeliest(rows: Sequence[Sequence[str]], tagged: Sequence[int]) -> int:
    """Of several columns with tags the one with most, the last of those; phrases where there is no other."""
    labels = {
        number: [label for row in rows if len(row) > number and (label := split_tag(row[number])[1])]
        for number in tagged
    }
    names = [number for number in tagged if not set(labels[number]) <= _CHUNKS] or list(tagged)
    return max(names, key=lambda number: (len(labels[number]), number), default=-1)


def _holds_tags(rows: Sequence[Sequence[str]], number: int) -> bool:
    cells = [row[number] for row in rows if len(row) > number]
    good = sum(bool(split_tag(cell)[0]) for cell in cells)
    return good >= len(cells) * _TAG_RATE and any(split_tag(cell)[1] for cell in cells)


def _imported(
    document: _Document, number: int, file: SourceFile, labels: Labels, leftovers: Leftovers
) -> Imported:
    weaver, tags = Weaver(), []
    for sentence in document.sentences:
        for row in sentence:
            glued = any(
                cell in ("NoSpaceAfter", "SpaceAfter=No") or "NoSpaceAfter" in cell.split("|")
                for cell in row[2:]
            )
            weaver.add(row[document.word], "" if glued else " ")
        tags.append([row[document.column] if len(row) > document.column else "O" for row in sentence])
        weaver.end_sentence()
    text = weaver.text
    name = PurePath(file.name).name
    known = {key.rpartition(":")[2]: value for key, value in document.known.items()}
    title = known.get("title", "")
    article = new_article(text, ("conll", name, str(number)), title=title, source_file=name,
                          metadata={**known, "tokens": len(weaver.places)})  # fmt: skip
    article = replace(article, published=moment_of(known.get("date", ""))[0] or None)
    marks = tuple(_marks(tags, weaver.places))
    return to_records(MarkedText(article=article, text=text, marks=marks), labels, leftovers, "conll")


def _marks(tags: Sequence[Sequence[str]], places: Sequence[Span]) -> Iterator[Mark]:
    keys = Keys()
    for chunk in chunks(tags):
        span = Span(places[chunk.first].start, places[chunk.last].end)
        why = _("The tag I- continues an entity that no B- began.") if chunk.stray else ""
        yield Mark(
            key=keys.key(chunk.label, [span]),
            label=chunk.label,
            spans=(span,),
            annotator=MACHINE.name if chunk.stray else "",
            status=Status.SUGGESTED if chunk.stray else Status.ACCEPTED,
            origin="conll" if chunk.stray else "",
            why=why,
        )


plug = ConllImporter()
