"""What can be picked in fields that name somebody or point somewhere, out of the article and the registry."""

from collections.abc import Callable, Iterator, Sequence

from annotation.codebook import is_name
from annotation.entities import Candidate, Name, fold_name, is_meant, rank
from annotation.fields import Field
from annotation.i18n import _, ngettext
from annotation.operations import Accept, PutEntity, own_id
from annotation.records import Annotation, Entity, Json, is_suggestion, place_of
from gui.editors import Offer
from gui.views.desk import Desk
from gui.widgets.choice_list import Choice

LIMIT = 40
"""How many rows a list offers at most."""
_FREE = "free"
"""The key of what is typed as a concept."""
_NEAR = 600
"""Code points within which a record counts as near."""

Ranked = tuple[Candidate, Offer]


class ArticleOffers:
    """Offers names and records of the open article, entities of the registry, and what is typed.

    `near` is the code point around which people look for what they mean.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.on_pick: Callable[[Field], object] = lambda field: None
        """Called to let a person pick in the text."""
        self.near: int | None = None

    def offers(self, field: Field, typed: str) -> Sequence[Offer]:
        """What a typed text may mean in the field, best first; for "" what is likeliest.

        Where a concept can be held, what is typed comes before what is merely like it.
        """
        typed = " ".join(typed.split())
        if field.to == ("annotation",) and not is_name(field):
            found = list(self._records(field))
        else:
            found = [*self._names(field), *self._registry(field), *self._concepts(field)]
        wish = typed or self._own_words(field)
        places = rank(wish, [candidate for candidate, _offer in found], LIMIT)
        offers = [found[place][1] for place in places]
        if not typed and wish:
            rest = rank("", [candidate for candidate, _offer in found], LIMIT)
            offers += [found[place][1] for place in rest if place not in places]
        new = list(self._new(field, wish, offers))
        if typed and new and new[0].choice.key == _FREE:
            meant = [found[place][1] for place in places if is_meant(typed, found[place][0])]
            merely_like = [offer for offer in offers if offer not in meant]
            return [*meant, new[0], *merely_like, *new[1:]]
        return [*offers, *new]

    def shown(self, field: Field, value: Json) -> Choice | None:
        """How a value looks; None for no value."""
        if value in (None, "", {}):
            return None
        return Choice(key=str(value), title=self._desk.shown(field, value))

    def pick(self, field: Field) -> None:
        """Let a person pick the value of the field in the text."""
        self.on_pick(field)

    def offer_for(self, field: Field, value: Json) -> Offer | None:
        """The offer of a value that was guessed, with what must be done before it can be held."""
        if value is None:
            return None
        shown = self.shown(field, value)
        ids = [value] if isinstance(value, str) else list(value.values()) if isinstance(value, dict) else []
        record = self._desk.records.get(str(ids[0])) if ids else None
        if shown is None or record is None or is_name(field):
            return Offer(choice=shown, value=value) if shown else None
        own, first = self._own(field, record)
        return Offer(choice=shown, value=own, first=first)

    # ------------------------------------------------------------ what there is

    @property
    def _here(self) -> int:
        return self.near if self.near is not None else self._desk.place()[0]

    def _own_words(self, field: Field) -> str:
        """The words that the registry most likely knows the selected record by, for a field that names it."""
        record = self._desk.record
        return self._desk.name_of(record) if record and self.near is None and is_name(field) else ""

    def _names(self, field: Field) -> Iterator[Ranked]:
        """The names of the article that the field can hold."""
        for name in self._desk.names(() if is_name(field) else field.layers):
            if is_name(field):
                if name.entity:
                    yield self._named(name, Offer(choice=self._choice_of(name), value=name.entity))
            elif "entity" in field.to and name.entity:
                offer = Offer(choice=self._choice_of(name), value={"entity": name.entity})
                yield self._named(name, offer)
            elif "annotation" in field.to:
                value, first = self._own(field, name.mention_near(self._here))
                yield self._named(name, Offer(choice=self._choice_of(name), value=value, first=first))

    def _named(self, name: Name, offer: Offer) -> Ranked:
        distance = abs(name.span_near(self._here).start - self._here)
        weight = len(name.mentions) + (20 if distance < _NEAR else 0) + 10 / (1 + distance / 100)
        return Candidate(name=name.text, aliases=name.spellings, weight=weight), offer

    def _own(self, field: Field, record: Annotation) -> tuple[Json, tuple[Accept, ...]]:
        """The value that points at a record; a suggestion that is pointed at is accepted with it."""
        me = self._desk.session.me
        id_ = own_id(record, me) if is_suggestion(record) else record.id
        first = (Accept(annotations=(record.id,), actor=me),) if is_suggestion(record) else ()
        return (id_ if field.to == ("annotation",) else {"annotation": id_}), first

    def _registry(self, field: Field) -> Iterator[Ranked]:
        """The entities of the registry that the article does not name."""
        if not (is_name(field) or "entity" in field.to):
            return
        here = {name.entity for name in self._desk.names()}
        for entity in self._desk.index:
            if entity.id not in here:
                choice = Choice(
                    key=f"entity:{entity.id}", title=entity.name, subtitle=entity.type, note=_("registry")
                )
                value: Json = entity.id if is_name(field) else {"entity": entity.id}
                yield Candidate(name=entity.name, aliases=entity.aliases), Offer(choice=choice, value=value)

    def _concepts(self, field: Field) -> Iterator[Ranked]:
        """The free concepts that records of the article point at."""
        if "concept" not in field.to or is_name(field):
            return
        seen: set[str] = set()
        for record in self._desk.records:
            for value in record.features.values():
                concept = value.get("concept") if isinstance(value, dict) else None
                if isinstance(concept, str) and concept not in seen:
                    seen.add(concept)
                    choice = Choice(
                        key=f"concept:{concept}", title=concept, subtitle=_("concept"), icon="tag"
                    )
                    yield Candidate(name=concept, weight=5), Offer(choice=choice, value={"concept": concept})

    def _records(self, field: Field) -> Iterator[Ranked]:
        """The records of the layers that the field points at, the nearest ones first."""
        selected = self._desk.record
        for record in self._desk.records:
            if (field.layers and record.layer not in field.layers) or record == selected:
                continue
            value, first = self._own(field, record)
            layer = self._desk.layer_of(record)
            spans = record.spans.get(layer.selection_role, ()) if layer else ()
            choice = Choice(
                key=record.id,
                title=self._desk.name_of(record),
                subtitle=self._desk.quote(spans) if spans else "",
                hue=layer.hue_of(record.features) if layer else "",
            )
            distance = abs(place_of(record)[0] - self._here)
            candidate = Candidate(name=choice.title, aliases=(choice.subtitle,), weight=-distance)
            yield candidate, Offer(choice=choice, value=value, first=first)

    # ------------------------------------------------------------ what is new

    def _new(self, field: Field, typed: str, offers: Sequence[Offer]) -> Iterator[Offer]:
        """What is typed as a concept, and as a new name of the registry."""
        if not typed:
            return
        known = {fold_name(offer.choice.title) for offer in offers}
        if "concept" in field.to and not is_name(field) and fold_name(typed) not in known:
            choice = Choice(key=_FREE, title=typed, subtitle=_("as a concept"), icon="tag", free=True)
            yield Offer(choice=choice, value={"concept": typed})
        if (is_name(field) or "entity" in field.to) and not self._desk.index.exact(typed):
            entity = self._new_entity(typed)
            choice = Choice(
                key="new",
                title=_("Add “{name}”", name=typed),
                subtitle=_("to the registry"),
                icon="plus",
                free=True,
            )
            value: Json = entity.id if is_name(field) else {"entity": entity.id}
            me = self._desk.session.me
            yield Offer(choice=choice, value=value, first=(PutEntity(entity=entity, actor=me),))

    def _new_entity(self, name: str) -> Entity:
        """An entity of that name, under a key that the registry does not have."""
        stem = fold_name(name).replace(" ", "-") or "name"
        key, number = stem, 2
        while self._desk.index.get(key):
            key, number = f"{stem}-{number}", number + 1
        return Entity(id=key, name=name, type=self._type_of(name))

    def _type_of(self, name: str) -> str:
        """The tag of the selected record, or of a mention in the article that has the name."""
        folded = fold_name(name)
        named = (
            mention
            for found in self._desk.names()
            if any(fold_name(spelling) == folded for spelling in found.spellings)
            for mention in found.mentions
        )
        selected = (self._desk.record,) if self._desk.record else ()
        return next(filter(None, map(self._tag_of, (*named, *selected))), "")

    def _tag_of(self, record: Annotation) -> str:
        """The type that a mention is labelled with; "" for records that are more than a mention."""
        layer = self._desk.layer_of(record)
        tag = record.features.get(layer.chip[0]) if layer and layer.chip and len(layer.roles) == 1 else None
        return tag if isinstance(tag, str) else ""

    def _choice_of(self, name: Name) -> Choice:
        mention = name.mentions[0]
        layer = self._desk.layer_of(mention)
        n = len(name.mentions)
        return Choice(
            key=f"name:{name.key}",
            title=name.text,
            subtitle=ngettext("one mention", "{n} mentions", n) if n > 1 else "",
            note=_("registry") if name.entity else "",
            hue=layer.hue_of(mention.features) if layer else "",
        )
