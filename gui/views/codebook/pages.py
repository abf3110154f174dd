"""The form of each kind of part: which of its values can be changed, under which names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotation.codebook import Place
from annotation.fields import FIELD_KINDS
from annotation.i18n import Message, _, pick
from gui.views.codebook.conditions import ConditionsInput
from gui.views.codebook.hue_picker import HueInput
from gui.views.codebook.inputs import (
    ChoiceInput,
    FlagInput,
    Input,
    KeyInput,
    LabelsInput,
    LineInput,
    Row,
    TicksInput,
)
from gui.views.codebook.naming import kind_words
from gui.views.codebook.order_input import OrderInput
from gui.views.codebook.tag_colours import TagColours
from gui.views.codebook.workspace import Workspace

_APART = Message("Those that stay apart for colour-blind people first. A tag can have another of its own.")


@dataclass(frozen=True, slots=True)
class Page:
    """Makes the rows of one part's form."""

    work: Workspace
    place: Place
    languages: Sequence[str]

    def rows(self) -> Iterator[Row]:
        """The rows from the top down."""
        match self.place:
            case ():
                yield from self._root()
            case ("layer", _id):
                yield from self._layer()
            case ("layer", _id, "role", _other):
                yield from self._role()
            case ("layer", _id, "field", _other):
                yield from self._field()
            case ("tagset", _id):
                yield self._row(_("Colours"), TagColours(self.work, self.place), str(_APART))
            case ("tagset", _id, _other):
                yield from self._tag()
            case ("reason", _id):
                yield self._row(_("Name"), LabelsInput(self.work, self.place, _NAME, self.languages))

    @property
    def has_guide(self) -> bool:
        """Whether the part has a guideline."""
        return (
            bool(self.place) and self.place[0] != "reason" and self.place[:1] + self.place[2:] != ("tagset",)
        )

    # ------------------------------------------------------------ parts

    def _root(self) -> Iterator[Row]:
        yield self._labels()
        yield self._row(_("Id"), LineInput(self.work, ("id",), Message("Change the id"), width=220))
        yield self._row(
            _("Version"),
            LineInput(self.work, ("version",), Message("Change the version"), width=92),
            _("Your own mark; the project numbers its versions itself."),
        )

    def _layer(self) -> Iterator[Row]:
        yield self._labels()
        plural = LabelsInput(self.work, self._at("plural"), Message("Change a plural"), self.languages)
        yield self._row(_("Name of several"), plural)
        yield self._row(_("Colour"), HueInput(self.work, self._at("hue"), Message("Change a colour")))
        key = KeyInput(self.work, self._at("key"), _KEY)
        yield self._row(_("Key"), key, _("Makes a new record of the layer on the selected words."))
        roles, fields = self._parts("role"), self._parts("field")
        if len(roles) > 1:
            selection = ChoiceInput(
                self.work, self._at("selection"), Message("Change what selected words become"),
                lambda: [("", _("the first role")), *self._parts("role")],
            )  # fmt: skip
            yield self._row(_("Selected words become"), selection)
        if fields:
            chip = OrderInput(
                self.work,
                self._at("chip"),
                Message("Change what the chip shows"),
                lambda: self._parts("field"),
            )
            yield self._row(
                _("Chip shows"), chip, _("The first of these fields that has a value; keys set its tags.")
            )
        sentence = OrderInput(
            self.work, self._at("sentence"), Message("Change the sentence"),
            lambda: [*self._parts("role"), *self._parts("field")],
        )  # fmt: skip
        yield self._row(
            _("Sentence asks for"),
            sentence,
            _("In this order, when a record is made. Nothing chosen: the roles before the selected words, "
              "then the required fields."),
        )  # fmt: skip

    def _role(self) -> Iterator[Row]:
        yield self._labels()
        required = FlagInput(self.work, self._at("required"), _REQUIRED, _("Every record must mark it"))
        yield self._row(_("Required"), required)

    def _field(self) -> Iterator[Row]:
        yield self._labels()
        kinds = [(name, kind_words(name)) for name in FIELD_KINDS.names]
        kind = ChoiceInput(self.work, self._at("kind"), Message("Change a kind"), lambda: kinds, "text")
        yield self._row(_("Kind"), kind)
        plug = FIELD_KINDS[self._kind] if self._kind in FIELD_KINDS else FIELD_KINDS["text"]
        if plug.needs_tags:
            tagset = ChoiceInput(self.work, self._at("tagset"), Message("Choose a tagset"), self._tagsets)
            yield self._row(_("Tags of"), tagset)
        if plug.several:
            several = FlagInput(
                self.work, self._at("multiple"), Message("Change how many values"), _("Takes several values")
            )
            yield self._row(_("Values"), several)
        if plug.widget == "reference":
            yield from self._pointing()
        required = FlagInput(self.work, self._at("required"), _REQUIRED, _("Always"))
        yield self._row(_("Required"), required)
        for key, name in (("required_when", _("Required when")), ("visible_when", _("Shown when"))):
            yield self._row(name, ConditionsInput(self.work, self._at(key), Message("Change a condition")))
        yield from self._bounds(plug.bounded)

    def _pointing(self) -> Iterator[Row]:
        targets = [
            ("annotation", _("another record")),
            ("entity", _("a name of the registry")),
            ("concept", _("a free concept")),
        ]
        to = TicksInput(
            self.work, self._at("to"), Message("Change what a field points at"), targets, ("annotation",)
        )
        yield self._row(_("Points at"), to)
        layers = [(id_, pick(found.get("label", {})) or id_) for id_, found in self._each_layer()]
        ticks = TicksInput(self.work, self._at("layers"), Message("Change what a field points at"), layers)
        yield self._row(_("Records of"), ticks, _("Nothing ticked: any layer."))

    def _bounds(self, bounded: str) -> Iterator[Row]:
        names = {
            "number": (_("At least"), _("At most")),
            "date": (_("Not before"), _("Not after")),
            "characters": (_("Characters, at least"), _("Characters, at most")),
            "tags": (_("Tags, at least"), _("Tags, at most")),
        }.get(bounded)
        if names is None or (bounded == "tags" and not self.work.draft.at(self._at("multiple"))):
            return
        for key, name in zip(("least", "most"), names, strict=True):
            yield self._row(name, LineInput(self.work, self._at(key), Message("Change a bound"), width=132))

    def _tag(self) -> Iterator[Row]:
        yield self._labels()
        yield self._row(
            _("Key"), KeyInput(self.work, self._at("key"), _KEY), _("The digit or letter that sets it.")
        )
        glyph = LineInput(self.work, self._at("glyph"), Message("Change a sign"), width=48, length=2)
        yield self._row(_("Sign"), glyph, _("Shown before the name, such as + or −."))
        yield self._row(
            _("Colour"),
            HueInput(self.work, self._at("hue"), Message("Change a colour"), may_lack=True),
            _("Of records that the tag labels, in the text and wherever the tag is named."),
        )
        parent = ChoiceInput(self.work, self._at("parent"), Message("Change a parent"), self._parents)
        yield self._row(_("Below"), parent)

    # ------------------------------------------------------------ what is offered

    @property
    def _kind(self) -> str:
        return str(self.work.draft.at(self._at("kind")) or "text")

    def _labels(self) -> Row:
        return self._row(_("Name"), LabelsInput(self.work, self._at("label"), _NAME, self.languages))

    def _at(self, key: str) -> Place:
        return (*self.place, key)

    def _row(self, name: str, shown: Input, help_: str = "") -> Row:
        return Row(name, shown, help_)

    def _parts(self, part: str) -> list[tuple[str, str]]:
        found = self.work.draft.at((*self.place[:2], part)) or {}
        return [(id_, pick(one.get("label", {})) or id_) for id_, one in found.items()]

    def _each_layer(self) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
        yield from self.work.draft.document["layer"].items()

    def _tagsets(self) -> list[tuple[str, str]]:
        return [("", ""), *((id_, id_) for id_ in self.work.draft.ids(("tagset",)))]

    def _parents(self) -> list[tuple[str, str]]:
        """Tags below which this one can stand: all but itself and those below it."""
        tags = self.work.draft.at(self.place[:2]) or {}
        below = {self.place[2]}
        grown = True
        while grown:
            more = {id_ for id_, tag in tags.items() if tag.get("parent") in below} - below
            below |= more
            grown = bool(more)
        offered = ((id_, pick(tag.get("label", {})) or id_) for id_, tag in tags.items() if id_ not in below)
        return [("", _("nothing: it is at the root")), *offered]


_NAME = Message("Change a name")
_KEY = Message("Change a key")
_REQUIRED = Message("Change what is required")
