"""Marks turned into the records of a project, by what their labels mean."""

from collections.abc import Iterable, Mapping, Sequence

from annotation.importers._base import Imported
from annotation.importers._marking.joining import Group, Read, join
from annotation.importers._marking.labels import RAW_LABEL, Labels, fold, last_part, write_meaning
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark, MarkedText
from annotation.importers._marking.own import read_own
from annotation.importers._marking.registry import link_entities
from annotation.records import (
    GOLD,
    MACHINE,
    Annotation,
    Annotator,
    Article,
    Json,
    Span,
    Spans,
    derived_id,
)

RELATIONS = "relations"
POSITION = "position"
ROLE = "role"
"""The attribute that says which role the words of a mark for a whole record have."""
_OWN_NAMES = {MACHINE.name: MACHINE, GOLD.name: GOLD}


def to_records(marked: MarkedText, labels: Labels, leftovers: Leftovers, name: str) -> Imported:
    """The article with its annotations; `name` is the annotator of marks that name none.

    Relations that no field of the codebook holds are kept under "relations" of the record where they start,
    and the place of a mark without words under "position".
    """
    marked = read_own(marked)
    people = _people(marked, name)
    read = _read(marked.marks, labels, leftovers)
    groups, links = join(read, marked.links, labels)
    article = marked.article
    ids = {
        part.mark.key: _id(article, group.hub.mark, people, name)
        for group in reversed(groups)
        for part in (*(part for _role, part in group.parts if part.meaning.role), group.hub)
    }
    pointing = _pointing(links, ids, {group.hub.mark.key: group for group in groups}, labels, leftovers)
    records = [
        _record(group, ids[group.hub.mark.key], article, people, name, labels, pointing) for group in groups
    ]
    linked, entities = link_entities(marked.text, records)
    return Imported(
        article=article,
        text=marked.text,
        annotations=linked,
        annotators=tuple(people.values()),
        entities=(*marked.entities, *entities),
    )


def named_annotator(name: str) -> Annotator:
    """The annotator of a name: the program's own for "machine" and "gold"."""
    return _OWN_NAMES.get(name) or Annotator(id=derived_id("annotator", name), name=name)


def _people(marked: MarkedText, name: str) -> dict[str, Annotator]:
    names = dict.fromkeys(mark.annotator or name for mark in marked.marks)
    return {one: marked.people.get(one) or named_annotator(one) for one in names}


def _read(marks: Iterable[Mark], labels: Labels, leftovers: Leftovers) -> list[Read]:
    read: list[Read] = []
    for mark in marks:
        meaning = labels.meaning(mark.label, mark.group)
        if not labels.is_structure(mark.group):
            labels.hearing.label(mark.label or last_part(mark.group), write_meaning(meaning))
        if meaning is None:
            leftovers.structure(mark.label or last_part(mark.group))
        else:
            read.append(Read(mark, meaning))
    return read


def _id(article: Article, mark: Mark, people: Mapping[str, Annotator], name: str) -> str:
    return derived_id("annotation", article.id, people[mark.annotator or name].id, mark.key)


def _pointing(
    links: Sequence[Link],
    ids: Mapping[str, str],
    groups: Mapping[str, Group],
    labels: Labels,
    leftovers: Leftovers,
) -> dict[str, dict[str, Json]]:
    """{record: features} that links give to the records that they start from."""
    found: dict[str, dict[str, Json]] = {}
    for link in links:
        source, target = ids.get(link.source), ids.get(link.target)
        if source is None or target is None:
            leftovers.loose_link()
            continue
        features = found.setdefault(source, {})
        layer, _dot, field = labels.links.get(fold(link.label), "").partition(".")
        group = groups.get(link.source)
        if (
            field
            and group
            and group.hub.meaning.layer == layer
            and field not in features
            and not link.features
        ):
            features[field] = (
                {"annotation": target} if layer == "stance" and field != "attribution" else target
            )
            continue
        relations = features.setdefault(RELATIONS, [])
        assert isinstance(relations, list)
        relations.append({"label": link.label, "to": target, **link.features})
    return found


def _record(
    group: Group,
    id_: str,
    article: Article,
    people: Mapping[str, Annotator],
    name: str,
    labels: Labels,
    pointing: Mapping[str, Mapping[str, Json]],
) -> Annotation:
    mark = group.hub.mark
    layer = group.hub.meaning.layer
    features: dict[str, Json] = dict(group.hub.meaning.features) | _raw_label(group.hub)
    for one in (group.hub, *(part for _role, part in group.parts if part.meaning.role)):
        fitted = dict(labels.fit(layer, key, value) for key, value in one.mark.features.items())
        features |= {key: value for key, value in fitted.items() if key not in features}
    if labels.is_role(layer, str(features.get(ROLE, ""))):
        del features[ROLE]
    if mark.spans and not any(mark.spans) and not group.parts:
        features[POSITION] = mark.spans[0].start
    return Annotation(
        id=id_,
        article=article.id,
        annotator=people[mark.annotator or name].id,
        layer=layer,
        spans=_spans(group, labels),
        features=features | dict(pointing.get(id_, {})),
        status=mark.status,
        origin=mark.origin,
        confidence=mark.confidence,
        note="\n".join(
            filter(None, (mark.note, *(part.mark.note for _role, part in group.parts if part.meaning.role)))
        ),
        why=mark.why,
        created=mark.created,
        updated=mark.updated,
    )


def _raw_label(read: Read) -> dict[str, Json]:
    """The file's own label, where the value or role that it became is written otherwise."""
    mark, meaning = read.mark, read.meaning
    label = mark.label or last_part(mark.group)
    said = (*map(str, meaning.features.values()), meaning.role, meaning.layer)
    written = {fold(one) for one in said if one}
    raw: dict[str, Json] = {RAW_LABEL: label} if label and fold(label) not in written else {}
    if not meaning.known and mark.group and mark.label:
        raw["raw_layer"] = mark.group
    return raw


def _spans(group: Group, labels: Labels) -> Spans:
    """The words by role, each role's in text order and none twice."""
    hub, meaning = group.hub.mark, group.hub.meaning
    by_role: dict[str, list[Span]] = {}
    for role, part in group.parts:
        by_role.setdefault(role, []).extend(part.mark.spans)
    said = any(set(hub.spans) <= set(spans) for spans in by_role.values())
    stated = str(hub.features.get(ROLE, ""))
    if labels.is_role(meaning.layer, stated):
        by_role.setdefault(stated, []).extend(hub.spans)
        said = True
    own = meaning.role or (
        labels.triggers.get(meaning.layer) if group.parts else labels.main_role(meaning.layer)
    )
    if own and (meaning.role or own not in by_role) and not said:
        by_role.setdefault(own, []).extend(hub.spans)
    merged = {role: merge(spans) for role, spans in by_role.items()}
    return {role: spans for role, spans in merged.items() if spans}


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, without empty ones, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
