"""Discourse Network Analyzer 3: a database with documents, and stances and attributions as statements."""

import hashlib
import tomllib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

from annotation.codebook import load_codebook
from annotation.exporters._base import Choice, Option, Options, Progress, Report
from annotation.exporters._dna_text import ShownText
from annotation.exporters._dna_types import (
    BOOLEAN,
    INTEGER,
    LONG,
    NAMED,
    SHORT,
    StatementType,
    Variable,
    statement_types,
)
from annotation.exporters._dna_values import StatementValues
from annotation.exporters._losses import Losses
from annotation.exporters._networks.events import SIGNS, STANCE, moment
from annotation.exporters._networks.options import CONCEPTS
from annotation.exporters._sheet import Sheet
from annotation.exporters._sqlite import Database, Value, write_database
from annotation.exporters._unsaid import NOTE, REGISTRY, read_and_count
from annotation.i18n import _
from annotation.records import Annotation, Entity, Reader, Span, Status
from resources import RESOURCES

_LONGEST = 190
"""Characters of a title, a name, a short text: what the program allows."""
_ATTRIBUTES = ("Type", "Alias", "Notes", "Wikidata")
_TABLES = {BOOLEAN: "DATABOOLEAN", INTEGER: "DATAINTEGER", SHORT: "DATASHORTTEXT", LONG: "DATALONGTEXT"}
_ROUNDS = 100_000
_COLOURS = ("#FFCC00", "#3399FF", "#FF6666", "#66CC00", "#CC66FF", "#00CCCC")
_HOLDS = (
    NOTE,
    REGISTRY,
    "outlet",
    "authors",
    "published",
    "section",
    "url",
)


class DnaExporter:
    """Writes one database. Positions are UTF-16 units, as Java counts.

    Whoever opens it signs in as the coder Admin with the password that was chosen; it protects nothing.
    """

    name = "dna"
    label = "Discourse Network Analyzer"
    extension = ".dna"
    options = (
        replace(CONCEPTS, default="either"),
        Option(
            name="agreement",
            label="How the polarity is written",
            default="scale",
            choices=(
                Choice(value="scale", label="As a number: 1 for, 0 between, −1 against"),
                Choice(value="boolean", label="As yes or no, without stances between"),
            ),
        ),
        Option(
            name="layers",
            label="Layers that become statements",
            default="claims",
            choices=(
                Choice(value="claims", label="Stances and attributions"),
                Choice(value="all", label="All layers"),
            ),
        ),
        Option(name="password", label="Password of the coders, which the program asks for", default="selon"),
    )

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the articles, and every stance and attribution."""
        place = out if out.suffix == self.extension else out / "project.dna"
        place.parent.mkdir(parents=True, exist_ok=True)
        known = tomllib.loads((RESOURCES / "exports" / "dna.toml").read_text("utf-8"))
        losses = Losses()
        articles = annotations = 0
        with write_database(place, known["table"]) as database:
            project = _Project(database, reader, known, options, losses)
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                articles += 1
                annotations += project.add(sheet)
            project.finish()
        return Report(files=(place,), articles=articles, annotations=annotations, losses=losses.report())


class _Project:
    """A database that is being filled."""

    def __init__(
        self, database: Database, reader: Reader, known: Mapping[str, Any], options: Options, losses: Losses
    ) -> None:
        self._database = database
        self._options = options
        self._losses = losses
        self._registry = {entity.name: entity for entity in reader.entities()}
        self._coders: dict[str, int] = {}
        self._entities: dict[tuple[int, str], int] = {}
        self._variables: dict[str, list[tuple[Variable, int, str, str]]] = {}
        """{layer: its variables with their ids, and the tables and columns of their values}"""
        self._attributes: dict[int, list[int]] = {}
        for key in ("version", "date"):
            database.put("SETTINGS", {"Property": key, "Value": str(known[key])})
        self._coder(str(known["admin"]))
        made = statement_types(
            load_codebook(reader.codebook_toml),
            (str(known["statement"]), str(known["attribution"])),
            every=options["layers"] == "all",
            scale=options["agreement"] == "scale",
        )
        self._types = {one.layer: self._type(one) for one in made}

    def _type(self, made: StatementType) -> int:
        """The id of a kind of statement, which is added with its variables."""
        id_ = self._database.add("STATEMENTTYPES", {"Label": made.label, **_colour(made.hue)})
        for variable in made.variables:
            row: dict[str, Value] = {
                "Variable": variable.name,
                "DataType": variable.type,
                "StatementTypeId": id_,
            }
            number = self._database.add("VARIABLES", row)
            self._variables.setdefault(made.layer, []).append(
                (variable, number, _TABLES[variable.type], "Entity" if variable.type == SHORT else "Value")
            )
            if variable.name in NAMED:
                self._attributes[number] = [
                    self._database.add(
                        "ATTRIBUTEVARIABLES", {"VariableId": number, "AttributeVariable": name}
                    )
                    for name in _ATTRIBUTES
                ]
            if variable.type == SHORT:
                self._entity(number, "")
        return id_

    def _coder(self, name: str) -> int:
        """The id of a person, who is added when met for the first time."""
        if name not in self._coders:
            row = {"Name": self._short(name), **_colour(_COLOURS[len(self._coders) % len(_COLOURS)])}
            secret = hash_password(self._options["password"])
            self._coders[name] = self._database.add("CODERS", {**row, "Password": secret})
        return self._coders[name]

    def _entity(self, variable: int, name: str) -> int:
        """The id of a value of a short text, which is added when met for the first time."""
        if len(name) <= _LONGEST and (known := self._entities.get((variable, name))):
            return known
        short = self._short(name)
        if (variable, short) not in self._entities:
            row: dict[str, Value] = {"VariableId": variable, "Value": short, "Red": 0, "Green": 0, "Blue": 0}
            id_ = self._entities[variable, short] = self._database.add("ENTITIES", row)
            values = _told(self._registry.get(name))
            for attribute, value in zip(self._attributes.get(variable, ()), values, strict=False):
                about: dict[str, Value] = {
                    "EntityId": id_,
                    "AttributeVariableId": attribute,
                    "AttributeValue": value[:_LONGEST],
                }
                self._database.add("ATTRIBUTEVALUES", about)
        return self._entities[variable, short]

    def _short(self, text: str) -> str:
        clean = " ".join(text.replace("\0", "\ufffd").split())
        if len(clean) > _LONGEST:
            self._losses.add(_("titles and names that are too long"), _("cut at 190 characters"))
        return clean[:_LONGEST]

    def add(self, sheet: Sheet) -> int:
        """Add an article; the number of its records that became statements."""
        shown, article = ShownText(sheet.text), sheet.article
        when = moment(article.published)
        self._losses.add(_("articles without a full date"), _("dated 1 January 1970"), when is None)
        self._losses.add(
            _("line ends of two signs"), _("written as one, as the program shows them"), shown.changed
        )
        row: dict[str, Value] = {
            "Title": self._short(article.title), "Text": shown.text, "Coder": 1,
            "Author": self._short("; ".join(article.authors)), "Source": self._short(article.outlet or ""),
            "Section": self._short(article.section or ""), "Notes": article.url or "",
            "Date": int(when.replace(tzinfo=UTC).timestamp()) if when else 0,
        }  # fmt: skip
        document = self._database.add("DOCUMENTS", row)
        return sum(self._statement(sheet, shown, document, record) for record in sheet.records)

    def _statement(self, sheet: Sheet, shown: ShownText, document: int, record: Annotation) -> bool:
        """Whether a record became a statement."""
        if record.layer not in self._types:
            self._losses.add(
                _("records of layers that are no statements"), _("left out; see the option “layers”")
            )
            return False
        if record.status is Status.REJECTED:
            self._losses.add(_("rejected records"), _("left out"))
            return False
        place = self._place(shown, record)
        if place is None or self._is_between(record):
            return False
        statement = self._database.add("STATEMENTS", {
            "StatementTypeId": self._types[record.layer], "DocumentId": document,
            "Start": place[0], "Stop": place[1], "Coder": self._coder(sheet.book.annotator(record)),
        })  # fmt: skip
        values = StatementValues(sheet, record, self._options)
        for variable, number, table, column in self._variables[record.layer]:
            said = values.of(variable)
            value = self._entity(number, str(said)) if variable.type == SHORT else said
            self._database.add(table, {"StatementId": statement, "VariableId": number, column: value})
        return True

    def _place(self, shown: ShownText, record: Annotation) -> tuple[int, int] | None:
        """The one stretch that holds all words of a record."""
        spans = [span for found in record.spans.values() for span in found if len(span)]
        if spans:
            if len(spans) > 1:
                self._losses.add(_("records in several pieces, or with words of several roles"),
                                 _("one stretch from the first word to the last"))  # fmt: skip
            whole = Span(min([span.start for span in spans]), max([span.end for span in spans]))
            start, end = shown.place(whole)
            return (start, end) if start < end else (start, start + 1)
        place = shown.first_word()
        done = _("placed at the first word of the article") if place else _("left out")
        self._losses.add(_("records without words"), done)
        return place

    def _is_between(self, record: Annotation) -> bool:
        """Whether a stance says neither yes nor no where only these can be written."""
        sign = SIGNS.get(str(record.features.get("polarity", "")))
        if record.layer != STANCE or sign in (1, -1):
            return False
        scale = self._options["agreement"] == "scale"
        done = _("agreement 0") if scale else _("left out; the option agreement=scale keeps them")
        is_told = record.features.get("polarity") == "neutral"
        self._losses.add(_("stances that are mixed, or without a polarity"), done, scale and not is_told)
        self._losses.add(_("stances that are neither for nor against"), done, not scale)
        return not scale

    def finish(self) -> None:
        """Let everybody see and change what others did, as the program expects it; count unused names."""
        used = {name for _variable, name in self._entities}
        unused = sum(1 for name in self._registry if name[:_LONGEST] not in used)
        self._losses.add(_("names of the registry that no statement has"), _("left out"), unused)
        for one in self._coders.values():
            for other in self._coders.values():
                if one != other:
                    self._database.add("CODERRELATIONS", {"Coder": one, "OtherCoder": other})


def _told(entity: Entity | None) -> tuple[str, str, str, str]:
    """What the registry knows of a name, in the order of the attributes."""
    return (entity.type, "|".join(entity.aliases), entity.note, entity.wikidata) if entity else ("",) * 4


def _colour(hue: str) -> dict[str, Value]:
    red, green, blue = (int(hue[place : place + 2], 16) for place in (1, 3, 5))
    return {"Red": red, "Green": green, "Blue": blue}


@cache
def hash_password(password: str) -> str:
    """The password as the program stores it: 16 bytes of salt and SHA-256 many times over, in Base64.

    The salt follows from the password, so that the same project gives the same bytes.
    """
    salt = hashlib.sha256(f"selon {password}".encode()).digest()[:16]
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _round in range(_ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    return b64encode(salt + digest).decode()


plug = DnaExporter()
