"""REFI-QDA projects (.qdpx) of MAXQDA, ATLAS.ti, NVivo, QualCoder and others: texts with their codings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from annotation.i18n import _
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.counting import Counting, Quoted, counting_of
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Mark, MarkedText, new_article
from annotation.importers._marking.places import Places
from annotation.importers._marking.records import named_annotator, to_records
from annotation.importers._reading.encoding import decode
from annotation.importers._reading.markup import Element, children, elements, name_of, parse_xml
from annotation.importers._reading.packages import Package, member_names
from annotation.importers._tables.articles import describe_article
from annotation.records import Annotator, Json, derived_id

_SOURCES = ("textsource", "pdfsource", "picturesource", "audiosource", "videosource")
_NO_TEXT_SELECTIONS = (
    "pdfselection",
    "pictureselection",
    "audioselection",
    "videoselection",
    "transcriptselection",
)


class QdpxImporter:
    """One article a text source. Codes are labels, nested codes keep the way to them."""

    name = "qdpx"
    label = "REFI-QDA project"
    extensions = (".qdpx",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when a ZIP holds a project of the standard."""
        return 1.0 if any(name.lower().endswith(".qde") for name in member_names(file)) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for another kind of file."""
        package = Package(file)
        qde = next((name for name in package.names if name.lower().endswith(".qde")), "")
        if not qde:
            raise ImportFailure("“{name}” is no REFI-QDA project.", name=file.name)
        project = _Project(parse_xml(package.read(qde)), package)
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        sources = project.sources()
        empty = True
        for source in sources:
            text = project.text_of(source, leftovers)
            if text:
                empty = False
                marked = project.marked(source, text, leftovers)
                yield to_records(marked, labels, leftovers, self.name)
        if not sources or (empty and not leftovers.reasons):
            raise ImportFailure("“{name}” holds no texts.", name=file.name)
        yield from leftovers


@dataclass(slots=True)
class _Project:
    """The parts of a project by their ids."""

    root: Element
    package: Package
    users: dict[str, Annotator] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """{id: (name, way to it from its topmost code)}"""
    notes: dict[str, str] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    cases: dict[str, dict[str, Json]] = field(default_factory=dict)
    """{source: the variables of its cases}"""

    def __post_init__(self) -> None:
        """Read what sources refer to."""
        self.members = {PurePosixPath(name).name.lower(): name for name in self.package.names}
        for user in elements(self.root, "user"):
            name = user.get("name") or user.get("id") or ""
            own = named_annotator(name)
            self.users[_id(user)] = (
                own if name else Annotator(id=derived_id("annotator", _id(user)), name=_id(user))
            )
        for codes in elements(self.root, "codes"):
            self._read_codes(codes, ())
        self.variables = {_id(one): one.get("name") or "" for one in elements(self.root, "variable")}
        for note in elements(self.root, "note"):
            self.notes[_id(note)] = self._plain_text(note) or ""
        for case in elements(self.root, "case"):
            known = {"case": case.get("name") or "", **self._values(case)}
            for source in elements(case, "sourceref"):
                self.cases.setdefault(_target(source), {}).update(
                    {key: value for key, value in known.items() if value}
                )

    def _read_codes(self, parent: Element, way: tuple[str, ...]) -> None:
        waiting = [(code, way) for code in children(parent, "code")]
        while waiting:
            code, above = waiting.pop()
            here = (*above, code.get("name") or "")
            self.codes[_id(code)] = (here[-1], " > ".join(here))
            waiting += [(child, here) for child in children(code, "code")]

    def sources(self) -> list[Element]:
        """The sources of any kind."""
        return [one for all_ in elements(self.root, "sources") for one in children(all_, *_SOURCES)]

    def text_of(self, source: Element, leftovers: Leftovers) -> str:
        """The text of a source; "" and a report where it has none."""
        text = self._plain_text(source)
        for inside in children(source, "representation", "transcript") if text is None else ():
            text = self._plain_text(inside)
        if text is not None and text.strip():
            return text
        leftovers.say(
            _(
                "“{title}” has no plain text in the project ({kind}) and was left out.",
                title=source.get("name") or _id(source),
                kind=name_of(source),
            )
        )
        return ""

    def _plain_text(self, element: Element) -> str | None:
        """The text that stands in an element or in the file that it names; None where there is neither."""
        for content in children(element, "plaintextcontent"):
            return "".join(map(str, content.itertext()))
        path = element.get("plainTextPath") or ""
        member = self.members.get(PurePosixPath(path.partition("://")[2] or path).name.lower())
        return decode(self.package.read(member)).text if member else None

    def marked(self, source: Element, text: str, leftovers: Leftovers) -> MarkedText:
        """A source with its codings."""
        places = Places(text, leftovers)
        marks: list[Mark] = []
        selections = elements(source, "plaintextselection")
        counting = counting_of(text, [quote for one in selections if (quote := _quoted(one))])
        for selection in selections:
            marks += self._marks(selection, places, counting)
        for selection in elements(source, *_NO_TEXT_SELECTIONS):
            leftovers.unreadable(name_of(selection))
        metadata: dict[str, Any] = {**self.cases.get(_id(source), {}), **self._values(source)}
        title = source.get("name") or ""
        article = new_article(text, ("qdpx", _id(source)), title=title, source_file=title)
        article = describe_article(article, metadata, text)
        people = {user.name: user for user in self.users.values()}
        return MarkedText(article=article, text=text, marks=tuple(marks), people=people)

    def _marks(self, selection: Element, places: Places, counting: Counting) -> Iterator[Mark]:
        """A mark for each code of a selection; one without a label for a selection that has none."""
        ends = [_number(selection.get(key)) for key in ("startPosition", "endPosition")]
        start, end = (counting(place) if place is not None else None for place in ends)
        span = places.span(start, end)
        if span is None:
            return
        note = self._note(selection)
        codings = children(selection, "coding")
        for coding in codings or [selection]:
            code = next((_target(ref) for ref in children(coding, "coderef")), "")
            name, way = self.codes.get(code, ("selection" if not codings else code, ""))
            features: dict[str, Json] = {"code_path": way} if way not in ("", name) else {}
            own = self._note(coding) if codings else ""
            yield Mark(
                key=_id(coding) or f"{_id(selection)} {code}",
                label=name,
                spans=(span,),
                features=features,
                annotator=self._user(coding) or self._user(selection),
                note="\n".join(filter(None, (note, own))),
                created=coding.get("creationDateTime") or selection.get("creationDateTime") or "",
            )

    def _user(self, element: Element) -> str:
        known = self.users.get((element.get("creatingUser") or "").lower())
        return known.name if known else ""

    def _note(self, element: Element) -> str:
        said = ["".join(map(str, one.itertext())).strip() for one in children(element, "description")]
        said += [self.notes.get(_target(ref), "") for ref in children(element, "noteref")]
        return "\n".join(filter(None, said))

    def _values(self, element: Element) -> dict[str, Json]:
        """The variables of a source or a case."""
        found: dict[str, Json] = {}
        for value in children(element, "variablevalue"):
            name = next((self.variables.get(_target(ref), "") for ref in children(value, "variableref")), "")
            said = next((one.text or "" for one in value if name_of(one).endswith("value")), "")
            if name and said:
                found[name] = said
        return found


def _id(element: Element) -> str:
    return (element.get("guid") or "").lower()


def _target(element: Element) -> str:
    return (element.get("targetGUID") or "").lower()


def _quoted(selection: Element) -> Quoted | None:
    """Where a selection stands, and its words, which most programs give as its name."""
    start, end = (_number(selection.get(key)) for key in ("startPosition", "endPosition"))
    name = (selection.get("name") or "").strip()
    return (start, end, name) if start is not None and end is not None and name else None


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdigit() else None


plug = QdpxImporter()
