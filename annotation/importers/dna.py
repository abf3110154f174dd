"""Discourse Network Analyzer (.dna, versions 2 and 3): documents, and statements as stances of persons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from annotation.i18n import _
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.gathering import Keys
from annotation.importers._marking.labels import fold, load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Mark, MarkedText, new_article
from annotation.importers._marking.places import Places
from annotation.importers._marking.records import to_records
from annotation.importers._sqlite import MAGIC, Tables, open_tables
from annotation.importers._tables.articles import whole
from annotation.records import Entity, Json, derived_id

_VALUES = ("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT", "DATASHORTTEXT")
_USUAL = "dnastatement"
_ATTRIBUTION, _SPEAKER = "attribution", "speaker"
"""What Selon calls statements that are no stances, and the field of theirs that says who speaks."""
_STANCE, _TARGET = "stance", "target"
_PERSON, _ORGANISATION, _CONCEPT, _AGREEMENT = ("person", "organization", "concept", "agreement")
_TYPES = {_PERSON: "PER", _ORGANISATION: "ORG"}
_STATEMENT_KEYS = {"organisation": _ORGANISATION, "actor": _PERSON, "agree": _AGREEMENT}


class DnaImporter:
    """A statement of an actor on a concept is a stance; statements of other kinds keep their values.

    Persons and organisations come into the registry. Positions are UTF-16 units, as Java counts.
    """

    name = "dna"
    label = "Discourse Network Analyzer"
    extensions = (".dna",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when a database has the tables of the program."""
        if not file.data.startswith(MAGIC):
            return 0.0
        known = (b"CREATE TABLE STATEMENTTYPES", b"CREATE TABLE DOCUMENTS", b"CREATE TABLE STATEMENTS")
        return 1.0 if all(name in file.data for name in known) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """One article a document. Raises ImportFailure for another kind of file."""
        with open_tables(file) as tables:
            if "DOCUMENTS" not in tables or "STATEMENTS" not in tables:
                raise ImportFailure("“{name}” is no file of Discourse Network Analyzer.", name=file.name)
            project = _Project(tables)
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        empty = True
        for document in project.documents:
            text = document.get("Text")
            if not isinstance(text, str) or not text.strip():
                leftovers.no_text(int(document.get("ID") or 0))
                continue
            empty = False
            yield to_records(
                project.marked(document, whole(text), file, leftovers), labels, leftovers, self.name
            )
        if empty:
            raise ImportFailure("“{name}” holds no documents with a text.", name=file.name)
        if project.idle:
            names = ", ".join(project.idle)
            leftovers.say(_("Coders without a statement are not taken over: {names}.", names=names))
        yield from leftovers


@dataclass(slots=True)
class _Project:
    """The tables of a project, put together."""

    tables: Tables
    documents: list[Mapping[str, Any]] = field(default_factory=list)
    coders: dict[Any, str] = field(default_factory=dict)
    kinds: dict[Any, str] = field(default_factory=dict)
    statements: dict[Any, list[Mapping[str, Any]]] = field(default_factory=dict)
    values: dict[Any, dict[str, Any]] = field(default_factory=dict)
    """{statement: {variable: value}}"""
    scaled: set[Any] = field(default_factory=set)
    """Statements whose agreement is a number on a scale, where 0 is neither yes nor no."""
    milliseconds: bool = False
    keys: Keys = field(default_factory=Keys)
    """Statements are known by what they say: versions 2 and 3 of a project number them differently."""
    entities: dict[tuple[str, str], Entity] = field(default_factory=dict)
    """{(variable, name): entity}"""
    unused: tuple[Entity, ...] = ()
    """Those that no statement names: they come with the first article."""

    def __post_init__(self) -> None:
        """Read everything: the connection is closed afterwards."""
        self.milliseconds = "ENTITIES" not in self.tables
        self.documents = self.tables.rows("DOCUMENTS")
        self.coders = {row.get("ID"): str(row.get("Name") or "") for row in self.tables.rows("CODERS")}
        self.kinds = {
            row.get("ID"): str(row.get("Label") or "") for row in self.tables.rows("STATEMENTTYPES")
        }
        for row in self.tables.rows("STATEMENTS"):
            self.statements.setdefault(row.get("DocumentId"), []).append(row)
        variables = {row.get("ID"): str(row.get("Variable") or "") for row in self.tables.rows("VARIABLES")}
        registry = {row.get("ID"): row for row in self.tables.rows("ENTITIES")}
        for table in _VALUES:
            for row in self.tables.rows(table):
                value = row.get("Value")
                if "Entity" in row:
                    value = registry.get(row["Entity"], {}).get("Value")
                name = variables.get(row.get("VariableId"), "")
                if name and value not in (None, ""):
                    self.values.setdefault(row.get("StatementId"), {})[name] = value
                    if table == "DATAINTEGER" and _variable(name) == _AGREEMENT:
                        self.scaled.add(row.get("StatementId"))
        self._read_entities(variables)

    @property
    def idle(self) -> list[str]:
        """The names of the coders who made no statement."""
        busy = {row.get("Coder") for rows in self.statements.values() for row in rows}
        return sorted(name for key, name in self.coders.items() if name and key not in busy)

    def _read_entities(self, variables: Mapping[Any, str]) -> None:
        """The persons and organisations, with the attributes that the file has of them."""
        attributes = _attributes(self.tables)
        for row in (*self.tables.rows("ENTITIES"), *self.tables.rows("ATTRIBUTES")):
            name, kind = (
                str(row.get("Value") or "").strip(),
                _variable(variables.get(row.get("VariableId"), "")),
            )
            if name and kind in _TYPES:
                known = {**_own_attributes(row), **attributes.get(row.get("ID"), {})}
                self.entities[kind, name] = _entity(kind, name, known)
        said = (pair for values in self.values.values() for pair in values.items())
        named = {(_variable(name), str(value).strip()) for name, value in said}
        self.unused = tuple(entity for key, entity in self.entities.items() if key not in named)

    def marked(
        self, document: Mapping[str, Any], text: str, file: SourceFile, leftovers: Leftovers
    ) -> MarkedText:
        """A document with its statements."""
        places = Places(text, leftovers, utf16=True)
        self.keys = Keys()
        named: dict[str, Entity] = {}
        marks = [
            mark
            for row in self.statements.get(document.get("ID"), ())
            if (mark := self._mark(row, places, named)) is not None
        ]
        article = new_article(
            text,
            ("dna", str(document.get("ID"))),
            title=str(document.get("Title") or ""),
            source_file=PurePath(file.name).name,
            metadata=self._metadata(document),
        )
        authors = (" ".join(name.split()) for name in str(document.get("Author") or "").split(";"))
        article = replace(
            article,
            authors=tuple(filter(None, authors)),
            outlet=str(document.get("Source") or "") or None,
            section=str(document.get("Section") or "") or None,
            published=published(document.get("Date"), milliseconds=self.milliseconds),
        )
        entities, self.unused = (*named.values(), *self.unused), ()
        return MarkedText(article=article, text=text, marks=tuple(marks), entities=entities)

    def _metadata(self, document: Mapping[str, Any]) -> dict[str, Any]:
        known = {"notes": document.get("Notes"), "type": document.get("Type"),
                 "coder": self.coders.get(document.get("Coder"))}  # fmt: skip
        return {key: value for key, value in known.items() if value}

    def _mark(self, row: Mapping[str, Any], places: Places, named: dict[str, Entity]) -> Mark | None:
        span = places.span(row.get("Start"), row.get("Stop"))
        if span is None:
            return None
        values = self.values.get(row.get("ID"), {})
        kind = self.kinds.get(row.get("StatementTypeId"), "")
        by_kind = {_variable(name): value for name, value in values.items()}
        is_stance = _CONCEPT in by_kind and bool({_PERSON, _ORGANISATION} & by_kind.keys())
        is_stance = is_stance or fold(kind) == _USUAL
        features = self._stance(values, by_kind, named) if is_stance else self._other(kind, values, named)
        if is_stance and row.get("ID") in self.scaled:
            agreement = by_kind[_AGREEMENT]
            features["polarity"] = polarity(agreement, scaled=True)
            if agreement not in (-1, 0, 1):
                features["agreement"] = agreement
        if is_stance and fold(kind) != _USUAL:
            features["statement_type"] = kind
        note = str(features.pop("note", ""))
        said = "; ".join(f"{name}={value}" for name, value in sorted(values.items()))
        return Mark(
            key=self.keys.key(f"{kind}: {said}", [span]),
            label=_STANCE if is_stance else kind,
            spans=(span,),
            features=features,
            annotator=self.coders.get(row.get("Coder"), ""),
            note=note,
        )

    def _stance(
        self, values: Mapping[str, Any], by_kind: Mapping[str, Any], named: dict[str, Entity]
    ) -> dict[str, Json]:
        """Holder, target and polarity; what else the statement says stays under its own name."""
        holder = self._actor(by_kind, named)
        features: dict[str, Json] = {"holder": {"entity": holder}} if holder else {}
        concept, target = (str(by_kind.get(kind) or "") for kind in (_CONCEPT, _TARGET))
        if concept or target:
            features[_TARGET] = {"concept": target or concept}
        if target and concept not in ("", target):
            features[_CONCEPT] = concept
        agreement = by_kind.get(_AGREEMENT)
        if agreement is not None:
            features["polarity"] = polarity(agreement)
        for name, value in values.items():
            if _variable(name) == _ORGANISATION and _PERSON in by_kind:
                features["organization"] = str(value)
            elif _variable(name) not in (_PERSON, _ORGANISATION, _CONCEPT, _AGREEMENT, _TARGET):
                features[name] = value
        return features

    def _other(self, kind: str, values: Mapping[str, Any], named: dict[str, Entity]) -> dict[str, Json]:
        """The values of a statement that is no stance; who speaks in an attribution is in the registry."""
        features: dict[str, Json] = dict(values)
        if fold(kind) == _ATTRIBUTION:
            by_kind = {_variable(name): value for name, value in values.items()}
            if speaker := self._actor(by_kind, named):
                features[_SPEAKER] = speaker
                features.pop(_PERSON if _PERSON in features else _ORGANISATION, None)
        return features

    def _actor(self, by_kind: Mapping[str, Any], named: dict[str, Entity]) -> str:
        """The key of the person who speaks, else of the organisation; "" where there is neither."""
        kinds = [kind for kind in (_PERSON, _ORGANISATION) if kind in by_kind]
        found = [self._named(kind, str(by_kind[kind])) for kind in kinds]
        named |= {entity.id: entity for entity in found}
        return found[0].id if found else ""

    def _named(self, kind: str, name: str) -> Entity:
        clean = name.strip()
        return self.entities.get((kind, clean)) or _entity(kind, clean, {})


def polarity(agreement: Any, *, scaled: bool = False) -> str:
    """The polarity of a stance: agreement is 1 or 0, or from -n to n where the file has a scale."""
    try:
        number = float(agreement)
    except (TypeError, ValueError):
        return "neutral"
    if scaled and number == 0:
        return "neutral"
    return "favor" if number > 0 else "against"


def published(date: Any, *, milliseconds: bool) -> str | None:
    """The ISO date of a document: seconds since 1970 in version 3, milliseconds in version 2; 0 is none."""
    if not isinstance(date, int) or isinstance(date, bool) or date == 0:
        return None
    seconds = date / 1000 if milliseconds else date
    try:
        found = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    midnight = found.hour == found.minute == found.second == 0
    return (
        found.date().isoformat() if midnight else found.isoformat(timespec="seconds").replace("+00:00", "Z")
    )


def _variable(name: str) -> str:
    folded = fold(name)
    return _STATEMENT_KEYS.get(folded, folded)


def _entity(kind: str, name: str, known: Mapping[str, str]) -> Entity:
    aliases = [alias for alias in known.get("Alias", "").split("|") if alias not in ("", name)]
    told = {key: value for key, value in known.items() if value and key not in ("Alias", "Wikidata")}
    if told.get("Type") == _TYPES[kind]:
        del told["Type"]
    note = (
        told["Notes"] if list(told) == ["Notes"] else "; ".join(f"{key}: {one}" for key, one in told.items())
    )
    return Entity(
        id=derived_id("dna", kind, name),
        name=name,
        type=_TYPES[kind],
        aliases=tuple(aliases),
        wikidata=known.get("Wikidata", ""),
        note=note,
    )


def _own_attributes(row: Mapping[str, Any]) -> dict[str, str]:
    """What version 2 says in the row itself."""
    return {key: str(row[key]) for key in ("Type", "Alias", "Notes") if row.get(key)}


def _attributes(tables: Tables) -> dict[Any, dict[str, str]]:
    """{entity: {attribute: value}} of version 3."""
    names = {
        row.get("ID"): str(row.get("AttributeVariable") or "") for row in tables.rows("ATTRIBUTEVARIABLES")
    }
    found: dict[Any, dict[str, str]] = {}
    rows: Sequence[Mapping[str, Any]] = tables.rows("ATTRIBUTEVALUES")
    for row in rows:
        name, value = names.get(row.get("AttributeVariableId"), ""), row.get("AttributeValue")
        if name and value:
            found.setdefault(row.get("EntityId"), {})[name] = str(value)
    return found


plug = DnaImporter()
