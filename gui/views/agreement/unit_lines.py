"""The records behind a figure, as they are read when somebody looks at them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotation.agreement import Question, Referents
from annotation.codebook import Codebook
from annotation.fields import kind_of
from annotation.i18n import _
from annotation.measures import Row, Units
from annotation.project import ProjectReader
from annotation.records import Annotation, Article, quote
from gui.views.agreement.words import field_of
from gui.views.review.words import value_text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One thing that annotators said something of, or an article that has none."""

    id: str
    article: str
    record: str
    """The id of the record to go to, "" for none."""
    quote: str
    said: tuple[tuple[str, str], ...]
    """(annotator, what they say), in the order of their names."""
    title: str
    outlet: str = ""
    published: str = ""


def unit_lines(
    reader: ProjectReader, units: Units, question: Question, places: Sequence[str], people: Mapping[str, str],
    shown: Iterable[str],
) -> list[UnitLine]:  # fmt: skip
    """The lines of some rows of a table, by their places; `people` are names by id, `shown` who is shown."""
    rows = {place: units.rows[int(place)] for place in places}
    codebook = reader.codebook
    records = reader.find_all(Annotation, [one.record for row in rows.values() for one in row.units.values()])
    records |= _referred(reader, records, codebook, question)
    texts = _texts(reader, {row.article for row in rows.values()})
    titles = reader.article_titles([row.article for row in rows.values()])
    names = _names(reader, records.values(), codebook)
    chosen = set(shown)
    lines = []
    for place, row in rows.items():
        referents = Referents(
            text=texts.get(row.article, ""), codebook=codebook, records=records, names=names
        )
        title = titles.get(row.article)
        first = next((one.record for who, one in sorted(row.units.items()) if who in chosen), "")
        first = first or next(iter(one.record for one in row.units.values()))
        lines.append(
            UnitLine(
                id=place,
                article=row.article,
                record=first,
                quote=" ".join(referents.title(first).split()),
                said=tuple(_said(units, row, question, people, chosen, referents)),
                title=title.title if title else "",
                outlet=title.outlet if title else "",
                published=title.published if title else "",
            )
        )
    return lines


def article_lines(reader: ProjectReader, articles: Sequence[str]) -> list[UnitLine]:
    """The lines of some articles."""
    found = reader.article_titles(articles)
    return [
        UnitLine(id=id_, article=id_, record="", quote="", said=(), title=one.title, outlet=one.outlet,
                 published=one.published)
        for id_, one in found.items()
    ]  # fmt: skip


def _said(
    units: Units,
    row: Row,
    question: Question,
    people: Mapping[str, str],
    chosen: set[str],
    referents: Referents,
) -> Iterable[tuple[str, str]]:
    here = units.workers.get(row.article, frozenset()) & chosen
    for who in sorted(here, key=lambda one: people.get(one, one).casefold()):
        unit = row.units.get(who)
        record = referents.records.get(unit.record) if unit else None
        yield people.get(who, who), _record_words(record, question, referents)


def _record_words(record: Annotation | None, question: Question, referents: Referents) -> str:
    """What a record says in the field, or in its words."""
    if record is None:
        return _("(no record)")
    field = field_of(referents.codebook, question)
    if field is not None:
        value = record.features.get(field.id)
        return value_text(field, value, referents) if value is not None else _("(blank)")
    spans = [span for role in record.spans.values() for span in role]
    return " … ".join(f"« {' '.join(one.split())} »" for one in quote(referents.text, sorted(spans)))


def _referred(
    reader: ProjectReader, records: Mapping[str, Annotation], codebook: Codebook, question: Question
) -> dict[str, Annotation]:
    """The records that the field of some refers to."""
    field = field_of(codebook, question)
    if field is None:
        return {}
    kind = kind_of(field)
    wanted = {id_ for one in records.values() for id_ in kind.annotations(one.features.get(field.id))}
    return reader.find_all(Annotation, wanted - records.keys())


def _texts(reader: ProjectReader, articles: Iterable[str]) -> dict[str, str]:
    return {one.id: reader.text(one) for one in reader.find_all(Article, articles).values()}


def _names(reader: ProjectReader, records: Iterable[Annotation], codebook: Codebook) -> dict[str, str]:
    from_records = {key for record in records for _field, key in codebook.entities(record)}
    return {entity.id: entity.name for entity in reader.entities() if entity.id in from_records}
