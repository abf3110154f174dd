"""Articles as UIMA CAS, with a type for each layer, as INCEpTION takes them (by dkpro-cassis)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from cassis import Cas, TypeSystem  # type: ignore[import-untyped]  # it ships no types

from annotation.codebook import Codebook
from annotation.exporters._losses import Losses
from annotation.exporters._marks import Link, mark_up
from annotation.exporters._pieces import CONTINUES, Piece, count_usual_losses, in_pieces
from annotation.exporters._sheet import Sheet
from annotation.exporters._uima import (
    LABEL,
    WORDS,
    feature_names,
    link_type,
    slot_name,
    slots,
    told,
    type_name,
)
from annotation.records import Annotation

_ANNOTATION, _STRING, _ARRAY = "uima.tcas.Annotation", "uima.cas.String", "uima.cas.FSArray"


def make_types(codebook: Codebook) -> Any:
    """The type system of a codebook: string features for fields, slots for references and for other words."""
    types = TypeSystem()
    words = types.create_type(WORDS, description="Words of a record beside its main ones")
    _features(types, words, (LABEL,))
    _slot(types, words, WORDS, CONTINUES)
    for layer in codebook.layers:
        name = type_name(layer.id)
        made = types.create_type(name, description=layer.text)
        _features(types, made, feature_names(layer))
        for slot in slots(layer):
            _slot(types, made, name, slot)
    return types


def _features(types: Any, made: Any, names: Iterable[str]) -> None:
    for name in dict.fromkeys(names):
        types.create_feature(made, name, _STRING)


def _slot(types: Any, made: Any, owner: str, label: str) -> None:
    """A feature of links with roles, in the way of WebAnno: an array of links to annotations."""
    link = types.create_type(link_type(owner, label), "uima.cas.TOP")
    types.create_feature(link, "role", _STRING)
    types.create_feature(link, "target", _ANNOTATION)
    types.create_feature(made, slot_name(label), _ARRAY, elementType=link, multipleReferencesAllowed=False)


def make_cas(
    sheet: Sheet,
    records: Sequence[Annotation],
    types: Any,
    losses: Losses,
    shown: Callable[[str], str] = str,
) -> Any:
    """The records of one annotator in an article. Offsets are code points here; cassis writes UTF-16.

    `shown` gives a text of the same length as a format can hold it.
    """
    cas = Cas(types, sofa_string=shown(sheet.text), sofa_mime="text/plain",
              document_language=sheet.article.lang or "x-unspecified")  # fmt: skip
    marked = mark_up(sheet, records)
    count_usual_losses(marked, losses)
    pieces, links = in_pieces(marked, losses)
    made = {piece.key: _annotation(types, piece, shown) for piece in pieces}
    _link_up(types, made, links)
    cas.add_all(made.values())
    return cas


def _annotation(types: Any, piece: Piece, shown: Callable[[str], str]) -> Any:
    mark, place = piece.mark, {"begin": piece.span.start, "end": piece.span.end}
    if not (mark.is_hub and piece.is_first):
        return types.get_type(WORDS)(**place, **{LABEL: mark.role if mark.is_hub else mark.label})
    values = {key: shown(value) for key, value in told(mark).items() if value}
    return types.get_type(type_name(mark.record.layer))(**place, **values)


def _link_up(types: Any, made: dict[str, Any], links: Sequence[Link]) -> None:
    slots: dict[tuple[str, str], list[Any]] = {}
    for link in links:
        owner = made[link.source]
        slot = types.get_type(link_type(owner.type.name, link.label))(
            role=link.label, target=made[link.target]
        )
        slots.setdefault((link.source, link.label), []).append(slot)
    array = types.get_type(_ARRAY)
    for (source, label), held in slots.items():
        setattr(made[source], slot_name(label), array(elements=held))
