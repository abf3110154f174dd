"""What may be better in a sound codebook: keys that the window has, colours too alike, names that lack."""

from collections.abc import Iterator, Mapping

from annotation.codebook import Codebook, Draft, Layer
from annotation.detectors import DETECTORS
from annotation.i18n import Message
from gui.actions import ActionTable
from gui.views.codebook.hues import is_readable, nearest
from gui.views.codebook.workspace import Remark

_ROOM = "annotate"
_FAMILIES = ("record.new", "record.label")


def keys_of_window(actions: ActionTable) -> dict[str, str]:
    """{single key: what it does} in the Annotate room, but for what a codebook brings itself."""
    return {
        key.toString().upper(): bound.action.text()
        for bound in actions
        if bound.spec.id not in _FAMILIES and bound.spec.scope in (_ROOM, "global")
        for key in bound.keys
        if len(key.toString()) == 1
    }


def advise(taken: Mapping[str, str], opened: Draft, draft: Draft, codebook: Codebook) -> list[Remark]:
    """Remarks on a codebook whose window has the keys `taken`; `opened` is the one that is in force."""
    remarks = [*_detected(opened, draft)]
    for layer in codebook.layers:
        remarks += _layer_keys(taken, layer)
        remarks += _hues(codebook, layer)
        remarks += _tag_hues(layer)
    remarks += _languages(draft)
    return remarks


def _layer_keys(taken: Mapping[str, str], layer: Layer) -> Iterator[Remark]:
    """A key of the window stays with the window."""
    if layer.key.upper() in taken and layer.key:
        values = {"key": layer.key.upper(), "act": taken[layer.key.upper()]}
        message = Message("{key} is the key of “{act}” already: it will not make a record.", values)
        yield Remark(("layer", layer.id, "key"), message, severe=False)


def _hues(codebook: Codebook, layer: Layer) -> Iterator[Remark]:
    place = ("layer", layer.id, "hue")
    if not is_readable(layer.hue.upper()):
        yield Remark(
            place, Message("The colour cannot be read in every theme: choose another."), severe=False
        )
        return
    earlier = codebook.layers[: codebook.layers.index(layer)]
    others = {other.text: other.hue.upper() for other in earlier}
    if like := nearest(layer.hue.upper(), others):
        message = Message("The colour is easily taken for that of {layer}.", {"layer": like})
        yield Remark(place, message, severe=False)


def _tag_hues(layer: Layer) -> Iterator[Remark]:
    """Colours of tags can be read, and told apart from those of the tags before them."""
    for field in (layer.field(key) for key in layer.chip):
        before: dict[str, str] = {}
        for tag in field.tags if field else ():
            hue = tag.hue.upper()
            place = ("tagset", field.tagset if field else "", tag.id, "hue")
            if hue and not is_readable(hue):
                yield Remark(
                    place, Message("The colour cannot be read in every theme: choose another."), severe=False
                )
            elif hue and (like := nearest(hue, before)):
                message = Message("The colour is easily taken for that of {layer}.", {"layer": like})
                yield Remark(place, message, severe=False)
            before |= {tag.text: hue} if hue else {}


def _detected(opened: Draft, draft: Draft) -> Iterator[Remark]:
    """Detectors know layers by their ids."""
    known = {layer for plug in DETECTORS.all().values() for layer in plug.layers}
    for layer in opened.ids(("layer",)):
        if layer in known and layer not in draft.ids(("layer",)):
            message = Message(
                "Suggestions are made for a layer with the id {id}: without it there will be none.",
                {"id": layer},
            )
            yield Remark(("layer",), message, severe=False)


def _languages(draft: Draft) -> Iterator[Remark]:
    """A language that most names have is missed where it lacks."""
    names = [
        (place, set(draft.at((*place, "label")) or ()))
        for layer in draft.ids(("layer",))
        for place in (
            ("layer", layer),
            *(
                ("layer", layer, part, id_)
                for part in ("role", "field")
                for id_ in draft.ids(("layer", layer, part))
            ),
        )
    ]
    for lang in draft.languages():
        having = [place for place, langs in names if lang in langs]
        if len(having) * 2 > len(names):
            for place, langs in names:
                if lang not in langs:
                    message = Message("{part} has no name in “{lang}”.", {"part": place[-1], "lang": lang})
                    yield Remark((*place, "label"), message, severe=False)
