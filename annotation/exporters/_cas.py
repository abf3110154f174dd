"""Articles as UIMA CAS, with a type for each layer, as INCEpTION takes them (by dkpro-cassis)."""

from collections.abc import Iterable, Sequence
from typing import Any

from cassis import Cas, TypeSystem  # type: ignore[import-untyped]  # it ships no types

from annotation.codebook import Codebook, Layer
from annotation.exporters._losses import Losses
from annotation.exporters._marks import Link, link_name, mark_up
from annotation.exporters._pieces import CONTINUES, Piece, count_usual_losses, in_pieces
from annotation.exporters._sheet import Sheet
from annotation.i18n import _
from annotation.records import Annotation

_PREFIX = "webanno.custom.Selon"
"""INCEpTION takes layers of its users only under "webanno.custom"."""
_WORDS = f"{_PREFIX}Words"
"""The words of a role beside the main ones of a record, and the further pieces of any."""
_LABEL, _ID, _STATUS, _NOTE = "label", "id", "status", "note"
_ANNOTATION, _STRING, _ARRAY = "uima.tcas.Annotation", "uima.cas.String", "uima.cas.FSArray"
_TAKEN = {"begin", "end", "sofa", "type", "self", _LABEL, _ID, _STATUS, _NOTE}
"""Names of features that no field can have: UIMA's own, cassis' and ours."""


def type_name(layer: str) -> str:
    """The name of the type for a layer."""
    return f"{_PREFIX}{''.join(part.capitalize() for part in layer.replace('-', '_').split('_'))}"


def make_types(codebook: Codebook) -> Any:
    """The type system of a codebook: string features for fields, slots for references and for other words."""
    types = TypeSystem()
    words = types.create_type(_WORDS, description="Words of a record beside its main ones")
    _features(types, words, (_LABEL,))
    _slot(types, words, _WORDS, CONTINUES)
    for layer in codebook.layers:
        name = type_name(layer.id)
        made = types.create_type(name, description=layer.text)
        _features(types, made, (_LABEL, _ID, _STATUS, _NOTE, *_plain(layer)))
        for slot in _slots(layer):
            _slot(types, made, name, slot)
    return types


def _plain(layer: Layer) -> list[str]:
    return [_feature_name(one.id) for one in layer.fields]


def _slots(layer: Layer) -> list[str]:
    """The links that records of a layer may have."""
    roles = [role.id for role in layer.roles] if len(layer.roles) > 1 else []
    fields = [link_name(layer.id, one) for one in layer.fields if one.kind == "reference"]
    return list(dict.fromkeys([*roles, *fields, CONTINUES]))


def _feature_name(key: str) -> str:
    """The name of a field's feature."""
    plain = key.replace("-", "_")
    return f"{plain}_" if plain in _TAKEN else plain


def _slot_name(label: str) -> str:
    return f"{label.replace('-', '_')}_link"


def _features(types: Any, made: Any, names: Iterable[str]) -> None:
    for name in dict.fromkeys(names):
        types.create_feature(made, name, _STRING)


def _slot(types: Any, made: Any, owner: str, label: str) -> None:
    """A feature of links with roles, in the way of WebAnno: an array of links to annotations."""
    link = types.create_type(f"{owner}{label.replace('-', '_').capitalize()}Link", "uima.cas.TOP")
    types.create_feature(link, "role", _STRING)
    types.create_feature(link, "target", _ANNOTATION)
    types.create_feature(made, _slot_name(label), _ARRAY, elementType=link, multipleReferencesAllowed=False)


def make_cas(sheet: Sheet, records: Sequence[Annotation], types: Any, losses: Losses) -> Any:
    """The records of one annotator in an article. Offsets are code points here; cassis writes UTF-16."""
    cas = Cas(types, sofa_string=sheet.text, sofa_mime="text/plain",
              document_language=sheet.article.lang or "x-unspecified")  # fmt: skip
    marked = mark_up(sheet, records)
    count_usual_losses(marked, losses)
    losses.add(
        _("confidences and origins"), _("left out"), sum(1 for one in records if one.confidence is not None)
    )
    pieces, links = in_pieces(marked, losses)
    made = {piece.key: _annotation(types, piece) for piece in pieces}
    _link_up(types, made, links)
    cas.add_all(made.values())
    return cas


def _annotation(types: Any, piece: Piece) -> Any:
    mark, place = piece.mark, {"begin": piece.span.start, "end": piece.span.end}
    if not (mark.is_hub and piece.is_first):
        return types.get_type(_WORDS)(**place, **{_LABEL: mark.role if mark.is_hub else mark.label})
    about = {
        _LABEL: mark.label,
        _ID: mark.record.id,
        _STATUS: mark.record.status.value,
        _NOTE: mark.record.note,
    }
    fields = {_feature_name(key): value for key, value in mark.features.items()}
    values = {key: value for key, value in {**about, **fields}.items() if value}
    return types.get_type(type_name(mark.record.layer))(**place, **values)


def _link_up(types: Any, made: dict[str, Any], links: Sequence[Link]) -> None:
    slots: dict[tuple[str, str], list[Any]] = {}
    for link in links:
        owner = made[link.source]
        name = f"{owner.type.name}{link.label.replace('-', '_').capitalize()}Link"
        slot = types.get_type(name)(role=link.label, target=made[link.target])
        slots.setdefault((link.source, link.label), []).append(slot)
    array = types.get_type(_ARRAY)
    for (source, label), held in slots.items():
        setattr(made[source], _slot_name(label), array(elements=held))
