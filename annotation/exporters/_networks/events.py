"""What networks are made of: one event for each stance and each attribution."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from annotation.exporters._base import Progress
from annotation.exporters._losses import Losses
from annotation.exporters._networks.options import OF_ARTICLES, Plan
from annotation.exporters._networks.parties import (
    CONCEPT,
    Party,
    clean,
    concept_of,
    field_of,
    party_at,
    party_of,
)
from annotation.exporters._sheet import Sheet, read_sheets
from annotation.i18n import _
from annotation.records import Annotation, Reader, Status

STANCE, SOURCE = "stance", "source"
SIGNS = {"favor": 1, "neutral": 0, "mixed": 0, "against": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Somebody who takes a stance, or who is cited, in an article of a day."""

    id: str
    layer: str
    article: str
    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    type: str = ""
    """Of the article: what its metadata call so."""
    published: str = ""
    when: datetime | None = None
    """As the article has it, whatever the zone; None where the article has no full date."""
    annotator: str = ""
    actor: Party | None = None
    concept: str = ""
    target: Party | None = None
    polarity: str = ""
    intensity: str = ""
    strength: int = 1
    """By how much a stance counts in its direction."""
    words: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The values of the fields that lists name."""

    @property
    def sign(self) -> int | None:
        """1 for favor, -1 for against, 0 between; None where nothing is said."""
        return SIGNS.get(self.polarity)

    @property
    def level(self) -> int | None:
        """The sign times the strength; None where no sign is said."""
        sign = self.sign
        return None if sign is None else sign * self.strength

    def value(self, variable: str) -> str:
        """Its actor, concept, target (when that is an actor), article, outlet or polarity, "" without one."""
        if variable == "actor":
            return self.actor.name if self.actor else ""
        if variable == "target":
            return self.target.name if self.target and self.target.type != CONCEPT else ""
        found = {"concept": self.concept, "article": self.article, "outlet": self.outlet}
        return found.get(variable, self.polarity)

    def listed(self, variable: str) -> tuple[str, ...]:
        """Its values as lists name them: of its article, or of the record, a target of any kind."""
        if variable == "author":
            return self.authors
        if variable == "target":
            return (self.target.name,) if self.target else ("",)
        return (self.section if variable == "section" else self.type if variable == "type"
                else self.value(variable),)  # fmt: skip


@dataclass(slots=True)
class Gathered:
    """The events of a project and what they were taken from."""

    events: list[Event]
    articles: int = 0


def gather_events(
    reader: Reader,
    progress: Progress,
    plan: Plan,
    layers: Iterable[str],
    losses: Losses,
    *,
    quoted: bool = False,
) -> Gathered:
    """The events of the layers in the order of their dates, those without one last, quoted or not."""
    gathered = Gathered([])
    wanted = frozenset(layers)
    for sheet in read_sheets(reader, progress):
        gathered.articles += 1
        gathered.events += events_of(sheet, plan, wanted, losses, quoted=quoted)
    gathered.events.sort(key=lambda event: event.when.isoformat() if event.when else "~")
    return gathered


def events_of(
    sheet: Sheet, plan: Plan, layers: frozenset[str], losses: Losses, *, quoted: bool
) -> Iterator[Event]:
    """The events of an article in the order of its records."""
    people: dict[str, set[str]] = {}
    for record in sheet.records:
        if record.layer not in layers:
            losses.add(_("records of layers that this network is not made of"), _("left out"))
        elif record.status is Status.REJECTED:
            losses.add(_("rejected records"), _("left out"))
        else:
            people.setdefault(record.layer, set()).add(record.annotator)
            words = sheet.words(sheet.anchor(record)) if quoted else ""
            yield _event(sheet, record, plan, losses, words)
    several = sum(1 for found in people.values() if len(found) > 1)
    losses.add(_("articles with records of several annotators"),
               _("the records of each count: choose one annotator or the gold set"), several)  # fmt: skip


def _event(sheet: Sheet, record: Annotation, plan: Plan, losses: Losses, words: str) -> Event:
    article = sheet.article
    is_stance = record.layer == STANCE
    actor = _actor(sheet, record, plan) if is_stance else party_of(sheet, record)
    target = party_at(sheet, record, "target") if is_stance else None
    actor, target = (_taken(one, sheet, plan, losses) for one in (actor, target))
    return Event(
        id=record.id,
        layer=record.layer,
        article=article.id,
        title=article.title,
        outlet=clean(article.outlet or ""),
        authors=tuple(map(clean, article.authors)),
        section=clean(article.section or ""),
        type=clean(str(article.metadata.get("type") or "")),
        published=article.published or "",
        when=moment(article.published),
        annotator=sheet.book.annotator(record),
        actor=actor,
        target=target,
        concept=concept_of(sheet, record, plan.concept, target) if is_stance else "",
        polarity=str(record.features.get("polarity") or "") if is_stance else "",
        intensity=str(record.features.get("intensity") or "") if is_stance else "",
        strength=_strength(record, plan, losses) if plan.strength and is_stance else 1,
        words=words,
        fields={name: _told(sheet, record, name) for name in plan.fields} if plan.fields else {},
    )


def _actor(sheet: Sheet, record: Annotation, plan: Plan) -> Party | None:
    """Who takes a stance: whom a field names, or what is known of the article."""
    if plan.actor not in OF_ARTICLES or field_of(sheet, record, plan.actor) is not None:
        return party_at(sheet, record, plan.actor)
    article = sheet.article
    authors = "; ".join(article.authors)
    known = {"outlet": article.outlet, "section": article.section, "author": authors, "article": article.id}
    name = clean(known[plan.actor] or "")
    return Party(name, plan.actor) if name else None


def _strength(record: Annotation, plan: Plan, losses: Losses) -> int:
    """The whole number of a field, whatever its sign; 1 where it holds none."""
    value = record.features.get(plan.strength)
    with suppress(ValueError):
        if value is not None and not isinstance(value, (bool, dict, list)):
            return abs(int(str(value)))
    losses.add(_("stances without a number in the field “{name}”", name=plan.strength), _("counted as 1"))
    return 1


def _told(sheet: Sheet, record: Annotation, name: str) -> tuple[str, ...]:
    """How the values of a field read, and as they are kept."""
    one, value = field_of(sheet, record, name), record.features.get(name)
    values = value if isinstance(value, list) else [value]
    told = (clean(sheet.told(item, one)) for item in values) if one is not None else ()
    kept = (clean(str(item)) for item in values if isinstance(item, (str, int, float)))
    return tuple(dict.fromkeys((*told, *kept))) or ("",)


def _taken(party: Party | None, sheet: Sheet, plan: Plan, losses: Losses) -> Party | None:
    if party is None or party.known:
        return party
    keep = plan.unnamed == "keep"
    kept = _("named by their words") if sheet.is_quoted else _("named by signs that stand for their words")
    done = kept if keep else _("left out")
    losses.add(_("mentions of actors whom the registry does not name"), done)
    return party if keep else None


def moment(published: str | None) -> datetime | None:
    """When an article appeared, as it says, without its zone; None where it states no full date."""
    if published:
        with suppress(ValueError):
            return datetime.fromisoformat(published.strip()).replace(tzinfo=None)
        with suppress(ValueError):
            return datetime.fromisoformat(published.strip()[:10]).replace(tzinfo=None)
    return None
