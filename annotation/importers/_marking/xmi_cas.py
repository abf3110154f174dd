"""UIMA XMI as a CAS: every element is a structure, every attribute a feature."""

import re
from collections.abc import Iterable

from lxml import etree

from annotation.importers._base import ImportFailure
from annotation.importers._marking.cas import Cas, Structure, View
from annotation.importers._reading.encoding import decode
from annotation.importers._reading.markup import Element

_XMI = "http://www.omg.org/XMI"
_ID = f"{{{_XMI}}}id"
_REFERENCE = re.compile(r"&#(x[0-9a-fA-F]+|[0-9]+);")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PRIMITIVE = re.compile(r"uima\.cas\.(?:String|Integer|Float|Boolean|Byte|Short|Long|Double)(?:Array|List)?$")
_OWN = {"sofa", "begin", "end"}


def parse_xmi(name: str, data: bytes, references: Iterable[str], type_system: bytes = b"") -> Cas:
    """The CAS. The type system says which features point at others, or `references` where there is none.

    Raises ImportFailure for what is no XMI.
    """
    root = _root(name, data)
    wanted = frozenset(references)
    pointing, plain = _ranges(type_system) if type_system else (frozenset[str](), frozenset[str]())
    cas = Cas()
    parts = list(root.iterchildren(etree.Element))
    ids = {element.get(_ID) for element in parts}
    inner = {element.get(_ID) for element in parts if element.get("begin") is None and element.get("target")}
    sofas: list[Element] = []
    for element in parts:
        type_ = _type(str(element.tag))
        if type_ == "uima.cas.Sofa":
            sofas.append(element)
        elif not type_.startswith("uima.cas.") or type_.endswith(("Array", "FSList")):
            one = _structure(element, type_, (wanted | pointing) - plain, (ids, inner))
            cas.structures[one.id] = one
    for sofa in sofas:
        if text := sofa.get("sofaString"):
            cas.views.append(View(sofa.get(_ID) or "", sofa.get("sofaID") or "", text))
    return cas


def _root(name: str, data: bytes) -> Element:
    """The root. Characters of XML 1.1 that XML 1.0 cannot hold become U+FFFD, one for one."""
    text = _DECLARATION.sub("", decode(data).text.lstrip("\ufeff"))
    if "<!DOCTYPE" in text[:4096] or "<!ENTITY" in text:
        raise ImportFailure("“{name}” declares entities, which no CAS needs: it is refused.", name=name)
    clean = _REFERENCE.sub(_allowed, text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(clean.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise ImportFailure(
            "“{name}” is no XML that can be read ({error}).", name=name, error=error
        ) from error
    if not str(root.tag).startswith(f"{{{_XMI}}}"):
        raise ImportFailure("“{name}” is no UIMA CAS.", name=name)
    return root


def _allowed(found: re.Match[str]) -> str:
    number = found[1]
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF:
        return found[0]
    return "\ufffd"


def _type(tag: str) -> str:
    """The dotted type of an element such as {http:///de/org/type.ecore}Token."""
    space, _brace, name = tag[1:].rpartition("}")
    path = re.sub(r"^http:///|\.ecore$", "", space).replace("/", ".").strip(".")
    return f"{path}.{name}" if path and path != "uima.noNamespace" else name


def _structure(
    element: Element, type_: str, pointing: frozenset[str], known: tuple[set[str | None], set[str | None]]
) -> Structure:
    """The structure. Whatever its name, a feature that holds the ids of slots' links points at them."""
    ids, inner = known
    one = Structure(element.get(_ID) or "", type_, sofa=element.get("sofa") or "")
    one.begin, one.end = _number(element.get("begin")), _number(element.get("end"))
    said: dict[str, list[str]] = {str(key): [str(value)] for key, value in element.attrib.items()}
    for child in element:
        if isinstance(child.tag, str):
            said.setdefault(child.tag.rpartition("}")[2], []).append(
                child.get("href", "").lstrip("#") or child.text or ""
            )
    for key, values in said.items():
        if key.startswith("{") or key in _OWN:
            continue
        words = [word for value in values for word in value.split()]
        if words and all(word in (ids if key in pointing else inner) for word in words):
            one.refs[key] = words
        else:
            one.values[key] = values[0] if len(values) == 1 else list(values)
    return one


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdigit() else None


def _ranges(type_system: bytes) -> tuple[frozenset[str], frozenset[str]]:
    """(features that point at structures, features that never do) by the type system's ranges."""
    text = _DECLARATION.sub("", decode(type_system).text.lstrip("\ufeff"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return frozenset(), frozenset()
    primitive, pointing = set[str](), set[str]()
    names = {_child(found, "name") for found in root.iter("{*}typeDescription")}
    strings = {
        _child(found, "name")
        for found in root.iter("{*}typeDescription")
        if _child(found, "supertypeName") == "uima.cas.String"
    }
    for feature in root.iter("{*}featureDescription"):
        range_ = _child(feature, "rangeTypeName")
        is_plain = bool(_PRIMITIVE.match(range_)) or range_ in strings
        (primitive if is_plain and range_ not in names - strings else pointing).add(_child(feature, "name"))
    return frozenset(pointing), frozenset(primitive - pointing)


def _child(element: Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()
