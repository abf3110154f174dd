"""Writes the schema by which TEI exports are tested, out of the one that the TEI Consortium publishes.

`python tests/resources/tei_schema.py tei_all.rng` writes `tests/data/schemas/tei_selon.rng`: a customisation
in which every element that exports do not use is deleted, as TEI customisations delete them. What is valid by
it is valid by `tei_all` too; `tei_all` itself takes ten seconds to load, and this one some milliseconds.
"""

import sys
from pathlib import Path
from typing import Any

from lxml import etree

REPOSITORY = Path(__file__).resolve().parents[2]
SCHEMA = REPOSITORY / "tests" / "data" / "schemas" / "tei_selon.rng"
_RNG = "{http://relaxng.org/ns/structure/1.0}"
_USED = frozenset(
    [
        "TEI",
        "teiCorpus",
        "teiHeader",
        "fileDesc",
        "titleStmt",
        "title",
        "publicationStmt",
        "p",
        "sourceDesc",
        "bibl",
        "author",
        "date",
        "ptr",
        "standOff",
        "spanGrp",
        "span",
        "fs",
        "f",
        "string",
        "symbol",
        "vColl",
        "note",
        "text",
        "body",
        "ab",
    ]
)
_NOTICE = """
A customisation of TEI made by tests/resources/tei_schema.py: elements that are not used are deleted. See
README.md beside it for the licence of the TEI Consortium.
"""


def customise(grammar: Any) -> None:
    """Delete the elements that exports do not use, documentation, and what nothing refers to any more."""
    for element in [one for one in grammar.iter() if _is_foreign(one)]:
        element.getparent().remove(element)
    definitions = {one.get("name"): one for one in grammar.iter(f"{_RNG}define")}
    for one in definitions.values():
        element = one.find(f"{_RNG}element")
        if element is not None and element.get("name") not in _USED:
            one[:] = [etree.Element(f"{_RNG}notAllowed")]
    needed = _needed(grammar, definitions)
    for name, one in definitions.items():
        if name not in needed:
            one.getparent().remove(one)
    grammar.insert(0, etree.Comment(_NOTICE))


def _is_foreign(element: Any) -> bool:
    return isinstance(element.tag, str) and not element.tag.startswith(_RNG)


def _needed(grammar: Any, definitions: dict[str, Any]) -> set[str]:
    """The names of the definitions that the beginning of the grammar leads to."""
    needed: set[str] = set()
    open_ = [one for start in grammar.iter(f"{_RNG}start") for one in _named(start)]
    while open_:
        name = open_.pop()
        if name not in needed:
            needed.add(name)
            open_ += _named(definitions[name])
    return needed


def _named(element: Any) -> list[str]:
    return [one.get("name") for one in element.iter(f"{_RNG}ref")]


def main(published: Path) -> None:
    """Write the customisation of a published schema."""
    tree = etree.parse(published, etree.XMLParser(remove_blank_text=True))
    customise(tree.getroot())
    etree.indent(tree)
    tree.write(SCHEMA, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
