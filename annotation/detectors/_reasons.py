"""Why something is suggested: short codes that are stored, and the sentences that they stand for.

A reason is written as its code, then what fills its sentence: "memory.set?field=type&value=GPE&n=3". Several
stand on a line each, the detector's own first. What is no known code is shown as the rule's own name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from annotation.detectors._memory import Subject

_WRITTEN = re.compile(r"([\w.-]+)\?((?:\w+=[^&]*&?)+)")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a suggestion was made, or is as it is."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """As it is stored."""
        return f"{self.code}?{urlencode(self.values)}" if self.values else self.code


def write_reasons(reasons: Iterable[Reason]) -> str:
    """Several reasons as one `why`."""
    return "\n".join(map(str, reasons))


def read_reasons(why: str) -> Iterator[Reason]:
    """The reasons of a `why`, whatever wrote it."""
    for line in filter(str.strip, why.split("\n")):
        found = _WRITTEN.fullmatch(line)
        yield Reason(found[1], dict(parse_qsl(found[2], keep_blank_values=True))) if found else Reason(line)


def rule_of(origin: str, why: str) -> Subject | None:
    """The detector and the rule that spoke, for counting; None where nobody says which."""
    first = next(read_reasons(why), None)
    code = first.code if first else ""
    return ("rule", origin.partition(" ")[0].partition("/")[0], code) if code else None
