"""Who annotates: people, detectors, and the gold set."""

from dataclasses import dataclass
from enum import StrEnum


class AnnotatorKind(StrEnum):
    """What stands behind an annotator's name."""

    PERSON = "person"
    MACHINE = "machine"
    GOLD = "gold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """One who makes annotations. The id is unique across projects; the name is what people see."""

    id: str
    name: str
    kind: AnnotatorKind = AnnotatorKind.PERSON
    created: str = ""


MACHINE = Annotator(id="machine", name="machine", kind=AnnotatorKind.MACHINE)
GOLD = Annotator(id="gold", name="gold", kind=AnnotatorKind.GOLD)
