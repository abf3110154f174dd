"""Records under another codebook: what each becomes, and what of it cannot follow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotation.codebook.codebook import Codebook
from annotation.codebook.draft import Place
from annotation.codebook.fitting import fit
from annotation.codebook.layer import Layer
from annotation.fields import Field
from annotation.records import Annotation, Json, Span

Moves = Mapping[Place, str]
"""{where a part was: the id under which its values go on}. "" clears the values of a field or a tag. A part
without an entry keeps its id; where the new codebook lacks that, records keep what they have."""
CLEAR = ""
_EMPTY: tuple[Json, ...] = (None, "", [], {})


class Outcome(StrEnum):
    """What becomes of what a record holds."""

    FOLLOWED = "followed"
    """It goes on under another id."""
    CLEARED = "cleared"
    """It is taken away, as was chosen."""
    KEPT = "kept"
    """It stays, though the new codebook does not know it."""
    CONVERTED = "converted"
    """It became a value of another kind."""
    UNFIT = "unfit"
    """It stays as it was: the field does not take it any more."""
    LACKING = "lacking"
    """The new codebook asks for a value that the record does not have."""


@dataclass(frozen=True, slots=True)
class Note:
    """What became of one thing in one record."""

    place: Place
    """Where the layer, role, field or tag was; for what is lacking, where the field is."""
    outcome: Outcome
    value: Json = None
    """The value as it was, of a field."""


@dataclass(frozen=True, slots=True)
class _FieldPlan:
    old: Field
    place: Place
    new: Field | None
    cleared: bool
    tags: Mapping[str, str]
    """{old tag: new tag, or CLEAR}, of those that do not just stay."""
    lost: frozenset[str]
    """Tags that the new field lacks and nobody chose anything for."""
    is_idle: bool
    """Whether no value changes."""


@dataclass(frozen=True, slots=True)
class _LayerPlan:
    place: Place
    new: Layer
    roles: Mapping[str, str | None]
    """{old role: new role}; None keeps it though the layer lacks it."""
    fields: Mapping[str, _FieldPlan]
    asked: tuple[Field, ...]
    """Fields that are required now and were not."""

    def is_idle(self, old: Layer) -> bool:
        """Whether no record of the layer changes or has to be told about."""
        return (
            self.new.id == old.id
            and all(role == to for role, to in self.roles.items())
            and all(plan.is_idle and plan.new and plan.new.id == key for key, plan in self.fields.items())
            and not self.asked
        )


@dataclass(slots=True)
class Conversion:
    """From one codebook to another, by moves."""

    old: Codebook
    new: Codebook
    moves: Moves = field(default_factory=dict)
    _plans: dict[str, _LayerPlan | None] = field(init=False)

    def __post_init__(self) -> None:
        self._plans = {layer.id: self._plan(layer) for layer in self.old.layers}

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers whose records change, or have to be told about."""
        return tuple(
            layer.id
            for layer in self.old.layers
            if (plan := self._plans[layer.id]) is None or not plan.is_idle(layer)
        )

    def layer_of(self, layer: str) -> str:
        """The id of the layer under which records of a layer go on."""
        plan = self._plans.get(layer)
        return plan.new.id if plan else layer

    def convert(self, record: Annotation) -> tuple[Annotation, list[Note]]:
        """The record under the new codebook, and what became of what it holds."""
        if record.layer not in self._plans:
            return record, []
        plan = self._plans[record.layer]
        if plan is None:
            return record, [Note(("layer", record.layer), Outcome.KEPT)]
        notes: list[Note] = []
        if plan.new.id != record.layer:
            notes.append(Note(plan.place, Outcome.FOLLOWED))
        spans = _spans(record, plan, notes)
        features = _features(record, plan, notes)
        made = replace(record, layer=plan.new.id, spans=spans, features=features)
        notes += [
            Note(("layer", plan.new.id, "field", asked.id), Outcome.LACKING)
            for asked in plan.asked
            if asked.is_required(features) and features.get(asked.id) in _EMPTY
        ]
        return (made if made != record else record), notes

    def _plan(self, old: Layer) -> _LayerPlan | None:
        place = ("layer", old.id)
        new = self.new.layer(self.moves.get(place, old.id))
        if new is None:
            return None
        roles: dict[str, str | None] = {}
        for role in old.roles:
            to = self.moves.get((*place, "role", role.id), role.id)
            roles[role.id] = to if new.role(to) else None
        fields = {found.id: self._field_plan(place, found, new) for found in old.fields}
        return _LayerPlan(place, new, roles, fields, _newly_asked(fields, new))

    def _field_plan(self, layer: Place, old: Field, new: Layer) -> _FieldPlan:
        place = (*layer, "field", old.id)
        to = self.moves.get(place, old.id)
        found = new.field(to) if to else None
        tags, lost = self._tags(old, found)
        is_idle = found is not None and not tags and not lost and _takes_same(old, found)
        return _FieldPlan(old, place, found, to == CLEAR, tags, lost, is_idle)

    def _tags(self, old: Field, new: Field | None) -> tuple[dict[str, str], frozenset[str]]:
        tags = {
            tag.id: self.moves[("tagset", old.tagset, tag.id)]
            for tag in old.tags
            if self.moves.get(("tagset", old.tagset, tag.id), tag.id) != tag.id
        }
        if new is None or not new.tags:
            return tags, frozenset()
        known = {tag.id for tag in new.tags}
        return tags, frozenset(tag.id for tag in old.tags if tag.id not in tags and tag.id not in known)


def _newly_asked(fields: Mapping[str, _FieldPlan], new: Layer) -> tuple[Field, ...]:
    before = {
        plan.new.id: (plan.old.required, plan.old.required_when, plan.old.visible_when)
        for plan in fields.values()
        if plan.new is not None
    }
    return tuple(
        found
        for found in new.fields
        if (found.required or found.required_when)
        and before.get(found.id) != (found.required, found.required_when, found.visible_when)
    )


def _takes_same(old: Field, new: Field) -> bool:
    """Whether whatever fits one field fits the other."""
    same_tags = old.kind != new.kind or {tag.id for tag in old.tags} <= {tag.id for tag in new.tags}
    return same_tags and (old.kind, old.multiple, old.to, old.least, old.most) == (
        new.kind,
        new.multiple,
        new.to,
        new.least,
        new.most,
    )


def _spans(record: Annotation, plan: _LayerPlan, notes: list[Note]) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, tuple[Span, ...]] = {}
    for role, found in record.spans.items():
        to = plan.roles.get(role, role)
        place = (*plan.place, "role", role)
        if to is None:
            notes.append(Note(place, Outcome.KEPT))
        elif to != role:
            notes.append(Note(place, Outcome.FOLLOWED))
        key = role if to is None else to
        spans[key] = tuple(sorted({*spans.get(key, ()), *found})) if key in spans else found
    return spans


def _features(record: Annotation, plan: _LayerPlan, notes: list[Note]) -> dict[str, Json]:
    """The features by the ids of the new layer; nothing that was there is lost, whatever collides."""
    moved: dict[str, Json] = {}
    staying: list[tuple[str, Json]] = []
    for key, value in record.features.items():
        found = plan.fields.get(key)
        if found is None or value in _EMPTY:
            staying.append((key, value))
            notes += _newcomer(plan, key, value)
        elif found.new is None:
            if not found.cleared:
                staying.append((key, value))
            notes.append(Note(found.place, Outcome.CLEARED if found.cleared else Outcome.KEPT, value))
        elif found.new.id in moved:
            notes.append(Note(found.place, Outcome.KEPT, value))
            staying.append((key, value))
        else:
            kept = value if found.is_idle else _converted(found, value, notes)
            if found.new.id != key:
                notes.append(Note(found.place, Outcome.FOLLOWED, value))
            if kept not in _EMPTY:
                moved[found.new.id] = kept
    features = {}
    taken = set(moved)
    for key, value in staying:
        free = _free(key, taken)
        taken.add(free)
        features[free] = value
    order = {**dict.fromkeys(record.features), **dict.fromkeys((*moved, *features))}
    both = {**features, **moved}
    return {key: both[key] for key in order if key in both}


def _newcomer(plan: _LayerPlan, key: str, value: Json) -> Iterator[Note]:
    """A value that the old layer did not know may be one of the new layer now, and not fit."""
    now = plan.new.field(key)
    if now is not None and value not in _EMPTY and fit(value, now, now) != value:
        yield Note((*plan.place, "field", key), Outcome.UNFIT, value)


def _free(key: str, taken: set[str]) -> str:
    """The key, or where another value has it now, one beside it."""
    while key in taken:
        key = f"{key}-before"
    return key


def _converted(plan: _FieldPlan, value: Json, notes: list[Note]) -> Json:
    """The value as the new field takes it; as it was where it takes none of the kind."""
    assert plan.new is not None, "a field that goes on"
    followed = _follow_tags(plan, value, notes) if plan.old.tags else value
    if followed in _EMPTY:
        return None
    made = fit(followed, plan.old, plan.new)
    if made is None:
        if not any(isinstance(one, str) and one in plan.lost for one in _each(followed)):
            notes.append(Note(plan.place, Outcome.UNFIT, value))
        return followed
    if plan.new.kind != plan.old.kind or type(made) is not type(followed):
        notes.append(Note(plan.place, Outcome.CONVERTED, value))
    return made


def _follow_tags(plan: _FieldPlan, value: Json, notes: list[Note]) -> Json:
    """The value with each tag replaced by the one that was chosen for it."""
    made: list[Json] = []
    for one in _each(value):
        if not isinstance(one, str):
            made.append(one)
            continue
        to = plan.tags.get(one, one)
        if one in plan.lost:
            notes.append(Note(("tagset", plan.old.tagset, one), Outcome.KEPT, one))
        elif to != one:
            outcome = Outcome.FOLLOWED if to else Outcome.CLEARED
            notes.append(Note(("tagset", plan.old.tagset, one), outcome, one))
        if to not in _EMPTY and to not in made:
            made.append(to)
    if isinstance(value, list):
        return made
    return made[0] if made else None


def _each(value: Json) -> Iterator[Json]:
    yield from value if isinstance(value, list) else [value]
