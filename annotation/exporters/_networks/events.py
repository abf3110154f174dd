"""What networks are made of: one event for each stance and each attribution."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from annotation.exporters._base import Progress
from annotation.exporters._losses import Losses
from annotation.exporters._networks.options import Plan
from annotation.exporters._networks.parties import CONCEPT, Party, clean, party_at, party_of
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
    published: str = ""
    when: datetime | None = None
    """As the article has it, whatever the zone; None where the article has no full date."""
    annotator: str = ""
    actor: Party | None = None
    concept: str = ""
    target: Party | None = None
    polarity: str = ""
    intensity: str = ""
    words: str = ""

    @property
    def sign(self) -> int | None:
        """1 for favor, -1 for against, 0 between; None where nothing is said."""
        return SIGNS.get(self.polarity)

    def value(self, variable: str) -> str:
        """Its actor, concept, target (when that is an actor), article, outlet or polarity, "" without one."""
        if variable == "actor":
            return self.actor.name if self.actor else ""
        if variable == "target":
            return self.target.name if self.target and self.target.type != CONCEPT else ""
        found = {"concept": self.concept, "article": self.article, "outlet": self.outlet}
        return found.get(variable, self.polarity)


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
    actor = party_at(sheet, record, plan.actor) if is_stance else party_of(sheet, record)
    target = party_at(sheet, record, "target") if is_stance else None
    return Event(
        id=record.id,
        layer=record.layer,
        article=article.id,
        title=article.title,
        outlet=clean(article.outlet or ""),
        published=article.published or "",
        when=moment(article.published),
        annotator=sheet.book.annotator(record),
        actor=_taken(actor, plan, losses),
        target=_taken(target, plan, losses),
        concept=_concept(sheet, record, plan, target) if is_stance else "",
        polarity=str(record.features.get("polarity") or "") if is_stance else "",
        intensity=str(record.features.get("intensity") or "") if is_stance else "",
        words=words,
    )


def _taken(party: Party | None, plan: Plan, losses: Losses) -> Party | None:
    if party is None or party.known:
        return party
    keep = plan.unnamed == "keep"
    done = _("named by their words") if keep else _("left out")
    losses.add(_("mentions of actors whom the registry does not name"), done)
    return party if keep else None


def _concept(sheet: Sheet, record: Annotation, plan: Plan, target: Party | None) -> str:
    if plan.concept == "target":
        return target.name if target else ""
    layer = sheet.book.layer(record)
    one = next((known for known in layer.fields if known.id == CONCEPT), None) if layer else None
    value = record.features.get(CONCEPT)
    return clean(sheet.told(value, one) if one is not None else str(value or ""))


def moment(published: str | None) -> datetime | None:
    """When an article appeared, as it says, without its zone; None where it states no full date."""
    if published:
        with suppress(ValueError):
            return datetime.fromisoformat(published.strip()).replace(tzinfo=None)
        with suppress(ValueError):
            return datetime.fromisoformat(published.strip()[:10]).replace(tzinfo=None)
    return None
